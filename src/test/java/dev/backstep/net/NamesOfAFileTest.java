package dev.backstep.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.math.SeededRandom;
import dev.backstep.net.Notation.Standing;
import dev.backstep.net.Renamings.Renamed;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NamesOfAFileTest {
  private static final Notation COURSERA =
      Notation.of(
          true,
          Map.of(
              "W1", new Standing("Wax", true),
              "W2", new Standing("Waa", true),
              "W3", new Standing("Wya", false),
              "bh", new Standing("ba", false)),
          Map.of(
              "dW2", "dWaa", "h", "a", "dh", "da", "dh_prev", "da_prev", "o", "yhat", "h0", "a0"));

  private static final Notation ROWS =
      Notation.of(
          false,
          Map.of(
              "W1", new Standing("rnn.weight_ih_l0[5:10]", true),
              "W2", new Standing("Wh", false),
              "W3", new Standing("V", true),
              "bo", new Standing("b_ih + b_hh", false)),
          Map.of("dW1", "rnn.weight_ih_l0.grad[5:10]"));

  static Stream<Net> nets() {
    return Stream.of(Input.ONE_HOT, Input.REAL, Input.EMBEDDED)
        .flatMap(
            input ->
                Stream.of(Head.SOFTMAX, Head.SIGMOID, Head.LINEAR, Head.NONE)
                    .flatMap(
                        head ->
                            Nets.cells().stream()
                                .map(cell -> Nets.of(input, cell, head, head == Head.SOFTMAX))));
  }

  private static List<String> lines(Net net, Notation notation, Script script) {
    Printer printer = new Printer(net, notation, script);
    return net.rules().stream().flatMap(rule -> printer.lines(rule).stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("nets")
  void theNamesOfAFileAreAllThatDiffers(Net net) {
    SeededRandom random = new SeededRandom(5);
    for (Notation like : Notation.KNOWN) {
      for (Script script : List.of(Script.TEXT, Script.NUMPY)) {
        List<String> usual = lines(net, like, script);
        Renamed strange = Renamings.strange(net, like, random);
        assertThat(lines(net, strange.notation(), script))
            .allSatisfy(line -> assertThat(strange.leftIn(line)).as(line).isEmpty());
        for (Renamed renamed :
            List.of(
                strange,
                Renamings.exchanged(net, like, random),
                Renamings.exchanged(net, like, random))) {
          List<String> lines = lines(net, renamed.notation(), script);
          assertThat(lines).isNotEqualTo(usual);
          assertThat(lines.stream().map(renamed.back()).toList()).isEqualTo(usual);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("nets")
  void theSameHoldsOfLatex(Net net) {
    SeededRandom random = new SeededRandom(6);
    for (Notation like : Notation.KNOWN) {
      Renamed renamed = Renamings.plain(net, like, random);
      String lines = String.join("\n", lines(net, renamed.notation(), Script.LATEX));
      for (Weight weight : net.weights()) {
        String name = "\\mathrm{" + renamed.notation().name(weight) + "}";
        String gradient = "\\mathrm{" + renamed.notation().gradient(weight) + "}";
        assertThat(lines).contains(name).contains(gradient);
        lines = lines.replace(gradient, "\\mathrm{d}" + like.latex(weight));
        lines = lines.replace(name, like.latex(weight));
      }
      for (Vector state : net.states()) {
        String before = "\\mathrm{" + renamed.notation().before(state) + "}";
        lines = lines.replace(before, state.latex() + "_{\\mathrm{prev}}");
      }
      for (Vector vector : net.vectors()) {
        String latex = "\\mathrm{" + renamed.notation().written(vector) + "}";
        lines = lines.replace(latex, vector.latex());
      }
      for (String word : List.of("x", "y", "w")) {
        lines = lines.replace("\\mathrm{" + renamed.notation().word(word) + "}", word);
      }
      String expected = String.join("\n", lines(net, like, Script.LATEX));
      assertThat(spaced(lines)).isEqualTo(spaced(expected));
    }
  }

  /**
   * Without what depends on more than the name: a vector x or y has a t beside the id, which has
   * the same name in a file, and a letter needs no space behind a superscript.
   */
  private static String spaced(String latex) {
    return latex.replaceAll("([xy])(_t)+", "$1").replace("\\,", " ");
  }

  @Test
  void equationsAreAsInCoursera() {
    assertThat(lines(Vanilla.NET, COURSERA, Script.NUMPY))
        .contains(
            "a = np.tanh(Wax[:, [x]] + Waa @ a_prev + ba)",
            "yhat = np.exp(z - z.max())",
            "loss_t = -np.log(yhat[y, 0])",
            "dtanh = (1 - a**2) * da",
            "dWaa += dtanh @ a_prev.T",
            "da_prev = Waa.T @ dtanh");
    assertThat(lines(Vanilla.NET, COURSERA, Script.LATEX))
        .contains("\\mathrm{da\\_prev} = \\mathrm{Waa}^{\\top}\\,\\mathrm{dtanh}")
        .anyMatch(line -> line.startsWith("a = \\tanh(") && line.contains("a_{\\mathrm{prev}}"));
  }

  @Test
  void aWeightThatStandsTheOtherWayRoundIsTurned() {
    assertThat(lines(Vanilla.NET, ROWS, Script.NUMPY))
        .contains(
            "h = np.tanh(rnn.weight_ih_l0[5:10][:, x] + h_prev @ Wh + bh)",
            "z = h @ V + (b_ih + b_hh)",
            "dh = e @ V.T + dh_later",
            "dV += np.outer(h, e)",
            "rnn.weight_ih_l0.grad[5:10][:, x] += dtanh",
            "dWh += np.outer(h_prev, dtanh)",
            "dh_prev = dtanh @ Wh.T");
    assertThat(lines(Vanilla.NET, ROWS, Script.TEXT)).contains("dV += hᵀ·e");
  }

  @Test
  void aRowOfAnEmbeddingIsTurnedIntoAColumn() {
    Net net = Nets.of(Input.EMBEDDED, PlainCell.IDENTITY, Head.NONE, false);
    assertThat(lines(net, Notation.FIELD, Script.NUMPY))
        .contains("x = E[[x]].T", "dE[[x]] += dxt.T");
    assertThat(lines(net, Notation.OURS, Script.NUMPY)).contains("x = E[x]", "dE[x] += dxt");
  }

  @Test
  void whatTheFileCallsSomethingElseHasAnotherName() {
    Net net = Nets.of(Input.REAL, PlainCell.IDENTITY, Head.LINEAR, false);
    Notation odd =
        Notation.of(
            false,
            Map.of("W1", new Standing("W2", false), "bo", new Standing("e", false)),
            Map.of());
    assertThat(lines(net, odd, Script.NUMPY))
        .contains("h = x @ W2 + h_prev @ W2_ + bh", "e_ = o - y", "de += e_");
    assertThat(odd.named("dW1, dW2 and e")).isEqualTo("dW2, dW2_ and e_");
    Notation sizes = Notation.of(false, Map.of("W3", new Standing("V", false)), Map.of());
    assertThat(sizes.word("V")).isEqualTo("K");
  }

  @Test
  void entriesHaveTheIndicesOfTheFile() {
    assertThat(COURSERA.entry("W2", 3, 5)).isEqualTo("Waa[5,3]");
    assertThat(COURSERA.entry("W3", 3, 5)).isEqualTo("Wya[3,5]");
    assertThat(COURSERA.entry("bh", 0, 5)).isEqualTo("ba[5]");
    assertThat(COURSERA.gradientEntry(PlainCell.W2, 3, 5)).isEqualTo("dWaa[5,3]");
    assertThat(COURSERA.gradientEntry(PlainCell.W1, 3, 5)).isEqualTo("dWax[5,3]");
    assertThat(ROWS.gradientEntry(PlainCell.W1, 3, 5))
        .isEqualTo("rnn.weight_ih_l0.grad[5:10][5,3]");
    assertThat(ROWS.entry("bo", 0, 5)).isEqualTo("(b_ih + b_hh)[5]");
    assertThat(ROWS.drawn("W1")).isEqualTo("rnn.weight_ih_l0[5:10]ᵀ");
  }

  @Test
  void wordsHaveTheNamesOfTheFileAndNoPartOfAWordIsExchanged() {
    assertThat(COURSERA.named("h_prev in the place of h in dW2, h0 = 0: W2ᵀ, a dh.copy()"))
        .isEqualTo("a_prev in the place of a in dWaa, a0 = 0: Waaᵀ, a da.copy()");
    assertThat(COURSERA.named("dhprev-skips-W2, h-for-hprev, self.h, The hidden W20, Δh, h2"))
        .isEqualTo("dhprev-skips-W2, h-for-hprev, self.h, The hidden W20, Δh, h2");
    Notation exchanged =
        Notation.of(
            false,
            Map.of("W2", new Standing("W3", false), "W3", new Standing("W2", false)),
            Map.of("h", "o", "o", "h"));
    assertThat(exchanged.named("W2 and W3, dW3 and dW2, h and o"))
        .isEqualTo("W3 and W2, dW2 and dW3, o and h");
    Notation signs = Notation.of(false, Map.of("W2", new Standing("p['$1\\2']", false)), Map.of());
    assertThat(signs.named("W2.T")).isEqualTo("p['$1\\2'].T");
  }

  @Test
  void namesThatCannotBeToldApartAreRefused() {
    assertThatThrownBy(
            () -> Notation.of(true, Map.of("W2", new Standing("W", false)), Map.of("dW2", "W")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'W' is the name of two things; each must have a name of its own");
    assertThatThrownBy(() -> Notation.of(true, Map.of("W4", new Standing("W", false)), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no parameter is called 'W4'");
  }
}
