package dev.backstep.io.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.backstep.io.latex.LatexTable;
import dev.backstep.model.Parameters;
import dev.backstep.model.RandomNet;
import dev.backstep.net.Notation;
import dev.backstep.net.Phase;
import dev.backstep.net.Rule;
import dev.backstep.net.Vanilla;
import dev.backstep.text.Corpus;
import dev.backstep.text.CorpusException;
import dev.backstep.text.CorpusReader;
import dev.backstep.text.TextMode;
import dev.backstep.trace.FormulaLine;
import dev.backstep.trace.Trace;
import dev.backstep.trace.Update;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.RunSettings;
import dev.backstep.training.Runs;
import dev.backstep.training.Trainer;
import dev.backstep.training.TrainingData;
import dev.backstep.training.optimizer.Clipping;
import dev.backstep.training.optimizer.OptimizerKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;

class NumPyUpdateScriptTest {
  private static final boolean HAS_NUMPY = Python.hasNumPy();

  private static Trace trace(OptimizerKind kind, Clipping clipping) throws CorpusException {
    byte[] text = "abcab\ncabba\nbca\nacb".getBytes(StandardCharsets.UTF_8);
    Corpus corpus = CorpusReader.read("words.txt", text, new TextMode.Lines());
    RunSettings settings =
        RunSettings.defaults()
            .withHidden(5)
            .withOptimizer(kind)
            .withLearningRate(kind.usualLearningRate())
            .withClipping(clipping)
            .withSeed(3)
            .withHeldOutShare(0);
    Trainer trainer = new Trainer(TrainingData.split(corpus, 0, 3), settings);
    for (int i = 0; i < 3; i++) {
      trainer.update();
    }
    return trainer.trace(trainer.next());
  }

  @ParameterizedTest
  @MethodSource("dev.backstep.training.Updates#everyOptimiserWithEveryClipping")
  void numPyComesToTheSameWeightsInBothNotations(OptimizerKind kind, Clipping clipping)
      throws CorpusException, IOException {
    assumeTrue(HAS_NUMPY, "needs python3 with numpy");
    Trace trace = trace(kind, clipping);
    for (Notation notation : Notation.KNOWN) {
      String script = NumPyUpdateScript.of(trace, notation);
      Python python = Python.run(script);
      assertThat(python.output().stripTrailing())
          .isEqualTo("update with " + kind.title() + ": all 5 arrays agree");
    }
  }

  @Test
  void whereH0IsLearnedItsGradientIsPartOfTheNormThatIsClipped() throws IOException {
    assumeTrue(HAS_NUMPY, "needs python3 with numpy");
    RunSettings settings =
        RunSettings.defaults()
            .withHidden(3)
            .withClipping(new Clipping.GlobalNorm(0.1))
            .withHiddenState(new HiddenStatePolicy.Learned());
    Trainer trainer = Runs.trainer(Runs.lines("abca", "bcab"), settings);
    trainer.update();
    Trace trace = trainer.trace(trainer.next());
    Python python = Python.run(NumPyUpdateScript.of(trace, Notation.FIELD));
    assertThat(python.output().stripTrailing())
        .isEqualTo("update with Adagrad: all 5 arrays agree");
  }

  @Test
  void oneWeightThatIsOffByAMillionthMakesTheScriptFail() throws CorpusException, IOException {
    assumeTrue(HAS_NUMPY, "needs python3 with numpy");
    String script =
        NumPyUpdateScript.of(
            trace(OptimizerKind.ADAM, new Clipping.GlobalNorm(0.7)), Notation.FIELD);
    for (String name : Parameters.NAMES) {
      Python wrong = Python.run(offByAMillionth(script, "expected_" + Notation.FIELD.name(name)));
      assertThat(wrong.output()).contains("Not equal to tolerance").contains("AssertionError");
    }
  }

  private static String offByAMillionth(String script, String name) {
    String wrong =
        Pattern.compile("(?m)^(" + name + " = [^0-9-]*)(-?[0-9.]+(?:e-?[0-9]+)?)")
            .matcher(script)
            .replaceFirst(found -> found.group(1) + (Double.parseDouble(found.group(2)) + 1e-6));
    assertThat(wrong).isNotEqualTo(script);
    return wrong;
  }

  @Test
  void theLinesAreThoseOfTheOptimiserAndItsClipping() throws CorpusException {
    Trace trace = trace(OptimizerKind.ADAGRAD, new Clipping.GlobalNorm(5));
    assertThat(NumPyLines.of(Rule.UPDATE, Notation.FIELD, trace))
        .containsExactly(
            "grads = [dWxh, dWhh, dWhy, dbh, dby]",
            "norm = np.sqrt(sum((d**2).sum() for d in grads))",
            "scale = 5.0 / max(norm, 5.0)",
            "for d in grads:",
            "    d *= scale",
            "for W, d, m in zip(",
            "    [Wxh, Whh, Why, bh, by],",
            "    [dWxh, dWhh, dWhy, dbh, dby],",
            "    [mWxh, mWhh, mWhy, mbh, mby],",
            "):",
            "    m += d**2",
            "    W -= lr * d / np.sqrt(m + 1e-8)");
    assertThat(NumPyLines.of(Vanilla.NET.rule("h"), Notation.FIELD, trace))
        .isEqualTo(NumPyLines.of(Vanilla.NET.rule("h"), Vanilla.NET, Notation.FIELD));
  }

  @ParameterizedTest
  @MethodSource("dev.backstep.training.Updates#everyOptimiserWithEveryClipping")
  void theFormulasOfTheOptimiserCanBeSetAndStandInTheTable(OptimizerKind kind, Clipping clipping)
      throws CorpusException {
    Trace trace = trace(kind, clipping);
    for (Notation notation : Notation.KNOWN) {
      List<FormulaLine> lines = FormulaLine.of(Rule.UPDATE, trace, notation);
      String table = LatexTable.of(trace, 0, Phase.UPDATE, notation);
      for (FormulaLine line : lines) {
        assertThat(line.latex()).matches("[ -~]+");
        assertThat(new TeXFormula(line.latex()).createTeXIcon(TeXConstants.STYLE_TEXT, 20))
            .satisfies(icon -> assertThat(icon.getIconWidth()).isGreaterThan(20));
        assertThat(table).contains("$" + line.latex() + "$");
      }
      assertThat(lines.get(0).text()).startsWith("g = ");
      assertThat(lines.get(lines.size() - 1).text()).startsWith("W ← W − lr·");
      assertThat(lines).hasSize(2 + trace.update().rule().formulas().memory().size());
    }
  }

  @Test
  void theTableTellsTheLimitAndOnlyAScaleThatAllEntriesShare() throws CorpusException {
    assertThat(table(new Clipping.Elementwise(0.05)))
        .contains("\\mathrm{limit} = 0.0500000")
        .doesNotContain("g / \\mathrm{d}W");
    assertThat(table(new Clipping.GlobalNorm(0.7)))
        .contains("\\mathrm{limit} = 0.700000")
        .containsPattern("g / \\\\mathrm\\{d}W = 0\\.\\d+");
    assertThat(table(new Clipping.None()))
        .doesNotContain("g / \\mathrm{d}W")
        .doesNotContain("limit");
  }

  private static String table(Clipping clipping) throws CorpusException {
    Trace trace = trace(OptimizerKind.RMSPROP, clipping);
    return LatexTable.of(trace, 0, Phase.UPDATE, Notation.OURS);
  }

  @Test
  void manyWeightsOrAnOptimiserThatIsNotKnownMakeNoScript() throws CorpusException {
    assertThat(NumPyUpdateScript.isPossible(trace(OptimizerKind.SGD, new Clipping.GlobalNorm(5))))
        .isTrue();
    RandomNet net = RandomNet.of(1, 6, 5, 4);
    Trace given =
        Trace.of(
            List.of("a", "b", "c", "d", "e", "f"),
            net.example(),
            (before, gradients) -> new Update(before.copy(), gradients.norm(), 1));
    assertThat(NumPyUpdateScript.isPossible(given)).isFalse();
    assertThatThrownBy(() -> NumPyUpdateScript.of(given, Notation.OURS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("30000");
  }
}
