package dev.backstep.ui.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.trace.Timeline;
import dev.backstep.ui.paint.Screenshot;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class TimelineBarTest {
  private final Timeline timeline = new Timeline(11);
  private TimelineBar bar;

  @Start
  void start(Stage stage) {
    bar = new TimelineBar();
    bar.timelineProperty().set(timeline);
    Screenshot.of(stage, bar, 700, 90, false);
  }

  @Test
  void aPressGoesToThePlaceUnderThePointer(FxRobot robot) {
    for (int place : new int[] {4, timeline.loss(), timeline.backward(6), timeline.update(), 0}) {
      robot.clickOn(at(place));
      assertThat(bar.placeProperty().get()).isEqualTo(place);
    }
    assertThat(bar.isFocused()).isTrue();
  }

  @Test
  void aDragScrubsAndStopsAtTheEnds(FxRobot robot) {
    robot.moveTo(at(2)).press(MouseButton.PRIMARY).moveTo(at(timeline.backward(3)));
    assertThat(bar.placeProperty().get()).isEqualTo(timeline.backward(3));

    robot.moveTo(at(timeline.update()).add(200, 0)).release(MouseButton.PRIMARY);
    assertThat(bar.placeProperty().get()).isEqualTo(timeline.update());
  }

  @Test
  void thePlaceIsBoundBothWays(FxRobot robot) {
    SimpleIntegerProperty cursor = new SimpleIntegerProperty(5);
    robot.interact(() -> bar.placeProperty().bindBidirectional(cursor));
    assertThat(bar.placeProperty().get()).isEqualTo(5);

    robot.clickOn(at(timeline.loss()));

    assertThat(cursor.get()).isEqualTo(timeline.loss());
  }

  @Test
  void withoutATimelineAPressDoesNothing(FxRobot robot) {
    Point2D somewhere = at(7);
    robot.interact(() -> bar.timelineProperty().set(null));
    robot.clickOn(somewhere);

    assertThat(bar.placeProperty().get()).isZero();
    assertThat(bar.placeAt(300)).isEqualTo(-1);
    assertThatThrownBy(() -> bar.xOf(3)).hasMessageContaining("place 3 of no timeline");
  }

  @Test
  void aShorterTimelineShowsItsLastPlace(FxRobot robot) {
    robot.interact(
        () -> {
          bar.placeProperty().set(timeline.update());
          bar.timelineProperty().set(new Timeline(3));
        });

    assertThat(bar.queryAccessibleAttribute(AccessibleAttribute.VALUE)).isEqualTo(7.0);
  }

  @Test
  void aScreenReaderHearsThePlaceAndItsBounds(FxRobot robot) {
    robot.interact(() -> bar.placeProperty().set(timeline.backward(6)));

    assertThat(bar.queryAccessibleAttribute(AccessibleAttribute.TEXT)).isEqualTo("backward, t = 6");
    assertThat(bar.queryAccessibleAttribute(AccessibleAttribute.VALUE)).isEqualTo(16.0);
    assertThat(bar.queryAccessibleAttribute(AccessibleAttribute.MAX_VALUE)).isEqualTo(23.0);

    robot.interact(() -> bar.executeAccessibleAction(AccessibleAction.INCREMENT));
    assertThat(bar.placeProperty().get()).isEqualTo(timeline.backward(5));
  }

  @Test
  void theFocusIsVisible(FxRobot robot) {
    robot.interact(() -> bar.setFocusTraversable(true));
    robot.interact(() -> bar.getScene().getRoot().requestFocus());
    WritableImage without = image(robot);
    robot.interact(bar::requestFocus);
    WritableImage with = image(robot);

    // The ring lies outside of the thumb, which has a radius of 8.
    int x = (int) bar.xOf(0);
    assertThat(with.getPixelReader().getArgb(x, 45 - 12))
        .isNotEqualTo(without.getPixelReader().getArgb(x, 45 - 12));
  }

  @Test
  void whatLiesBeforeThePlaceIsStrongAndWhatLiesAfterPale(FxRobot robot) {
    robot.interact(() -> bar.placeProperty().set(timeline.backward(6)));
    WritableImage image = image(robot);

    assertThat(below(image, 2)).isEqualTo(0xff4a6785);
    assertThat(below(image, timeline.loss())).isEqualTo(0xff946613);
    assertThat(below(image, timeline.backward(9))).isEqualTo(0xffa8402a);
    assertThat(below(image, timeline.backward(2))).isNotEqualTo(0xffa8402a);
    assertThat(below(image, timeline.update())).isNotEqualTo(0xff5b6470);
  }

  /** A pixel of the track near its lower edge, where no arrowhead lies. */
  private int below(WritableImage image, int place) {
    return image.getPixelReader().getArgb((int) bar.xOf(place), 45 + 3);
  }

  private Point2D at(int place) {
    return bar.localToScreen(bar.xOf(place), 45);
  }

  private WritableImage image(FxRobot robot) {
    WritableImage[] image = new WritableImage[1];
    robot.interact(() -> image[0] = Screenshot.again(bar));
    return image[0];
  }
}
