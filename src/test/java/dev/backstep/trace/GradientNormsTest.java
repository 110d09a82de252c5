package dev.backstep.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.net.Cell;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Vanilla;
import dev.backstep.trace.GradientNorms.Kind;
import dev.backstep.trace.GradientNorms.Series;
import dev.backstep.ui.shell.Traces;
import java.util.List;
import java.util.stream.IntStream;
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
    Trace trace = Traces.of("abcabcabcabcab");
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
    double largest =
        norms.series().stream()
            .flatMapToDouble(
                each -> IntStream.range(0, trace.length()).mapToDouble(t -> norms.norm(each, t)))
            .max()
            .orElseThrow();
    assertThat(largest)
        .isBetween(StrictMath.pow(10, norms.highest() - 1), StrictMath.pow(10, norms.highest()));
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

  private static GradientNorms of(double... sizes) {
    List<Series> one = List.of(new Series(Cell.DH, Kind.TOTAL));
    return new GradientNorms(one, new double[][] {sizes}, sizes.length);
  }

  /** dh_later of the last timestep is 0, and a net that has blown up has sizes that are none. */
  @Test
  void theAxisReachesOverAllSizesThatAreAndNoFurther() {
    GradientNorms norms = of(30, 0.002, 0, Double.NaN, Double.POSITIVE_INFINITY);
    assertThat(norms.highest()).isEqualTo(2);
    assertThat(norms.lowest()).isEqualTo(-3);

    assertThat(of(1e-40, 2e-39).highest()).isEqualTo(-38);
    assertThat(of(0.5, 0.6).lowest()).isEqualTo(-2);
    assertThat(of(3, 1e-30).lowest()).as("six decades").isEqualTo(1 - 6);
    assertThat(of(0, 0).highest()).isZero();
  }
}
