package dev.backstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backstep.check.printed.NotebookFunction;
import dev.backstep.check.printed.PrintedReference;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code backstep check --paste FILE}. */
class PastedCommandTest {
  private static final PrintedReference LSTM = PrintedReference.of(NotebookFunction.LSTM_BACKWARD);

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("printed.txt"), text);
  }

  @Test
  void rightNumbersEndWithZero() throws IOException {
    CommandCall call = CommandCall.of("check", "--paste", file(LSTM.printed(LSTM.right())));

    assertThat(call.code()).isZero();
    assertThat(call.err()).isEmpty();
    assertThat(call.out())
        .startsWith(
            "printed.txt: lstm_backward of Coursera's notebook with its inputs of"
                + " np.random.seed(1): 13 numbers, each judged to its last digit",
            "",
            "dx[1][2][0] ·  0.00218254")
        .contains(
            "13 of 13 numbers agree",
            "Every number that was printed of lstm_backward is right.",
            "  Some copies of the notebook expect other numbers of lstm_backward, dWf[3][1] ="
                + " −0.0698198561274 among them: those are a wrong gradient, that of"
                + " lstm-nothing-handed-on.");
  }

  @Test
  void theNumbersOfTheNotebookAreToldToBeWrong() throws IOException {
    CommandCall call = CommandCall.of("check", "--paste", file(LSTM.printed(LSTM.published())));

    assertThat(call.code()).isEqualTo(1);
    assertThat(call.out())
        .contains(
            "dWf[3][1]   x −0.0698198561274   right −0.0809802310938",
            "dx[1][2][3] · −0.43281115",
            "These are the numbers that the old notebook prints as the expected output of"
                + " lstm_backward, and they are a wrong gradient. This is lstm-nothing-handed-on:"
                + " Neither da_next nor dc is handed to the cell before.",
            "  your line  da_prevt = 0",
            "             dc_prevt = 0",
            "  should be  da_prevt = da_prev",
            "             dc_prevt = dc_prev",
            "  In the notebook that is so where da_prevt and dc_prevt stay zero, because its loop"
                + " does not set them to gradients[\"da_prev\"] and gradients[\"dc_prev\"].");
  }

  /** The weights of a gate stand in one array for a and for x. */
  @Test
  void linesHaveTheNamesOfTheNotebook() throws IOException {
    CommandCall call =
        CommandCall.of("check", "--paste", file(LSTM.printed(LSTM.with("lstm-h-for-hprev"))));

    assertThat(call.out())
        .contains(
            "  your line  dWi[:, :n_a] += dit @ a_next.T",
            "  should be  dWi[:, :n_a] += dit @ a_prev.T",
            "  In these lines n_a is the number of units: [:, :n_a] is the part of a weight for"
                + " a_prev, and [:, n_a:] that for xt.")
        .noneMatch(line -> line.contains("is the whole gradient of c_next"));
    assertThat(
            CommandCall.of("check", "--paste", file(LSTM.printed(LSTM.with("lstm-df-uses-c"))))
                .out())
        .contains(
            "  your line  dft = dc * c_next * ft * (1 - ft)",
            "  should be  dft = dc * c_prev * ft * (1 - ft)")
        .anyMatch(line -> line.startsWith("  In these lines dc is the whole gradient of c_next"));
  }

  @Test
  void whatIsNotUnderstoodIsQuoted() throws IOException {
    PrintedReference rnn = PrintedReference.of(NotebookFunction.RNN_BACKWARD);
    String text = "(3, 10)\na_next.shape = (5, 10)\n" + "x".repeat(99) + "\n";
    CommandCall call =
        CommandCall.of("check", "--paste", file(text + rnn.printed(rnn.with("h-for-hprev"))));

    assertThat(call.code()).isEqualTo(1);
    assertThat(call.out())
        .contains(
            "This is h-for-hprev: a_next in the place of a_prev in dWaa.",
            "  your line  dWaa += dtanh @ a_next.T",
            "  should be  dWaa += dtanh @ a_prev.T",
            "Not judged, since no function here returns it: a_next",
            "Not understood and left out: “(3, 10)”, “" + "x".repeat(60) + "…”");
  }

  @Test
  void theStandardInputIsReadToo() {
    InputStream before = System.in;
    try {
      System.setIn(
          new ByteArrayInputStream(
              LSTM.printed(LSTM.with("lstm-df-uses-c")).getBytes(StandardCharsets.UTF_8)));
      CommandCall call = CommandCall.of("check", "--paste", "-");
      assertThat(call.code()).isEqualTo(1);
      assertThat(call.out().get(0)).startsWith("standard input: lstm_backward of Coursera's");
      assertThat(call.out()).anyMatch(line -> line.startsWith("This is lstm-df-uses-c: "));
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void whatPowerShellRedirectsIsReadToo() throws IOException {
    Path file = folder.resolve("wide.txt");
    String text = "\ufeff" + LSTM.printed(LSTM.right());
    Files.write(file, text.getBytes(StandardCharsets.UTF_16LE));
    assertThat(CommandCall.of("check", "--paste", file).code()).isZero();
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    assertThat(CommandCall.of("check", "--paste", file).code()).isZero();
  }

  @Test
  void machinesGetOneObjectALine() throws IOException {
    Path wrong = file(LSTM.printed(LSTM.published()));
    Path none = folder.resolve("none.txt");
    CommandCall call = CommandCall.of("check", "--json", "--paste", wrong, "--paste", none);

    assertThat(call.code()).isEqualTo(2);
    assertThat(call.out()).hasSize(2);
    JsonNode json = new ObjectMapper().readTree(call.out().get(0));
    assertThat(json.get("verdict").asText()).isEqualTo("differs");
    JsonNode function = json.at("/functions/0");
    assertThat(function.get("function").asText()).isEqualTo("lstm_backward");
    assertThat(function.get("entries")).hasSize(13);
    assertThat(function.at("/entries/5/entry").asText()).isEqualTo("dWf[3][1]");
    assertThat(function.at("/entries/5/yours").asText()).isEqualTo("-0.0698198561274");
    assertThat(function.at("/entries/5/right").asDouble()).isBetween(-0.0809803, -0.0809802);
    assertThat(function.at("/entries/3/agrees").asBoolean()).isTrue();
    assertThat(function.get("wrongGradientOfNotebook").asBoolean()).isTrue();
    assertThat(function.at("/explanations/0/faults/0").asText())
        .isEqualTo("lstm-nothing-handed-on");
    assertThat(function.at("/explanations/0/lines/0/wrong").asText()).startsWith("da_prevt = 0");
    assertThat(new ObjectMapper().readTree(call.out().get(1)).get("reason").asText())
        .isEqualTo("none.txt: there is no such file.");
  }

  @Test
  void whatCannotBeReadIsRefusedInASentence() throws IOException {
    CommandCall unknown = CommandCall.of("check", "--paste", file("a_next[4] = [0.5 0.25]"));
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).hasSize(1);
    assertThat(unknown.err().get(0)).startsWith("printed.txt: a_next is no gradient that can");
    assertThat(CommandCall.of("check", "--paste", folder).err())
        .containsExactly(folder.getFileName() + ": this is a folder and not a file.");
    assertThat(CommandCall.of("check", "--paste", "bad\0name").err())
        .containsExactly(
            "--paste is “bad\0name”; it must be the name of a file that this system can have.",
            "See: backstep check --help");
    assertThat(CommandCall.of("check", "--paste").err())
        .containsExactly(
            "--paste has no value; it must be written --paste FILE.", "See: backstep check --help");
    Path large = folder.resolve("large.txt");
    Files.write(large, new byte[5 << 20]);
    assertThat(CommandCall.of("check", "--paste", large).err())
        .containsExactly(
            "large.txt: it has more than 1048576 characters, which is the most that is read.");
  }

  @Test
  void severalTextsAreToldOneByOneAndTheWorstDecides() throws IOException {
    Path right = file(LSTM.printed(LSTM.right()));
    Path wrong = Files.writeString(folder.resolve("wrong.txt"), "dWf[3][1] = 0.5");
    CommandCall call = CommandCall.of("check", "--paste", right, "--paste", wrong);

    assertThat(call.code()).isEqualTo(1);
    assertThat(call.out())
        .contains(
            "wrong.txt: lstm_cell_backward of Coursera's notebook with its inputs of"
                + " np.random.seed(1): one number, judged to its last digit",
            "1 of 1 numbers differs, but in too few digits to name what is wrong: print more"
                + " entries or more digits.",
            "  These numbers may be of lstm_backward as well: print what only one of the two"
                + " returns to tell.");
  }
}
