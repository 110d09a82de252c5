package dev.backstep.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Vanilla;
import dev.backstep.trace.GradientNorms.Kind;
import dev.backstep.trace.GradientNorms.Series;
import dev.backstep.ui.shell.Traces;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GradientNormsTest {
  private static List<Net> nets() {
    return Nets.ALL;
  }

  private static List<String> names(Net net, Kind kind) {
    return GradientNorms.series(net).stream()
        .filter(each -> each.kind() == kind)
        .map(each -> each.vector().name())
        .toList();
  }

  @Test
  void thePartsAreThoseThatTheNetAddsUp() {
    assertThat(GradientNorms.series(Vanilla.NET).stream().map(Series::kind))
        .containsExactly(Kind.ERROR, Kind.OWN, Kind.HANDED_BACK, Kind.TOTAL);
    assertThat(names(Vanilla.NET, Kind.TOTAL)).containsExactly("dh");
    assertThat(names(Lstm.NET, Kind.TOTAL)).containsExactly("dh", "dc");
    assertThat(names(Lstm.NET, Kind.HANDED_BACK)).hasSize(2);
    assertThat(names(Lstm.NET, Kind.OWN)).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("nets")
  void thePartsOfEverySumAddUpToIt(Net net) {
    Trace trace = Traces.of("abcab", net);
    List<Series> series = GradientNorms.series(net);
    for (int total = 0; total < series.size(); total++) {
      if (series.get(total).kind() != Kind.TOTAL) {
        continue;
      }
      Series own = series.get(total - 2);
      Series later = series.get(total - 1);
      assertThat(own.kind()).isEqualTo(Kind.OWN);
      assertThat(later.kind()).isEqualTo(Kind.HANDED_BACK);
      for (int t = 0; t < trace.length(); t++) {
        double sum = trace.values(own.vector()).get(t, 0) + trace.values(later.vector()).get(t, 0);
        assertThat(sum)
            .isEqualTo(trace.values(series.get(total).vector()).get(t, 0), within(1e-15));
      }
    }
  }

  @Test
  void everySizeOfTheSequenceIsOnTheAxis() {
    Trace trace = Traces.of("abcab");
    GradientNorms norms = GradientNorms.of(trace);

    for (Series each : norms.series()) {
      for (int t = 0; t < trace.length(); t++) {
        double norm = norms.norm(each, t);
        assertThat(norm).isEqualTo(trace.norm(each.vector(), t));
        if (norm > 0) {
          double place = norms.lowest() + norms.share(norm) * (norms.highest() - norms.lowest());
          assertThat(StrictMath.pow(10, place)).isEqualTo(norm, within(1e-12));
        }
      }
    }
    assertThat(norms.highest() - norms.lowest()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void aTenthOfASizeIsADecadeLowerAndWhatIsNotFiniteIsAtTheEnd() {
    GradientNorms norms = GradientNorms.of(Traces.of("abcab"));
    double decade = 1.0 / (norms.highest() - norms.lowest());
    double top = StrictMath.pow(10, norms.highest());

    assertThat(norms.share(top)).isEqualTo(1, within(1e-12));
    assertThat(norms.share(top / 10)).isEqualTo(1 - decade, within(1e-12));
    assertThat(norms.share(0)).isZero();
    assertThat(norms.share(Double.NaN)).isEqualTo(1);
    assertThat(norms.share(Double.POSITIVE_INFINITY)).isEqualTo(1);
  }

  /** dh_later of the last timestep is 0, and must not pull the axis down. */
  @Test
  void aSizeOfZeroAndWhatIsSmallerBySixDecadesLeaveTheAxisReadable() {
    GradientNorms norms = GradientNorms.of(Traces.of("abcab"));

    assertThat(norms.highest() - norms.lowest()).isLessThanOrEqualTo(6);
  }
}
