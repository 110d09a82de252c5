package dev.backstep.check.diagnosis;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SuppliedRows;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.check.verdict.LossFactor;
import dev.backstep.check.verdict.Reduction;
import dev.backstep.check.verdict.Verdict;
import dev.backstep.check.verdict.WeightUpdate;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.Batch;
import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Loss;
import dev.backstep.net.Vector;
import dev.backstep.net.Weight;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Recognises weights that were saved after the update: with the update taken back, {@code W +
 * lr·dW} for SGD, everything comes out. Of Adagrad and Adam only the first update is known, in
 * which nothing is remembered yet, unless what Adagrad remembers was saved as well. Where the
 * outputs were, the loss and the gradients behind the output follow from them, whatever the update.
 */
final class SavedAfterUpdate {
  /** So often the gradients that were not saved are computed of the weights found so far. */
  private static final int MOST_ROUNDS = 40;

  private static final double SAME = 1e-14;

  /** A loss is larger by more than rounding if it is by this part of it. */
  private static final double LARGER = 1e-6;

  private final Submission submission;
  private final WeightUpdate update;

  /**
   * @param submission of which the loss, a mean perhaps, was not recognised with these weights
   */
  SavedAfterUpdate(Submission submission) {
    this.submission = submission.asSaved();
    update = new WeightUpdate(this.submission);
  }

  /** The learning rate; empty if no update that is known gives these numbers. */
  Optional<GradientChange> rate() {
    if (submission.totals().stream().noneMatch(SuppliedTotal::isOfWeight)) {
      return Optional.empty();
    }
    return update
        .rates()
        .filter(this::isFromSquares)
        .boxed()
        .findFirst()
        .or(this::ofRules)
        .map(rate -> new GradientChange(GradientChange.Kind.SAVED_AFTER_UPDATE, rate));
  }

  private Optional<Double> ofRules() {
    return WeightUpdate.RULES.stream()
        .flatMap(rule -> update.rates().filter(rate -> isFrom(rule, rate)).boxed())
        .findFirst();
  }

  /** Adagrad, at any update: {@code W + lr·dW / √(mem + 1e-8)}. */
  private boolean isFromSquares(double rate) {
    return update.backBySquares(rate).filter(this::fits).isPresent();
  }

  private Optional<SuppliedTotal> total(Weight weight) {
    return submission.totals().stream()
        .filter(total -> total.isOfWeight() && total.weight().equals(weight.name()))
        .findFirst();
  }

  private boolean isFrom(DoubleUnaryOperator rule, double rate) {
    Parameters known = update.back(rule, rate);
    List<String> missing =
        submission.batch().net().weights().stream()
            .map(Weight::name)
            .filter(name -> !isSaved(name))
            .toList();
    // What is missing may be no weight of the program, but one that is taken as 0.
    boolean isOfKnown = fits(known);
    if (isOfKnown || missing.isEmpty()) {
      return isOfKnown;
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
        WeightUpdate.takeBack(rule, rate, gradient, entries);
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

  /** The learning rate and the weights before, where only the loss shows that they are those. */
  Optional<Map.Entry<GradientChange, Verdict>> byLoss() {
    boolean isKnown =
        submission.loss().whole().isPresent()
            && submission.batch().net().weights().stream().allMatch(each -> isSaved(each.name()));
    if (!isKnown) {
      return Optional.empty();
    }
    return update.rates().boxed().flatMap(rate -> byLoss(rate, update.allBack(rate))).findFirst();
  }

  private Stream<Map.Entry<GradientChange, Verdict>> byLoss(
      double rate, Stream<Parameters> candidates) {
    GradientChange change = new GradientChange(GradientChange.Kind.SAVED_AFTER_UPDATE, rate);
    return candidates
        .map(before -> Verdict.byTolerance(submission.on(submission.batch().with(before))))
        .filter(each -> each.loss().agrees())
        .map(each -> Map.entry(change, each));
  }

  /**
   * An update by any rule: the outputs that were saved give the loss, and with the saved states the
   * gradients behind the output, and these weights give other outputs, of a smaller loss.
   */
  Optional<GradientChange> byOutputs() {
    Batch batch = submission.batch();
    Optional<double[][]> outputs = rows(batch.net().output());
    Optional<double[][]> states = rows(Cell.H);
    boolean isKnown =
        outputs.isPresent()
            && states.isPresent()
            && batch.net().head().loss() == Loss.CROSS_ENTROPY
            && submission.loss().whole().isPresent();
    if (!isKnown) {
      return Optional.empty();
    }
    double saved = loss(outputs.get());
    double factor = submission.loss().whole().getAsDouble() / saved;
    if (areOfStates(outputs.get(), states.get())) {
      // The weights of the output are those of the run, so it is the cell that is another.
      return Optional.empty();
    }
    boolean isOfOutputs =
        LossFactor.of(batch).stream().anyMatch(each -> submission.isLoss(factor, each.factor()))
            && saved > submission.right().totalLoss() * (1 + LARGER);
    return isOfOutputs && areOfOutputs(outputs.get(), states.get(), factor)
        ? Optional.of(new GradientChange(GradientChange.Kind.SAVED_AFTER_SOME_UPDATE, 1))
        : Optional.empty();
  }

  /** Whether outputs follow from the states that were saved with them, by the saved weights. */
  private boolean areOfStates(double[][] outputs, double[][] states) {
    Parameters weights = submission.given().weights();
    double[] matrix = weights.get(Head.W3.name()).data;
    Optional<double[]> bias =
        weights.names().stream()
            .filter(Parameters.BO::equals)
            .findFirst()
            .map(name -> weights.get(name).data);
    for (int t = 0; t < outputs.length; t++) {
      double[] logits = bias.map(double[]::clone).orElse(new double[outputs[t].length]);
      for (int k = 0; k < logits.length; k++) {
        for (int j = 0; j < states[t].length; j++) {
          logits[k] += matrix[k * states[t].length + j] * states[t][j];
        }
      }
      if (!submission.tolerance().agree(outputs[t], softmax(logits))) {
        return false;
      }
    }
    return true;
  }

  private static double[] softmax(double[] logits) {
    double largest = Arrays.stream(logits).max().orElse(0);
    double[] powers = Arrays.stream(logits).map(each -> StrictMath.exp(each - largest)).toArray();
    double sum = Arrays.stream(powers).sum();
    return Arrays.stream(powers).map(each -> each / sum).toArray();
  }

  private Optional<double[][]> rows(Vector vector) {
    return submission.rows().stream()
        .filter(rows -> rows.quantity().equals(vector))
        .map(SuppliedRows::rows)
        .findFirst();
  }

  private double loss(double[][] outputs) {
    double sum = 0;
    for (int t = 0; t < outputs.length; t++) {
      sum += weight(t) * -StrictMath.log(outputs[t][target(t)]);
    }
    return sum;
  }

  private double weight(int t) {
    int sequence = submission.batch().sequence(t);
    double[] weights = example(t).sequence().lossWeights();
    return weights.length == 0 ? 1 : weights[t - submission.batch().start(sequence)];
  }

  private int target(int t) {
    int sequence = submission.batch().sequence(t);
    return Math.max(0, example(t).targets()[t - submission.batch().start(sequence)]);
  }

  private Example example(int t) {
    return submission.batch().sequences().get(submission.batch().sequence(t));
  }

  /** Whether dW3 is what the saved rows make it, as a sum or as the mean that the loss is. */
  private boolean areOfOutputs(double[][] outputs, double[][] states, double factor) {
    int hidden = submission.shape().hidden();
    double[] sum = new double[submission.shape().outputs() * hidden];
    for (int t = 0; t < outputs.length; t++) {
      for (int k = 0; k < outputs[t].length; k++) {
        double error = weight(t) * (outputs[t][k] - (k == target(t) ? 1 : 0));
        for (int j = 0; j < hidden; j++) {
          sum[k * hidden + j] += error * states[t][j];
        }
      }
    }
    return total(Head.W3).stream()
        .anyMatch(
            total ->
                submission.agree(total, sum)
                    || submission.agree(total, Reduction.times(sum, factor)));
  }

  /** Whether everything comes out of these weights, the loss as well. */
  private boolean fits(Parameters before) {
    Batch given = submission.batch().with(before);
    return Verdict.byTolerance(submission.on(given)).agrees();
  }
}
