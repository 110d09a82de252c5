package dev.backstep.model;

/** Computes one row of a cell from rows that are there; nothing is allocated. */
@FunctionalInterface
interface RowKernel {
  /**
   * Makes one row.
   *
   * @param buffers what the other vectors have come to
   * @param y the row, modified
   */
  void run(SequenceBuffers buffers, int t, double[] y);

  /** This kernel and then another on what it made. */
  default RowKernel then(RowKernel next) {
    return (buffers, t, y) -> {
      run(buffers, t, y);
      next.run(buffers, t, y);
    };
  }
}
