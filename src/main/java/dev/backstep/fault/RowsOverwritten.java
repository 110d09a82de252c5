package dev.backstep.fault;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.CellSums;
import dev.backstep.model.ChangedRules;
import dev.backstep.model.Parameters;
import dev.backstep.model.SequenceBuffers;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ejml.data.DMatrixRMaj;

/**
 * Rules by which the rows of a weight that is looked up have the share of one timestep each: where
 * a word is read again, one of the shares is written over the other.
 */
final class RowsOverwritten extends ChangedRules {
  private final Set<String> weights;
  private final Kept kept;

  /** Which of several shares of a row stays. */
  enum Kept {
    /** That of the first timestep, which a loop backward in time writes last. */
    FIRST,
    /**
     * That of the last, of all rows that are added at once; of a batch that of the last sequence.
     */
    LAST
  }

  RowsOverwritten(BackwardRules rules, Set<String> weights, Kept kept) {
    super(rules);
    this.weights = weights;
    this.kept = kept;
  }

  @Override
  public void accumulate(
      CellSums cells,
      String parameter,
      SequenceBuffers buffers,
      int from,
      int until,
      DMatrixRMaj sum) {
    if (!weights.contains(parameter)) {
      super.accumulate(cells, parameter, buffers, from, until, sum);
      return;
    }
    Set<Integer> written = new HashSet<>();
    for (int i = from; i < until; i++) {
      int t = kept == Kept.FIRST ? i : until - 1 - (i - from);
      if (written.add(buffers.input(t))) {
        super.accumulate(cells, parameter, buffers, t, t + 1, sum);
      }
    }
  }

  @Override
  public void gather(CellSums cells, List<SequenceBuffers> sequences, Parameters gradients) {
    super.gather(cells, sequences, gradients);
    if (kept == Kept.FIRST || sequences.size() == 1) {
      return;
    }
    for (String weight : weights) {
      DMatrixRMaj sum = gradients.get(weight);
      sum.zero();
      Set<Integer> written = new HashSet<>();
      for (int b = sequences.size() - 1; b >= 0; b--) {
        SequenceBuffers buffers = sequences.get(b);
        for (int t = buffers.length() - 1; t >= 0; t--) {
          if (written.add(buffers.input(t))) {
            super.accumulate(cells, weight, buffers, t, t + 1, sum);
          }
        }
      }
    }
  }
}
