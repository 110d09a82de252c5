package dev.backstep.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import dev.backstep.experiment.Experiment;
import dev.backstep.experiment.Plan;
import dev.backstep.experiment.Result;
import dev.backstep.text.Corpus;
import dev.backstep.text.CorpusException;
import dev.backstep.text.CorpusReader;
import dev.backstep.text.TextMode;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.RunSettings;
import dev.backstep.training.optimizer.Clipping;
import dev.backstep.training.optimizer.OptimizerKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = Deadline.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ExperimentWordsTest {
  private static final String NAMES = "anna\notto\nhanna\nlotte\ntanno\nnolan\nalan\nthal";
  private static final RunSettings ZERO =
      RunSettings.defaults()
          .withHidden(4)
          .withOptimizer(OptimizerKind.SGD)
          .withLearningRate(0.03)
          .withHeldOutShare(0.25);

  private final ExperimentWords words = new ExperimentWords(Texts.load());

  private static Result result(RunSettings a, RunSettings b, int pairs, int epochs) {
    try (Experiment experiment = new Experiment(names(), new Plan(a, b, pairs, epochs))) {
      assertThat(experiment.await(Duration.ofSeconds(Deadline.SECONDS))).isTrue();
      return experiment.progress().result();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Corpus names() {
    try {
      byte[] utf8 = NAMES.getBytes(StandardCharsets.UTF_8);
      return CorpusReader.read("names.txt", utf8, new TextMode.Lines());
    } catch (CorpusException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Test
  void aClearDifferenceIsToldWithItsIntervalAndAnUnclearOneAsNotFound() {
    Result result = result(ZERO, ZERO.withLearningRate(0.06), 4, 6);
    assertThat(words.sentence(result))
        .matches(
            "B’s training loss is lower by \\d\\.\\d{3} ± \\d\\.\\d{3};"
                + " its held-out loss is lower by \\d\\.\\d{3} ± \\d\\.\\d{3}");
    assertThat(words.sentence(result(ZERO, ZERO.withSeed(2), 3, 2)))
        .matches("B’s training loss does not differ measurably: [+−]\\d\\.\\d{3} ± \\d\\.\\d{3}.*");
  }

  @Test
  void heldOutLossIsToldBothWaysWhereTheyDiffer() {
    RunSettings carried = ZERO.withHiddenState(new HiddenStatePolicy.Carried(true));
    assertThat(words.sentence(result(ZERO, carried, 3, 2)))
        .contains("; its held-out loss from h0 = 0 ", "; with its own state it ");
  }

  @Test
  void runsThatAreEqualAreToldAsEqual() {
    RunSettings array = ZERO.withHiddenState(new HiddenStatePolicy.FixedArray(6));
    Result result = result(ZERO, array, 2, 2);
    assertThat(words.sentence(result))
        .isEqualTo("The losses of A and B are the same in every pair, bit for bit");
    assertThat(words.rows(result).get(0).cells())
        .satisfies(cells -> assertThat(cells.get(1)).isEqualTo(cells.get(2)))
        .endsWith("0.000", "0.000 to 0.000");
  }

  @Test
  void onePairGivesNoIntervalAndSaysSo() {
    Result result = result(ZERO, ZERO.withLearningRate(0.06), 1, 1);
    assertThat(words.sentence(result))
        .matches(
            "B’s training loss differs by −\\d\\.\\d{3} in the only pair, which gives no"
                + " interval; .*");
    assertThat(words.basis(result))
        .isEqualTo("One pair, one epoch of names.txt; an interval takes two pairs.");
    assertThat(words.rows(result)).allMatch(row -> row.interval().equals("–"));
  }

  @Test
  void pairsThatDivergedAreNamedByTheirSeeds() {
    RunSettings calm = ZERO.withClipping(new Clipping.None()).withSeed(11);
    Result result = result(calm, calm.withLearningRate(1000), 2, 20);
    assertThat(words.sentence(result))
        .isEqualTo("Every pair diverged, so there is nothing to compare");
    assertThat(words.basis(result))
        .isEqualTo("2 of 2 pairs diverged and are left out: seed 11 (B), seed 12 (B).");
    assertThat(words.rows(result)).isEmpty();
  }

  @Test
  void theTableHasALineForEachMeasureWithSharesInPercent() {
    Result result = result(ZERO, ZERO.withLearningRate(0.06), 3, 2);
    assertThat(words.basis(result))
        .isEqualTo("3 paired seeds, 2 epochs of names.txt, 95 % intervals.");
    assertThat(words.rows(result))
        .extracting(ExperimentWords.Row::measure)
        .containsExactly(
            "Training loss, last epoch",
            "Training loss at the end, h0 = 0",
            "Held-out loss, h0 = 0",
            "Held-out loss, own state",
            "Held-out loss, last character, h0 = 0",
            "Reach: letters until 1 % of the gradient is left",
            "Equal samples: A with another seed | with B",
            "Length of samples, characters",
            "Samples ending in “lan”");
    List<String> shares = words.rows(result).get(6).cells();
    assertThat(shares.get(1)).matches("\\d+\\.\\d %");
    assertThat(shares.get(4)).matches("[+−]?\\d+\\.\\d to [+−]?\\d+\\.\\d %");
  }
}
