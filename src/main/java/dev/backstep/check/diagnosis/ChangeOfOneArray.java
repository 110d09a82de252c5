package dev.backstep.check.diagnosis;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SuppliedRows;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.check.verdict.Reduction;
import dev.backstep.math.Kernels;
import dev.backstep.model.Shape;
import dev.backstep.net.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Recognises one array alone that has the other sign, or is multiplied by a number that means
 * something, where all else fits.
 */
final class ChangeOfOneArray {
  /** Fewer entries are a multiple of others by chance. */
  private static final int FEWEST = 3;

  private static final double NEAR = 1e-4;

  private final Submission submission;
  private final Fit fit;

  ChangeOfOneArray(Submission submission, Fit fit) {
    this.submission = submission;
    this.fit = fit;
  }

  Optional<GradientChange> between(Computed candidate) {
    return sign(candidate).or(() -> factor(candidate));
  }

  private Optional<GradientChange> sign(Computed candidate) {
    List<String> turned = new ArrayList<>();
    for (SuppliedRows rows : submission.rows()) {
      if (!fit.reproduces(rows, candidate)) {
        if (rows.quantity().phase() != Phase.BACKWARD || !fit.fits(rows, candidate, -1)) {
          return Optional.empty();
        }
        turned.add(rows.name());
      }
    }
    for (SuppliedTotal total : submission.totals()) {
      double[] expected = candidate.total(total.gradient());
      if (!submission.agree(total, expected)) {
        if (!submission.agree(total, Reduction.times(expected, -1))) {
          return Optional.empty();
        }
        turned.add(total.name());
      }
    }
    return turned.size() == 1
        ? Optional.of(new GradientChange(GradientChange.Kind.SIGN_OF_ONE, -1, turned.get(0)))
        : Optional.empty();
  }

  /** The gradients of some weights are a multiple of the candidate's, all by one number. */
  private Optional<GradientChange> factor(Computed candidate) {
    List<SuppliedTotal> wrong =
        submission.totals().stream()
            .filter(total -> !submission.agree(total, candidate.total(total.gradient())))
            .toList();
    if (wrong.isEmpty() || !wrong.stream().allMatch(SuppliedTotal::isOfWeight)) {
      return Optional.empty();
    }
    double product = 0;
    double square = 0;
    int entries = 0;
    for (SuppliedTotal total : wrong) {
      double[] expected = candidate.total(total.gradient());
      product += Kernels.dot(total.entries(), expected);
      square += Kernels.dot(expected, expected);
      entries += expected.length;
    }
    double factor = meant(product / square);
    boolean fits =
        factor != 0
            && entries >= FEWEST
            && fit.rowsFit(candidate, 1)
            && wrong.stream()
                .allMatch(
                    total ->
                        submission.agree(
                            total, Reduction.times(candidate.total(total.gradient()), factor)));
    return fits
        ? Optional.of(
            new GradientChange(
                GradientChange.Kind.FACTOR_OF_SOME,
                factor,
                wrong.stream().map(SuppliedTotal::name).collect(Collectors.joining(", "))))
        : Optional.empty();
  }

  /** A whole number, one over a count of what is there, or a number of few digits; else 0. */
  private double meant(double factor) {
    Shape shape = submission.shape();
    int timesteps = submission.length();
    int sequences = submission.batch().size();
    DoubleStream counts =
        IntStream.of(
                timesteps,
                sequences,
                timesteps / sequences,
                shape.outputs(),
                shape.hidden(),
                shape.vocabulary(),
                shape.inputs())
            .mapToDouble(count -> 1.0 / count);
    DoubleStream typed =
        DoubleStream.of(
            Math.rint(factor), Double.parseDouble(String.format(Locale.ROOT, "%.2g", factor)));
    return DoubleStream.concat(counts, typed)
        .flatMap(each -> DoubleStream.of(each, -each))
        .filter(each -> each != 0 && Double.isFinite(each))
        .filter(each -> Math.abs(each - factor) <= NEAR * Math.abs(each))
        .findFirst()
        .orElse(0);
  }
}
