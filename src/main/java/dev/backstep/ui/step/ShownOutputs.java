package dev.backstep.ui.step;

import dev.backstep.net.Head;
import dev.backstep.net.Vector;
import dev.backstep.trace.Entry;
import dev.backstep.trace.links.Block;
import dev.backstep.trace.links.Light;
import dev.backstep.trace.links.Lights;
import dev.backstep.ui.heatmap.Square;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The characters of O that are shown, from top to bottom. The rows of every other quantity stand in
 * the order of their indices.
 */
final class ShownOutputs {
  private final int[] ids;

  ShownOutputs(int... ids) {
    this.ids = ids;
  }

  /** The number of characters shown. */
  int count() {
    return ids.length;
  }

  /** Their ids, from top to bottom. */
  int[] ids() {
    return ids;
  }

  /** The number in a square of the heatmap of a quantity. */
  Entry.OfCell entry(Vector quantity, Square square) {
    int index = isOutput(quantity) ? ids[square.col()] : square.col();
    return new Entry.OfCell(quantity, square.row(), index);
  }

  /** The place of a number in its timestep's column of the heatmap; −1 if it is not shown. */
  int placeOf(Entry.OfCell cell) {
    return isOutput(cell.quantity())
        ? places().filter(place -> ids[place] == cell.index()).findFirst().orElse(-1)
        : cell.index();
  }

  private static boolean isOutput(Vector quantity) {
    return quantity.equals(Head.O);
  }

  private IntStream places() {
    return IntStream.range(0, ids.length);
  }

  /** The lights by place in the picture instead of by id; what is not shown is not lit. */
  Lights arranged(Lights lights) {
    return new Lights(arranged(lights.sources()), arranged(lights.destinations()));
  }

  private List<Light> arranged(List<Light> lights) {
    return lights.stream().flatMap(this::arranged).toList();
  }

  private Stream<Light> arranged(Light light) {
    Block block = light.block();
    if (block.untilCol() - block.fromCol() > 1) {
      Block whole = new Block(block.fromRow(), block.untilRow(), 0, ids.length);
      return Stream.of(new Light(light.site(), whole));
    }
    return places()
        .filter(place -> block.hasCol(ids[place]))
        .mapToObj(place -> new Block(block.fromRow(), block.untilRow(), place, place + 1))
        .map(one -> new Light(light.site(), one));
  }
}
