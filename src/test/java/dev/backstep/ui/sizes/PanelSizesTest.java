package dev.backstep.ui.sizes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PanelSizesTest {
  private final PanelSizes sizes = new PanelSizes();

  /** A panel of usually 390 pixels and at least 260, beside a rest of at least 390. */
  private static PanelLength in(double room, double type) {
    return new PanelLength(30 * type, 20 * type, 30 * type, room, type);
  }

  @Test
  void withoutAWishThePanelHasItsUsualLengthAndMoreTypeMakesItLonger() {
    assertThat(in(1300, 13).of(PanelLength.USUAL)).isEqualTo(390);
    assertThat(in(1300, 16).of(PanelLength.USUAL)).isEqualTo(480);
  }

  @Test
  void aWishIsHeardAsFarAsNeitherSideVanishes() {
    assertThat(in(1300, 13).of(40)).isEqualTo(520);
    assertThat(in(1300, 13).of(11)).isEqualTo(260);
    assertThat(in(1300, 13).of(1000)).isEqualTo(1300 - 390);
    assertThat(in(700, 13).of(PanelLength.USUAL)).as("the rest comes first").isEqualTo(310);
  }

  @Test
  void whereThereIsTooLittleRoomBothHaveTheirShare() {
    assertThat(in(500, 13).of(PanelLength.USUAL)).isEqualTo(200);
    assertThat(in(500, 13).of(50)).isEqualTo(200);
    assertThat(in(0, 13).of(50)).isZero();
  }

  @Test
  void draggingBeyondTheEndIsNoWishThatHasToBeTakenBack() {
    PanelLength panel = in(1300, 13);
    assertThat(panel.wish(99_999)).isEqualTo(910 / 13.0);
    assertThat(panel.of(panel.wish(200))).isEqualTo(260);
    assertThat(panel.of(panel.wish(417))).isEqualTo(417);
  }

  @Test
  void theKeysMoveByStepsAndToTheEnds() {
    PanelLength panel = in(1300, 13);
    double wider = panel.moved(PanelLength.USUAL, 2);
    assertThat(panel.of(wider)).isEqualTo(390 + 39);
    assertThat(panel.of(panel.moved(wider, -2))).isEqualTo(390);
    assertThat(panel.of(panel.moved(wider, Double.NEGATIVE_INFINITY))).isEqualTo(260);
    assertThat(panel.of(panel.moved(wider, Double.POSITIVE_INFINITY))).isEqualTo(910);
  }

  @Test
  void aPanelThatIsPushedTogetherIsFoldedWhateverTheRoom() {
    for (double room : new double[] {1300, 500}) {
      PanelLength panel = in(room, 13);
      assertThat(panel.of(panel.wish(129))).isZero();
      assertThat(panel.of(panel.wish(-50))).isZero();
    }
  }

  @Test
  void theKeysFoldAndUnfoldOverTheLeastLength() {
    PanelLength panel = in(1300, 13);
    double least = panel.moved(PanelLength.USUAL, Double.NEGATIVE_INFINITY);
    double folded = panel.moved(least, -1);
    assertThat(panel.of(folded)).isZero();
    assertThat(panel.of(panel.moved(folded, -1))).isZero();
    assertThat(panel.of(panel.moved(folded, 1))).isEqualTo(260);
    sizes.of("step").set(folded);
    PanelSizes again = new PanelSizes();
    again.restore(sizes.keptProperty().get());
    assertThat(panel.of(again.of("step").get())).isZero();
  }

  @Test
  void whatWasWishedIsKeptAndComesBack() {
    sizes.of("step").set(31.256);
    sizes.of("lab").set(40);
    sizes.of("train");
    assertThat(sizes.keptProperty().get()).isEqualTo("lab=40.0;step=31.26");

    PanelSizes again = new PanelSizes();
    again.restore(sizes.keptProperty().get());
    assertThat(again.of("step").get()).isEqualTo(31.26);
    assertThat(again.of("train").get()).isNaN();
    assertThat(again.keptProperty().get()).isEqualTo(sizes.keptProperty().get());

    again.reset();
    assertThat(again.keptProperty().get()).isEmpty();
    assertThat(again.of("step").get()).isNaN();
  }

  @Test
  void whatCannotBeReadIsLeftOut() {
    for (String line : new String[] {"", ";;", "step", "step=", "step=wide", "step=-3", "=1e9"}) {
      sizes.restore(line);
      assertThat(sizes.of("step").get()).as(line).isNaN();
    }
    sizes.restore("step=abc;lab=12.5;x=1=2");
    assertThat(sizes.of("lab").get()).isEqualTo(12.5);
  }
}
