package dev.backstep.model;

import dev.backstep.math.SeededRandom;
import dev.backstep.net.GateBias;
import dev.backstep.net.Weight;
import java.util.Arrays;

/** How the matrices of a net begin. The biases begin at 0, but for that of {@link GateBias}. */
public sealed interface Initialization {
  /** The next weight, for a network with {@code hidden} units. */
  double draw(SeededRandom random, int hidden);

  /** Uniform in ±1/√H, as torch.nn.RNN does. */
  record Uniform() implements Initialization {
    @Override
    public double draw(SeededRandom random, int hidden) {
      return (2 * random.nextDouble() - 1) / Math.sqrt(hidden);
    }
  }

  /** Normal with mean 0 and the given standard deviation, as min-char-rnn does with 0.01. */
  record Gaussian(double sigma) implements Initialization {
    /**
     * @throws IllegalArgumentException if σ is not in (0, 10]
     */
    public Gaussian {
      if (!(sigma > 0 && sigma <= 10)) {
        throw new IllegalArgumentException(
            "the standard deviation of the weights is "
                + sigma
                + "; it must be above 0 and at most 10");
      }
    }

    @Override
    public double draw(SeededRandom random, int hidden) {
      return sigma * random.nextGaussian();
    }
  }

  /**
   * Weights in the order of the net, W1, W2, W3 of the vanilla one, row after row, and the usual
   * start value of the gate's bias.
   */
  default Parameters initialize(Shape shape, SeededRandom random) {
    return initialize(shape, shape.net().gateBias().map(GateBias::usual).orElse(0.0), random);
  }

  /**
   * The same with another start value of the gate's bias.
   *
   * @param gateBias 0 of a net that has no such bias
   */
  default Parameters initialize(Shape shape, double gateBias, SeededRandom random) {
    Parameters parameters = Parameters.zeros(shape);
    for (Weight weight : shape.net().weights()) {
      double[] data = weight.isBias() ? new double[0] : parameters.get(weight.name()).data;
      for (int i = 0; i < data.length; i++) {
        data[i] = draw(random, shape.hidden());
      }
    }
    shape
        .net()
        .gateBias()
        .ifPresent(bias -> Arrays.fill(parameters.get(bias.weight().name()).data, gateBias));
    return parameters;
  }
}
