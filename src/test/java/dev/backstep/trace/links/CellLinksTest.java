package dev.backstep.trace.links;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.model.Parameters;
import dev.backstep.model.ReferenceCase;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Input;
import dev.backstep.net.Vanilla;
import dev.backstep.trace.Entry;
import dev.backstep.trace.LitEntries;
import dev.backstep.trace.Timeline;
import dev.backstep.trace.Trace;
import dev.backstep.trace.TraceFixture;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The lights for a cell of the graph, and of all that only what is computed. */
class CellLinksTest {
  private static final Trace TRACE = TraceFixture.of(ReferenceCase.read("rnn_b_v27_h16_t11"));
  private static final int H = TRACE.shape().hidden();
  private static final int LAST = TRACE.length() - 1;

  private final Links links = new Links(TRACE);

  @Test
  void aForwardCellIsMadeOfWhatItsNumbersAreMadeOf() {
    for (int t : new int[] {0, 6}) {
      Set<Entry> sources = new HashSet<>();
      for (int j = 0; j < H; j++) {
        sources.addAll(LitEntries.of(links.of(new Entry.OfCell(Cell.H, t, j), 0).sources()));
      }
      assertThat(LitEntries.of(links.ofForwardCell(t).sources())).isEqualTo(sources);
    }
  }

  @Test
  void aBackwardCellIsMadeOfTheErrorAndWhatComesFromLaterAndHandsOn() {
    Lights lights = links.ofBackwardCell(6);
    assertThat(lights.sources())
        .extracting(Light::site)
        .containsExactly(
            new LitMatrix.OfCells(Head.E),
            new LitMatrix.OfCells(Cell.DH_PREV),
            new LitMatrix.OfCells(Cell.H),
            new LitMatrix.OfCells(Cell.H),
            new LitMatrix.OfInputs(),
            new LitMatrix.OfWeights(Parameters.W1),
            new LitMatrix.OfWeights(Parameters.W2),
            new LitMatrix.OfWeights(Parameters.W3));
    assertThat(lights.sources())
        .extracting(light -> light.block().fromRow())
        .startsWith(6, 7, 6, 5, 6);
    assertThat(LitEntries.of(lights.destinations()))
        .contains(
            new Entry.OfCell(Cell.DH_FROM_LATER, 5, 3),
            new Entry.OfCell(Input.DXT, 6, 3),
            new Entry.OfShare(Parameters.W2, 6, 0, H - 1));
    assertThat(links.ofBackwardCell(LAST).sources())
        .extracting(Light::site)
        .doesNotContain(new LitMatrix.OfCells(Cell.DH_PREV));
  }

  @Test
  void onlyWhatIsComputedIsLitAndOfASumOnlyTheCellsThatAreReached() {
    Timeline line = TRACE.timeline();
    Entry sum = new Entry.OfAccumulator(Parameters.W2, 4, 1, 2);
    Lights lights = links.of(sum, 4).computedAt(line, line.backward(4));
    assertThat(lights.on(new LitMatrix.OfCells(Vanilla.DTANH)).sources())
        .extracting(Light::block)
        .containsExactly(new Block(4, LAST + 1, 2, 3));
    assertThat(lights.destinations()).isEmpty();

    Entry h = new Entry.OfCell(Cell.H, 4, 2);
    assertThat(links.of(h, 4).computedAt(line, line.forward(4)).destinations())
        .extracting(Light::site)
        .containsExactly(new LitMatrix.OfCells(Head.O));
    assertThat(links.of(h, 4).computedAt(line, line.backward(5)).destinations())
        .extracting(Light::site)
        .contains(new LitMatrix.OfShare(Parameters.W2, 5))
        .doesNotContain(new LitMatrix.OfShare(Parameters.W3, 4));
  }

  @Test
  void whereOnlyOneRowIsShownItsLightsStandInTheFirst() {
    Lights lights = links.of(new Entry.OfCell(Head.O, 4, 2), 4);
    Lights h = lights.on(new LitMatrix.OfCells(Cell.H));
    assertThat(h.inRow(4).sources()).extracting(Light::block).containsExactly(Block.row(0, H));
    assertThat(h.inRow(3).sources()).isEmpty();
  }
}
