package dev.backstep.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.backstep.model.Shape;
import dev.backstep.net.Lstm;
import dev.backstep.net.Vanilla;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompareCommandTest {
  @TempDir private Path folder;
  private Path names;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeNames() throws IOException {
    names = folder.resolve("names.txt");
    Files.writeString(names, "anna\notto\nhanna\nlotte\ntanno\nnolan\nalan\nthal\n");
  }

  private int compare(String... arguments) {
    List<String> all = new ArrayList<>(List.of("compare", "--data", names.toString()));
    all.addAll(List.of(arguments));
    return BackstepCommand.run(
        CommandCall.NO_DESKTOP,
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        all.toArray(String[]::new));
  }

  private int quick(String... arguments) {
    List<String> all = new ArrayList<>(List.of("--epochs", "2", "--hidden", "4"));
    all.addAll(List.of(arguments));
    return compare(all.toArray(String[]::new));
  }

  @Test
  void whereEveryPairDivergedNothingWasComparedAndTheCodeIsOne() {
    String table = names.resolveSibling("table.csv").toString();
    assertThat(
            compare(
                "--a",
                "lr=1000",
                "--b",
                "lr=999",
                "--optimizer",
                "sgd",
                "--clip",
                "none",
                "--hidden",
                "2",
                "--epochs",
                "50",
                "--seeds",
                "2",
                "--out",
                table))
        .isEqualTo(1);
    assertThat(out.toString()).contains("Every pair diverged, so there is nothing to compare.");
    assertThat(Path.of(table)).content().contains("diverged,2,");
  }

  @Test
  void itPrintsWhatWasComparedTheTableAndTheOutcome() {
    int code =
        quick(
            "--a",
            "mode=zero",
            "--b",
            "mode=carried",
            "--seeds",
            "3",
            "--optimizer",
            "sgd",
            "--held-out",
            "0.25");
    assertThat(code).isZero();
    assertThat(out.toString().lines().toList())
        .startsWith(
            "A: mode=zero",
            "B: mode=carried",
            "both: hidden=4 optimizer=sgd lr=0.03 clip=norm:5 init=uniform seed=1 held-out=0.25"
                + " fault=none")
        .anyMatch(line -> line.matches("Training loss, last epoch +\\d.* to .*"))
        .anyMatch(line -> line.matches("Held-out loss, own state +\\d.* to .*"))
        .anyMatch(line -> line.startsWith("B’s training loss "))
        .endsWith("3 paired seeds, 2 epochs of names.txt, 95 % intervals.");
    assertThat(err.toString()).as("no bar where nobody sees it").isEmpty();
  }

  @Test
  void twoCellsAreComparedAndHowManyWeightsEachHasIsSaid() {
    assertThat(
            quick(
                "--a",
                "cell=rnn",
                "--b",
                "cell=lstm,gate-bias=0.5",
                "--seeds",
                "2",
                "--held-out",
                "0.25"))
        .isZero();
    long rnn = new Shape(Vanilla.NET, 8, 4).parameters();
    long lstm = new Shape(Lstm.NET, 8, 4).parameters();
    assertThat(out.toString().lines().toList())
        .startsWith("A: cell=vanilla gate-bias=none", "B: cell=lstm gate-bias=0.5")
        .contains("weights and biases: " + rnn + " in A, " + lstm + " in B")
        .anyMatch(line -> line.matches("Held-out loss, last character, h0 = 0 +\\d.* to .*"));
  }

  @Test
  void theTableIsWrittenWithEveryPairInIt() throws IOException {
    Path table = folder.resolve("table.csv");
    assertThat(
            quick(
                "--a",
                "lr=0.03,optimizer=sgd",
                "--b",
                "optimizer=adam",
                "--seeds",
                "2",
                "--out",
                table.toString()))
        .isZero();
    List<String> lines = Files.readAllLines(table);
    assertThat(lines)
        .startsWith("line,pair,seed_a,seed_b,measure,a,b,difference,low,high,pairs")
        .contains("setting,,,,optimizer,sgd,adam,,,,", "setting,,,,lr,0.03,0.005,,,,")
        .anyMatch(line -> line.startsWith("mean,,,,running_train_loss,"))
        .anyMatch(line -> line.startsWith("pair,2,2,2,running_train_loss,"));
    assertThat(Files.list(folder)).containsExactlyInAnyOrder(names, table);
  }

  @Test
  void theSameCommandPrintsTheSame() {
    String[] arguments = {"--a", "seed=4", "--b", "seed=9", "--seeds", "2"};
    assertThat(quick(arguments)).isZero();
    String first = out.toString();
    out.getBuffer().setLength(0);
    assertThat(quick(arguments)).isZero();
    assertThat(out).hasToString(first);
    assertThat(first).contains("A: seed=4", "B: seed=9");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--a mode=zro | --a mode is “zro”; it must be zero, carried, carried:always,"
            + " fixed:COLUMNS or learned",
        "--a mode=fixed:3 | The fixed array has 3 columns and the longest sequence 5 characters",
        "--a speed=1 | “speed” is not a setting; settings are mode, hidden",
        "--a zero | “zero” is not a setting; it must be KEY=VALUE, as mode=zero",
        "--hidden many | --hidden is “many”; it must be a whole number from 1 to 1024.",
        "--a mode=zero | A and B have the same settings; at least one setting must differ",
        "--a seed=2 --seeds 0 | The number of pairs is 0; it must be 1 to 1000.",
        "--a seed=2 --epochs x | --epochs is “x”; it must be a whole number from 1 to 1000.",
        "--a seed=2 --window 0 | The window length is 0; it must be from 1 to 5000.",
        "--a seed=2 --data nowhere.txt | nowhere.txt: there is no such file.",
        "--a seed=2 --out nowhere/table.csv | --out is nowhere/table.csv, which cannot be written:"
            + " there is no",
        "--nonsense | There is no option “--nonsense”.",
        "--a fault=missing-transpos | --a fault is “missing-transpos”; it must be none or one of"
      })
  void whatCannotBeDoneEndsWithTwoAndOneSentenceBeforeAnythingIsTrained(
      String arguments, String message) {
    List<String> all = new ArrayList<>(List.of(arguments.split(" ")));
    if (all.contains("--data")) {
      names = Path.of(all.remove(all.indexOf("--data") + 1));
      all.remove("--data");
    }
    assertThat(compare(all.toArray(String[]::new))).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(2).endsWith("See: backstep compare --help");
    assertThat(err.toString()).startsWith(message);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aTableThatCannotBeWrittenInTheEndEndsWithOneAfterTheOutcomeIsPrinted() throws IOException {
    Path table = folder.resolve("table.csv");
    PrintWriter outcome =
        new PrintWriter(out, true) {
          @Override
          public void println(String line) {
            table.resolve("in the way").toFile().mkdirs();
            super.println(line);
          }
        };
    String[] arguments = {
      "compare",
      "--data",
      names.toString(),
      "--b",
      "seed=2",
      "--seeds",
      "2",
      "--hidden",
      "2",
      "--epochs",
      "1",
      "--out",
      table.toString()
    };
    PrintWriter errors = new PrintWriter(err, true);
    assertThat(BackstepCommand.run(CommandCall.NO_DESKTOP, outcome, errors, arguments)).isOne();
    assertThat(out.toString()).contains("2 paired seeds");
    Matcher kept =
        Pattern.compile("It is kept in (\\S+/backstep-compare-\\d+\\.csv)\\.")
            .matcher(err.toString());
    assertThat(err.toString()).startsWith(table + " could not be written: ");
    assertThat(kept.find()).isTrue();
    assertThat(Path.of(kept.group(1))).content().contains("pair,2,");
    Files.delete(Path.of(kept.group(1)));
  }

  @Test
  void aFaultOfBothIsTrainedInBoth() {
    assertThat(quick("--a", "seed=2", "--seeds", "1", "--fault", "missing-transpose")).isZero();
    assertThat(out.toString().lines())
        .anyMatch(line -> line.startsWith("both: ") && line.endsWith(" fault=missing-transpose"));
  }

  @Test
  void theTextIsNotOverwrittenByTheTable() {
    assertThat(quick("--a", "seed=2", "--out", names.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("which is the text to train on; it must be another file");
    assertThat(names).content().startsWith("anna");
  }

  @Test
  void aPipeIsNotReplacedByTheTable() throws IOException, InterruptedException {
    assumeThat(Path.of("/usr/bin/mkfifo")).exists();
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThat(quick("--a", "seed=2", "--out", pipe.toString())).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("--out is " + pipe + ", which cannot be written: it is a device or a pipe");
    assertThat(pipe).exists().satisfies(still -> assertThat(Files.isRegularFile(still)).isFalse());
  }

  @Test
  void helpEndsWithExamplesAndZero() {
    assertThat(compare("--help")).isZero();
    assertThat(out.toString())
        .contains("--seeds", "95 % intervals", "backstep compare --a mode=zero --b mode=carried");
    assertThat(err.toString()).isEmpty();
  }
}
