package dev.backstep.model;

import dev.backstep.math.Kernels;
import dev.backstep.math.MatrixView;
import dev.backstep.math.Rows;
import dev.backstep.math.RowsFrom;
import dev.backstep.net.Cell;
import dev.backstep.net.Net;
import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the forward and the backward pass write about one sequence of T characters, row t
 * for timestep t. Training writes here, and these same rows are what the heatmaps show.
 *
 * <p>{@link #load} sizes every matrix for the sequence at hand; storage once allocated is kept for
 * the next one.
 */
public final class SequenceBuffers {
  private static final double[] ALL_ONE = {};

  /** What is read in padding: the zero vector. */
  private static final int NO_INPUT = -1;

  /** What should be predicted in padding: the first id, the end mark of a vocabulary. */
  private static final int PADDING_TARGET = 0;

  private final Net net;
  private final @Nullable Rows[] rows;
  private final Rows[] ofSums;
  private Rows states;
  private Rows outputs;
  private final double[] zeroState;
  private final int[] statePlaces;
  private double[] losses = new double[0];
  private int[] inputs = {};
  private int[] targets = {};
  private double[] lossWeights = ALL_ONE;
  private Map<Vector, double[]> beyond = Map.of();
  private int length;
  private int before;
  private double weight = 1;
  private double paddingWeight = 1;

  public SequenceBuffers(Shape shape) {
    net = shape.net();
    rows =
        net.vectors().stream()
            .map(vector -> net.isNeeded(vector) ? new Rows(shape.size(vector.axis())) : null)
            .toArray(Rows[]::new);
    ofSums = net.preActivations().stream().map(this::rows).toArray(Rows[]::new);
    states = rows(Cell.H);
    outputs = rows(net.output());
    zeroState = new double[shape.hidden()];
    statePlaces = net.states().stream().mapToInt(net::place).toArray();
  }

  /**
   * The same sequence, to be gone through by other rules.
   *
   * @param known what the right rules wrote about it
   * @param kept the vectors whose rows are those; they are not copied, so nothing may write there
   */
  SequenceBuffers(Shape shape, SequenceBuffers known, Set<Vector> kept) {
    net = shape.net();
    rows = new Rows[known.rows.length];
    for (int i = 0; i < rows.length; i++) {
      Rows those = known.rows[i];
      boolean isKept = those == null || kept.contains(net.vectors().get(i));
      rows[i] = isKept ? those : new Rows(those.cols());
    }
    ofSums = net.preActivations().stream().map(this::rows).toArray(Rows[]::new);
    states = rows(Cell.H);
    outputs = rows(net.output());
    zeroState = known.zeroState;
    statePlaces = known.statePlaces;
    losses = known.losses.clone();
    length = known.length;
    before = known.before;
    weight = known.weight;
    paddingWeight = known.paddingWeight;
    inputs = known.inputs;
    targets = known.targets;
    lossWeights = known.lossWeights;
    beyond = known.beyond;
    for (int i = 0; i < rows.length; i++) {
      Rows own = rows[i];
      Rows those = known.rows[i];
      if (own != null && those != null && own != those) {
        own.resize(those.rows());
      }
    }
  }

  /** Takes over the rows of some vectors as they are, to be changed here alone. */
  void copy(SequenceBuffers known, Set<Vector> vectors) {
    for (Vector vector : vectors) {
      Rows own = rows[net.vectors().indexOf(vector)];
      Rows those = known.rows[net.vectors().indexOf(vector)];
      for (int t = 0; own != null && those != null && t < those.rows(); t++) {
        System.arraycopy(those.row(t), 0, own.row(t), 0, own.cols());
      }
    }
  }

  /**
   * Makes room for one sequence.
   *
   * @param inputs T character ids, kept and not modified
   * @param targets T character ids, kept and not modified
   * @param initial the states before the first character, one after another in the order of the
   *     net: h0 (H) of a net that has no other; copied
   * @throws IllegalArgumentException if the lengths do not fit; the buffers are then unchanged
   */
  public void load(int[] inputs, int[] targets, double[] initial) {
    load(inputs, targets, initial, 0, 0);
  }

  /**
   * Makes room for one sequence with padding, in which the zero vector is read and the first id
   * should be predicted. The loss of every timestep counts once, until {@link #weigh} says how
   * often.
   *
   * @param before how many timesteps of padding are computed before its own
   * @param after how many behind them
   * @throws IllegalArgumentException as the other
   */
  public void load(int[] inputs, int[] targets, double[] initial, int before, int after) {
    requireLength("targets", targets.length, inputs.length);
    requireLength(
        statePlaces.length == 1 ? "h0" : "the state",
        initial.length,
        statePlaces.length * zeroState.length);
    this.inputs = inputs;
    this.targets = targets;
    lossWeights = ALL_ONE;
    beyond = Map.of();
    this.before = before;
    weight = 1;
    paddingWeight = 1;
    length = before + inputs.length + after;
    for (int i = 0; i < rows.length; i++) {
      Rows kept = rows[i];
      if (kept != null) {
        kept.resize(length);
      }
    }
    if (losses.length < length) {
      losses = new double[length];
    }
    for (int i = 0; i < statePlaces.length; i++) {
      Rows state = rows(statePlaces[i]);
      state.resize(length + 1);
      System.arraycopy(initial, i * zeroState.length, state.row(0), 0, zeroState.length);
    }
  }

  /**
   * Makes room for the sequence of an example, which is kept and not modified.
   *
   * @throws IllegalArgumentException as the other
   */
  public void load(Example example) {
    SequenceData sequence = example.sequence();
    load(sequence.inputs(), sequence.targets(), example.states());
    lossWeights = sequence.lossWeights();
    beyond = sequence.beyond();
    sequence.given().forEach(this::copy);
  }

  /**
   * Says how much the losses of the loaded sequence count. The net needs a weight for every loss
   * where that is not 1.
   *
   * @param own the weight of the loss of each of its own timesteps
   * @param ofPadding that of each timestep of padding
   */
  public void weigh(double own, double ofPadding) {
    weight = own;
    paddingWeight = ofPadding;
  }

  private void copy(Vector vector, double[][] given) {
    Rows kept = rows(vector);
    for (int t = 0; t < given.length; t++) {
      System.arraycopy(given[t], 0, kept.row(t), 0, kept.cols());
    }
  }

  /**
   * Makes these the buffers of another backward pass through the same forward pass: the rows of
   * that are those of others, and those of the backward pass are its own, all zeros.
   *
   * @param others of the same shape; the rows of their forward pass are not copied
   */
  void follow(SequenceBuffers others) {
    inputs = others.inputs;
    targets = others.targets;
    before = others.before;
    length = others.length;
    weight = others.weight;
    paddingWeight = others.paddingWeight;
    lossWeights = others.lossWeights;
    beyond = others.beyond;
    losses = others.losses;
    states = others.states;
    outputs = others.outputs;
    for (int i = 0; i < rows.length; i++) {
      Rows kept = rows[i];
      if (net.vectors().get(i).phase() != Phase.BACKWARD) {
        rows[i] = others.rows[i];
      } else if (kept != null) {
        kept.resize(length());
        kept.setZero(0);
      }
    }
  }

  private static void requireLength(String what, int length, int needed) {
    if (length != needed) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s has %d entries; it must have %d", what, length, needed));
    }
  }

  /** The net as it should be. */
  public Net net() {
    return net;
  }

  /** T, with the padding that is computed. */
  public int length() {
    return length;
  }

  /** The timestep at which the sequence itself begins; 0 where no padding is before it. */
  public int begin() {
    return before;
  }

  /** The number of timesteps that are not padding. */
  public int ownLength() {
    return inputs.length;
  }

  private boolean isOwn(int t) {
    return t >= before && t < before + inputs.length;
  }

  public int input(int t) {
    return isOwn(t) ? inputs[t - before] : NO_INPUT;
  }

  public int target(int t) {
    return isOwn(t) ? targets[t - before] : PADDING_TARGET;
  }

  /** The weight of the loss of a timestep: 1 where it counts like every other. */
  public double lossWeight(int t) {
    return lossWeights.length > 0 ? lossWeights[t] : isOwn(t) ? weight : paddingWeight;
  }

  /** The gradient that the last cell is handed back; null where it is zeros. */
  double @Nullable [] beyond(Vector handedBack) {
    return beyond.get(handedBack);
  }

  /** {@code h_t}. */
  public double[] h(int t) {
    return states.row(t + 1);
  }

  /** {@code h_{t−1}}; h0 for t = 0. */
  public double[] hPrev(int t) {
    return states.row(t);
  }

  /** {@code o_t}, the probabilities of the next character. */
  public double[] o(int t) {
    return outputs.row(t);
  }

  /** (H) zeros, not to be modified. */
  public double[] zeroState() {
    return zeroState;
  }

  /** Copies what cell t hands to the next: its states one after another, as {@link #load}. */
  public void copyStates(int t, double[] to) {
    for (int i = 0; i < statePlaces.length; i++) {
      double[] row = rows(statePlaces[i]).row(t + 1);
      System.arraycopy(row, 0, to, i * zeroState.length, zeroState.length);
    }
  }

  /** {@code −ln o_t[y_t]} in nats. */
  public double loss(int t) {
    return losses[t];
  }

  void setLoss(int t, double nats) {
    losses[t] = nats;
  }

  /** The cross-entropy of the sequence in nats, summed over t ascending. */
  public double totalLoss() {
    double sum = 0;
    for (int t = 0; t < length(); t++) {
      sum += losses[t];
    }
    return sum;
  }

  /** The first timestep whose loss is not finite, or −1. */
  public int firstNonFiniteLoss() {
    for (int t = 0; t < length(); t++) {
      if (!Double.isFinite(losses[t])) {
        return t;
      }
    }
    return -1;
  }

  /**
   * The first cell of the backward pass where the squares of what it adds to the gradients of its
   * weights are more than a double holds, or 0.
   */
  public int firstLargeGradient() {
    for (int t = length() - 1; t > 0; t--) {
      if (!Double.isFinite(square(t))) {
        return t;
      }
    }
    return 0;
  }

  private double square(int t) {
    double square = 0;
    for (Rows each : ofSums) {
      double[] row = each.row(t);
      square += Kernels.dot(row, row);
    }
    return square;
  }

  /** h0 and then every h_t: (T+1, H). */
  public Rows states() {
    return states;
  }

  /** A state before each character, what the sequence begins with as the first: (T+1, H). */
  public MatrixView previous(Vector state) {
    return rows(state);
  }

  /** Whether the rows of a vector are here, because training needs them. */
  public boolean has(Vector vector) {
    int place = net.place(vector);
    return place >= 0 && rows[place] != null;
  }

  /** All rows of a vector that training needs, h0 before those of a state. */
  Rows rows(Vector vector) {
    return rows(net.place(vector));
  }

  /** All rows of the vector at a place of the net's, h0 before those of a state. */
  Rows rows(int place) {
    return Objects.requireNonNull(rows[place]);
  }

  /** The rows of a vector that training needs, row t for timestep t. */
  public MatrixView values(Vector vector) {
    Rows all = rows(vector);
    return net.states().contains(vector) ? new RowsFrom(all, 1) : all;
  }

  /** A row of a vector; not to be modified. */
  public double[] row(Vector vector, int t) {
    return rows(vector).row(net.states().contains(vector) ? t + 1 : t);
  }

  /** H (T, H). */
  public MatrixView hidden() {
    return new RowsFrom(states, 1);
  }

  /** O (T, V). */
  public Rows outputs() {
    return outputs;
  }
}
