package dev.backstep.ui.norms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Vanilla;
import dev.backstep.trace.GradientNorms;
import dev.backstep.trace.GradientNorms.Kind;
import dev.backstep.trace.GradientNorms.Series;
import dev.backstep.trace.Trace;
import dev.backstep.ui.shell.Traces;
import dev.backstep.ui.time.TimeAxis;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormLayoutTest {
  private static final double HEIGHT = 84;

  private static NormLayout layout(Net net, double pitch) {
    Trace trace = Traces.of("abcab", net);
    TimeAxis axis = new TimeAxis();
    axis.setLength(trace.length());
    axis.viewportWidthProperty().set(4 + pitch * trace.length());
    if (pitch < 44) {
      axis.zoomToFit();
    }
    return new NormLayout(axis, GradientNorms.of(trace), HEIGHT);
  }

  /** The narrower the column, the fewer; the gradients themselves go last. */
  @ParameterizedTest
  @CsvSource({"60, 4, 7", "44, 4, 7", "20, 2, 3", "10, 1, 1", "2, 1, 1"})
  void thereAreAsManyBarsAsHaveRoom(double pitch, int ofVanilla, int ofLstm) {
    assertThat(layout(Vanilla.NET, pitch).shown()).hasSize(ofVanilla);
    assertThat(layout(Lstm.NET, pitch).shown()).hasSize(ofLstm);
    assertThat(layout(Lstm.NET, pitch).shown()).anyMatch(each -> each.kind() == Kind.TOTAL);
  }

  @Test
  void barsStandInTheirColumnBesideOneAnotherAndAreAsHighAsTheirSizes() {
    NormLayout layout = layout(Vanilla.NET, 60);
    List<Series> shown = layout.shown();
    for (int t = 0; t < 5; t++) {
      double left = layout.axis().x(t);
      for (int place = 0; place < shown.size(); place++) {
        Rectangle2D bar = layout.bar(shown, place, t);
        assertThat(bar.getMinX()).isGreaterThanOrEqualTo(left);
        assertThat(bar.getMaxY()).isEqualTo(HEIGHT - NormLayout.MARGIN);
        double norm = layout.norms().norm(shown.get(place), t);
        if (norm == 0) {
          assertThat(bar.getHeight()).isZero();
        } else {
          assertThat(bar.getMinY()).isEqualTo(layout.y(norm));
        }
        left = bar.getMaxX();
      }
      assertThat(left).isLessThanOrEqualTo(layout.axis().x(t) + layout.axis().columnWidth());
    }
  }

  /** Nothing is handed back to the last timestep. */
  @Test
  void whatIsNothingHasNoBar() {
    NormLayout layout = layout(Vanilla.NET, 60);
    int handedBack = 2;

    assertThat(layout.shown().get(handedBack).kind()).isEqualTo(Kind.HANDED_BACK);
    assertThat(layout.bar(layout.shown(), handedBack, 4).getHeight()).isZero();
    assertThat(layout.bar(layout.shown(), handedBack, 3).getHeight()).isPositive();
  }

  @Test
  void linesStandAtPowersOfTenFarEnoughApartToBeWritten() {
    NormLayout high = layout(Vanilla.NET, 60);
    NormLayout low = new NormLayout(high.axis(), high.norms(), 30);

    for (NormLayout layout : List.of(high, low)) {
      List<Integer> powers = layout.powers();
      assertThat(powers).contains(layout.norms().highest());
      for (int i = 1; i < powers.size(); i++) {
        double apart = layout.yOfPower(powers.get(i - 1)) - layout.yOfPower(powers.get(i));
        assertThat(apart).isGreaterThanOrEqualTo(9);
        double power = StrictMath.pow(10, powers.get(i));
        assertThat(layout.y(power)).isEqualTo(layout.yOfPower(powers.get(i)));
      }
    }
    assertThat(low.powers().size()).isLessThan(high.powers().size());
  }

  @Test
  void powersAreWrittenAsShortAsTheyAreRead() {
    assertThat(List.of(2, 0, -2, -3, -5).stream().map(NormAxis::words))
        .containsExactly("100", "1", "0.01", "1e−3", "1e−5");
  }
}
