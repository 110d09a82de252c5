package dev.backstep.check.verdict;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SuppliedRows;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.model.Truncation;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import dev.backstep.net.Weight;
import dev.backstep.trace.Backward;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Trace;
import dev.backstep.trace.arithmetic.Derivation;
import dev.backstep.trace.arithmetic.Derivations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Single numbers of a submission beside the right ones: of each array the entry that is off by
 * most, with the arithmetic by which it should have been computed.
 */
public final class LargestErrors {
  private final Submission submission;
  private final Computed right;
  private final Map<Integer, Trace> traces = new HashMap<>();

  LargestErrors(Submission submission) {
    this.submission = submission;
    right = submission.right();
  }

  /** The first sequence, or the only one, as it should have been computed. */
  public Trace trace() {
    return trace(0);
  }

  /** A sequence as it should have been computed. */
  public Trace trace(int sequence) {
    return traces.computeIfAbsent(
        sequence, each -> submission.trace(Backward.right(submission.shape()), each));
  }

  /** Of one vector of one cell; nothing if it was not supplied. */
  public Optional<JudgedEntry> worst(RowJudgement row, int t) {
    if (row.quantity() == null) {
      return loss(row, t);
    }
    return submission.rows().stream()
        .filter(rows -> rows.quantity() == row.quantity())
        .findFirst()
        .map(supplied -> worst(supplied, t));
  }

  private Optional<JudgedEntry> loss(RowJudgement row, int t) {
    double[] yours = submission.loss().perTimestep();
    return yours.length == 0
        ? Optional.empty()
        : Optional.of(
            new JudgedEntry(row.name(), t, "", right.loss(t), yours[t], Optional.empty()));
  }

  /** The sum or mean of the losses; nothing if it was not supplied. */
  public Optional<JudgedEntry> wholeLoss() {
    OptionalDouble yours = submission.loss().whole();
    return yours.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new JudgedEntry(
                FirstWrongSearch.LOSS,
                -1,
                "",
                right.totalLoss(),
                yours.getAsDouble(),
                Optional.empty()));
  }

  private JudgedEntry worst(SuppliedRows supplied, int t) {
    Vector quantity = supplied.quantity();
    double[] yours = supplied.rows()[t];
    double[] expected = right.row(quantity, t);
    int i = worst(yours, expected);
    return new JudgedEntry(
        supplied.name(), t, "[" + i + "]", expected[i], yours[i], ofCell(quantity, t, i));
  }

  /** Of a gradient of the whole sequence; nothing if it was not supplied. */
  public Optional<JudgedEntry> worst(TotalJudgement total) {
    return submission.totals().stream()
        .filter(each -> each.name().equals(total.name()))
        .findFirst()
        .map(this::worst);
  }

  private JudgedEntry worst(SuppliedTotal total) {
    double[] expected = right.total(total.gradient());
    int worst = worst(total.entries(), expected);
    return new JudgedEntry(
        total.name(),
        -1,
        submission.naming().index(total, submission.shape(), worst),
        expected[worst],
        total.entries()[worst],
        ofTotal(total, worst));
  }

  private Weight weight(SuppliedTotal total) {
    return net().weight(total.weight());
  }

  private Net net() {
    return submission.given().net();
  }

  private Entry entry(SuppliedTotal total, int entry) {
    if (!total.isOfWeight()) {
      return new Entry.OfCell(handedBack(total.gradient()), 0, entry);
    }
    int cols = submission.shape().size(weight(total).cols());
    return new Entry.OfAccumulator(total.weight(), 0, entry / cols, entry % cols);
  }

  private Vector handedBack(String gradient) {
    List<String> ofStates = net().states().stream().map(SuppliedTotal::ofState).toList();
    return net().handedBack().get(ofStates.indexOf(gradient));
  }

  private static int worst(double[] yours, double[] expected) {
    int worst = 0;
    for (int i = 1; i < yours.length; i++) {
      boolean isWorse = Math.abs(yours[i] - expected[i]) > Math.abs(yours[worst] - expected[worst]);
      worst = isWorse ? i : worst;
    }
    return worst;
  }

  private Optional<Derivation> ofCell(Vector quantity, int t, int i) {
    if (submission.batch().truncation().kind() == Truncation.Kind.WINDOW) {
      return Optional.empty();
    }
    int sequence = submission.batch().sequence(t);
    int timestep = t - submission.batch().start(sequence);
    return Optional.of(derivation(new Entry.OfCell(quantity, timestep, i), sequence));
  }

  /** A total of several sequences is written out in none of them. */
  private Optional<Derivation> ofTotal(SuppliedTotal total, int entry) {
    boolean isOfOne =
        !submission.hasMany() && submission.batch().truncation().equals(Truncation.NONE);
    return isOfOne ? Optional.of(derivation(entry(total, entry), 0)) : Optional.empty();
  }

  private Derivation derivation(Entry entry, int sequence) {
    return Objects.requireNonNull(
        new Derivations(trace(sequence), submission.naming().notation()).of(entry));
  }
}
