package dev.backstep.check;

import dev.backstep.model.Parameters;
import dev.backstep.trace.Derivation;
import dev.backstep.trace.Derivations;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Notation;
import dev.backstep.trace.Quantity;
import dev.backstep.trace.Trace;
import dev.backstep.trace.Update;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds what went wrong first in the order of computation: h, o and loss forward from t = 0, then
 * the loss as a whole, then each cell from t = T−1 back, then what the cells add up to.
 */
final class FirstWrongSearch {
  static final String LOSS = "loss";

  private final Submission submission;
  private final Computed right;
  private final List<RowJudgement> rows;
  private final List<TotalJudgement> totals;
  private final Judgement loss;

  FirstWrongSearch(
      Submission submission,
      Computed right,
      List<RowJudgement> rows,
      List<TotalJudgement> totals,
      Judgement loss) {
    this.submission = submission;
    this.right = right;
    this.rows = rows;
    this.totals = totals;
    this.loss = loss;
  }

  Optional<FirstWrong> first() {
    int length = submission.length();
    return inCells(false, IntStream.range(0, length))
        .or(this::inWholeLoss)
        .or(() -> inCells(true, IntStream.range(0, length).map(t -> length - 1 - t)))
        .or(this::inTotals);
  }

  private Optional<FirstWrong> inCells(boolean isBackward, IntStream timesteps) {
    return timesteps
        .boxed()
        .flatMap(
            t ->
                rows.stream()
                    .filter(row -> Judge.isBackward(row) == isBackward)
                    .filter(row -> row.cells().get(t).differs())
                    .map(row -> inCell(row, t)))
        .findFirst();
  }

  private FirstWrong inCell(RowJudgement row, int t) {
    if (row.quantity() == null) {
      double yours = submission.loss().perTimestep()[t];
      return new FirstWrong(row.name(), t, "", right.loss(t), yours, Optional.empty());
    }
    double[] yours =
        submission.rows().stream()
            .filter(rows -> rows.quantity() == row.quantity())
            .findFirst()
            .orElseThrow()
            .rows()[t];
    double[] expected = right.row(row.quantity(), t);
    int i = worst(yours, expected);
    return new FirstWrong(
        row.name(),
        t,
        "[" + i + "]",
        expected[i],
        yours[i],
        Optional.of(derivation(new Entry.OfCell(row.quantity(), t, i))));
  }

  private Optional<FirstWrong> inWholeLoss() {
    return loss.differs()
        ? Optional.of(
            new FirstWrong(
                LOSS,
                -1,
                "",
                right.totalLoss(),
                submission.loss().whole().getAsDouble(),
                Optional.empty()))
        : Optional.empty();
  }

  private Optional<FirstWrong> inTotals() {
    return totals.stream()
        .filter(total -> total.judgement().differs())
        .findFirst()
        .map(total -> inTotal(total.name()));
  }

  private FirstWrong inTotal(String name) {
    SuppliedTotal total =
        submission.totals().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();
    double[] expected = right.total(total.gradient());
    int worst = worst(total.entries(), expected);
    return new FirstWrong(
        name,
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
    boolean isTransposed = submission.dialect().notation().isTransposed(gradient.substring(1));
    return isTransposed
        ? "[%d, %d]".formatted(entry % hidden, entry / hidden)
        : "[%d, %d]".formatted(entry / hidden, entry % hidden);
  }

  private static boolean isOfMatrix(String gradient) {
    return !gradient.equals(SuppliedTotal.DH0) && !Parameters.isBias(gradient.substring(1));
  }

  private Entry entry(String gradient, int entry) {
    if (gradient.equals(SuppliedTotal.DH0)) {
      return new Entry.OfCell(Quantity.DH_PREV, 0, entry);
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
    Given given = submission.given();
    Trace trace =
        Trace.of(
            submission.labels(),
            given.parameters(),
            given.inputs(),
            given.targets(),
            given.h0(),
            (weights, gradients) -> new Update(weights, gradients.norm(), 1));
    Notation notation = submission.dialect().notation();
    return new Derivations(trace, notation).of(entry);
  }
}
