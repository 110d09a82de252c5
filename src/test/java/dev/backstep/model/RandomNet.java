package dev.backstep.model;

import dev.backstep.math.SeededRandom;
import dev.backstep.net.Weight;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A network and a sequence for it, biases and the states to begin with included, all drawn from one
 * seed.
 */
public record RandomNet(Parameters parameters, int[] inputs, int[] targets, double[] h0) {
  /** Weights U(±1/√H), biases and h0 U(±½), characters of any kind in any order. */
  public static RandomNet of(long seed, int vocabulary, int hidden, int length) {
    SeededRandom random = new SeededRandom(seed);
    Shape shape = new Shape(vocabulary, hidden);
    Parameters parameters = new Initialization.Uniform().initialize(shape, random);
    fill(parameters.get(Parameters.BH).data, random);
    fill(parameters.get(Parameters.BO).data, random);
    double[] h0 = new double[hidden];
    fill(h0, random);
    return new RandomNet(
        parameters, ids(random, vocabulary, length), ids(random, vocabulary, length), h0);
  }

  /**
   * Weights and biases σ·N(0, 1), the characters 1 … T in their order and each the target of the
   * one before, so that no two targets are equal; h0 a state like any other.
   */
  public static RandomNet gaussian(long seed, double sigma, Shape shape, int length) {
    SeededRandom random = new SeededRandom(seed);
    Initialization.Gaussian initialization = new Initialization.Gaussian(sigma);
    Parameters parameters = initialization.initialize(shape, random);
    for (Weight bias : shape.net().weights().stream().filter(Weight::isBias).toList()) {
      double[] entries = parameters.get(bias.name()).data;
      Arrays.setAll(entries, i -> initialization.draw(random, shape.hidden()));
    }
    double[] h0 = new double[shape.stateSize()];
    Arrays.setAll(h0, j -> StrictMath.tanh(random.nextGaussian()));
    int[] inputs = IntStream.rangeClosed(1, length).toArray();
    int[] targets = IntStream.rangeClosed(2, length + 1).toArray();
    return new RandomNet(parameters, inputs, targets, h0);
  }

  /** What is computed from. */
  public Example example() {
    return new Example(parameters, inputs, targets, h0);
  }

  /** The same from a hidden state of zeros. */
  public RandomNet fromZeros() {
    return new RandomNet(parameters, inputs, targets, new double[h0.length]);
  }

  /** The buffers after one forward and one backward pass. */
  public SequenceBuffers run(Parameters gradients) {
    SequenceBuffers buffers = new SequenceBuffers(parameters.shape());
    buffers.load(inputs, targets, h0);
    Rnn rnn = new Rnn(parameters.shape());
    rnn.use(parameters);
    rnn.forward(buffers);
    rnn.backward(buffers, gradients);
    return buffers;
  }

  /** The weight gradients of the sequence. */
  public Parameters gradients() {
    Parameters gradients = Parameters.zeros(parameters.shape());
    run(gradients);
    return gradients;
  }

  private static int[] ids(SeededRandom random, int vocabulary, int length) {
    int[] ids = new int[length];
    for (int t = 0; t < length; t++) {
      ids[t] = random.nextInt(vocabulary);
    }
    return ids;
  }

  private static void fill(double[] values, SeededRandom random) {
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextDouble() - 0.5;
    }
  }
}
