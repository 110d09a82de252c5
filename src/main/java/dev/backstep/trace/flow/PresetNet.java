package dev.backstep.trace.flow;

import dev.backstep.math.Kernels;
import dev.backstep.math.SeededRandom;
import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.model.SequenceData;
import dev.backstep.model.Shape;
import dev.backstep.net.Vanilla;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * Nets in which a gradient vanishes, stays or explodes on its way back: W2 is a random orthogonal
 * matrix times a factor, and what the letters add is so little that tanh stays near its middle,
 * where it damps nothing. So every step back multiplies the norm of a gradient by the factor.
 */
public enum PresetNet {
  VANISHES(0.6),
  STAYS(1),
  EXPLODES(1.3);

  /** H. */
  public static final int HIDDEN = 16;

  private static final long SEED = 11;
  private static final double OUTPUT = 0.3;

  /** The size of h at the last timestep, about; tanh is then its argument to ten digits. */
  private static final double MIDDLE = 1e-5;

  private final double factor;

  PresetNet(double factor) {
    this.factor = factor;
  }

  /** What W2 multiplies the norm of every vector by. */
  public double factor() {
    return factor;
  }

  /**
   * The net on a sequence of characters.
   *
   * @param inputs ids, below 0 for none
   * @param targets ids; one that there is not stands for the first
   */
  public Example on(int[] inputs, int[] targets, int vocabulary) {
    Shape shape = new Shape(Vanilla.NET, vocabulary, HIDDEN);
    Parameters weights = Parameters.zeros(shape);
    SeededRandom random = SeededRandom.forPurpose(SEED, "preset");
    double growth = StrictMath.pow(Math.max(1, factor), inputs.length);
    fill(weights.get(Parameters.W1), random, MIDDLE / growth);
    fillOrthogonal(weights.get(Parameters.W2), random, factor);
    fill(weights.get(Parameters.W3), random, OUTPUT);
    int[] expected =
        Arrays.stream(targets).map(id -> id >= 0 && id < vocabulary ? id : 0).toArray();
    int[] read = Arrays.stream(inputs).map(id -> id < vocabulary ? id : 0).toArray();
    return new Example(weights, new SequenceData(read, expected), new double[HIDDEN]);
  }

  private static void fill(DMatrixRMaj matrix, SeededRandom random, double size) {
    for (int i = 0; i < matrix.data.length; i++) {
      matrix.data[i] = size * random.nextGaussian();
    }
  }

  /** Rows of length 1 at right angles to one another (Gram-Schmidt, twice), times a factor. */
  private static void fillOrthogonal(DMatrixRMaj matrix, SeededRandom random, double factor) {
    double[][] rows = new double[matrix.numRows][matrix.numCols];
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < rows[i].length; k++) {
        rows[i][k] = random.nextGaussian();
      }
      for (int before = 0; before < 2 * i; before++) {
        double[] other = rows[before % i];
        Kernels.addScaled(-Kernels.dot(rows[i], other), other, rows[i]);
      }
      double length = StatePropagation.norm(rows[i]);
      for (int k = 0; k < rows[i].length; k++) {
        rows[i][k] /= length;
        matrix.set(i, k, factor * rows[i][k]);
      }
    }
  }
}
