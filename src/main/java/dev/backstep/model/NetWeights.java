package dev.backstep.model;

import dev.backstep.math.Rows;
import dev.backstep.net.Expr;
import dev.backstep.net.Net;
import dev.backstep.net.Weight;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of any net as its kernels read them: rows, and the transposes that its equations
 * have. Refreshed from {@link Parameters} once a sequence.
 */
final class NetWeights {
  private final List<Weight> weights;
  private final Rows[] rows;
  private final @Nullable Rows[] transposes;

  NetWeights(Shape shape) {
    weights = shape.net().weights();
    rows = new Rows[weights.size()];
    transposes = new Rows[weights.size()];
    for (int i = 0; i < rows.length; i++) {
      int height = shape.size(weights.get(i).rows());
      int width = shape.size(weights.get(i).cols());
      rows[i] = new Rows(height, width);
      transposes[i] = isTransposed(shape.net(), weights.get(i)) ? new Rows(width, height) : null;
    }
  }

  private static boolean isTransposed(Net net, Weight weight) {
    return net.equations().stream()
        .flatMap(equation -> equation.right().all())
        .anyMatch(
            expr ->
                expr instanceof Expr.Times times
                    && times.transposed()
                    && times.weight().equals(weight));
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
      if (transposes[i] != null) {
        transposes[i].copyTransposeOf(rows[i]);
      }
    }
  }
}
