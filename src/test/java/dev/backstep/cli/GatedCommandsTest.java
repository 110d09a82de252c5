package dev.backstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.io.session.Session;
import dev.backstep.io.session.SessionFile;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.text.Dataset;
import dev.backstep.text.TextMode;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.RunSettings;
import dev.backstep.training.history.SavedRun;
import dev.backstep.training.session.TrainingSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code backstep train}, {@code sample} and {@code compare} with nets that have gates. */
class GatedCommandsTest {
  private static final int UPDATES = 300;
  private static final double GATE_BIAS = 1.25;

  @TempDir private Path folder;

  private static Stream<Net> gated() {
    return Nets.ALL.stream().filter(net -> net.gateBias().isPresent());
  }

  private Path trained(Net cell) {
    Path file = folder.resolve("of the command");
    CommandCall call =
        CommandCall.of(
            "train",
            "--hidden",
            5,
            "--mode",
            "carried",
            "--cell",
            cell.id().toUpperCase(Locale.ROOT),
            "--gate-bias",
            GATE_BIAS,
            "--updates",
            UPDATES,
            "--save",
            file);
    assertThat(call.code()).isZero();
    return file;
  }

  private Path saved(TrainingSession window, Session.View view) throws Exception {
    CompletableFuture<SavedRun> run = new CompletableFuture<>();
    window.capture(run::complete);
    Path file = folder.resolve("of the window");
    SessionFile.write(file, new Session(run.get(), view));
    return file;
  }

  @ParameterizedTest
  @MethodSource("gated")
  void theFileOfARunIsByteForByteTheOneThatTheWindowSaves(Net cell) throws Exception {
    Path file = trained(cell);
    RunSettings settings =
        RunSettings.defaults()
            .withHidden(5)
            .withHiddenState(new HiddenStatePolicy.Carried(true))
            .withCell(cell)
            .withGateBias(GATE_BIAS);
    try (TrainingSession window = new TrainingSession("window")) {
      window.open(() -> Dataset.DINOSAURS.load(new TextMode.Lines()), List.of(settings));
      for (int i = 0; i < UPDATES; i++) {
        window.update();
      }
      assertThat(file).hasSameBinaryContentAs(saved(window, SessionFile.read(file).view()));
    }
  }

  @ParameterizedTest
  @MethodSource("gated")
  void samplesAreDrawnFromASession(Net cell) {
    Path file = trained(cell);
    CommandCall first = CommandCall.of("sample", "--session", file, "-n", 20, "--seed", 7);
    CommandCall again = CommandCall.of("sample", "--session", file, "-n", 20, "--seed", 7);
    assertThat(first.code()).isZero();
    assertThat(first.out()).hasSize(20).isEqualTo(again.out());
    assertThat(first.out().stream().distinct().count()).isGreaterThan(10);
  }

  @Test
  void theCellThatIsAskedForMustBeThatOfTheSession() {
    Path file = trained(Nets.of("gru").orElseThrow());
    assertThat(CommandCall.of("sample", "--session", file, "--cell", "GRU").out()).hasSize(10);
    CommandCall other = CommandCall.of("sample", "--session", file, "--cell", "lstm");
    assertThat(other.code()).isEqualTo(2);
    assertThat(other.err())
        .startsWith(
            "--cell is lstm; the net of the session is gru, so it must be that or be left out.");
  }

  private CommandCall compare(String a, String b, Object... more) throws Exception {
    Path names = folder.resolve("names.txt");
    Files.writeString(names, "anna\notto\nhanna\nlotte\ntanno\nnolan\nalan\nthal\n");
    Stream<Object> arguments =
        Stream.of("compare", "--data", names, "--hidden", 4, "--epochs", 2, "--a", a, "--b", b);
    return CommandCall.of(Stream.concat(arguments, Stream.of(more)).toArray());
  }

  @Test
  void cellsAreComparedAndTheGateBiasIsSaidOfThoseThatHaveOne() throws Exception {
    Path table = folder.resolve("table.csv");
    CommandCall call = compare("cell=rnn", "cell=LSTM", "--out", table);
    assertThat(call.code()).isZero();
    assertThat(call.out())
        .startsWith("A: cell=vanilla gate-bias=none", "B: cell=lstm gate-bias=1")
        .anyMatch(line -> line.startsWith("both: mode=zero hidden=4 "));
    assertThat(table).content().contains("gate-bias,none,1", "cell,vanilla,lstm");
  }

  @Test
  void forgetBiasesAreCompared() throws Exception {
    CommandCall call = compare("gate-bias=0", "gate-bias=1", "--cell", "lstm");
    assertThat(call.code()).isZero();
    assertThat(call.out())
        .startsWith("A: gate-bias=0", "B: gate-bias=1")
        .anyMatch(line -> line.startsWith("both: ") && line.contains(" cell=lstm "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--gate-bias 1 | The start value of a gate's bias is 1.0; the cell vanilla has no gate, so"
            + " it must be left out.",
        "--cell lstm --gate-bias 11 | The start value of b_f, the bias of the forget gate, is 11.0;"
            + " it must be -10 to 10.",
        "--cell gru --gate-bias x | --gate-bias is “x”; it must be a number from -10 to 10 (none"
            + " where the cell has no gates).",
        "--cell lstmm | --cell is “lstmm”; it must be vanilla (also called rnn), relu, sigmoid,"
            + " gru, gru-reset-before or lstm."
      })
  void whatCannotBeIsRefusedInASentence(String arguments, String sentence) {
    Stream<Object> all = Stream.concat(Stream.of("train"), Stream.of(arguments.split(" ")));
    CommandCall call = CommandCall.of(all.toArray());
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err()).startsWith(sentence);
  }
}
