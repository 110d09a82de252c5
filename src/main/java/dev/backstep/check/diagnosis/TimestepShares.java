package dev.backstep.check.diagnosis;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.math.Kernels;
import dev.backstep.model.Batch;
import dev.backstep.net.Expr;
import dev.backstep.net.Gradient;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * The totals as sums of what each cell adds: {@code a₀·share₀ + a₁·share₁ + …}, with every a = 1
 * where the totals are right, and 0 where a timestep was left out. A share is an outer product, so
 * the best a follow from T × T products of vectors.
 */
public final class TimestepShares {
  /** So many timesteps are taken apart at most. */
  private static final int LONGEST = 256;

  private final Batch given;
  private final Computed computed;

  public TimestepShares(Computed computed) {
    given = computed.batch();
    this.computed = computed;
  }

  /** The a that come nearest to some totals; empty if those do not determine them. */
  Optional<double[]> weights(List<SuppliedTotal> totals) {
    int length = given.timesteps();
    int entries = totals.stream().mapToInt(total -> total.entries().length).sum();
    if (length > LONGEST || entries <= length) {
      return Optional.empty();
    }
    DMatrixRMaj products = new DMatrixRMaj(length, length);
    DMatrixRMaj sums = new DMatrixRMaj(length, 1);
    totals.forEach(total -> add(total, products, sums));
    DMatrixRMaj weights = new DMatrixRMaj(length, 1);
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(length);
    if (!solver.setA(products)) {
      return Optional.empty();
    }
    solver.solve(sums, weights);
    return Optional.of(weights.data);
  }

  /** Each total counts by how far it is from nothing, so that a large one does not hide another. */
  private void add(SuppliedTotal total, DMatrixRMaj products, DMatrixRMaj sums) {
    String parameter = total.weight();
    double scale = 1 / Math.max(Kernels.dot(total.entries(), total.entries()), Double.MIN_NORMAL);
    for (int t = 0; t < given.timesteps(); t++) {
      sums.data[t] += scale * along(total.entries(), parameter, t);
      for (int s = 0; s < given.timesteps(); s++) {
        products.data[t * given.timesteps() + s] +=
            scale
                * leftProduct(parameter, s, t)
                * Kernels.dot(right(parameter, s), right(parameter, t));
      }
    }
  }

  private double leftProduct(String parameter, int s, int t) {
    return gradient(parameter).isAtInput()
        ? input(s) >= 0 && input(s) == input(t) ? 1 : 0
        : Kernels.dot(left(parameter, s), left(parameter, t));
  }

  private Gradient gradient(String parameter) {
    return given.net().gradient(given.net().weight(parameter));
  }

  /** {@code leftᵀ·M·right}. */
  private double along(double[] matrix, String parameter, int t) {
    double[] left = left(parameter, t);
    double[] right = right(parameter, t);
    double sum = 0;
    for (int row = 0; row < left.length; row++) {
      for (int col = 0; left[row] != 0 && col < right.length; col++) {
        sum += left[row] * matrix[row * right.length + col] * right[col];
      }
    }
    return sum;
  }

  /** The sum of the shares, each times its weight. */
  public double[] sum(SuppliedTotal total, double[] weights) {
    String parameter = total.weight();
    double[] sum = new double[total.entries().length];
    for (int t = 0; t < weights.length; t++) {
      if (weights[t] == 0) {
        continue;
      }
      double[] left = left(parameter, t);
      double[] right = right(parameter, t);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += weights[t] * left[i / right.length] * right[i % right.length];
      }
    }
    return sum;
  }

  /** One entry of that. */
  double entry(SuppliedTotal total, double[] weights, int index) {
    String parameter = total.weight();
    double sum = 0;
    for (int t = 0; t < weights.length; t++) {
      if (weights[t] != 0) {
        double[] right = right(parameter, t);
        sum += weights[t] * left(parameter, t)[index / right.length] * right[index % right.length];
      }
    }
    return sum;
  }

  /** What is multiplied with a gradient of a cell to be the share of a timestep; 1 of a bias. */
  double[] left(String parameter, int t) {
    Gradient gradient = gradient(parameter);
    if (gradient.isAtInput()) {
      return character(t);
    }
    return gradient.left() instanceof Expr.Of of ? row(of, t) : new double[] {1};
  }

  private double[] right(String parameter, int t) {
    return row((Expr.Of) gradient(parameter).right(), t);
  }

  private double[] row(Expr.Of of, int t) {
    return of.shift() < 0
        ? computed.before(of.vector(), t)
        : computed.row(of.vector(), t + of.shift());
  }

  private double[] character(int t) {
    double[] oneHot = new double[given.shape().vocabulary()];
    if (input(t) >= 0) {
      oneHot[input(t)] = 1;
    }
    return oneHot;
  }

  private int input(int t) {
    int sequence = given.sequence(t);
    return given.sequences().get(sequence).inputs()[t - given.start(sequence)];
  }
}
