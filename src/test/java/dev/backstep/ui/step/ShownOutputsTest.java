package dev.backstep.ui.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.trace.Entry;
import dev.backstep.trace.links.Block;
import dev.backstep.trace.links.Light;
import dev.backstep.trace.links.Lights;
import dev.backstep.trace.links.LitMatrix;
import dev.backstep.ui.heatmap.Square;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShownOutputsTest {
  private static final LitMatrix O = new LitMatrix.OfCells(Head.O);

  /** Of four characters the three most probable, sorted. */
  private final ShownOutputs shown = new ShownOutputs(2, 0, 3);

  private static Lights source(Block block) {
    return new Lights(List.of(new Light(O, block)), List.of());
  }

  @Test
  void theSelectedNumberOfOIsWhereItsCharacterStands() {
    assertThat(shown.placeOf(new Entry.OfCell(Head.O, 5, 2))).isZero();
    assertThat(shown.placeOf(new Entry.OfCell(Head.O, 5, 0))).isEqualTo(1);
    assertThat(shown.placeOf(new Entry.OfCell(Head.O, 5, 3))).isEqualTo(2);
  }

  @Test
  void aCharacterThatIsNotShownHasNoPlace() {
    assertThat(shown.placeOf(new Entry.OfCell(Head.O, 5, 1))).isEqualTo(-1);
  }

  @Test
  void otherQuantitiesStandByTheirIndices() {
    assertThat(shown.placeOf(new Entry.OfCell(Cell.H, 5, 2))).isEqualTo(2);
    assertThat(shown.entry(Cell.H, new Square(5, 2, 0))).isEqualTo(new Entry.OfCell(Cell.H, 5, 2));
  }

  @Test
  void aSquareThatIsClickedIsTheOneThatIsSelected() {
    for (int place = 0; place < shown.count(); place++) {
      Entry.OfCell entry = shown.entry(Head.O, new Square(5, place, 0));
      assertThat(shown.placeOf(entry)).isEqualTo(place);
    }
  }

  @Test
  void aCharacterIsLitWhereItStandsAndOnlyIfItIsShown() {
    assertThat(shown.arranged(source(new Block(5, 6, 3, 4))))
        .isEqualTo(source(new Block(5, 6, 2, 3)));
    assertThat(shown.arranged(source(new Block(5, 6, 1, 2)))).isEqualTo(Lights.NONE);
  }

  @Test
  void aColumnOfAllCharactersIsOneOfThoseThatAreShown() {
    assertThat(shown.arranged(source(new Block(5, 6, 0, 4))))
        .isEqualTo(source(new Block(5, 6, 0, 3)));
  }
}
