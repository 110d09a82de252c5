package dev.backstep.ui.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.ui.paint.Fold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeAxisTest {
  private static TimeAxis axis(int length, double width) {
    TimeAxis axis = new TimeAxis();
    axis.setLength(length);
    axis.viewportWidthProperty().set(width);
    return axis;
  }

  @ParameterizedTest
  @CsvSource({
    "1, 90",
    "1, 700",
    "11, 90",
    "11, 484",
    "11, 485",
    "11, 700",
    "11, 3000",
    "500, 300",
    "500, 1103"
  })
  void thePlaceOfAColumnIsReadBackAsItsTimestep(int length, double width) {
    TimeAxis axis = axis(length, width);
    for (double offset : new double[] {0, 13, 0.5 * axis.maxOffset(), axis.maxOffset()}) {
      axis.setOffset(offset);
      for (int t = 0; t < length; t++) {
        assertThat(axis.timestepAt(axis.x(t))).isEqualTo(t);
        assertThat(axis.timestepAt(axis.x(t) + axis.columnWidth() - 1)).isEqualTo(t);
        assertThat(axis.timestepAt(axis.x(t) + axis.getPitch() - 0.01)).isEqualTo(t);
        assertThat(axis.x(t)).isEqualTo(Math.rint(axis.x(t)));
      }
      assertThat(axis.timestepAt(axis.x(0) - 0.01)).isEqualTo(-1);
      assertThat(axis.timestepAt(axis.x(length - 1) + axis.getPitch())).isEqualTo(-1);
    }
  }

  @Test
  void anAxisThatIsAsAnotherIsZoomedAndScrolledAlike() {
    TimeAxis one = axis(100, 700);
    one.zoom(3, 50);
    one.setOffset(1234);
    TimeAxis other = axis(100, 700);
    other.beAs(one);
    assertThat(other.getPitch()).isEqualTo(one.getPitch()).isNotEqualTo(axis(100, 700).getPitch());
    assertThat(other.x(40)).isEqualTo(one.x(40));
    assertThat(other.magnificationProperty().get()).isEqualTo(one.magnificationProperty().get());
    TimeAxis wide = axis(100, 90000);
    wide.beAs(one);
    assertThat(wide.getOffset()).isZero();
  }

  @Test
  void withoutTimestepsThereIsNoneAnywhere() {
    TimeAxis axis = axis(0, 500);

    assertThat(axis.timestepAt(0)).isEqualTo(-1);
    assertThat(axis.lastVisible()).isLessThan(axis.firstVisible());
  }

  @Test
  void revealScrollsNoFurtherThanItTakesToSeeTheNeighboursToo() {
    TimeAxis axis = axis(500, 440);

    axis.reveal(5);
    assertThat(axis.getOffset()).as("seen already").isZero();
    axis.reveal(20);
    assertThat(axis.x(21) + axis.getPitch()).as("right neighbour at the edge").isEqualTo(440);
    double there = axis.getOffset();
    axis.reveal(15);
    assertThat(axis.getOffset()).as("seen already").isEqualTo(there);
    axis.reveal(10);
    assertThat(axis.x(9)).as("left neighbour at the edge").isEqualTo(TimeAxis.MARGIN);
  }

  @Test
  void whatWasRevealedStaysInSightWhenTheWidthChanges() {
    TimeAxis axis = axis(18, 1100);
    axis.reveal(17);
    assertThat(axis.getOffset()).as("all is seen").isZero();
    axis.viewportWidthProperty().set(500);
    assertThat(axis.getOffset()).isEqualTo(axis.maxOffset()).isPositive();
    axis.setOffset(0);
    axis.viewportWidthProperty().set(480);
    assertThat(axis.getOffset()).as("scrolled away").isZero();
  }

  @Test
  void revealOfTheFirstAndTheLastGoesToTheEnds() {
    TimeAxis axis = axis(500, 440);

    axis.reveal(499);
    assertThat(axis.getOffset()).isEqualTo(axis.maxOffset());
    axis.reveal(0);
    assertThat(axis.getOffset()).isZero();
  }

  @Test
  void scrollingStopsAtTheEnds() {
    TimeAxis axis = axis(20, 440);

    axis.setOffset(-7);
    assertThat(axis.getOffset()).isZero();
    axis.setOffset(1e9);
    assertThat(axis.getOffset())
        .isEqualTo(axis.maxOffset())
        .isEqualTo(20 * 44 + TimeAxis.MARGIN - 440);
  }

  @Test
  void aShorterSequenceOrAWiderWindowPullsTheColumnsBack() {
    TimeAxis axis = axis(500, 440);
    axis.setOffset(1e9);

    axis.setLength(20);
    assertThat(axis.getOffset()).isEqualTo(axis.maxOffset());
    axis.viewportWidthProperty().set(2000);
    assertThat(axis.getOffset()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1, 400", "3, 400", "9, 400", "11, 3000"})
  void whatFitsBeginsAtTheLeftAndCannotBeScrolled(int length, double width) {
    TimeAxis axis = axis(length, width);
    axis.setOffset(50);

    assertThat(axis.x(0)).isEqualTo(TimeAxis.MARGIN);
    assertThat(axis.contentWidth()).isLessThanOrEqualTo(width);
    assertThat(axis.firstVisible()).isZero();
    assertThat(axis.lastVisible()).isEqualTo(length - 1);
  }

  @ParameterizedTest
  @CsvSource({"500, 300, 0", "500, 440, 44", "500, 441, 44", "500, 1103, 9871", "11, 90, 1000"})
  void theVisibleColumnsAreThoseOfWhichAnythingIsSeen(int length, double width, double offset) {
    TimeAxis axis = axis(length, width);
    axis.setOffset(offset);

    for (int t = 0; t < length; t++) {
      boolean isSeen = axis.x(t) + axis.getPitch() > 0 && axis.x(t) < width;
      boolean isVisible = t >= axis.firstVisible() && t <= axis.lastVisible();
      assertThat(isVisible).as("t = %d", t).isEqualTo(isSeen);
    }
  }

  @Test
  void columnsAreNeitherTooNarrowNorTooWideToReadThem() {
    assertThat(axis(500, 700).getPitch()).isEqualTo(44);
    assertThat(axis(1, 700).getPitch()).isEqualTo(TimeAxis.MAX_PITCH);
    assertThat(axis(10, 709).getPitch()).isEqualTo(70);
  }

  @Test
  void zoomedOutFarEnoughEveryColumnIsSeenAndNoFurther() {
    TimeAxis axis = axis(100, 704);
    for (int notch = 0; notch < 50; notch++) {
      axis.zoom(-1, 350);
    }

    assertThat(axis.getPitch()).isEqualTo(7);
    assertThat(axis.maxOffset()).isZero();
    assertThat(axis.lastVisible()).isEqualTo(99);

    axis.zoom(1, 350);
    assertThat(axis.getPitch()).as("one notch back is seen at once").isGreaterThan(7);
  }

  @ParameterizedTest
  @CsvSource({"500, 800, 1", "3000, 800, 1", "27, 704, 25", "11, 700, 63"})
  void zoomToFitAndBack(int length, double width, double fitting) {
    TimeAxis axis = axis(length, width);
    double before = axis.getPitch();

    axis.zoomToFit();
    assertThat(axis.getPitch()).isEqualTo(fitting);
    axis.zoomToFit();
    assertThat(axis.getPitch()).isEqualTo(before);
  }

  @Test
  void zoomedInColumnsAreWiderAndRowsHigherUpToALimit() {
    TimeAxis axis = axis(11, 700);
    assertThat(axis.magnificationProperty().get()).isEqualTo(1);

    axis.zoom(3, 0);
    assertThat(axis.getPitch()).isEqualTo(Math.floor(63 * 1.25 * 1.25 * 1.25));
    assertThat(axis.magnificationProperty().get()).isEqualTo(1.25 * 1.25 * 1.25);

    axis.zoom(1000, 0);
    assertThat(axis.getPitch()).isEqualTo(TimeAxis.MAX_PITCH);
    assertThat(axis.magnificationProperty().get()).isBetween(20.0, 30.0);
    axis.zoom(-1000, 0);
    assertThat(axis.magnificationProperty().get()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"3", "1", "-1", "-3"})
  void whatStandsUnderTheMouseStaysThere(int notches) {
    TimeAxis axis = axis(500, 700);
    axis.setOffset(200 * axis.getPitch());
    int under = axis.timestepAt(333);

    axis.zoom(notches, 333);

    assertThat(axis.timestepAt(333)).isEqualTo(under);
  }

  @Test
  void aShortWordAfterAZoomedOutLongOneIsAsWideAsEver() {
    TimeAxis axis = axis(500, 700);
    axis.zoomToFit();

    axis.setLength(11);

    assertThat(axis.getPitch()).isEqualTo(63);
    axis.zoom(1, 0);
    assertThat(axis.getPitch()).isGreaterThan(63);
  }

  private static TimeAxis foldedAxis(int timesteps, double width) {
    TimeAxis axis = new TimeAxis();
    axis.foldedProperty().set(true);
    axis.setLength(timesteps);
    axis.viewportWidthProperty().set(width);
    axis.setRowHeight(54);
    return axis;
  }

  @Test
  void vectorsAreFoldedWhereColumnsAreWideAndIfThatIsWished() {
    TimeAxis axis = foldedAxis(11, 840);
    assertThat(axis.fold(32)).isEqualTo(new Fold(32, 8));

    axis.foldedProperty().set(false);
    assertThat(axis.fold(32)).isEqualTo(Fold.stripes(32));
  }

  @Test
  void longSequencesAreStripesUntilTheirColumnsAreWide() {
    for (int timesteps : new int[] {30, 100}) {
      TimeAxis axis = foldedAxis(timesteps, 840);
      assertThat(axis.fold(16).isStripes()).as("T = " + timesteps).isTrue();
      axis.zoom(2, 0);
      assertThat(axis.fold(16).isStripes()).as("zoomed in").isFalse();
      axis.zoomToFit();
      assertThat(axis.fold(16).isStripes()).as("all of it").isTrue();
    }
  }

  @Test
  void theColumnThatIsLookedAtStaysInSightWhereTypeGrows() {
    TimeAxis axis = foldedAxis(11, 500);
    axis.reveal(8);
    for (double scale : new double[] {1.5, 1, 2, 0.5, 2}) {
      axis.setScale(scale);
      assertThat(axis.x(8)).as("× " + scale).isBetween(0.0, 500 - axis.columnWidth());
    }
    axis.setOffset(0);
    axis.setScale(1.9);
    assertThat(axis.getOffset()).as("scrolled away").isZero();
  }

  /** Rows that stand below one another may be a pixel higher or lower than each other. */
  @Test
  void rowsOfNearlyTheSameHeightAreFoldedAlike() {
    TimeAxis axis = foldedAxis(11, 840);
    axis.setRowHeight(55);
    assertThat(axis.rowHeightProperty().get()).isEqualTo(54);

    axis.setRowHeight(115);
    assertThat(axis.rowHeightProperty().get()).isEqualTo(115);
  }
}
