package dev.backstep.ui.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.trace.Timeline;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineLabelsTest {
  private final TimelineLabels labels = new TimelineLabels("forward", "loss", "backward", "update");

  @Test
  void whereThereIsRoomEveryPartHasItsLabel() {
    assertThat(fitting(11, 1100, 6))
        .containsExactly("forward 0 … 10", "backward 10 … 0", "loss", "update");
  }

  @Test
  void theTimestepsGoBeforeTheWords() {
    assertThat(fitting(2000, 320, 9))
        .contains("forward", "backward")
        .doesNotContain("forward 0 … 1999");
  }

  @Test
  void aWordThatIsWiderThanItsTrackIsNotShown() {
    assertThat(fitting(11, 320, 20)).doesNotContain("forward", "backward");
  }

  @Test
  void noTwoLabelsTouch() {
    for (double width = 320; width < 700; width += 7) {
      TimelineTrack track = new TimelineTrack(new Timeline(500), 14, width - 14);
      List<TimelineLabels.Placed> placed =
          labels.fitting(track, width, text -> 6.5 * text.length());
      for (TimelineLabels.Placed a : placed) {
        for (TimelineLabels.Placed b : placed) {
          double need = 6.5 * (a.text().length() + b.text().length()) / 2;
          assertThat(a == b || Math.abs(a.center() - b.center()) > need).isTrue();
        }
      }
    }
  }

  @Test
  void aPlaceIsNamedByItsPassAndTimestep() {
    Timeline timeline = new Timeline(11);

    assertThat(labels.nameOf(timeline.at(timeline.backward(6)))).isEqualTo("backward, t = 6");
    assertThat(labels.nameOf(timeline.at(timeline.loss()))).isEqualTo("loss");
  }

  private List<String> fitting(int length, double width, double letter) {
    TimelineTrack track = new TimelineTrack(new Timeline(length), 14, width - 14);
    return labels.fitting(track, width, text -> letter * text.length()).stream()
        .map(TimelineLabels.Placed::text)
        .toList();
  }
}
