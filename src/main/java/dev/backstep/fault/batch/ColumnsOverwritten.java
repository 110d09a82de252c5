package dev.backstep.fault.batch;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.CellSums;
import dev.backstep.model.ChangedRules;
import dev.backstep.model.PaddedBatch;
import dev.backstep.model.PaddedBatch.Side;
import dev.backstep.model.Parameters;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.net.Net;
import dev.backstep.net.Weight;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ejml.data.DMatrixRMaj;

/**
 * Rules by which the sequences of a batch add to the rows of what they read, column by column and
 * all at once: of those that read the same id the last one alone, and nothing where that is
 * padding.
 */
final class ColumnsOverwritten extends ChangedRules {
  private static final int NO_ID = -1;

  private final PaddedBatch padded;

  ColumnsOverwritten(BackwardRules rules, PaddedBatch padded) {
    super(rules);
    this.padded = padded;
  }

  @Override
  public void gather(CellSums cells, List<SequenceBuffers> sequences, Parameters gradients) {
    super.gather(cells, sequences, gradients);
    Net net = gradients.shape().net();
    for (Weight weight : net.weights()) {
      if (net.gradient(weight).isAtInput()) {
        DMatrixRMaj sum = gradients.get(weight.name());
        sum.zero();
        add(cells, weight.name(), sequences, sum);
      }
    }
  }

  private void add(
      CellSums cells, String weight, List<SequenceBuffers> sequences, DMatrixRMaj sum) {
    int longest = sequences.stream().mapToInt(SequenceBuffers::length).max().orElseThrow();
    for (int column = longest - 1; column >= 0; column--) {
      Set<Integer> written = new HashSet<>();
      for (int b = sequences.size() - 1; b >= 0; b--) {
        SequenceBuffers buffers = sequences.get(b);
        int t = padded.side() == Side.LEFT ? column - (longest - buffers.length()) : column;
        boolean isThere = t >= 0 && t < buffers.length();
        int id = isThere ? buffers.input(t) : padding(b, column);
        if (written.add(id) && isThere) {
          accumulate(cells, weight, buffers, t, t + 1, sum);
        }
      }
    }
  }

  private int padding(int sequence, int column) {
    int[] inputs = padded.sequences().get(sequence).data().inputs();
    return column < inputs.length ? inputs[column] : NO_ID;
  }
}
