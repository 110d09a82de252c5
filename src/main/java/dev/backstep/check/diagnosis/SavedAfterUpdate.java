package dev.backstep.check.diagnosis;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.Batch;
import dev.backstep.model.Parameters;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * Recognises weights that were saved after the update: with the update taken back, {@code W +
 * lr·dW} for SGD, everything comes out. Of Adagrad and Adam only the first update is known, in
 * which nothing is remembered yet.
 */
final class SavedAfterUpdate {
  /** What people type. */
  private static final double[] RATES = {
    0.1, 0.01, 0.001, 1e-4, 0.5, 0.05, 0.005, 5e-4, 0.2, 0.02, 0.002, 0.3, 0.03, 0.003, 1
  };

  /** By how much an entry of the weights falls, in learning rates: SGD, Adagrad, Adam. */
  private static final List<DoubleUnaryOperator> RULES =
      List.of(
          gradient -> gradient,
          gradient -> gradient / Math.sqrt(gradient * gradient + 1e-8),
          gradient -> gradient / (Math.abs(gradient) + 1e-8));

  private final Submission submission;

  SavedAfterUpdate(Submission submission) {
    this.submission = submission;
  }

  /** The learning rate; empty if no update that is known gives these numbers. */
  Optional<GradientChange> rate() {
    long totals =
        submission.totals().stream()
            .filter(SuppliedTotal::isOfWeight)
            .map(SuppliedTotal::gradient)
            .distinct()
            .count();
    if (totals < submission.given().net().weights().size()) {
      return Optional.empty();
    }
    double[] rates =
        submission.learningRate().isPresent()
            ? new double[] {submission.learningRate().getAsDouble()}
            : RATES;
    return RULES.stream()
        .flatMap(
            rule ->
                DoubleStream.of(rates)
                    .filter(rate -> isFrom(rule, rate))
                    .mapToObj(
                        rate -> new GradientChange(GradientChange.Kind.SAVED_AFTER_UPDATE, rate)))
        .findFirst();
  }

  private boolean isFrom(DoubleUnaryOperator rule, double rate) {
    Parameters before = submission.given().weights().copy();
    for (SuppliedTotal total : submission.totals()) {
      if (total.isOfWeight()) {
        double[] weights = before.get(total.weight()).data;
        for (int i = 0; i < weights.length; i++) {
          weights[i] += rate * rule.applyAsDouble(total.entries()[i]);
        }
      }
    }
    Batch given = submission.batch().with(before);
    Computed computed = Computed.of(given, BackwardRules.RIGHT);
    return new Fit(submission, computed).misses(computed).isEmpty();
  }
}
