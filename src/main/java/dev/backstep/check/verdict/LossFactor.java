package dev.backstep.check.verdict;

import dev.backstep.model.Batch;
import dev.backstep.model.Example;
import dev.backstep.net.Loss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a loss that people report is of the sum of all losses: a mean over something.
 *
 * @param factor by which the sum is multiplied
 * @param words what it is
 * @param inverse by what gradients are multiplied to be those of the sum
 * @param needsNoLoss whether it is a habit of a kind of batch, so that gradients alone show it
 */
public record LossFactor(double factor, String words, String inverse, boolean needsNoLoss) {
  /** Losses that may be counted in bits. */
  private static final Set<Loss> INFORMATION =
      Set.of(Loss.CROSS_ENTROPY, Loss.BINARY_CROSS_ENTROPY);

  static final LossFactor SUM = new LossFactor(1, "the sum", "1", false);

  /** Those that people have, the plainest first. */
  public static List<LossFactor> of(Batch batch) {
    List<LossFactor> factors = new ArrayList<>();
    add(factors, SUM);
    int timesteps = batch.timesteps();
    int counted = counted(batch);
    int longest = batch.sequences().stream().mapToInt(Example::length).max().orElse(1);
    boolean isOne = batch.size() == 1;
    if (isOne && counted == timesteps) {
      add(factors, mean(timesteps, "the mean over T = " + timesteps + " timesteps", "T", false));
    } else {
      add(factors, mean(counted, "the mean over the " + counted + " timesteps that count", !isOne));
      add(factors, mean(batch.size(), "the mean over " + batch.size() + " sequences", true));
      int padded = batch.size() * longest;
      add(
          factors,
          mean(
              padded,
              "the mean over "
                  + padded
                  + " timesteps, padding among them (batch-divided-by-padded where the mean over"
                  + " those that count was meant): the loss and the gradients are both divided by"
                  + " the padded length, so that the same sequences give smaller ones where more"
                  + " padding stands beside them, which is a choice",
              true));
      add(factors, mean(timesteps, "the mean over all " + timesteps + " timesteps", true));
      add(factors, mean(longest, "the sum over the sequences of means over T", true));
    }
    int outputs = batch.shape().outputs();
    List<LossFactor> plain = List.copyOf(factors);
    if (batch.net().head().loss() == Loss.SQUARED_ERROR) {
      plain.forEach(each -> add(factors, each.times(2, "without the half")));
    }
    boolean isOfEach =
        batch.net().head().loss() == Loss.SQUARED_ERROR
            || batch.net().head().loss() == Loss.BINARY_CROSS_ENTROPY;
    if (isOfEach && outputs > 1) {
      List<LossFactor> all = List.copyOf(factors);
      all.forEach(each -> add(factors, each.times(1.0 / outputs, "a mean over K outputs")));
    }
    if (batch.net().head().loss() == Loss.CROSS_ENTROPY && outputs > 1) {
      String words = "the mean over " + outputs + " outputs of sums over the timesteps";
      add(factors, mean(outputs, words, false));
    }
    if (INFORMATION.contains(batch.net().head().loss())) {
      List<LossFactor> inNats = List.copyOf(factors);
      inNats.forEach(each -> add(factors, each.inBits()));
    }
    return factors;
  }

  private LossFactor inBits() {
    double product = factor / StrictMath.log(2);
    String by = String.format(Locale.ROOT, "%.6g", 1 / product);
    return new LossFactor(product, words + ", in bits", by, false);
  }

  private static LossFactor mean(int count, String words, boolean needsNoLoss) {
    return mean(count, words, String.valueOf(count), needsNoLoss);
  }

  private static LossFactor mean(int count, String words, String inverse, boolean needsNoLoss) {
    return new LossFactor(1.0 / count, words, inverse, needsNoLoss);
  }

  private LossFactor times(double other, String and) {
    double product = factor * other;
    String by = String.format(Locale.ROOT, "%.6g", 1 / product);
    return new LossFactor(product, words + ", " + and, by, true);
  }

  private static void add(List<LossFactor> factors, LossFactor each) {
    if (factors.stream().noneMatch(other -> other.factor == each.factor)) {
      factors.add(each);
    }
  }

  /** The number of timesteps whose loss counts. */
  private static int counted(Batch batch) {
    return batch.sequences().stream()
        .map(each -> each.sequence().lossWeights().length == 0 ? each.length() : counted(each))
        .mapToInt(Integer::intValue)
        .sum();
  }

  private static int counted(Example each) {
    return (int) Arrays.stream(each.sequence().lossWeights()).filter(weight -> weight != 0).count();
  }

  /**
   * A sentence about the loss, and its gradients.
   *
   * @param isSupplied whether the loss was saved, and not only gradients that are its own
   */
  String sentence(boolean isSupplied, boolean areGradientsScaled) {
    String how =
        areGradientsScaled
            ? "gradients of the mean are compared after multiplying them by " + inverse
            : "the gradients are compared with those of the sum";
    String is = isSupplied ? "The loss is " : "The loss is not supplied and, by its gradients, ";
    return is + words + "; " + how + ".";
  }
}
