package dev.backstep.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultCatalogue;
import dev.backstep.math.Numbers;
import dev.backstep.model.Shape;
import dev.backstep.net.Gru;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Relu;
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
        "LEARNED        | h0 zero                    | h0 learned",
        "LEARNING_RATES | learning rate 0.1          | learning rate 0.3",
        "OPTIMIZERS     | Adagrad, learning rate 0.1 | SGD, learning rate 0.03",
        "CLIPPING       | clipping by norm at 5      | no clipping",
        "TRUNCATION     | no truncation              | windows of 3",
        "SEEDS          | seed 1                     | seed 2",
        "HIDDEN         | H 32                       | H 64",
        "FAULT          | no fault                   | fault: W2 is not transposed in dh_prev",
        "RNN_LSTM         | vanilla RNN       | LSTM, forget bias 1",
        "RNN_LSTM_WEIGHTS | vanilla RNN, H 32 | LSTM, forget bias 1, H 14",
        "GRU_LSTM         | GRU, update bias 0 | LSTM, forget bias 1",
        "FORGET_BIAS      | forget bias 0     | forget bias 1",
      })
  void whatDiffersIsInTheHeadline(Preset preset, String a, String b) {
    assertThat(words.headline(preset.of(base, LONGEST, V)))
        .isEqualTo("A: " + a + "   against   B: " + b);
  }

  @ParameterizedTest
  @CsvSource({
    "CARRIED,STATE",
    "FIXED_ARRAY,STATE",
    "LEARNED,STATE",
    "LEARNING_RATES,LEARNING_RATE",
    "CLIPPING,CLIP",
    "TRUNCATION,TRUNCATION",
    "SEEDS,SEED",
    "HIDDEN,HIDDEN",
    "FAULT,FAULT",
    "RNN_LSTM,CELL"
  })
  void oneThingDiffersAndAllElseIsThatOfTheRun(Preset preset, Aspect aspect) {
    Comparison pair = preset.of(base, LONGEST, V);
    assertThat(pair.differing()).containsExactly(aspect);
    assertThat(pair.a()).isEqualTo(base);
    assertThat(pair.common()).hasSize(Aspect.values().length - 2).doesNotContain(aspect);
  }

  @ParameterizedTest
  @CsvSource({"27, 32", "27, 1", "10, 16", "80, 100", "5000, 1024"})
  void noLstmHasANumberOfWeightsNearerToThatOfTheRnn(int vocabulary, int hidden) {
    Comparison pair = Preset.RNN_LSTM_WEIGHTS.of(base.withHidden(hidden), LONGEST, vocabulary);
    assertThat(pair.a()).isEqualTo(base.withHidden(hidden));
    assertThat(pair.b().cell()).isEqualTo(Lstm.NET);
    long rnn = pair.a().shape(vocabulary).parameters();
    long distance = Math.abs(pair.b().shape(vocabulary).parameters() - rnn);
    for (int other = 1; other <= RunSettings.MOST_HIDDEN; other++) {
      long weights = new Shape(Lstm.NET, vocabulary, other).parameters();
      assertThat(Math.abs(weights - rnn)).isGreaterThanOrEqualTo(distance);
    }
    assertThat(words.sizes(pair, vocabulary))
        .contains(Numbers.grouped(rnn) + " ")
        .contains(Numbers.grouped(pair.b().shape(vocabulary).parameters()) + " in B");
  }

  @Test
  void paddingIsMaskedInOneAndNotInTheOther() {
    Comparison pair = Preset.MASK.of(RunSettings.defaults(), LONGEST, V);
    assertThat(words.headline(pair))
        .contains("mask: states and loss")
        .contains("mask: no")
        .doesNotContain("batches of");
    assertThat(words.common(pair)).contains("batches of 16").contains("loss: per character");
    Comparison sizes = Preset.BATCH.of(RunSettings.defaults(), LONGEST, V);
    assertThat(words.headline(sizes)).contains("one sequence an update").contains("batches of 16");
  }

  @Test
  void ofAsManyWeightsNothingIsSaid() {
    assertThat(words.sizes(Preset.CARRIED.of(base, LONGEST, V), V)).isEmpty();
    assertThat(words.sizes(Preset.FORGET_BIAS.of(base, LONGEST, V), V)).isEmpty();
    assertThat(words.sizes(Preset.HIDDEN.of(base, LONGEST, V), V))
        .isEqualTo(
            Numbers.grouped(2811) + " weights and biases in A, " + Numbers.grouped(7643) + " in B");
  }

  @Test
  void anRnnIsThatOfTheRunIfThatHasNoGates() {
    RunSettings relu = base.withCell(Relu.NET);
    RunSettings gru = base.withCell(Gru.NET).withGateBias(3);
    assertThat(Preset.RNN_LSTM.of(relu, LONGEST, V).a()).isEqualTo(relu);
    assertThat(Preset.RNN_LSTM.of(gru, LONGEST, V).a()).isEqualTo(base);
    assertThat(Preset.GRU_LSTM.of(gru, LONGEST, V).a()).isEqualTo(gru);
  }

  @Test
  void aFaultIsOneOfACellAndGoesWithIt() {
    Comparison pair = Preset.RNN_LSTM.of(base.withFault(Fault.TANH_TWICE), LONGEST, V);
    assertThat(pair.a().fault()).isEqualTo(Fault.TANH_TWICE);
    assertThat(pair.b().fault()).isEqualTo(Fault.NONE);
  }

  @Test
  void theCellIsSaidOfBothWhereItIsNotTheVanillaOne() {
    assertThat(words.common(Preset.SEEDS.of(base.withCell(Lstm.NET), LONGEST, V)))
        .startsWith("everything else equal: LSTM · forget bias 1 · H 32 · h0 zero");
  }

  @Test
  void everythingElseEqualNamesAllThatDoesNotDiffer() {
    assertThat(words.common(Preset.OPTIMIZERS.of(base, LONGEST, V)))
        .isEqualTo(
            "everything else equal: H 32 · h0 zero · clipping by norm at 5 · weights uniform ±1/√H"
                + " · seed 1");
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

  @Test
  void theFaultOfAPairIsOneOfTheCell() {
    for (Net net : Nets.ALL) {
      Fault fault = Preset.FAULT.of(base.withCell(net), LONGEST, V).b().fault();
      assertThat(FaultCatalogue.of(net).ofRuns()).contains(fault);
    }
  }
}
