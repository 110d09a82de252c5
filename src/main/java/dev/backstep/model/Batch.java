package dev.backstep.model;

import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Sequences of one net with the same weights, whose gradients are added: the gradient of a batch is
 * the sum of the gradients of its sequences. Padding is in none of them.
 *
 * @param truncation how far gradients go back in each
 */
public record Batch(List<Example> sequences, Truncation truncation) {
  /**
   * @throws IllegalArgumentException if there is no sequence
   */
  public Batch {
    sequences = List.copyOf(sequences);
    if (sequences.isEmpty()) {
      throw new IllegalArgumentException("the batch has 0 sequences; it must have at least 1");
    }
  }

  /** One sequence, gone back through as a whole. */
  public static Batch of(Example example) {
    return new Batch(List.of(example), Truncation.NONE);
  }

  /** The first sequence, or the only one. */
  public Example first() {
    return sequences.get(0);
  }

  /** The weights of all. */
  public Parameters weights() {
    return first().weights();
  }

  public Shape shape() {
    return first().shape();
  }

  public Net net() {
    return first().net();
  }

  /** The number of sequences, B. */
  public int size() {
    return sequences.size();
  }

  /** The number of timesteps of all sequences together. */
  public int timesteps() {
    return sequences.stream().mapToInt(Example::length).sum();
  }

  /** The sequence of a timestep of all, those of the first sequence first. */
  public int sequence(int timestep) {
    int sequence = 0;
    for (int end = sequences.get(0).length(); timestep >= end; ) {
      sequence++;
      end += sequences.get(sequence).length();
    }
    return sequence;
  }

  /** The number of timesteps of the sequences before one. */
  public int start(int sequence) {
    int start = 0;
    for (int i = 0; i < sequence; i++) {
      start += sequences.get(i).length();
    }
    return start;
  }

  /** The same with other weights. */
  public Batch with(Parameters others) {
    return new Batch(sequences.stream().map(each -> each.with(others)).toList(), truncation);
  }

  /** The same from other states, those of one sequence after those of another. */
  public Batch from(double[] states) {
    int size = shape().stateSize();
    List<Example> others = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      others.add(sequences.get(i).from(Arrays.copyOfRange(states, i * size, (i + 1) * size)));
    }
    return new Batch(others, truncation);
  }

  /** The states of all sequences, one after another. */
  public double[] states() {
    return sequences.stream().flatMapToDouble(each -> Arrays.stream(each.states())).toArray();
  }

  /** Whether every sequence begins with states of zeros. */
  public boolean beginsWithZeros() {
    return sequences.stream().allMatch(Example::beginsWithZeros);
  }

  /** The same of a net in whose equations the loss of every timestep has a weight, which is 1. */
  public Batch weighted() {
    Net net = net();
    if (net.head().output().isEmpty() || net.head().isWeighted()) {
      return this;
    }
    Net weighted = Nets.of(net.input(), net.cell(), net.head(), true);
    Shape own = shape();
    Shape shape = new Shape(weighted, own.vocabulary(), own.inputs(), own.hidden(), own.outputs());
    Parameters same = Parameters.zeros(shape);
    weights().names().forEach(name -> same.get(name).setTo(weights().get(name)));
    return new Batch(
        sequences.stream()
            .map(
                each ->
                    new Example(same, each.sequence().weighted(ones(each.length())), each.states()))
            .toList(),
        truncation);
  }

  private static double[] ones(int length) {
    double[] ones = new double[length];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** The same sequences, cut otherwise on the way back. */
  public Batch with(Truncation other) {
    return new Batch(sequences, other);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d sequences of %s", size(), net());
  }
}
