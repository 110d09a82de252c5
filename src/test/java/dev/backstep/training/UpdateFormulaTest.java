package dev.backstep.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.MatrixView;
import dev.backstep.model.Parameters;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Factor;
import dev.backstep.trace.Trace;
import dev.backstep.trace.arithmetic.Derivation;
import dev.backstep.trace.arithmetic.Derivations;
import dev.backstep.training.optimizer.Clipping;
import dev.backstep.training.optimizer.OptimizerKind;
import org.junit.jupiter.api.Test;

/** The numbers of the update, written out. */
class UpdateFormulaTest extends UpdateTest {
  @Test
  void adagradRemembersTheSumOfTheSquaresOfTheClippedGradients() {
    Trace trace = traced(OptimizerKind.ADAGRAD, new Clipping.GlobalNorm(0.7));
    Derivation derivation = new Derivations(trace).of(new Entry.OfMemory("m", Parameters.W2, 1, 2));
    double before = trace.update().rule().memoryBefore().get("m").get(Parameters.W2).get(1, 2);
    double g = trace.clippedGradient(Parameters.W2).get(1, 2);
    assertThat(derivation.name()).isEqualTo("m[1,2]");
    assertThat(derivation.formula()).isEqualTo("m_before[1,2] + g[1,2]²");
    assertThat(derivation.terms().get(0).value()).isEqualTo(before).isPositive();
    assertThat(derivation.result()).isEqualTo(before + g * g);
  }

  @Test
  void theOtherMemoriesAreMeansOfWhatWasBeforeAndWhatIsNew() {
    assertThat(formula(OptimizerKind.RMSPROP, new Entry.OfMemory("v", Parameters.W2, 1, 2)))
        .isEqualTo("v[1,2] = α·v_before[1,2] + (1 − α)·g[1,2]²");
    assertThat(formula(OptimizerKind.ADAM, new Entry.OfMemory("m", Parameters.W2, 1, 2)))
        .isEqualTo("m[1,2] = β₁·m_before[1,2] + (1 − β₁)·g[1,2]");
    assertThat(formula(OptimizerKind.ADAM, new Entry.OfMemory("v", Parameters.W2, 1, 2)))
        .isEqualTo("v[1,2] = β₂·v_before[1,2] + (1 − β₂)·g[1,2]²");
    assertThat(formula(OptimizerKind.ADAM, new Entry.OfMemory("v_hat", Parameters.W2, 1, 2)))
        .isEqualTo("v_hat[1,2] = v[1,2] / (1 − β₂ⁿ)");
    assertThat(formula(OptimizerKind.ADAM, new Entry.OfChange(Parameters.W2, 1, 2)))
        .isEqualTo("ΔW2[1,2] = −lr·m_hat[1,2] / (√v_hat[1,2] + ε)");
    assertThat(formula(OptimizerKind.SGD, new Entry.OfChange(Parameters.W2, 1, 2)))
        .isEqualTo("ΔW2[1,2] = −lr·g[1,2]");
  }

  @Test
  void clippingTellsItsScaleAndHowThatCameAbout() {
    Trace trace = traced(OptimizerKind.SGD, new Clipping.GlobalNorm(0.7));
    double norm = trace.update().gradientNorm();
    assertThat(norm).isGreaterThan(0.7);
    Derivation derivation = new Derivations(trace).of(new Entry.OfClipped(Parameters.W2, 1, 2));
    assertThat(derivation.name()).isEqualTo("clip(g)[1,2]");
    assertThat(derivation.formula()).isEqualTo("scale·dW2[1,2]");
    assertThat(derivation.where())
        .containsExactly(
            new Factor("scale = limit / ‖g‖", 0.7 / norm, null),
            new Factor("limit", 0.7, null),
            new Factor("‖g‖", norm, null));
    Trace whole = traced(OptimizerKind.SGD, new Clipping.GlobalNorm(1e9));
    assertThat(new Derivations(whole).of(new Entry.OfClipped(Parameters.W2, 1, 2)).where().get(0))
        .isEqualTo(new Factor("scale (as ‖g‖ ≤ limit)", 1, null));
  }

  @Test
  void anEntryThatIsCutOffTellsTheLimit() {
    Trace trace = traced(OptimizerKind.SGD, new Clipping.Elementwise(0.05));
    MatrixView gradient = trace.gradient(Parameters.BO);
    int cut = 0;
    for (int col = 0; col < gradient.cols(); col++) {
      Derivation derivation = new Derivations(trace).of(new Entry.OfClipped(Parameters.BO, 0, col));
      assertThat(derivation.formula()).isEqualTo("clip(dbo[" + col + "], ±limit)");
      assertThat(derivation.outer()).isEqualTo(new Derivation.Outer.Clamp(0.05));
      cut += Math.abs(derivation.result()) == 0.05 ? 1 : 0;
    }
    assertThat(cut).isPositive();
  }

  @Test
  void theGradientInItLeadsToHowItWasClippedAndFromThereToWhereItWasAddedUp() {
    Trace trace = traced(OptimizerKind.ADAGRAD, new Clipping.GlobalNorm(0.7));
    assertThat(trace.update().clipScale()).isLessThan(1);
    Derivation derivation = new Derivations(trace).of(new Entry.OfUpdate(Parameters.W2, 1, 2));
    assertThat(derivation.formula()).isEqualTo("W2[1,2] − lr·g[1,2] / √(m[1,2] + ε)");
    Factor gradient = derivation.terms().get(1).factors().get(1);
    assertThat(gradient.source()).isEqualTo(new Entry.OfClipped(Parameters.W2, 1, 2));
    assertThat(gradient.value())
        .isEqualTo(trace.gradient(Parameters.W2).get(1, 2) * trace.update().clipScale())
        .isNotZero();
    assertThat(
            new Derivations(trace).of(gradient.source()).terms().get(0).factors().get(1).source())
        .isEqualTo(new Entry.OfAccumulator(Parameters.W2, 0, 1, 2));
    assertThat(derivation.terms().get(0).factors().get(0).source())
        .isEqualTo(new Entry.OfWeights(Parameters.W2, 1, 2));
    assertThat(derivation.where().stream().map(Factor::symbol))
        .containsExactly("g[1,2]", "m[1,2]", "lr", "ε");
  }

  @Test
  void adamTellsItsTwoCorrections() {
    Derivation derivation =
        new Derivations(traced(OptimizerKind.ADAM, new Clipping.None()))
            .of(new Entry.OfUpdate(Parameters.BH, 0, 3));
    assertThat(derivation.formula()).isEqualTo("bh[3] − lr·m_hat[3] / (√v_hat[3] + ε)");
    assertThat(value(derivation, "1 − β₁ⁿ")).isEqualTo(1 - 0.9 * 0.9 * 0.9 * 0.9);
    assertThat(value(derivation, "n")).isEqualTo(4);
    double m = value(derivation, "m[3]");
    Factor corrected = derivation.terms().get(1).factors().get(1);
    assertThat(corrected.value())
        .isEqualTo(m / value(derivation, "1 − β₁ⁿ"))
        .isEqualTo(value(derivation, "m_hat[3] = m[3] / (1 − β₁ⁿ)"));
    assertThat(corrected.source()).isEqualTo(new Entry.OfMemory("m_hat", Parameters.BH, 0, 3));
  }
}
