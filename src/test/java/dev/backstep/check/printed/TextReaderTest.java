package dev.backstep.check.printed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.SeededRandom;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextReaderTest {
  /** What a line prints, in one spelling. */
  private static List<String> read(String text) {
    return TextReader.read(text).lines().stream()
        .map(
            line ->
                (line.beginsExpected() ? "expected " : "")
                    + line.label()
                    + (line.ofShape() ? ".shape" : "")
                    + " = "
                    + line.value().sizes()
                    + " "
                    + line.value().numbers().stream()
                        .map(number -> number.text() + "±" + number.unit() / 2)
                        .collect(Collectors.joining(" ")))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gradients[\"dWf\"][3][1] = -0.081",
        "gradients['dWf'][3][1] = -0.081",
        "grads[ 'dWf' ] [3, 1]=-0.081",
        "dWf[3,1] = -0.081",
        "dWf[3][1]: -0.081",
        "dWf[3][1] -0.081",
        "  print:  gradients[“dWf”][3][1] = −0.081",
        ">>> dWf[3][1] = -0.081",
        "Out[12]: dWf[3][1] = -0.081",
        "| gradients[\"dWf\"][3][1] | -0.081 |",
        "|**gradients[\"dWf\"][3][1]** = | -0.081|",
        "gradients[\"dWf\"][3][1] =\t-0.081",
        "`gradients[\"dWf\"][3][1]` = `-0.081`",
        "gradients[\"dWf\"][3][1] =\u00a0-0.081",
        "gradients[\"dWf\"][3][1] = \n-0.081",
        "    <td>\n **gradients[\"dWf\"][3][1]** =\n  </td>\n  <td>\n  -0.081\n </td>",
        "<td>gradients[&quot;dWf&quot;][3][1]</td><td>-0.081</td>",
        "      \"gradients[\\\"dWf\\\"][3][1] = -0.081\\n\",",
        "dWf[3][1] = np.float64(-0.081)",
        "\u001b[32mdWf[3][1] = -0.081\u001b[0m",
        "dWf[3][1] = -0.081,"
      })
  void aNumberIsFoundHoweverItIsPrinted(String text) {
    String plain = text.replace("print:", "");
    assertThat(read(plain)).containsExactly("dWf[3][1] = [] -0.081±5.0E-4");
    assertThat(TextReader.read(plain).leftOut()).isEmpty();
  }

  @Test
  void arraysGoOnOverLines() {
    assertThat(
            read(
                """
                dx[1][2] = [-2.07101689 -0.5
                  0.02466855 0.01483317]
                dba = array([[1.],
                       [2.5]])
                dWax = [[1, 2], [3, 4]]
                dxt[0] = [ 1.5e-03  2.25e+10]
                da0 =
                [[1.5]
                 [2.5]]
                dba.shape = (5, 1)
                dba[4] = [nan]
                """))
        .containsExactly(
            "dx[1][2] = [4] -2.07101689±5.0E-9 -0.5±5.0E-9 0.02466855±5.0E-9 0.01483317±5.0E-9",
            "dba = [2, 1] 1.±0.05 2.5±0.05",
            "dWax = [2, 2] 1±0.5 2±0.5 3±0.5 4±0.5",
            "dxt[0] = [2] 1.5e-03±5.0E-6 2.25e+10±5.0E7",
            "da0 = [2, 1] 1.5±0.05 2.5±0.05",
            "dba.shape = [2] 5±0.5 1±0.5",
            "dba[4] = [1] nan±0.0");
  }

  @Test
  void digitsThatAreLeftOffLeaveMoreRoomThanRoundedOnes() {
    assertThat(read("dba[4] = -0.0698…\ndba[3] = 0.25...\ndba[2] = +.5"))
        .containsExactly(
            "dba[4] = [] -0.0698±1.0E-4", "dba[3] = [] 0.25±0.01", "dba[2] = [] +.5±0.05");
  }

  @Test
  void theFirstLineBelowTheExpectedOutputIsMarked() {
    assertThat(read("dba[1] = 1\n**Expected Output**:\n\n| --- | --- |\ndba[1] = 2\ndba[2] = 3"))
        .containsExactly("dba[1] = [] 1±0.5", "expected dba[1] = [] 2±0.5", "dba[2] = [] 3±0.5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "print(\"dWf[3][1] =\", gradients[\"dWf\"][3][1])",
        "dWf[3][1] = ",
        "dWf[3][1] = -0.081 0.5",
        "dWf[3][1] = None",
        "dWf[3][1] = 1d",
        "dWf[3][1] = 0x10",
        "dWf[:, 1] = [1 2]",
        "dWf[3][1] = [1 [2]]",
        "dWf[3][1] = [1 2",
        "dWf[3][1] = 1 2]",
        "dWf[3][1] = [1 ... 2]",
        "dWf[3][1] = 1e99999999",
        "(3, 10)",
        "## LSTM",
        "What is dWf[3][1]? It is 0.5",
        "dWf"
      })
  void whatIsNotUnderstoodIsLeftOutAndKept(String line) {
    PrintedText read = TextReader.read(line + "\ndbf[4] = 0.5");
    assertThat(read.leftOut()).containsExactly(line.strip());
    assertThat(read(line + "\ndbf[4] = 0.5")).containsExactly("dbf[4] = [] 0.5±0.05");
  }

  @Test
  void anArrayThatIsNotClosedTakesNoOtherLineWithIt() {
    PrintedText read = TextReader.read("dx[1][2] = [1.5\n 2.5\ndba[4] = [0.5]");
    assertThat(read.lines()).extracting(PrintedLine::name).containsExactly("dba");
    assertThat(read.leftOut()).containsExactly("dx[1][2] = [1.5", "2.5");
  }

  /** Pieces of lines in any order, and any characters at all: nothing breaks, and it ends soon. */
  @Test
  void ofGarbageSomethingIsReadOrItIsRefused() {
    SeededRandom random = new SeededRandom(9);
    String[] pieces = {
      "gradients[\"dWf\"]",
      "[3]",
      "[1]",
      "dx",
      " = ",
      "[",
      "]",
      "-0.0698",
      "1e308",
      "-inf",
      "nan",
      "\n",
      "|",
      ".shape",
      "(3, 10",
      ")",
      "**Expected Output**",
      "…",
      "array(",
      "np.float64(",
      ",",
      "[-1]",
      "[999999]",
      "\t",
      "<td>",
      "&quot;",
      "\u0000",
      "\ud800",
      "٣",
      "dba[4] = 0.2\n",
      "e",
      "."
    };
    int judged = 0;
    for (int i = 0; i < 300; i++) {
      String text =
          Stream.generate(() -> pieces[random.nextInt(pieces.length)])
              .limit(1 + random.nextInt(60))
              .collect(Collectors.joining());
      try {
        PrintedCheck check = PrintedCheck.of("text", text);
        assertThat(check.verdicts()).isNotEmpty();
        judged++;
      } catch (PrintedException refused) {
        assertThat(refused).hasMessageStartingWith("text: ").hasMessageEndingWith(".");
      }
    }
    assertThat(judged).isBetween(10, 290);
  }

  @Test
  void textsThatNestAndRepeatWithoutEndAreReadInAMoment() {
    for (String piece :
        List.of("[", "dx[", "dx = [", "((", "a", "a[1]", "\"", "<", "-", "array(")) {
      PrintedText read = TextReader.read("dx = " + piece.repeat(20_000) + "\ndba[4] = 0.5");
      assertThat(read.lines()).extracting(PrintedLine::name).contains("dba");
      TextReader.read(piece.repeat(20_000));
      TextReader.read((piece + "\n").repeat(20_000));
    }
  }
}
