package dev.backstep.model;

import org.ejml.data.DMatrixRMaj;

/**
 * Other rules with some changed: whatever is not overridden is left to them. Changed rules can be
 * changed again, so two faults make a pair.
 */
public class ChangedRules extends BackwardRules {
  private final BackwardRules rules;

  /** The given rules, before anything is overridden. */
  protected ChangedRules(BackwardRules rules) {
    this.rules = rules;
  }

  @Override
  public int[] inputs(int[] ids, int longest) {
    return rules.inputs(ids, longest);
  }

  @Override
  public int[] targets(int[] ids, int longest) {
    return rules.targets(ids, longest);
  }

  @Override
  public void begin(Parameters gradients) {
    rules.begin(gradients);
  }

  @Override
  public boolean handsOnGradients() {
    return rules.handsOnGradients();
  }

  @Override
  public void keep(SequenceBuffers buffers) {
    rules.keep(buffers);
  }

  @Override
  public void outputError(SequenceBuffers buffers, int t) {
    rules.outputError(buffers, t);
  }

  @Override
  public void fromOutput(Weights weights, SequenceBuffers buffers) {
    rules.fromOutput(weights, buffers);
  }

  @Override
  public void fromLater(SequenceBuffers buffers, int t) {
    rules.fromLater(buffers, t);
  }

  @Override
  public void total(SequenceBuffers buffers, int t) {
    rules.total(buffers, t);
  }

  @Override
  public void throughTanh(SequenceBuffers buffers, int t) {
    rules.throughTanh(buffers, t);
  }

  @Override
  public void toPrevious(Weights weights, SequenceBuffers buffers, int t) {
    rules.toPrevious(weights, buffers, t);
  }

  @Override
  public double[] left(Share share, SequenceBuffers buffers, int t) {
    return rules.left(share, buffers, t);
  }

  @Override
  public double[] right(Share share, SequenceBuffers buffers, int t) {
    return rules.right(share, buffers, t);
  }

  @Override
  public void accumulate(
      CellSums cells,
      String parameter,
      SequenceBuffers buffers,
      int from,
      int until,
      DMatrixRMaj sum) {
    rules.accumulate(cells, parameter, buffers, from, until, sum);
  }

  @Override
  public void finish(Parameters gradients) {
    rules.finish(gradients);
  }
}
