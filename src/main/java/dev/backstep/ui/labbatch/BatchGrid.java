package dev.backstep.ui.labbatch;

import dev.backstep.fault.batch.BatchEffect;
import dev.backstep.fault.evidence.CheckedQuantity;
import dev.backstep.fault.evidence.FaultEffect;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import dev.backstep.ui.parts.CheckGrid;
import dev.backstep.ui.parts.CheckMark;
import java.util.List;

/** The squares of one sequence of a batch: its vectors, column by column. */
record BatchGrid(BatchEffect effect, int sequence, List<Vector> vectors, BatchLabWords words)
    implements CheckGrid.Content {
  /** From top to bottom, as they are computed. */
  static List<Vector> vectors(Net net) {
    return CheckedQuantity.rows(net).stream()
        .filter(checked -> !checked.isShare())
        .map(CheckedQuantity::quantity)
        .toList();
  }

  @Override
  public int rows() {
    return vectors.size();
  }

  @Override
  public CheckMark at(CheckGrid.Cell cell) {
    return effect
        .at(vectors.get(cell.row()), sequence, cell.timestep())
        .map(
            difference ->
                FaultEffect.isWrong(difference)
                    ? CheckMark.differs(difference.error())
                    : CheckMark.AGREES)
        .orElse(CheckMark.NOT_SUPPLIED);
  }

  @Override
  public String words(CheckGrid.Cell cell) {
    return words.square(effect, vectors.get(cell.row()), sequence, cell.timestep());
  }
}
