package dev.backstep.fault;

import dev.backstep.math.SeededRandom;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.Batch;
import dev.backstep.model.BatchPass;
import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.model.SequenceData;
import dev.backstep.model.Shape;
import dev.backstep.model.Truncation;
import dev.backstep.net.Axis;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Input;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Nets of every input, cell and head, and general numbers for each. */
public final class AnyNet {
  private static final int VOCABULARY = 7;
  private static final int INPUTS = 3;
  private static final int HIDDEN = 4;
  private static final int OUTPUTS = 5;
  private static final double SIGMA = 0.5;

  private AnyNet() {}

  /** Every input with every cell and every head, with and without weights of the losses. */
  public static Stream<Net> all() {
    return Stream.of(Input.ONE_HOT, Input.REAL, Input.EMBEDDED)
        .flatMap(input -> Nets.cells().stream().flatMap(cell -> of(input, cell)));
  }

  /** Each cell once with each input and each head, so that no part is left out. */
  public static Stream<Net> some() {
    return Nets.cells().stream()
        .flatMap(
            cell ->
                Stream.of(
                    Nets.of(Input.ONE_HOT, cell, Head.SOFTMAX, false),
                    Nets.of(Input.EMBEDDED, cell, Head.SOFTMAX, true),
                    Nets.of(Input.REAL, cell, Head.LINEAR, true),
                    Nets.of(Input.EMBEDDED, cell, Head.SIGMOID, false),
                    Nets.of(Input.REAL, cell, Head.NONE, false)));
  }

  private static Stream<Net> of(Input input, Cell cell) {
    return Stream.of(Head.SOFTMAX, Head.SIGMOID, Head.LINEAR, Head.NONE)
        .flatMap(
            head ->
                Stream.of(false, true)
                    .filter(isWeighted -> !isWeighted || head != Head.NONE)
                    .map(isWeighted -> Nets.of(input, cell, head, isWeighted)));
  }

  /** One sequence of some length for a net, with everything that it may have. */
  public static Example example(Net net, long seed, int length) {
    return example(weights(net, seed), new SeededRandom(seed + 1), length);
  }

  /** Two sequences of different lengths. */
  static Batch batch(Net net, long seed) {
    Parameters weights = weights(net, seed);
    SeededRandom random = new SeededRandom(seed + 1);
    return new Batch(
        List.of(example(weights, random, 5), example(weights, random, 3)), Truncation.NONE);
  }

  private static Parameters weights(Net net, long seed) {
    int inputs = net.input() == Input.ONE_HOT ? VOCABULARY : INPUTS;
    Parameters weights = Parameters.zeros(new Shape(net, VOCABULARY, inputs, HIDDEN, OUTPUTS));
    SeededRandom random = new SeededRandom(seed);
    for (int i = 0; i < weights.count(); i++) {
      Arrays.setAll(weights.data(i), k -> SIGMA * random.nextGaussian());
    }
    return weights;
  }

  private static Example example(Parameters weights, SeededRandom random, int length) {
    Shape shape = weights.shape();
    Net net = shape.net();
    Map<Vector, double[][]> given = new HashMap<>();
    for (Vector vector : net.given()) {
      given.put(vector, rows(vector, random, length, shape.size(vector.axis())));
    }
    double[] lossWeights = net.head().isWeighted() ? new double[length] : new double[0];
    Arrays.setAll(lossWeights, t -> t == 1 ? 0 : 0.5 + random.nextDouble());
    double[] states = new double[shape.stateSize()];
    Arrays.setAll(states, j -> 0.6 * random.nextGaussian());
    SequenceData data =
        new SequenceData(
            ids(random, length, VOCABULARY),
            ids(random, length, OUTPUTS),
            given,
            lossWeights,
            Map.of());
    return new Example(weights, data, states);
  }

  private static double[][] rows(Vector vector, SeededRandom random, int length, int width) {
    double[][] rows = new double[length][width];
    for (double[] row : rows) {
      Arrays.setAll(
          row,
          k ->
              vector.equals(Head.Y) && vector.axis() == Axis.OUTPUTS
                  ? random.nextInt(2)
                  : random.nextGaussian());
    }
    return rows;
  }

  /** The first and the third are one id, so that one is read twice. */
  private static int[] ids(SeededRandom random, int length, int among) {
    int[] ids = new int[length];
    Arrays.setAll(ids, t -> random.nextInt(among));
    ids[2] = ids[0];
    return ids;
  }

  /** Every number that a pass of a batch by some rules comes to, one after another. */
  static double[] numbers(Batch batch, BackwardRules rules) {
    BatchPass pass = BatchPass.of(batch, rules);
    List<double[]> all = new ArrayList<>();
    Parameters gradients = pass.gradients();
    for (int i = 0; i < gradients.count(); i++) {
      all.add(gradients.data(i));
    }
    for (int b = 0; b < batch.size(); b++) {
      for (Vector state : batch.net().states()) {
        all.add(pass.initialGradient(state, b));
      }
      for (Vector vector : batch.net().vectors()) {
        for (int t = 0; t < batch.sequences().get(b).length() && pass.has(vector); t++) {
          all.add(pass.row(vector, b, t));
        }
      }
    }
    all.add(new double[] {pass.totalLoss()});
    return all.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  /** Whether a vector is one of the backward pass. */
  static boolean isGradient(Vector vector) {
    return vector.phase() == Phase.BACKWARD;
  }
}
