package dev.backstep.check.submission;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.Batch;
import dev.backstep.model.Example;
import dev.backstep.model.PaddedBatch;
import dev.backstep.model.Shape;
import dev.backstep.trace.Backward;
import dev.backstep.trace.Trace;
import dev.backstep.trace.Update;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the user's program saved, brought into the project's shapes: weights and a sequence, and
 * whatever it computed of them.
 *
 * @param source the name of the file
 * @param naming in whose names it saved them, and how its matrices stand
 * @param right what a right program computes of what was given
 * @param padded the sequences with their padding, where they have any
 * @param labels how each character is written, by id
 * @param rows quantities of every timestep, in the order of computation
 * @param totals gradients of the whole sequence
 * @param learningRate what {@code lr} says
 * @param squares the sums of squared gradients that Adagrad keeps, as they are after the update, by
 *     the names of the weights; empty where they were not saved
 * @param totalsTimes what the totals were multiplied by to be those of a sum: T, or 1
 * @param rounding how far rounding alone may take a right program from the right numbers
 * @param remarks one sentence about each thing that was taken as given, in order
 */
public record Submission(
    String source,
    Naming naming,
    Computed right,
    Optional<PaddedBatch> padded,
    Tolerance tolerance,
    List<String> labels,
    List<SuppliedRows> rows,
    List<SuppliedTotal> totals,
    SuppliedLoss loss,
    OptionalDouble learningRate,
    Map<String, double[]> squares,
    double totalsTimes,
    Rounding rounding,
    List<String> remarks) {
  /** What the last digits may do to a bound. */
  private static final double CLOSE = 1e-6;

  public Submission {
    labels = List.copyOf(labels);
    rows = List.copyOf(rows);
    totals = List.copyOf(totals);
    squares = Map.copyOf(squares);
    remarks = List.copyOf(remarks);
  }

  /** The same program, had it computed these numbers. */
  public Submission with(List<SuppliedRows> otherRows, List<SuppliedTotal> otherTotals) {
    return new Submission(
        source,
        naming,
        right,
        padded,
        tolerance,
        labels,
        otherRows,
        otherTotals,
        loss,
        learningRate,
        squares,
        totalsTimes,
        rounding,
        remarks);
  }

  /** The same with the totals of the file, which may be those of a mean. */
  public Submission asSaved() {
    List<SuppliedTotal> saved =
        totals.stream()
            .map(
                total ->
                    total.with(
                        Arrays.stream(total.entries()).map(each -> each / totalsTimes).toArray()))
            .toList();
    return with(rows, saved).times(1);
  }

  /** The same with totals that are so many times those of the file. */
  public Submission times(double factor) {
    return with(right, factor, rounding, remarks);
  }

  /** The same numbers, had every sequence begun with another state, one after the other. */
  public Submission from(double[] state) {
    return on(batch().from(state));
  }

  /** The same numbers, had they been computed of other sequences or weights. */
  public Submission on(Batch other) {
    return with(Computed.of(other, BackwardRules.RIGHT), totalsTimes, rounding, remarks);
  }

  /** The same with one more remark. */
  public Submission remarking(String remark) {
    List<String> more = new ArrayList<>(remarks);
    more.add(remark);
    return with(right, totalsTimes, rounding, more);
  }

  /** The same, judged by what rounding leaves of it. */
  public Submission rounded(Rounding otherRounding) {
    return with(right, totalsTimes, otherRounding, remarks);
  }

  private Submission with(
      Computed otherRight, double factor, Rounding otherRounding, List<String> otherRemarks) {
    return new Submission(
        source,
        naming,
        otherRight,
        padded,
        tolerance,
        labels,
        rows,
        totals,
        loss,
        learningRate,
        squares,
        factor,
        otherRounding,
        otherRemarks);
  }

  /** The weights and the sequences. */
  public Batch batch() {
    return right.batch();
  }

  /** The weights and the first sequence, or the only one. */
  public Example given() {
    return right.example();
  }

  /** The place of a timestep of all sequences, in words: {@code t = 3 of sequence 1}. */
  public String place(int timestep) {
    int sequence = batch().sequence(timestep);
    int t = timestep - batch().start(sequence);
    return hasMany()
        ? String.format(Locale.ROOT, "t = %d of sequence %d", t, sequence)
        : String.format(Locale.ROOT, "t = %d", t);
  }

  /** Whether there is more than one sequence. */
  public boolean hasMany() {
    return batch().size() > 1;
  }

  /** Whether a total is what was computed, as far as rounding lets that be told. */
  public boolean agree(SuppliedTotal total, double[] expected) {
    return tolerance.agree(total.entries(), expected)
        || rounding.of(total.gradient()).covers(total.entries(), expected);
  }

  /**
   * Whether a total cannot be what was computed, if the two are so far apart or further.
   *
   * <p>Where they agree, {@code d ≤ room·(‖yours‖+‖right‖) ≤ room·(2‖yours‖+d)}.
   */
  public boolean isOther(Sketch yours, double distance) {
    double reach = Rounding.ROOM * rounding.of(yours.total().gradient()).error();
    double room = Math.max(tolerance.relative(), reach);
    return distance > tolerance.absolute()
        && distance * (1 - room) > 2 * room * yours.length() * (1 + CLOSE);
  }

  /** Whether a loss is what was computed, by the tolerance alone. */
  public boolean isLoss(double yours, double computed) {
    return tolerance.agree(new double[] {yours}, new double[] {computed});
  }

  /** Whether a row of a timestep is what was computed, likewise. */
  public boolean agree(SuppliedRows supplied, int t, double[] expected) {
    double[] row = supplied.rows()[t];
    return tolerance.agree(row, expected)
        || rounding.of(supplied.quantity(), t).covers(row, expected);
  }

  /** The first sequence, or the only one, as the other. */
  public Trace trace(Backward backward) {
    return trace(backward, 0);
  }

  /** A sequence, gone back through by some rules. No update: the weights stay as they are. */
  public Trace trace(Backward backward, int sequence) {
    return Trace.of(
        labels,
        batch().sequences().get(sequence),
        backward,
        (weights, gradients) -> new Update(weights, gradients.norm(), 1));
  }

  /** In how many digits the program computed, or saved what it computed. */
  public Precision precision() {
    return Precision.of(tolerance);
  }

  public Shape shape() {
    return given().shape();
  }

  /** The number of timesteps of all sequences together; T of one. */
  public int length() {
    return batch().timesteps();
  }

  /** Whether anything was computed that can be checked. */
  public boolean isEmpty() {
    return rows.isEmpty()
        && totals.isEmpty()
        && loss.perTimestep().length == 0
        && loss.whole().isEmpty();
  }
}
