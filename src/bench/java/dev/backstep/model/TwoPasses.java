package dev.backstep.model;

import dev.backstep.math.SeededRandom;
import java.util.Arrays;
import java.util.Locale;

/**
 * How long the pass that follows from the equations of the vanilla net takes beside the one that is
 * written by hand: forward and backward in one process, turn by turn, so that whatever else the
 * machine does slows both. Prints the medians of each and of their ratio.
 */
public final class TwoPasses {
  private static final int[][] SIZES = {
    {27, 32, 12}, {27, 64, 20}, {27, 128, 25}, {80, 256, 100},
  };
  private static final int TURNS = 301;
  private static final double NANOSECONDS_OF_A_TURN = 3e6;

  private final Shape shape;
  private final Parameters weights;
  private final Parameters gradients;
  private final SequenceBuffers buffers;
  private final int[] inputs;
  private final int[] targets;
  private final double[] h0;
  private final Rnn byHand;
  private final DerivedPass derived;

  private TwoPasses(int vocabulary, int hidden, int length) {
    SeededRandom random = new SeededRandom(1);
    shape = new Shape(vocabulary, hidden);
    weights = new Initialization.Uniform().initialize(shape, random);
    gradients = Parameters.zeros(shape);
    buffers = new SequenceBuffers(shape);
    inputs = new int[length];
    targets = new int[length];
    Arrays.setAll(inputs, t -> random.nextInt(vocabulary));
    Arrays.setAll(targets, t -> random.nextInt(vocabulary));
    h0 = new double[hidden];
    byHand = new Rnn(shape);
    derived = new DerivedPass(shape);
  }

  /** Both, or only some of the sizes: 27,64,20 … */
  public static void main(String[] arguments) {
    for (int[] size : SIZES) {
      new TwoPasses(size[0], size[1], size[2]).compare(Arrays.toString(size));
    }
  }

  private void compare(String size) {
    int passes = passesOfATurn();
    double[] hand = new double[TURNS];
    double[] equations = new double[TURNS];
    double[] ratios = new double[TURNS];
    for (int turn = 0; turn < TURNS; turn++) {
      boolean isHandFirst = turn % 2 == 0;
      double first = time(isHandFirst, passes);
      double second = time(!isHandFirst, passes);
      hand[turn] = isHandFirst ? first : second;
      equations[turn] = isHandFirst ? second : first;
      ratios[turn] = equations[turn] / hand[turn];
    }
    System.out.printf(
        Locale.ROOT,
        "V,H,T = %s: by hand %.1f µs, from the equations %.1f µs, ratio %.3f%n",
        size,
        median(hand),
        median(equations),
        median(ratios));
  }

  private int passesOfATurn() {
    for (int i = 0; i < 200; i++) {
      time(true, 10);
      time(false, 10);
    }
    return (int) Math.max(1, NANOSECONDS_OF_A_TURN / (1000 * time(true, 50)));
  }

  /** Microseconds of a pass. */
  private double time(boolean isByHand, int passes) {
    long start = System.nanoTime();
    for (int pass = 0; pass < passes; pass++) {
      gradients.setZero();
      buffers.load(inputs, targets, h0);
      if (isByHand) {
        byHand.use(weights);
        byHand.forward(buffers);
        byHand.backward(buffers, gradients);
      } else {
        derived.use(weights);
        derived.forward(buffers);
        derived.backward(buffers, gradients);
      }
    }
    return (System.nanoTime() - start) / 1e3 / passes;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
