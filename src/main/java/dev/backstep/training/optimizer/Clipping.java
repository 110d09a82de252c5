package dev.backstep.training.optimizer;

import dev.backstep.model.Parameters;
import dev.backstep.trace.Clip;

/** The treatment of gradients that are too large, before the optimiser sees them. */
public sealed interface Clipping {
  /**
   * Clips the gradients in place.
   *
   * @param norm the norm of all gradients together
   * @return the scale that was applied to all of them, 1 where there is no such scale
   */
  double apply(Parameters gradients, double norm);

  /** One entry of a gradient after clipping, with the scale that {@link #apply} came to. */
  double clipped(double gradient, double scale);

  Clip described();

  /** Gradients are left as they are. */
  record None() implements Clipping {
    @Override
    public double apply(Parameters gradients, double norm) {
      return 1;
    }

    @Override
    public double clipped(double gradient, double scale) {
      return gradient;
    }

    @Override
    public Clip described() {
      return new Clip(Clip.Kind.NONE, Double.POSITIVE_INFINITY);
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
      clipEvery(this, gradients, scale);
      return scale;
    }

    @Override
    public double clipped(double gradient, double scale) {
      return gradient * scale;
    }

    @Override
    public Clip described() {
      return new Clip(Clip.Kind.GLOBAL_NORM, limit);
    }
  }

  /** Every entry is cut off at ±limit, as in min-char-rnn: the direction changes. */
  record Elementwise(double limit) implements Clipping {
    public Elementwise {
      requirePositive(limit);
    }

    @Override
    public double apply(Parameters gradients, double norm) {
      clipEvery(this, gradients, 1);
      return 1;
    }

    @Override
    public double clipped(double gradient, double scale) {
      return Math.max(-limit, Math.min(limit, gradient));
    }

    @Override
    public Clip described() {
      return new Clip(Clip.Kind.ELEMENTWISE, limit);
    }
  }

  private static void clipEvery(Clipping clipping, Parameters gradients, double scale) {
    for (int k = 0; k < gradients.count(); k++) {
      double[] g = gradients.data(k);
      for (int i = 0; i < g.length; i++) {
        g[i] = clipping.clipped(g[i], scale);
      }
    }
  }

  private static void requirePositive(double limit) {
    if (!(limit > 0 && limit < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("the clip limit is " + limit + "; it must be above 0");
    }
  }
}
