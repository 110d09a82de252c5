package dev.backstep.check.diagnosis;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultCatalogue;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.Batch;
import dev.backstep.model.Parameters;
import dev.backstep.model.Shape;
import dev.backstep.net.Net;
import dev.backstep.net.Weight;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;

/** Recognises square matrices that stand transposed: gradients, or a weight with its gradient. */
final class Transposition {
  private final Submission submission;
  private final Fit fit;

  Transposition(Submission submission, Fit fit) {
    this.submission = submission;
    this.fit = fit;
  }

  /**
   * Gradients that are the candidate's with rows and columns exchanged, one or those of several
   * gates, and all else fits. One between states is left out where it is a fault of the catalogue,
   * with a line to mend.
   */
  Optional<GradientChange> ofGradient(Computed candidate) {
    List<SuppliedTotal> wrong =
        submission.totals().stream()
            .filter(total -> !agrees(total, candidate.total(total.gradient())))
            .toList();
    boolean areTurned =
        !wrong.isEmpty()
            && wrong.stream().allMatch(total -> isTurned(total, candidate))
            && fit.rowsFit(candidate, 1);
    return areTurned
        ? Optional.of(new GradientChange(GradientChange.Kind.TRANSPOSED, 1, names(wrong)))
        : Optional.empty();
  }

  private boolean isTurned(SuppliedTotal total, Computed candidate) {
    return isSquareMatrix(total) && agrees(total, turned(candidate.total(total.gradient())));
  }

  private static String names(List<SuppliedTotal> totals) {
    return totals.stream().map(SuppliedTotal::name).collect(Collectors.joining(", "));
  }

  private boolean agrees(SuppliedTotal total, double[] expected) {
    return submission.agree(total, expected);
  }

  private boolean isSquareMatrix(SuppliedTotal total) {
    return total.isOfWeight()
        && !isOfCatalogue(net().weight(total.weight()))
        && squareWeights().anyMatch(net().weight(total.weight())::equals);
  }

  private boolean isOfCatalogue(Weight weight) {
    return isBetweenStates(weight)
        && FaultCatalogue.of(net()).tried().contains(Fault.OUTER_PRODUCT_TRANSPOSED);
  }

  private Net net() {
    return submission.given().net();
  }

  private static boolean isBetweenStates(Weight weight) {
    return weight.rows() == weight.cols();
  }

  /** Those between states first. */
  private Stream<Weight> squareWeights() {
    Shape shape = submission.shape();
    return net().weights().stream()
        .filter(weight -> !weight.isBias())
        .filter(weight -> shape.size(weight.rows()) == shape.size(weight.cols()))
        .sorted(Comparator.comparing(weight -> !isBetweenStates(weight)));
  }

  /** One weight that, taken transposed, makes everything fit. */
  Optional<GradientChange> ofWeight() {
    return squareWeights()
        .filter(this::fitsTransposed)
        .findFirst()
        .map(
            weight ->
                new GradientChange(
                    GradientChange.Kind.TRANSPOSED, 1, submission.naming().name(weight)));
  }

  private boolean fitsTransposed(Weight weight) {
    Parameters parameters = submission.given().weights().copy();
    DMatrixRMaj matrix = parameters.get(weight.name());
    matrix.setData(turned(matrix.data));
    Batch given = submission.batch().with(parameters);
    Computed computed = Computed.of(given, BackwardRules.RIGHT);
    return fit.rowsFit(computed, 1)
        && submission.totals().stream()
            .allMatch(
                total ->
                    agrees(
                        total,
                        total.gradient().equals(SuppliedTotal.ofWeight(weight))
                            ? turned(computed.total(total.gradient()))
                            : computed.total(total.gradient())));
  }

  private static double[] turned(double[] square) {
    int size = (int) Math.sqrt(square.length);
    double[] turned = new double[square.length];
    for (int i = 0; i < square.length; i++) {
      turned[i % size * size + i / size] = square[i];
    }
    return turned;
  }
}
