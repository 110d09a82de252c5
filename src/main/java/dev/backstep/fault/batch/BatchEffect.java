package dev.backstep.fault.batch;

import dev.backstep.fault.evidence.Difference;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.BatchPass;
import dev.backstep.model.PaddedBatch;
import dev.backstep.net.Expr;
import dev.backstep.net.Gradient;
import dev.backstep.net.Net;
import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a fault of batches makes of the numbers of one batch.
 *
 * @param right what is computed of the sequences without their padding
 * @param wrong what is computed with the fault
 */
public record BatchEffect(
    BatchFault fault,
    PaddedBatch padded,
    BatchPass right,
    BatchPass wrong,
    double rightLoss,
    double wrongLoss) {
  /** Differences up to this much are rounding: the same sums in another order. */
  public static final double ROUNDING = 1e-12;

  /**
   * Goes forward and backward through the batch; it belongs on another thread than the screen's.
   */
  public static BatchEffect of(BatchFault fault, BatchSpecimen specimen) {
    PaddedBatch padded = specimen.padded(fault);
    BatchPass right = BatchPass.of(padded.valid(), BackwardRules.RIGHT);
    BatchPass wrong = fault.pass(padded, BackwardRules.RIGHT);
    return new BatchEffect(
        fault, padded, right, wrong, right.totalLoss(), fault.loss(padded, BackwardRules.RIGHT));
  }

  public Net net() {
    return padded.net();
  }

  /** Of the sum of the gradients of a weight. */
  public Difference total(String weight) {
    return Difference.between(right.gradient(weight), wrong.gradient(weight));
  }

  /** Of the gradient of a state that a sequence begins with. */
  public Difference initial(Vector state, int sequence) {
    return Difference.between(
        right.initialGradient(state, sequence), wrong.initialGradient(state, sequence));
  }

  /** Whether it is about what the next batch begins with. */
  public boolean isOfCarriedStates() {
    return fault == BatchFault.CARRIED_FROM_PADDING;
  }

  /** Of the state that a sequence leaves behind for the next batch. */
  public Difference carried(Vector state, int sequence) {
    return Difference.between(rightlyCarried(state, sequence), wronglyCarried(state, sequence));
  }

  private double[] rightlyCarried(Vector state, int sequence) {
    return right.row(state, sequence, padded.sequences().get(sequence).length() - 1);
  }

  private double[] wronglyCarried(Vector state, int sequence) {
    return fault.carried(wrong, state, sequence);
  }

  /**
   * Of a row of a vector in a column of a sequence. In the padding nothing is right but the zeros
   * of what would be added to a gradient; other vectors cannot be compared there.
   */
  public Optional<Difference> at(Vector vector, int sequence, int column) {
    boolean isValid = padded.isValid(sequence, column);
    if (!isValid && (!fault.runsOn() || !isAdded(vector))) {
      return Optional.empty();
    }
    int t = column - padded.begin(sequence);
    double[] found = wrong.row(vector, sequence, t + fault.begin(padded, sequence));
    double[] expected = isValid ? right.row(vector, sequence, t) : new double[found.length];
    return Optional.of(Difference.between(expected, found));
  }

  private boolean isAdded(Vector vector) {
    return vector.phase() == Phase.BACKWARD
        && net().gradients().stream()
            .flatMap(Gradient::reads)
            .map(Expr.Of::vector)
            .anyMatch(vector::equals);
  }

  /**
   * The largest difference of an entry of any total, any state's gradient or carried state, or of
   * the loss that is reported.
   */
  public double largest() {
    double largest = Math.abs(wrongLoss - rightLoss);
    for (String weight : net().names()) {
      largest = Math.max(largest, apart(right.gradient(weight), wrong.gradient(weight)));
    }
    for (Vector state : net().states()) {
      for (int b = 0; b < padded.size(); b++) {
        largest =
            Math.max(
                largest, apart(right.initialGradient(state, b), wrong.initialGradient(state, b)));
        if (isOfCarriedStates()) {
          largest = Math.max(largest, apart(rightlyCarried(state, b), wronglyCarried(state, b)));
        }
      }
    }
    return largest;
  }

  private static double apart(double[] some, double[] others) {
    return IntStream.range(0, some.length)
        .mapToDouble(i -> Math.abs(some[i] - others[i]))
        .max()
        .orElse(0);
  }

  /** Whether anything is wrong by more than rounding. */
  public boolean isSeen() {
    return !(largest() <= ROUNDING);
  }
}
