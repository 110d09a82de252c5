package dev.backstep.check.diagnosis;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.check.verdict.Verdict;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.Batch;
import dev.backstep.model.Parameters;
import dev.backstep.net.Weight;
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

  /** So often the gradients that were not saved are computed of the weights found so far. */
  private static final int MOST_ROUNDS = 40;

  private static final double SAME = 1e-14;

  private final Submission submission;

  /**
   * @param submission of which the loss, a mean perhaps, was not recognised with these weights
   */
  SavedAfterUpdate(Submission submission) {
    this.submission = submission.asSaved();
  }

  /** The learning rate; empty if no update that is known gives these numbers. */
  Optional<GradientChange> rate() {
    if (submission.totals().stream().noneMatch(SuppliedTotal::isOfWeight)) {
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
    Parameters known = submission.given().weights().copy();
    for (SuppliedTotal total : submission.totals()) {
      if (total.isOfWeight()) {
        add(rule, rate, total.entries(), known.get(total.weight()).data);
      }
    }
    List<String> missing =
        submission.batch().net().weights().stream()
            .map(Weight::name)
            .filter(name -> !isSaved(name))
            .toList();
    if (missing.isEmpty()) {
      return fits(known);
    }
    // The rule is one for all weights: of a mean its gradients are those of the mean.
    return DoubleStream.of(1, 1.0 / submission.length())
        .anyMatch(factor -> fits(completed(rule, rate, factor, known, missing)));
  }

  private boolean isSaved(String weight) {
    return submission.totals().stream()
        .anyMatch(total -> total.isOfWeight() && total.weight().equals(weight));
  }

  /** With weights whose update is that by the gradient which they, and all others, have. */
  private Parameters completed(
      DoubleUnaryOperator rule,
      double rate,
      double factor,
      Parameters known,
      List<String> missing) {
    Parameters before = known.copy();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Computed computed = Computed.of(submission.batch().with(before), BackwardRules.RIGHT);
      double moved = 0;
      for (String name : missing) {
        double[] gradient = computed.total("d" + name).clone();
        for (int i = 0; i < gradient.length; i++) {
          gradient[i] *= factor;
        }
        double[] entries = known.get(name).data.clone();
        add(rule, rate, gradient, entries);
        double[] last = before.get(name).data;
        for (int i = 0; i < entries.length; i++) {
          moved = Math.max(moved, Math.abs(entries[i] - last[i]));
          last[i] = entries[i];
        }
      }
      if (moved <= SAME) {
        return before;
      }
    }
    return before;
  }

  private static void add(
      DoubleUnaryOperator rule, double rate, double[] gradient, double[] weights) {
    for (int i = 0; i < weights.length; i++) {
      weights[i] += rate * rule.applyAsDouble(gradient[i]);
    }
  }

  /** Whether everything comes out of these weights, the loss as well. */
  private boolean fits(Parameters before) {
    Batch given = submission.batch().with(before);
    return Verdict.byTolerance(submission.on(given)).agrees();
  }
}
