package dev.backstep.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Phase;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTest {
  private static List<Vector> vectors() {
    return Vanilla.NET.vectors();
  }

  @Test
  void theSmallestTimelineHasFourPlaces() {
    Timeline timeline = new Timeline(1);

    assertThat(timeline.size()).isEqualTo(4);
    assertThat(timeline.at(0)).isEqualTo(new Moment(Phase.FORWARD, 0));
    assertThat(timeline.at(1)).isEqualTo(new Moment(Phase.LOSS, 0));
    assertThat(timeline.at(2)).isEqualTo(new Moment(Phase.BACKWARD, 0));
    assertThat(timeline.at(3)).isEqualTo(new Moment(Phase.UPDATE, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "0, FORWARD, 0",
    "1, FORWARD, 1",
    "2, FORWARD, 2",
    "3, LOSS, 2",
    "4, BACKWARD, 2",
    "5, BACKWARD, 1",
    "6, BACKWARD, 0",
    "7, UPDATE, 0"
  })
  void forwardGoesUpBackwardGoesDown(int place, Phase phase, int timestep) {
    assertThat(new Timeline(3).at(place)).isEqualTo(new Moment(phase, timestep));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 11, 200})
  void everyPlaceLeadsToItsMomentAndBack(int length) {
    Timeline timeline = new Timeline(length);
    Set<Moment> moments = new HashSet<>();
    for (int place = 0; place < timeline.size(); place++) {
      Moment moment = timeline.at(place);
      moments.add(moment);
      assertThat(moment.timestep()).isBetween(0, length - 1);
      assertThat(placeOf(moment, timeline)).isEqualTo(place);
    }

    assertThat(moments).hasSize(2 * length + 2);
  }

  private static int placeOf(Moment moment, Timeline timeline) {
    return switch (moment.phase()) {
      case FORWARD -> timeline.forward(moment.timestep());
      case LOSS -> timeline.loss();
      case BACKWARD -> timeline.backward(moment.timestep());
      case UPDATE -> timeline.update();
    };
  }

  @ParameterizedTest
  @CsvSource({
    // place, H of t = 0 1 2, dh of t = 0 1 2
    "0, x.., ...",
    "1, xx., ...",
    "2, xxx, ...",
    "3, xxx, ...",
    "4, xxx, ..x",
    "5, xxx, .xx",
    "6, xxx, xxx",
    "7, xxx, xxx"
  })
  void columnsFillFromTheLeftAndThenFromTheRight(int place, String forward, String backward) {
    assertThat(computed(Cell.H, place)).isEqualTo(forward);
    assertThat(computed(Head.O, place)).isEqualTo(forward);
    assertThat(computed(Cell.DH, place)).isEqualTo(backward);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void whatIsComputedStaysComputed(Vector quantity) {
    Timeline timeline = new Timeline(5);
    for (int t = 0; t < 5; t++) {
      assertThat(timeline.isComputed(quantity, t, timeline.update())).isTrue();
      for (int place = 1; place < timeline.size(); place++) {
        if (timeline.isComputed(quantity, t, place - 1)) {
          assertThat(timeline.isComputed(quantity, t, place)).isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void nothingOfTheBackwardPassIsComputedAtTheLoss(Vector quantity) {
    boolean atTheLoss = new Timeline(3).isComputed(quantity, 2, 3);

    assertThat(atTheLoss).isEqualTo(quantity.equals(Cell.H) || quantity.equals(Head.O));
  }

  private static String computed(Vector quantity, int place) {
    StringBuilder columns = new StringBuilder();
    for (int t = 0; t < 3; t++) {
      columns.append(new Timeline(3).isComputed(quantity, t, place) ? 'x' : '.');
    }
    return columns.toString();
  }

  @Test
  void aPlaceOutsideIsRefusedByAtAndMovedInsideByClamp() {
    Timeline timeline = new Timeline(3);

    assertThatThrownBy(() -> timeline.at(8))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("place 8 of 8");
    assertThatThrownBy(() -> timeline.at(-1)).hasMessage("place -1 of 8");
    assertThat(timeline.clamp(-5)).isZero();
    assertThat(timeline.clamp(4)).isEqualTo(4);
    assertThat(timeline.clamp(8)).isEqualTo(7);
  }

  @Test
  void aTimelineWithoutATimestepIsRefused() {
    assertThatThrownBy(() -> new Timeline(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("T is 0; it must be at least 1");
  }

  @Test
  void withoutAnOptimiserTheLineEndsWithTheFirstBackwardCell() {
    Timeline timeline = new Timeline(3, false);
    assertThat(timeline.at(timeline.clamp(99))).isEqualTo(new Moment(Phase.BACKWARD, 0));
    assertThat(timeline.phases()).containsExactly(Phase.FORWARD, Phase.LOSS, Phase.BACKWARD);
  }
}
