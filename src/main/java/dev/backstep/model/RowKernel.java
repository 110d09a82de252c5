package dev.backstep.model;

import java.util.List;

/** Computes one row of a cell from rows that are there; nothing is allocated. */
@FunctionalInterface
public interface RowKernel {
  /**
   * Makes one row.
   *
   * @param buffers what the other vectors have come to
   * @param y the row, modified
   */
  void run(SequenceBuffers buffers, int t, double[] y);

  /** This kernel and then another on what it made. */
  default RowKernel then(RowKernel next) {
    return all(List.of(this, next));
  }

  /**
   * The rows of one vector.
   *
   * @param place of the vector in the net
   * @param offset of row t in the rows: 1 of a state, before which stands what it begins with
   */
  record OfVector(int place, int offset, RowKernel kernel) {
    void run(SequenceBuffers buffers, int t) {
      kernel.run(buffers, t, buffers.rows(place).row(t + offset));
    }
  }

  /** Kernels one after another on one row. */
  static RowKernel all(List<RowKernel> kernels) {
    if (kernels.size() == 1) {
      return kernels.get(0);
    }
    RowKernel[] steps = kernels.toArray(RowKernel[]::new);
    return (buffers, t, y) -> {
      for (RowKernel step : steps) {
        step.run(buffers, t, y);
      }
    };
  }
}
