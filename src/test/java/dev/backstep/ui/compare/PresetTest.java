package dev.backstep.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.fault.Fault;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.RunSettings;
import dev.backstep.training.optimizer.Clipping;
import dev.backstep.training.optimizer.OptimizerKind;
import dev.backstep.ui.run.Comparison;
import dev.backstep.ui.run.Comparison.Aspect;
import dev.backstep.words.Texts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresetTest {
  private static final int LONGEST = 23;
  private static final int V = 27;
  private final RunSettings base = RunSettings.defaults();
  private final ComparisonWords words = new ComparisonWords(Texts.load());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CARRIED        | h0 zero                    | h0 carried",
        "FIXED_ARRAY    | h0 zero                    | h0 fixed array of 24 columns",
        "LEARNING_RATES | learning rate 0.1          | learning rate 0.3",
        "OPTIMIZERS     | Adagrad, learning rate 0.1 | SGD, learning rate 0.03",
        "CLIPPING       | clipping by norm at 5      | no clipping",
        "SEEDS          | seed 1                     | seed 2",
        "HIDDEN         | H 32                       | H 64",
        "FAULT          | no fault                   | fault: W2 is not transposed in dh_prev",
      })
  void whatDiffersIsInTheHeadline(Preset preset, String a, String b) {
    assertThat(words.headline(preset.of(base, LONGEST, V)))
        .isEqualTo("A: " + a + "   against   B: " + b);
  }

  @ParameterizedTest
  @CsvSource({
    "CARRIED,STATE",
    "FIXED_ARRAY,STATE",
    "LEARNING_RATES,LEARNING_RATE",
    "CLIPPING,CLIP",
    "SEEDS,SEED",
    "HIDDEN,HIDDEN",
    "FAULT,FAULT"
  })
  void oneThingDiffersAndAllElseIsThatOfTheRun(Preset preset, Aspect aspect) {
    Comparison pair = preset.of(base, LONGEST, V);
    assertThat(pair.differing()).containsExactly(aspect);
    assertThat(pair.a()).isEqualTo(base);
    assertThat(pair.common()).hasSize(Aspect.values().length - 2).doesNotContain(aspect);
  }

  @Test
  void everythingElseEqualNamesAllThatDoesNotDiffer() {
    assertThat(words.common(Preset.OPTIMIZERS.of(base, LONGEST, V)))
        .isEqualTo(
            "everything else equal: H 32 · h0 zero · clipping by norm at 5 · weights uniform ±1/√H · seed 1");
  }

  @Test
  void zeroAgainstCarriedIsThatForARunThatCarriesToo() {
    RunSettings carries = base.withHiddenState(new HiddenStatePolicy.Carried(false));
    assertThat(Preset.CARRIED.of(carries, LONGEST, V))
        .isEqualTo(Preset.CARRIED.of(base, LONGEST, V));
  }

  @Test
  void aRunWithAFaultIsComparedWithTheRightCode() {
    Comparison pair = Preset.FAULT.of(base.withFault(Fault.TANH_TWICE), LONGEST, V);
    assertThat(pair.a()).isEqualTo(base);
    assertThat(pair.b().fault()).isEqualTo(Fault.TANH_TWICE);
  }

  @Test
  void sgdIsComparedWithAdagradAndEachHasItsUsualLearningRate() {
    RunSettings sgd = base.withOptimizer(OptimizerKind.SGD).withLearningRate(0.5);
    Comparison pair = Preset.OPTIMIZERS.of(sgd, LONGEST, V);
    assertThat(pair.a()).isEqualTo(sgd);
    assertThat(pair.b().optimizer()).isEqualTo(OptimizerKind.ADAGRAD);
    assertThat(pair.b().learningRate()).isEqualTo(0.1);
    assertThat(pair.differing()).containsExactly(Aspect.OPTIMIZER, Aspect.LEARNING_RATE);
  }

  @Test
  void aRunWithoutClippingIsComparedWithTheUsualOne() {
    Comparison pair = Preset.CLIPPING.of(base.withClipping(new Clipping.None()), LONGEST, V);
    assertThat(pair.a().clipping()).isEqualTo(new Clipping.GlobalNorm(5));
    assertThat(pair.b().clipping()).isEqualTo(new Clipping.None());
  }

  @Test
  void whereTwiceWouldBeTooMuchTheOtherIsSmaller() {
    RunSettings large = base.withHidden(1024).withLearningRate(900);
    assertThat(Preset.HIDDEN.of(large, LONGEST, V).b().hidden()).isEqualTo(512);
    assertThat(Preset.LEARNING_RATES.of(large, LONGEST, V).b().learningRate()).isEqualTo(300);
  }

  @Test
  void forTheLongestSequencesThereIsNoLongerArrayAndItSaysSo() {
    assertThatThrownBy(() -> Preset.FIXED_ARRAY.of(base, 5000, V))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5001 columns")
        .hasMessageContaining("1 to 5000");
  }

  @Test
  void aNameSaysWhatIsOfTheRunAloneUnlessThatIsTooMuch() {
    Comparison optimizers = Preset.OPTIMIZERS.of(base, LONGEST, V);
    assertThat(List.of(words.nameOfA(optimizers), words.nameOfB(optimizers)))
        .containsExactly("A: Adagrad 0.1", "B: SGD 0.03");
    Comparison much = new Comparison(optimizers.a(), optimizers.b().withSeed(7).withHidden(8));
    assertThat(words.nameOfB(much)).isEqualTo("B");
    assertThat(words.headline(much)).contains("B: H 8, SGD, learning rate 0.03, seed 7");
  }
}
