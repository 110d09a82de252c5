package dev.backstep.model;

/**
 * The backward pass of {@link ForwardPass}, from cell T−1 down to cell 0, by {@link BackwardRules}.
 *
 * <p>Only the recurrence has to go cell by cell. What comes from the outputs is computed for the
 * whole sequence before it; the weight gradients, sums of one outer product a cell, are added up
 * for the whole sequence after it, in the order of the cells.
 */
final class BackwardPass {
  private final Weights weights;
  private final BackwardRules rules;
  private final CellSums cells;

  BackwardPass(Shape shape, Weights weights, BackwardRules rules) {
    this.weights = weights;
    this.rules = rules;
    cells = new CellSums(rules, shape);
  }

  /** Writes every gradient row of the buffers and adds the weight gradients to the given ones. */
  void run(SequenceBuffers buffers, Parameters gradients) {
    rules.keep(buffers);
    for (int t = buffers.length() - 1; t >= 0; t--) {
      rules.outputError(buffers, t);
    }
    rules.fromOutput(weights, buffers);
    for (int t = buffers.length() - 1; t >= 0; t--) {
      cell(t, buffers);
    }
    for (int i = 0; i < gradients.count(); i++) {
      String name = gradients.names().get(i);
      rules.accumulate(cells, name, buffers, 0, buffers.length(), gradients.get(name));
    }
    rules.finish(gradients);
  }

  private void cell(int t, SequenceBuffers buffers) {
    rules.fromLater(buffers, t);
    rules.total(buffers, t);
    rules.throughTanh(buffers, t);
    rules.toPrevious(weights, buffers, t);
  }
}
