package dev.backstep.ui.sizes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypeSizeTest {
  private final TypeSize size = new TypeSize();

  private int percent() {
    return size.percentProperty().get();
  }

  private static double pixels(double width, double height, int percent) {
    return new WindowType(width, height, false, percent).pixels();
  }

  @Test
  void theKeysGoThroughAllSizesAndStopAtTheEnds() {
    List<Integer> seen = new ArrayList<>();
    size.set(0);
    for (int i = 0; i < 9; i++) {
      seen.add(percent());
      size.larger();
    }
    assertThat(seen).containsExactly(80, 90, 100, 110, 125, 150, 175, 200, 200);
    size.smaller();
    assertThat(percent()).isEqualTo(175);
    size.reset();
    assertThat(percent()).isEqualTo(100);
  }

  @Test
  void aSizeThatWasKeptAndIsBetweenTwoStepsGoesToTheNext() {
    size.set(130);
    assertThat(percent()).isEqualTo(130);
    size.larger();
    assertThat(percent()).isEqualTo(150);
    size.set(130);
    size.smaller();
    assertThat(percent()).isEqualTo(125);
    size.set(1000);
    assertThat(percent()).isEqualTo(200);
    size.set(-3);
    assertThat(percent()).isEqualTo(80);
  }

  @Test
  void typeGrowsWithALargeWindowAndStaysInASmallOne() {
    assertThat(pixels(1024, 700, 100)).isEqualTo(13);
    assertThat(pixels(1440, 900, 100)).isEqualTo(13);
    assertThat(pixels(1600, 1000, 100)).isEqualTo(13);
    assertThat(pixels(2560, 1440, 100)).isEqualTo(16);
    assertThat(pixels(2560, 900, 100)).as("wide, but not high").isEqualTo(13);
  }

  @Test
  void theWishIsAShareOfThat() {
    assertThat(pixels(1440, 900, 150)).isEqualTo(19.5);
    assertThat(pixels(1440, 900, 80)).isEqualTo(10.5);
    assertThat(pixels(2560, 1440, 200)).isEqualTo(32);
  }

  @Test
  void typeIsNeverSoLargeThatTheScreensFindNoRoom() {
    assertThat(pixels(1024, 700, 200)).isEqualTo(19.5);
    assertThat(pixels(1440, 900, 200)).isEqualTo(25.5);
    assertThat(pixels(500, 300, 100)).as("nor smaller than usual for that").isEqualTo(13);
    assertThat(pixels(0, 0, 80)).as("before it is laid out").isEqualTo(10.5);
  }

  @Test
  void presentingHasItsOwnSizesWhichFollowTheWishToo() {
    assertThat(new WindowType(1024, 700, true, 100).pixels()).isEqualTo(16);
    assertThat(new WindowType(1440, 900, true, 100).pixels()).isEqualTo(20);
    assertThat(new WindowType(2560, 1440, true, 100).pixels()).isEqualTo(28);
    assertThat(new WindowType(2560, 1440, true, 125).pixels()).isEqualTo(35);
  }

  @Test
  void largerTypeMakesAWindowNarrow() {
    assertThat(new WindowType(1440, 900, false, 100).usualWidth()).isEqualTo(1440);
    assertThat(new WindowType(1440, 900, false, 150).usualWidth()).isEqualTo(960);
    assertThat(new WindowType(1440, 900, true, 100).usualWidth()).isEqualTo(1440);
  }

  @Test
  void theSheetSaysTheTypeAndTheIconsInPixels() {
    String address = TypeSheet.of(19.5);
    assertThat(TypeSheet.isOne(address)).isTrue();
    assertThat(TypeSheet.isOne("file:theme.css")).isFalse();
    String rules =
        new String(
            Base64.getDecoder().decode(address.substring(address.indexOf(',') + 1)),
            StandardCharsets.UTF_8);
    assertThat(rules)
        .contains(
            ".root{-fx-font-size:19.5px;}",
            ".tooltip{-fx-font-size:21.0px;}",
            ".ikonli-font-icon{-fx-icon-size:27;}")
        .doesNotContain("em;");
  }
}
