package dev.backstep.fault;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.CellSums;
import dev.backstep.model.ChangedRules;
import dev.backstep.model.Parameters;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.net.Head;
import dev.backstep.net.Vector;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ejml.data.DMatrixRMaj;

/** Rules by which the wrong thing is kept, cleared or added up. */
final class Bookkeeping {
  private Bookkeeping() {}

  /** {@code dW = …} in the place of {@code dW += …}: each cell wipes out what was there. */
  static final class AssignNotAdd extends ChangedRules {
    private final Set<String> assigned;

    AssignNotAdd(BackwardRules rules, Set<String> assigned) {
      super(rules);
      this.assigned = assigned;
    }

    @Override
    public void accumulate(
        CellSums cells,
        String parameter,
        SequenceBuffers buffers,
        int from,
        int until,
        DMatrixRMaj sum) {
      if (assigned.contains(parameter)) {
        sum.zero();
        super.accumulate(cells, parameter, buffers, from, from + 1, sum);
      } else {
        super.accumulate(cells, parameter, buffers, from, until, sum);
      }
    }
  }

  /** {@code dbh + dtanh}: added, and the sum thrown away. */
  static final class LostAccumulation extends ChangedRules {
    private final Set<String> lost;

    LostAccumulation(BackwardRules rules, Set<String> lost) {
      super(rules);
      this.lost = lost;
    }

    @Override
    public void accumulate(
        CellSums cells,
        String parameter,
        SequenceBuffers buffers,
        int from,
        int until,
        DMatrixRMaj sum) {
      if (!lost.contains(parameter)) {
        super.accumulate(cells, parameter, buffers, from, until, sum);
      }
    }
  }

  /** The loop that adds up leaves out its first timestep, or its last, for every weight. */
  static final class TimestepLeftOut extends ChangedRules {
    private final boolean isFirst;

    TimestepLeftOut(BackwardRules rules, boolean isFirst) {
      super(rules);
      this.isFirst = isFirst;
    }

    @Override
    public void accumulate(
        CellSums cells,
        String parameter,
        SequenceBuffers buffers,
        int from,
        int until,
        DMatrixRMaj sum) {
      int begin = isFirst ? Math.max(from, 1) : from;
      int end = isFirst ? until : Math.min(until, buffers.length() - 1);
      if (begin < end) {
        super.accumulate(cells, parameter, buffers, begin, end, sum);
      }
    }
  }

  /** Every stored h is the same array, which holds the last one. */
  static final class StatesShareOneBuffer extends ChangedRules {
    StatesShareOneBuffer(BackwardRules rules) {
      super(rules);
    }

    @Override
    public void keep(SequenceBuffers buffers) {
      super.keep(buffers);
      for (Vector state : buffers.net().states()) {
        double[] last = buffers.row(state, buffers.length() - 1);
        for (int t = 0; t < buffers.length() - 1; t++) {
          System.arraycopy(last, 0, buffers.row(state, t), 0, last.length);
        }
      }
    }
  }

  /** The H and O that are returned were never written to; the losses were. */
  static final class StaleH extends ChangedRules {
    StaleH(BackwardRules rules) {
      super(rules);
    }

    @Override
    public void keep(SequenceBuffers buffers) {
      super.keep(buffers);
      for (int t = 0; t < buffers.length(); t++) {
        Arrays.fill(buffers.h(t), 0);
        Arrays.fill(buffers.row(buffers.net().output(), t), 0);
      }
    }
  }

  /** The gradients of the sequences before are still there. */
  static final class NoReset extends ChangedRules {
    NoReset(BackwardRules rules) {
      super(rules);
    }

    @Override
    public void begin(Parameters gradients) {}

    @Override
    public boolean handsOnGradients() {
      return true;
    }
  }

  /** {@code e = (o − y) / T}: the gradient of the mean, beside the loss of the sum. */
  static final class AveragedByT extends ChangedRow {
    AveragedByT(BackwardRules rules) {
      super(rules, Head.E);
    }

    @Override
    void change(SequenceBuffers buffers, int t, double[] e) {
      for (int k = 0; k < e.length; k++) {
        e[k] /= buffers.length();
      }
    }
  }

  /** Each entry cut off at ±5 before anybody sees the gradients, as min-char-rnn does. */
  static final class ClippedBeforeCheck extends ChangedRules {
    private static final double LIMIT = 5;

    ClippedBeforeCheck(BackwardRules rules) {
      super(rules);
    }

    @Override
    public void finish(Parameters gradients) {
      super.finish(gradients);
      for (int i = 0; i < gradients.count(); i++) {
        double[] entries = gradients.data(i);
        for (int k = 0; k < entries.length; k++) {
          entries[k] = Math.max(-LIMIT, Math.min(LIMIT, entries[k]));
        }
      }
    }
  }

  /** Sequences are filled up with end marks to the longest, and those are trained on. */
  static final class PaddingUnmasked extends ChangedRules {
    private static final int END = 0;

    PaddingUnmasked(BackwardRules rules) {
      super(rules);
    }

    @Override
    public int[] inputs(int[] ids, int longest) {
      return padded(super.inputs(ids, longest), longest);
    }

    @Override
    public int[] targets(int[] ids, int longest) {
      return padded(super.targets(ids, longest), longest);
    }

    private static int[] padded(int[] ids, int longest) {
      int[] padded = Arrays.copyOf(ids, Math.max(ids.length, longest));
      Arrays.fill(padded, ids.length, padded.length, END);
      return padded;
    }
  }

  /**
   * Rules by which the rows of a weight that is looked up have the share of one timestep each:
   * where a word is read again, one of the shares is written over the other.
   */
  static final class RowsOverwritten extends ChangedRules {
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
}
