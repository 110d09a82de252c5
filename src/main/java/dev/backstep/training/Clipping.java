package dev.backstep.training;

import dev.backstep.model.Parameters;

/** What is done about gradients that are too large, before the optimiser sees them. */
public sealed interface Clipping {
  /**
   * Clips the gradients in place.
   *
   * @param norm the norm of all gradients together
   * @return the scale that was applied to all of them, 1 where there is no such scale
   */
  double apply(Parameters gradients, double norm);

  /** Gradients are left as they are. */
  record None() implements Clipping {
    @Override
    public double apply(Parameters gradients, double norm) {
      return 1;
    }
  }

  /**
   * If the norm n of all gradients together is above the limit c, all are scaled by c/n: the
   * direction stays (Pascanu, Mikolov and Bengio 2013).
   */
  record GlobalNorm(double limit) implements Clipping {
    public GlobalNorm {
      requirePositive(limit);
    }

    @Override
    public double apply(Parameters gradients, double norm) {
      if (norm <= limit) {
        return 1;
      }
      double scale = limit / norm;
      for (int k = 0; k < gradients.count(); k++) {
        double[] g = gradients.data(k);
        for (int i = 0; i < g.length; i++) {
          g[i] *= scale;
        }
      }
      return scale;
    }
  }

  /** Every entry is cut off at ±limit, as in min-char-rnn: the direction changes. */
  record Elementwise(double limit) implements Clipping {
    public Elementwise {
      requirePositive(limit);
    }

    @Override
    public double apply(Parameters gradients, double norm) {
      for (int k = 0; k < gradients.count(); k++) {
        double[] g = gradients.data(k);
        for (int i = 0; i < g.length; i++) {
          g[i] = Math.max(-limit, Math.min(limit, g[i]));
        }
      }
      return 1;
    }
  }

  private static void requirePositive(double limit) {
    if (!(limit > 0 && limit < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("the clip limit is " + limit + "; it must be above 0");
    }
  }
}
