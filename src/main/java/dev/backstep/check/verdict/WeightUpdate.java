package dev.backstep.check.verdict;

import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SuppliedRows;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.model.Parameters;
import dev.backstep.net.Vector;
import dev.backstep.net.Weight;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The weights before an update, had those of a file been saved after it: {@code W + lr·dW} for SGD.
 * Of Adagrad and Adam only the first update is known, in which nothing is remembered yet, unless
 * what Adagrad remembers was saved as well.
 */
public final class WeightUpdate {
  /** What people type. */
  private static final double[] RATES = {
    0.1, 0.01, 0.001, 1e-4, 0.5, 0.05, 0.005, 5e-4, 0.2, 0.02, 0.002, 0.3, 0.03, 0.003, 1
  };

  /** What is added so that nothing is divided by 0. */
  private static final double SMALL = 1e-8;

  /** By how much an entry of the weights falls, in learning rates: SGD, Adagrad, Adam. */
  public static final List<DoubleUnaryOperator> RULES =
      List.of(
          gradient -> gradient,
          gradient -> gradient / Math.sqrt(gradient * gradient + SMALL),
          gradient -> gradient / (Math.abs(gradient) + SMALL));

  private final Submission submission;

  public WeightUpdate(Submission submission) {
    this.submission = submission;
  }

  /** The learning rate that was saved, or those that it may be. */
  public DoubleStream rates() {
    return submission.learningRate().isPresent()
        ? DoubleStream.of(submission.learningRate().getAsDouble())
        : DoubleStream.of(RATES);
  }

  /** The weights, of those that have gradients the ones before an update by this rule. */
  public Parameters back(DoubleUnaryOperator rule, double rate) {
    Parameters before = submission.given().weights().copy();
    for (SuppliedTotal total : submission.totals()) {
      if (total.isOfWeight()) {
        takeBack(rule, rate, total.entries(), before.get(total.weight()).data);
      }
    }
    return before;
  }

  /** Of Adagrad, at any update: {@code W + lr·dW / √(mem + 1e-8)}. */
  public Optional<Parameters> backBySquares(double rate) {
    Parameters before = submission.given().weights().copy();
    for (Weight weight : submission.batch().net().weights()) {
      double[] squares = submission.squares().get(weight.name());
      Optional<SuppliedTotal> total =
          submission.totals().stream()
              .filter(each -> each.isOfWeight() && each.weight().equals(weight.name()))
              .findFirst();
      if (squares == null || total.isEmpty()) {
        return Optional.empty();
      }
      double[] entries = before.get(weight.name()).data;
      for (int i = 0; i < entries.length; i++) {
        entries[i] += rate * total.get().entries()[i] / Math.sqrt(squares[i] + SMALL);
      }
    }
    return Optional.of(before);
  }

  /** By every rule that is known. */
  public Stream<Parameters> allBack(double rate) {
    return Stream.concat(
        backBySquares(rate).stream(), RULES.stream().map(rule -> back(rule, rate)));
  }

  /** Adds to weights what an update took from them. */
  public static void takeBack(
      DoubleUnaryOperator rule, double rate, double[] gradient, double[] weights) {
    for (int i = 0; i < weights.length; i++) {
      weights[i] += rate * rule.applyAsDouble(gradient[i]);
    }
  }

  /** Whether some update makes everything right that was saved, the loss and the states first. */
  boolean isOfBefore() {
    return rates()
        .boxed()
        .flatMap(this::allBack)
        .map(before -> submission.on(submission.batch().with(before)))
        .filter(before -> areStatesThere(before) && new PlaceOfLoss(before).isThere())
        .anyMatch(before -> JudgedReading.of(Judge.of(before), false).isWhollyRight());
  }

  /** Whether the first states that were saved are right, which is soon known. */
  private static boolean areStatesThere(Submission before) {
    List<Vector> states = before.batch().net().states();
    return before.rows().stream()
        .filter(rows -> states.contains(rows.quantity()))
        .noneMatch(rows -> isOtherAtFirst(rows, before));
  }

  private static boolean isOtherAtFirst(SuppliedRows rows, Submission before) {
    return Judgement.of(
            before.tolerance(),
            before.rounding().of(rows.quantity(), 0),
            rows.rows()[0],
            before.right().row(rows.quantity(), 0))
        .differs();
  }
}
