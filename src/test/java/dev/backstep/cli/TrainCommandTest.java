package dev.backstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.fault.FaultCatalogue;
import dev.backstep.io.session.SessionFile;
import dev.backstep.text.CorpusReader;
import dev.backstep.text.TextMode;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.MeanLoss;
import dev.backstep.training.RunSettings;
import dev.backstep.training.Trainer;
import dev.backstep.training.TrainingData;
import dev.backstep.training.history.SavedRun;
import dev.backstep.training.optimizer.Clipping;
import dev.backstep.training.optimizer.OptimizerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainCommandTest {
  @TempDir private Path folder;
  private Path names;

  @BeforeEach
  void writeNames() throws IOException {
    names = folder.resolve("the names.txt");
    Files.writeString(names, "anna\notto\nhanna\nlotte\ntanno\nnolan\nalan\nthal\n");
  }

  private CommandCall train(Object... arguments) {
    return CommandCall.of(
        Stream.concat(Stream.of("train", "--data", names, "--hidden", 4), Stream.of(arguments))
            .toArray());
  }

  private Trainer trainer(RunSettings settings, int updates) throws Exception {
    TrainingData data =
        TrainingData.split(
            CorpusReader.read(names, new TextMode.Lines()),
            settings.heldOutShare(),
            settings.seed());
    Trainer trainer = new Trainer(data, settings);
    for (int i = 0; i < updates; i++) {
      trainer.update();
    }
    return trainer;
  }

  @Test
  void itEndsWithOneLineThatSaysWhatTheRunCameTo() throws Exception {
    CommandCall call = train("--epochs", 3, "--held-out", "0.25", "--seed", 5);
    Trainer trainer =
        trainer(RunSettings.defaults().withHidden(4).withSeed(5).withHeldOutShare(0.25), 18);
    int characters =
        3 * trainer.data().train().stream().mapToInt(sequence -> sequence.length()).sum();
    MeanLoss train = new MeanLoss(trainer.data().train(), trainer.weights().shape());
    MeanLoss heldOut = new MeanLoss(trainer.data().heldOut(), trainer.weights().shape());
    String losses =
        String.format(
            Locale.ROOT,
            "train %.4f, held-out %.4f nats/char",
            train.of(trainer.weights(), new HiddenStatePolicy.Zero()),
            heldOut.of(trainer.weights(), new HiddenStatePolicy.Zero()));
    assertThat(call.code()).isZero();
    assertThat(call.err()).as("no bar where nobody sees it").isEmpty();
    assertThat(call.out())
        .singleElement()
        .asString()
        .matches(
            "trained 18 updates, "
                + characters
                + " characters in \\d+\\.\\d\\d s \\(\\d+ characters/s\\), .*")
        .endsWith(losses);
  }

  @Test
  void whereNothingIsHeldOutThereIsNoHeldOutLoss() {
    assertThat(train("--updates", 5, "--held-out", 0).out())
        .singleElement()
        .asString()
        .startsWith("trained 5 updates, ")
        .endsWith(", held-out – nats/char");
  }

  @Test
  void everyOptionReachesTheRun() throws Exception {
    Path session = folder.resolve("run.backstep");
    CommandCall call =
        train(
            "--optimizer",
            "sgd",
            "--lr",
            "0.02",
            "--clip",
            "2",
            "--mode",
            "carried",
            "--seed",
            9,
            "--held-out",
            "0.5",
            "--fault",
            "missing-transpose",
            "--updates",
            7,
            "--save",
            session);
    assertThat(call.code()).isZero();
    SavedRun run = SessionFile.read(session).run();
    assertThat(run.here().updates()).isEqualTo(7);
    assertThat(run.here().settings())
        .isEqualTo(
            RunSettings.defaults()
                .withHidden(4)
                .withOptimizer(OptimizerKind.SGD)
                .withLearningRate(0.02)
                .withClipping(new Clipping.GlobalNorm(2))
                .withHiddenState(new HiddenStatePolicy.Carried(true))
                .withSeed(9)
                .withHeldOutShare(0.5)
                .withFault(FaultCatalogue.named("missing-transpose").orElseThrow()));
  }

  @Test
  void theTableHasOneLineAnUpdateWithAllDigits() throws Exception {
    Path table = folder.resolve("losses.csv");
    assertThat(train("--epochs", 2, "--held-out", "0.25", "--csv", table).code()).isZero();
    List<String> lines = Files.readAllLines(table);
    RunSettings settings = RunSettings.defaults().withHidden(4).withHeldOutShare(0.25);
    assertThat(lines).hasSize(13).startsWith("update,epoch,loss,held_out_loss,held_out_own_state");
    for (int update : new int[] {1, 6, 7, 12}) {
      String[] fields = lines.get(update).split(",", -1);
      Trainer trainer = trainer(settings, update);
      assertThat(fields).hasSize(5).startsWith(String.valueOf(update), update > 6 ? "2" : "1");
      assertThat(Double.parseDouble(fields[2])).isEqualTo(trainer.lossPerCharacter());
      if (update % 6 == 0) {
        MeanLoss heldOut = new MeanLoss(trainer.data().heldOut(), trainer.weights().shape());
        assertThat(Double.parseDouble(fields[3])).isEqualTo(heldOut.under(trainer).loss());
      } else {
        assertThat(fields[3]).isEmpty();
      }
      assertThat(fields[4]).isEqualTo(fields[3]);
    }
  }

  @Test
  void aRunThatDivergesIsSavedAndEndsWithOneAndTheUpdate() throws Exception {
    Path session = folder.resolve("run.backstep");
    Path table = folder.resolve("losses.csv");
    CommandCall call =
        train(
            "--optimizer",
            "sgd",
            "--lr",
            1000,
            "--clip",
            "none",
            "--save",
            session,
            "--csv",
            table);
    SavedRun run = SessionFile.read(session).run();
    assertThat(call.code()).isEqualTo(1);
    assertThat(call.out()).isEmpty();
    assertThat(run.diverged()).isTrue();
    assertThat(call.err())
        .last()
        .asString()
        .matches(
            "The run diverged at update "
                + run.here().updates()
                + ", t = \\d+: a number is not finite\\.");
    assertThat(Files.readAllLines(table)).hasSize((int) run.here().updates() + 1);
  }

  @Test
  void namesMayFillAllBytesThatAFileSystemHas() {
    Path session = folder.resolve("s".repeat(255));
    Path table = folder.resolve("ü".repeat(127) + "c");
    assertThat(train("--updates", 3, "--save", session, "--csv", table).code()).isZero();
    assertThat(session).isNotEmptyFile();
    assertThat(table).isNotEmptyFile();
    assertThat(folder.toFile().list()).as("no checkpoint is left").hasSize(3);
  }

  @ParameterizedTest
  @EnabledOnOs(OS.LINUX)
  @CsvSource({"--save, long", "--csv, long", "--save, /proc/run", "--csv, /proc/run"})
  void whatCouldNotBeWrittenIsTriedBeforeItIsTrained(String option, String name) {
    Path file = name.equals("long") ? folder.resolve("x".repeat(256)) : Path.of(name);
    CommandCall call = train("--updates", 10_000_000, option, file);
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err().get(0))
        .startsWith(option + " is " + file + ", which cannot be written: ");
    assertThat(folder.toFile().list()).containsExactly("the names.txt");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--hidden 0 | H, the number of hidden units, is 0; it must be 1 to 1024",
        "--lr NaN | --lr is “NaN”; it must be a number above 0 and at most 1000.",
        "--lr 1d | --lr is “1d”; it must be a number above 0 and at most 1000.",
        "--lr 0x1p3 | --lr is “0x1p3”; it must be a number above 0 and at most 1000.",
        "--clip Infinity | --clip is “Infinity”; it must be none, LIMIT, norm:LIMIT or"
            + " value:LIMIT.",
        "--init gaussian:1f | --init is “gaussian:1f”; it must be uniform or gaussian:DEVIATION.",
        "--seed 0x10 | --seed is “0x10”; it must be a whole number from ",
        "--updates ٣ | --updates is “٣”; it must be a whole number from 1 to 10000000.",
        "--save= | --save is “”; it must be the name of a file that this system can have.",
        "--epochs 0 | The number of epochs is 0; it must be 1 to 1250000",
        "--updates 10000001 | The number of updates is 10000001; it must be 1 to 10000000",
        "--epochs many | --epochs is “many”; it must be a whole number from 1 on that makes",
        "--epochs 2 --updates 2 | Only one of --epochs and --updates can",
        "--mode fixed:3 | The fixed array has 3 columns and the longest sequence 5 characters",
        "--fault none-such | --fault is “none-such”; it must be none or one of the ",
        "--clip 0 | The clip limit is 0.0; it must be above 0.",
        "--save nowhere/run | --save is nowhere/run, which cannot be written: there is no such"
            + " folder.",
        "--csv / | --csv is /, which cannot be written: it is a folder and not a file.",
        "--save target/x --csv target/./x | --save and --csv are both target/./x; they must be"
      })
  void whatCannotBeDoneEndsWithTwoAndOneSentenceBeforeAnythingIsTrained(
      String arguments, String message) {
    CommandCall call =
        CommandCall.of(
            Stream.concat(
                    Stream.of("train", "--data", names, "--held-out", 0),
                    Stream.of(arguments.split(" ")))
                .toArray());
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err()).hasSize(2).last().isEqualTo("See: backstep train --help");
    assertThat(call.err().get(0)).startsWith(message);
    assertThat(call.out()).isEmpty();
  }

  @Test
  void theTextIsNotOverwritten() {
    CommandCall call = train("--csv", folder.resolve(".").resolve("the names.txt"));
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err().get(0)).contains("which is the text to train on");
    assertThat(names).content().startsWith("anna\n");
  }

  @Test
  void aFolderIsNoText() {
    CommandCall call = CommandCall.of("train", "--data", folder);
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err().get(0)).isEqualTo(folder + ": this is a folder and not a file.");
  }
}
