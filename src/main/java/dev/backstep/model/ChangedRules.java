package dev.backstep.model;

import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

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
  public Net net(Net right) {
    return rules.net(right);
  }

  @Override
  public boolean isOfEquations() {
    return rules.isOfEquations() && changesOnlyEquations();
  }

  /** Whether {@link #net} is all that is overridden. */
  protected boolean changesOnlyEquations() {
    return false;
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
  public int target(SequenceBuffers buffers, int t) {
    return rules.target(buffers, t);
  }

  @Override
  public double loss(SequenceBuffers buffers, int t, double nats) {
    return rules.loss(buffers, t, nats);
  }

  @Override
  public @Nullable RowKernel after(Vector vector, Net net) {
    return rules.after(vector, net);
  }

  /** What the changed rules do with a row, and then another thing. */
  protected RowKernel afterwards(Vector vector, Net net, RowKernel last) {
    RowKernel first = rules.after(vector, net);
    return first == null ? last : first.then(last);
  }

  @Override
  public double[] left(Share share, SequenceBuffers buffers, int t, double[] row) {
    return rules.left(share, buffers, t, row);
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
  public void gather(CellSums cells, List<SequenceBuffers> sequences, Parameters gradients) {
    rules.gather(cells, sequences, gradients);
  }

  @Override
  public void finish(Parameters gradients) {
    rules.finish(gradients);
  }
}
