package dev.backstep.ui.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.math.MatrixView;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Input;
import dev.backstep.net.Phase;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import dev.backstep.ui.shell.Traces;
import dev.backstep.ui.step.Scales.Choice;
import dev.backstep.ui.step.Scales.Limit;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalesTest {
  private static List<Vector> vectors() {
    return Vanilla.NET.vectors();
  }

  private final Trace trace = Traces.of("abcab");
  private final Scales scales = new Scales();

  private void choose(Vector quantity, Choice choice) {
    scales.choiceProperty(quantity).set(choice);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void theOwnLimitIsTheLargestMagnitudeOfTheHeatmap(Vector quantity) {
    choose(quantity, new Choice(false, Limit.OWN, 1));

    assertThat(scales.limit(trace, quantity)).isEqualTo(trace.values(quantity).maxAbs());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void toBeginWithEachColumnOfAGradientHasItsOwnLimitAndStatesHaveOne(Vector quantity) {
    IntToDoubleFunction ofColumns = scales.columnLimits(trace, quantity);

    if (quantity.phase() == Phase.FORWARD) {
      assertThat(ofColumns).isNull();
      assertThat(scales.limit(trace, quantity, 1)).isEqualTo(trace.limit(quantity));
      return;
    }
    assertThat(ofColumns.applyAsDouble(trace.length())).as("of a longer sequence").isZero();
    for (int t = 0; t < trace.length(); t++) {
      double largest = 0;
      for (int n = 0; n < trace.values(quantity).cols(); n++) {
        largest = Math.max(largest, Math.abs(trace.values(quantity).get(t, n)));
      }
      assertThat(ofColumns.applyAsDouble(t)).isEqualTo(largest);
      assertThat(scales.limit(trace, quantity, t)).isEqualTo(largest);
    }
  }

  @Test
  void theGradientsAtTheHiddenStateShareTheLargestOfAllWhereThatIsChosen() {
    for (Vector quantity : Scales.sharing(Vanilla.NET, Cell.DH)) {
      choose(quantity, scales.choiceProperty(quantity).get().withLimit(Limit.SHARED));
    }
    double largest =
        Math.max(
            trace.limit(Cell.DH),
            Math.max(trace.limit(Head.DH_FROM_OUTPUT), trace.limit(Cell.DH_FROM_LATER)));

    for (Vector quantity : Scales.sharing(Vanilla.NET, Cell.DH)) {
      assertThat(scales.limit(trace, quantity)).as(quantity.symbol()).isEqualTo(largest);
      assertThat(scales.columnLimits(trace, quantity)).isNull();
    }
    assertThat(scales.limit(trace, Head.E)).isEqualTo(trace.limit(Head.E));
  }

  /** The weights are drawn at random within ±1/√H, so the largest is in one of the matrices. */
  @Test
  void allWeightsAreColouredByTheLargestOfThem() {
    double largest = 0;
    for (String name : trace.net().names()) {
      MatrixView weights = trace.weights(name);
      for (int row = 0; row < weights.rows(); row++) {
        for (int col = 0; col < weights.cols(); col++) {
          largest = Math.max(largest, Math.abs(weights.get(row, col)));
        }
      }
    }

    assertThat(Scales.ofWeights(trace))
        .isEqualTo(largest)
        .isGreaterThan(trace.weights("bh").maxAbs());
  }

  @Test
  void aFixedLimitIsTheSameForEverySequence() {
    choose(Vanilla.DTANH, scales.choiceProperty(Vanilla.DTANH).get().withFixed(0.25));

    assertThat(scales.limit(trace, Vanilla.DTANH)).isEqualTo(0.25);
    assertThat(scales.limit(Traces.of("ab"), Vanilla.DTANH)).isEqualTo(0.25);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void aLimitThatIsNoneIsRefused(double limit) {
    Choice now = scales.choiceProperty(Cell.H).get();

    assertThatThrownBy(() -> now.withFixed(limit))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the limit is " + limit + "; it must be above 0");
  }

  @Test
  void probabilitiesStayLinear() {
    scales.setLogarithmic(true);
    assertThat(scales.choiceProperty(Head.O).get().logarithmic()).isFalse();
    assertThat(scales.choiceProperty(Input.DXT).get().logarithmic()).isTrue();

    scales.useForAll(new Choice(true, Limit.FIXED, 2));
    assertThat(scales.choiceProperty(Head.O).get()).isEqualTo(new Choice(false, Limit.FIXED, 2));
    assertThat(scales.choiceProperty(Cell.H).get()).isEqualTo(new Choice(true, Limit.FIXED, 2));
  }

  @Test
  void whatWasChosenIsKeptAndComesBack() {
    assertThat(scales.keptProperty().get()).isEmpty();
    choose(Cell.H, new Choice(true, Limit.FIXED, 0.25));
    choose(Cell.DH, new Choice(false, Limit.SHARED, 1));
    assertThat(scales.keptProperty().get()).contains("=log-fixed-0.25", "=linear-shared");

    Scales again = new Scales();
    again.restore(scales.keptProperty().get());
    for (Vector each : vectors()) {
      assertThat(again.choiceProperty(each).get()).isEqualTo(scales.choiceProperty(each).get());
    }
    assertThat(again.keptProperty().get()).isEqualTo(scales.keptProperty().get());
  }

  @Test
  void allThatIsLogarithmicByTheMenuIsNoChoiceOfItsOwn() {
    scales.setLogarithmic(true);
    assertThat(scales.keptProperty().get()).isEmpty();
    choose(Cell.H, new Choice(false, Limit.OWN, 1));
    Scales again = new Scales();
    again.setLogarithmic(true);
    again.restore(scales.keptProperty().get());
    assertThat(again.choiceProperty(Cell.H).get().logarithmic()).isFalse();
    assertThat(again.choiceProperty(Cell.DH).get().logarithmic()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        "h",
        "h=",
        "h=log",
        "h=log-wide",
        "h=log-fixed",
        "h=log-fixed--1",
        "h=linear-fixed-NaN",
        "h=linear-shared",
        "o=log-own",
        "?=log-own"
      })
  void whatIsNoScaleIsLeftOut(String line) {
    scales.restore(line);
    assertThat(scales.keptProperty().get()).isEmpty();
  }

  @Test
  void whereNothingIsSharedASharedScaleForAllIsTheOwnOne() {
    scales.useForAll(new Choice(false, Limit.SHARED, 1));

    assertThat(scales.choiceProperty(Cell.H).get().limit()).isEqualTo(Limit.OWN);
    assertThat(scales.choiceProperty(Head.E).get().limit()).isEqualTo(Limit.SHARED);
  }
}
