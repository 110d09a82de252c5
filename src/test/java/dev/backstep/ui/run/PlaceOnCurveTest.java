package dev.backstep.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.training.session.TrainingState;
import org.junit.jupiter.api.Test;

class PlaceOnCurveTest {
  @Test
  void aRunThatGrowsIsAtTheEndOfItsCurveAndCannotBeGoneAlong() {
    assertThat(PlaceOnCurve.of(TrainingState.RUNNING, false, 40, 40))
        .isEqualTo(new PlaceOnCurve(0, -1));
  }

  @Test
  void aRunThatRunsThroughWhatItKnowsIsMarkedThere() {
    assertThat(PlaceOnCurve.of(TrainingState.RUNNING, true, 40, 7))
        .isEqualTo(new PlaceOnCurve(40, 7));
  }

  @Test
  void aPausedRunIsMarkedWhereItIs() {
    assertThat(PlaceOnCurve.of(TrainingState.PAUSED, false, 40, 40))
        .isEqualTo(new PlaceOnCurve(40, 40));
    assertThat(PlaceOnCurve.of(TrainingState.PAUSED, true, 40, 0))
        .isEqualTo(new PlaceOnCurve(40, 0));
  }

  @Test
  void beforeTheFirstUpdateNothingIsMarked() {
    assertThat(PlaceOnCurve.of(TrainingState.PAUSED, false, 0, 0))
        .isEqualTo(new PlaceOnCurve(0, -1));
  }
}
