package dev.backstep.ui.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.trace.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineTrackTest {
  @ParameterizedTest
  @CsvSource({
    "1,320",
    "11,320",
    "500,320",
    "2000,320",
    "1,1100",
    "11,1100",
    "500,1100",
    "2000,1100"
  })
  void everyPlaceIsFoundAgainWhereItLies(int length, double width) {
    TimelineTrack track = new TimelineTrack(new Timeline(length), 14, width - 14);
    double before = 0;
    for (int place = 0; place < track.timeline().size(); place++) {
      double x = track.xOf(place);
      assertThat(track.placeAt(x)).isEqualTo(place);
      assertThat(x).as("places run from left to right").isBetween(before, width);
      before = x;
    }
  }

  @Test
  void beyondTheEndsLieTheFirstAndTheLastPlace() {
    TimelineTrack track = new TimelineTrack(new Timeline(11), 14, 500);

    assertThat(track.placeAt(-100)).isZero();
    assertThat(track.placeAt(9999)).isEqualTo(track.timeline().update());
  }

  @Test
  void betweenTwoPartsTheNearerOneCounts() {
    Timeline timeline = new Timeline(11);
    TimelineTrack track = new TimelineTrack(timeline, 14, 500);
    double gap = track.part(timeline.at(timeline.loss()).phase()).start();

    assertThat(track.placeAt(gap - 1)).isEqualTo(timeline.loss());
    assertThat(track.placeAt(gap - 3)).isEqualTo(timeline.forward(10));
  }
}
