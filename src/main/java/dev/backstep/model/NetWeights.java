package dev.backstep.model;

import dev.backstep.math.Rows;
import dev.backstep.net.Expr;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import dev.backstep.net.Weight;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of any net as its kernels read them: rows, and the transposes that its equations
 * have. Refreshed from {@link Parameters} once a sequence.
 */
final class NetWeights {
  private final List<Weight> weights;
  private final Rows[] rows;
  private final @Nullable Rows[] transposes;
  private final boolean[] isInPass;
  private boolean isRefreshed;

  NetWeights(Shape shape) {
    weights = shape.net().weights();
    rows = new Rows[weights.size()];
    transposes = new Rows[weights.size()];
    isInPass = new boolean[weights.size()];
    Net net = shape.net();
    Set<Weight> transposed = transposed(net, vector -> true);
    Set<Weight> ofPass = transposed(net, vector -> isInPass(net, vector));
    for (int i = 0; i < rows.length; i++) {
      Weight weight = weights.get(i);
      int height = shape.size(weight.rows());
      int width = shape.size(weight.cols());
      rows[i] = new Rows(height, width);
      transposes[i] = transposed.contains(weight) ? new Rows(width, height) : null;
      isInPass[i] = ofPass.contains(weight);
    }
  }

  /** Those of a batch and all their transposes, for passes by whatever rules at the same time. */
  private NetWeights(Parameters parameters) {
    weights = parameters.shape().net().weights();
    rows = new Rows[weights.size()];
    transposes = new Rows[weights.size()];
    isInPass = new boolean[weights.size()];
    for (int i = 0; i < rows.length; i++) {
      Weight weight = weights.get(i);
      int height = parameters.shape().size(weight.rows());
      int width = parameters.shape().size(weight.cols());
      rows[i] = new Rows(height, width);
      transposes[i] = weight.isBias() ? null : new Rows(width, height);
      isInPass[i] = true;
    }
    refreshFrom(parameters);
    isRefreshed = true;
  }

  /** Weights that stay as they are, with all their transposes; any number of threads may read. */
  static NetWeights of(Parameters parameters) {
    return new NetWeights(parameters);
  }

  private static boolean isInPass(Net net, Vector vector) {
    return !vector.equals(net.inputGradient()) || net.isNeeded(vector);
  }

  private static Set<Weight> transposed(Net net, Predicate<Vector> where) {
    return net.equations().stream()
        .filter(equation -> where.test(equation.left()))
        .flatMap(equation -> equation.right().all())
        .filter(expr -> expr instanceof Expr.Times times && times.transposed())
        .map(expr -> ((Expr.Times) expr).weight())
        .collect(Collectors.toSet());
  }

  /** The entries of a bias, not a copy. */
  double[] bias(Weight weight) {
    return rows(weight, false).row(0);
  }

  /** The rows of a weight or of its transpose, which stay the same object. */
  Rows rows(Weight weight, boolean transposed) {
    return (transposed ? transposes : rows)[weights.indexOf(weight)];
  }

  void refreshFrom(Parameters parameters) {
    for (int i = 0; i < rows.length; i++) {
      rows[i].copyFrom(parameters.get(weights.get(i).name()));
      if (isInPass[i]) {
        refreshTranspose(i);
      }
    }
    isRefreshed = false;
  }

  /** Refreshes the transposes that only the gradient of the input reads. */
  void refreshRest() {
    for (int i = 0; i < rows.length && !isRefreshed; i++) {
      refreshTranspose(i);
    }
    isRefreshed = true;
  }

  private void refreshTranspose(int i) {
    Rows transpose = transposes[i];
    if (transpose != null) {
      transpose.copyTransposeOf(rows[i]);
    }
  }
}
