package dev.backstep.check.verdict;

import dev.backstep.net.Vector;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One row of the grid: a quantity at every timestep.
 *
 * @param quantity null for the loss, which is a number a timestep
 * @param name what the file calls it; the project's name where it was not supplied
 * @param cells T judgements
 */
public record RowJudgement(@Nullable Vector quantity, String name, List<Judgement> cells) {
  public RowJudgement {
    cells = List.copyOf(cells);
  }

  public boolean isSupplied() {
    return cells.get(0).isSupplied();
  }

  /** The timesteps that differ, ascending. */
  public int[] wrongTimesteps() {
    return IntStream.range(0, cells.size()).filter(t -> cells.get(t).differs()).toArray();
  }

  /** The timesteps that cannot be judged, ascending. */
  public int[] openTimesteps() {
    return IntStream.range(0, cells.size()).filter(t -> cells.get(t).isOpen()).toArray();
  }
}
