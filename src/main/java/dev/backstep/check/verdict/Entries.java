package dev.backstep.check.verdict;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SuppliedRows;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.Parameters;
import dev.backstep.net.Cell;
import dev.backstep.net.Vector;
import dev.backstep.trace.Backward;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Trace;
import dev.backstep.trace.arithmetic.Derivation;
import dev.backstep.trace.arithmetic.Derivations;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Single numbers of a submission beside the right ones: of each array the entry that is off by
 * most, with the arithmetic by which it should have been computed.
 */
public final class Entries {
  private final Submission submission;
  private final Computed right;
  private final Trace trace;

  /** Computes the sequence by the right rules. */
  public Entries(Submission submission) {
    this(submission, Computed.of(submission.given(), BackwardRules.RIGHT));
  }

  Entries(Submission submission, Computed right) {
    this.submission = submission;
    this.right = right;
    trace = submission.trace(Backward.right(submission.shape()));
  }

  /** The sequence as it should have been computed. */
  public Trace trace() {
    return trace;
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
        supplied.name(),
        t,
        "[" + i + "]",
        expected[i],
        yours[i],
        Optional.of(derivation(new Entry.OfCell(quantity, t, i))));
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
        index(total.gradient(), worst),
        expected[worst],
        total.entries()[worst],
        Optional.of(derivation(entry(total.gradient(), worst))));
  }

  /** Where the entry stands in the file's own array. */
  private String index(String gradient, int entry) {
    if (!isOfMatrix(gradient)) {
      return "[" + entry + "]";
    }
    int hidden = submission.shape().hidden();
    boolean isTransposed = submission.standing().isTransposed(gradient.substring(1));
    return isTransposed
        ? String.format(Locale.ROOT, "[%d, %d]", entry % hidden, entry / hidden)
        : String.format(Locale.ROOT, "[%d, %d]", entry / hidden, entry % hidden);
  }

  private static boolean isOfMatrix(String gradient) {
    return !gradient.equals(SuppliedTotal.DH0) && !Parameters.isBias(gradient.substring(1));
  }

  private Entry entry(String gradient, int entry) {
    if (gradient.equals(SuppliedTotal.DH0)) {
      return new Entry.OfCell(Cell.DH_PREV, 0, entry);
    }
    String parameter = gradient.substring(1);
    int hidden = submission.shape().hidden();
    return Parameters.isBias(parameter)
        ? new Entry.OfAccumulator(parameter, 0, 0, entry)
        : new Entry.OfAccumulator(parameter, 0, entry / hidden, entry % hidden);
  }

  private static int worst(double[] yours, double[] expected) {
    int worst = 0;
    for (int i = 1; i < yours.length; i++) {
      boolean isWorse = Math.abs(yours[i] - expected[i]) > Math.abs(yours[worst] - expected[worst]);
      worst = isWorse ? i : worst;
    }
    return worst;
  }

  private Derivation derivation(Entry entry) {
    return Objects.requireNonNull(
        new Derivations(trace, submission.dialect().notation()).of(entry));
  }
}
