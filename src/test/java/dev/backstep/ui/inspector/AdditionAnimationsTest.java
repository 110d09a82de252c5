package dev.backstep.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.trace.Timeline;
import dev.backstep.ui.common.ViewOptions;
import dev.backstep.ui.shell.Traces;
import dev.backstep.ui.step.StepViewModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdditionAnimationsTest {
  private static final Timeline LINE = new Timeline(4);

  private final StepViewModel step = new StepViewModel();
  private final ViewOptions options = new ViewOptions();
  private final AdditionAnimations landings = new AdditionAnimations(step, options);

  @BeforeEach
  void showAWord() {
    step.show(Traces.of("abca"));
  }

  private boolean isSeenInto(int timestep) {
    int to = LINE.backward(timestep);
    return landings.isSeen(to - 1, to);
  }

  @Test
  void everyStepOntoABackwardCellIsSeen() {
    for (int t = 3; t >= 0; t--) {
      assertThat(isSeenInto(t)).isTrue();
    }
  }

  @Test
  void noOtherMoveIsSeen() {
    assertThat(landings.isSeen(0, 1)).as("forward").isFalse();
    assertThat(landings.isSeen(LINE.forward(3), LINE.loss())).as("the loss").isFalse();
    assertThat(landings.isSeen(LINE.backward(0), LINE.update())).as("the update").isFalse();
    assertThat(landings.isSeen(LINE.backward(2), LINE.backward(3))).as("back").isFalse();
    assertThat(landings.isSeen(LINE.loss(), LINE.backward(2))).as("a jump").isFalse();
    assertThat(landings.isSeen(0, LINE.backward(3))).as("a jump").isFalse();
    step.show(null);
    assertThat(isSeenInto(2)).as("nothing there").isFalse();
  }

  @Test
  void itCanBeSwitchedOff() {
    options.animatedProperty().set(false);
    assertThat(isSeenInto(2)).isFalse();
  }

  @Test
  void whilePlayingItIsSeenOnlyIfItEndsBeforeTheNextStep() {
    step.togglePlay();
    step.speedProperty().set(1);
    assertThat(isSeenInto(2)).isTrue();
    step.speedProperty().set(8);
    assertThat(isSeenInto(2)).isFalse();
    step.togglePlay();
    assertThat(isSeenInto(2)).as("stepped by hand").isTrue();
  }

  @Test
  void itTakesAtMostAFifthOfASecond() {
    assertThat(AdditionAnimations.SECONDS).isPositive().isLessThanOrEqualTo(0.2);
  }
}
