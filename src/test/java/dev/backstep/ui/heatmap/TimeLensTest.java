package dev.backstep.ui.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.MatrixView;
import dev.backstep.ui.paint.ColorScale;
import dev.backstep.ui.paint.Fold;
import dev.backstep.ui.paint.ScaleKind;
import dev.backstep.ui.paint.Shading;
import dev.backstep.ui.parts.Grids;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeLensTest {
  /** The number of timestep t and unit n is 10·t + n. */
  private static final MatrixView VALUES = Grids.numbered(4, 7);

  private static TimeLens lens(int firstSeen) {
    return new TimeLens(
        VALUES,
        SquareNames.INDICES,
        t -> t >= firstSeen,
        t -> new Shading(ColorScale.DIVERGING, 10 * t + 6, ScaleKind.LINEAR));
  }

  @Test
  void overAGridAreTheSquaresOfItsTimestepAndNothingWhereTheLastRowHasEnded() {
    Magnified shown = lens(0).over(new Place(2, 4), new Fold(7, 3), null);

    assertThat(new LensPainter(shown).texts())
        .isEqualTo(
            List.of(
                List.of("20.0", "21.0", "22.0"),
                List.of("23.0", "24.0", "25.0"),
                List.of("26.0", "", "")));
    assertThat(shown.center()).isEqualTo(new Place(1, 1));
    assertThat(shown.labels().captions().of(1, 1)).isEqualTo("4");
    assertThat(shown.labels().columns().apply(1)).as("the timestep").isEqualTo("2");
    assertThat(shown.shading().apply(0).limit()).isEqualTo(26);
  }

  @Test
  void overStripesAreTheUnitsAroundAtTheTimestepsAround() {
    Magnified shown = lens(1).over(new Place(2, 4), Fold.stripes(7), null);

    List<List<String>> texts = new LensPainter(shown).texts();
    assertThat(texts).hasSize(7);
    assertThat(texts.get(4)).containsExactly("", "14.0", "24.0", "34.0");
    assertThat(shown.shading().apply(3).limit()).isEqualTo(36);
  }

  @Test
  void theLimitOfTheColumnIsSaidWhereItIsItsOwnAndItsNumbersAreSeen() {
    Fold fold = new Fold(7, 3);

    assertThat(lens(0).over(new Place(2, 4), fold, t -> 10 * t + 6).note()).isEqualTo("±26.0");
    assertThat(lens(0).over(new Place(2, 4), fold, null).note()).isEmpty();
    assertThat(lens(3).over(new Place(2, 4), fold, t -> 10 * t + 6).note()).isEmpty();
    assertThat(new LensPainter(lens(3).over(new Place(2, 4), fold, null)).texts().get(0))
        .containsExactly("", "", "");
  }
}
