package dev.backstep.io.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import dev.backstep.experiment.Estimate;
import dev.backstep.experiment.Experiment;
import dev.backstep.experiment.Measure;
import dev.backstep.experiment.Plan;
import dev.backstep.experiment.Result;
import dev.backstep.experiment.Summary;
import dev.backstep.text.Corpus;
import dev.backstep.text.CorpusReader;
import dev.backstep.text.TextMode;
import dev.backstep.training.RunSettings;
import dev.backstep.training.optimizer.Clipping;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExperimentCsvTest {
  private static final RunSettings BASE =
      RunSettings.defaults().withHidden(4).withHeldOutShare(0.25).withSeed(8);

  private static Result result(RunSettings a, RunSettings b, int pairs, int epochs)
      throws Exception {
    byte[] names = "anna\notto\nhanna\nlotte\nno, no\n".getBytes(StandardCharsets.UTF_8);
    Corpus corpus = CorpusReader.read("names, few.txt", names, new TextMode.Lines());
    try (Experiment experiment = new Experiment(corpus, new Plan(a, b, pairs, epochs))) {
      assertThat(experiment.await(Duration.ofSeconds(Deadline.SECONDS))).isTrue();
      return experiment.progress().result();
    }
  }

  private static List<String> lines(Result result) {
    return List.of(ExperimentCsv.of(result).split("\r\n"));
  }

  @Test
  void itSaysForWhichSettingsItHolds() throws Exception {
    Result result = result(BASE, BASE.withLearningRate(0.05), 2, 1);
    assertThat(lines(result))
        .contains(
            "setting,,,,data,\"names, few.txt\",\"names, few.txt\",,,,",
            "setting,,,,mode,zero,zero,,,,",
            "setting,,,,lr,0.1,0.05,,,,",
            "setting,,,,seed,8,8,,,,",
            "setting,,,,epochs,1,1,,,,");
  }

  @Test
  void everyNumberReadsBackAsTheSameDouble() throws Exception {
    Result result = result(BASE, BASE.withLearningRate(0.05), 3, 1);
    Summary summary = result.summary(Measure.HELD_OUT_LOSS);
    Estimate difference = summary.difference();
    String[] mean = line(result, "mean,,,,held_out_loss,");
    assertThat(Double.parseDouble(mean[5])).isEqualTo(summary.a().mean());
    assertThat(Double.parseDouble(mean[7])).isEqualTo(difference.mean());
    assertThat(Double.parseDouble(mean[8])).isEqualTo(difference.low());
    assertThat(Double.parseDouble(mean[9])).isEqualTo(difference.high());
    assertThat(mean[10]).isEqualTo("3");
    String[] pair = line(result, "pair,2,9,9,running_train_loss,");
    assertThat(Double.parseDouble(pair[6])).isEqualTo(result.pairs().get(1).b().runningTrainLoss());
    String[] position = line(result, "position,,,,running_train_loss[1],");
    assertThat(Double.parseDouble(position[7]))
        .isEqualTo(result.positionDifferences().get(1).mean());
  }

  private static String[] line(Result result, String begin) {
    return lines(result).stream()
        .filter(line -> line.startsWith(begin))
        .findFirst()
        .orElseThrow()
        .split(",", -1);
  }

  @Test
  void everyLineHasAsManyFieldsAsTheHead() throws Exception {
    Result result = result(BASE, BASE.withLearningRate(0.05), 2, 1);
    assertThat(lines(result))
        .filteredOn(line -> !line.contains("\""))
        .allMatch(line -> line.split(",", -1).length == 11);
  }

  @Test
  void aPairThatDivergedIsThereWithTheUpdatesBefore() throws Exception {
    RunSettings calm = BASE.withClipping(new Clipping.None());
    Result result = result(calm, calm.withLearningRate(1000), 1, 20);
    long updates = result.pairs().get(0).b().divergence().update();
    assertThat(lines(result))
        .endsWith("diverged,1,8,8,updates,," + updates + ",,,,")
        .noneMatch(line -> line.startsWith("mean"));
  }
}
