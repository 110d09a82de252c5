package dev.backstep.trace.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.model.RandomNet;
import dev.backstep.model.Shape;
import dev.backstep.model.Truncation;
import dev.backstep.net.Cell;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Notation;
import dev.backstep.net.Phase;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.trace.Backward;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Trace;
import dev.backstep.trace.Update;
import dev.backstep.trace.flow.FlowTriangle;
import dev.backstep.trace.flow.TruncationError;
import dev.backstep.trace.links.Light;
import dev.backstep.trace.links.Links;
import dev.backstep.trace.links.LitMatrix;
import dev.backstep.trace.pin.Composition;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Numbers of a backward pass that is cut: what is written out of them, and what they are made of.
 */
class TruncatedDerivationsTest {
  private static final int T = 6;

  private static Stream<Truncation> cuts() {
    return Stream.of(Truncation.chunks(2), Truncation.window(1), Truncation.window(3));
  }

  private static Trace trace(Net net, Truncation cut) {
    Example example = RandomNet.gaussian(5, 0.6, new Shape(net, 8, 3), T).example();
    Parameters zeros = Parameters.zeros(example.shape());
    return Trace.of(
        IntStream.range(0, 8).mapToObj(String::valueOf).toList(),
        example,
        new Backward(BackwardRules.RIGHT, zeros, notation -> "", cut),
        (weights, gradients) -> new Update(weights, gradients.norm(), 1));
  }

  private static List<Vector> backward(Trace trace) {
    return trace.net().vectors().stream().filter(each -> each.phase() == Phase.BACKWARD).toList();
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void everyNumberIsWhatIsWrittenOutOfIt(Truncation cut) {
    for (Net net : Nets.ALL) {
      Trace trace = trace(net, cut);
      Derivations derivations = new Derivations(trace);
      for (Vector vector : backward(trace)) {
        for (int t = 0; t < T; t++) {
          Entry entry = new Entry.OfCell(vector, t, 1);
          Derivation derivation = Objects.requireNonNull(derivations.of(entry));
          assertThat(derivation.formula()).as("%s of %s", entry, net).isNotEmpty();
          assertThat(derivation.outer().apply(derivation.sum()) + 0.0)
              .as("%s of %s, %s", entry, net, cut)
              .isEqualTo(derivation.result() + 0.0);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void theSharesOfTheLossesThatReachANumberAddUpToIt(Truncation cut) {
    for (Net net : Nets.ALL) {
      Trace trace = trace(net, cut);
      for (Vector vector : backward(trace)) {
        for (int t = 0; t < T; t++) {
          Composition made = Composition.of(trace, new Entry.OfCell(vector, t, 1));
          assertThat(made.kind()).as("%s of %s", vector, net).isEqualTo(Composition.Kind.LOSSES);
          for (int s = cut.lastLoss(t, T) + 1; s < T; s++) {
            assertThat(made.parts()[s]).isZero();
          }
          int last = cut.lastLoss(t, T);
          assertThat(made.lights().sources())
              .filteredOn(light -> light.site() instanceof LitMatrix.OfTargets)
              .allSatisfy(
                  light -> assertThat(light.block().untilRow()).isLessThanOrEqualTo(last + 1));
        }
      }
    }
  }

  @Test
  void whereItIsCutThatIsSaid() {
    assertThat(line(Truncation.chunks(2), 1))
        .isEqualTo("0, the gradient is cut here: dh_prev[1] of t = 2 is thrown away");
    assertThat(line(Truncation.chunks(2), 2)).isEqualTo("dh_prev[1] of t = 3");
    assertThat(line(Truncation.window(1), 2)).startsWith("0, the gradient is cut here");
    assertThat(line(Truncation.window(3), 1))
        .isEqualTo("dh_prev[1] of t = 2 of the losses at t = 2 … 3 alone");
    assertThat(line(Truncation.window(2), 1))
        .isEqualTo("dh_prev[1] of t = 2 of the loss at t = 2 alone");
    assertThat(line(Truncation.window(6), 1)).isEqualTo("dh_prev[1] of t = 2");
    assertThat(line(Truncation.window(3), 5)).isEqualTo("0, the last cell has none later");
  }

  /** The triangle of Flow is that of the whole gradient, which the truncated one is told beside. */
  @Test
  void theRowsOfAllLossesAddUpToTheWholeGradient() {
    Trace trace = trace(Vanilla.NET, Truncation.window(3));
    FlowTriangle triangle = new FlowTriangle(trace);
    triangle.compute(() -> 0, () -> false, row -> {});
    assertThat(triangle.largestDifference()).isLessThan(1e-12);
    TruncationError error = triangle.truncation().orElseThrow();
    Parameters cut = TruncationError.gradients(trace.example(), Truncation.window(3));
    Parameters whole = TruncationError.gradients(trace.example(), Truncation.NONE);
    TruncationError expected = TruncationError.of(cut, whole, "W2");
    assertThat(error.cosine()).isCloseTo(expected.cosine(), within(1e-12)).isLessThan(1);
    assertThat(error.relative()).isCloseTo(expected.relative(), within(1e-12)).isPositive();
  }

  private static String line(Truncation cut, int t) {
    Entry entry = new Entry.OfCell(Cell.DH_FROM_LATER, t, 1);
    Derivations derivations = new Derivations(trace(Vanilla.NET, cut), Notation.OURS);
    return Objects.requireNonNull(derivations.of(entry)).formula();
  }

  @Test
  void noLightGoesOverACut() {
    Links links = new Links(trace(Vanilla.NET, Truncation.chunks(2)));
    assertThat(links.of(new Entry.OfCell(Cell.DH_FROM_LATER, 2, 1), 2).sources())
        .extracting(Light::site)
        .contains(new LitMatrix.OfCells(Cell.DH_PREV));
    assertThat(links.of(new Entry.OfCell(Cell.DH_FROM_LATER, 1, 1), 1).sources())
        .extracting(Light::site)
        .doesNotContain(new LitMatrix.OfCells(Cell.DH_PREV));
    assertThat(links.of(new Entry.OfCell(Cell.DH_PREV, 2, 1), 2).destinations())
        .extracting(Light::site)
        .doesNotContain(new LitMatrix.OfCells(Cell.DH_FROM_LATER));
  }
}
