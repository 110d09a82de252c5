package dev.backstep.check.reading;

import dev.backstep.check.meaning.Meaning;
import dev.backstep.check.meaning.source.Source;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.model.Example;
import dev.backstep.model.PaddedBatch;
import dev.backstep.model.Parameters;
import dev.backstep.model.SequenceData;
import dev.backstep.model.Shape;
import dev.backstep.net.Head;
import dev.backstep.net.Input;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads the sequences of a batch, without their padding, from what the arrays of a file mean. */
final class SequencesReader {
  private final String source;
  private final Meaning meaning;
  private final Head head;
  private final int sequences;
  private final int longest;

  SequencesReader(String source, Meaning meaning, Head head) {
    this.source = source;
    this.meaning = meaning;
    this.head = head;
    int[] shape = meaning.source("x").orElseThrow().shape();
    sequences = shape[0];
    longest = shape[1];
  }

  /** Whether the loss of some timestep does not count. */
  boolean isMasked() {
    return meaning.source("loss_mask").isPresent()
        && IntStream.range(0, sequences)
            .anyMatch(b -> Arrays.stream(steps(b)).anyMatch(t -> lossWeight(b, t) != 1));
  }

  /** Whether there is something to predict, or a gradient that is given. */
  boolean hasLoss() {
    return head.output().isEmpty()
        ? meaning.source(Head.UPSTREAM.name()).isPresent()
            || meaning.source("upstream_dc").isPresent()
        : meaning.source("y").isPresent();
  }

  /** The timesteps of a sequence that are no padding. */
  int[] steps(int sequence) {
    return IntStream.range(0, longest)
        .filter(
            t ->
                meaning
                    .source("steps")
                    .map(mask -> mask.values()[sequence * longest + t] != 0)
                    .orElse(true))
        .toArray();
  }

  private double lossWeight(int sequence, int t) {
    return meaning
        .source("loss_mask")
        .map(mask -> mask.values()[sequence * longest + t])
        .orElse(1.0);
  }

  /** The sequences, each with the states that it begins with. */
  List<Example> read(Parameters weights) throws SubmissionException {
    List<Example> examples = new ArrayList<>();
    for (int b = 0; b < sequences; b++) {
      int[] steps = steps(b);
      if (steps.length > 0) {
        examples.add(
            new Example(weights, data(weights.shape(), b, steps), states(weights.shape(), b)));
      }
    }
    if (examples.isEmpty()) {
      throw new SubmissionException(
          source, "every timestep is padding; there must be at least one");
    }
    return examples;
  }

  /** Whether some timesteps are padding. */
  boolean hasPadding() {
    return IntStream.range(0, sequences).anyMatch(b -> steps(b).length < longest);
  }

  /** The sequences with what stands in their padding; empty if it is in none, or in the middle. */
  Optional<PaddedBatch> padded(Parameters weights) throws SubmissionException {
    boolean isRight = isOn(PaddedBatch.Side.RIGHT);
    if (!hasPadding() || !(isRight || isOn(PaddedBatch.Side.LEFT))) {
      return Optional.empty();
    }
    int[] all = IntStream.range(0, longest).toArray();
    List<PaddedBatch.Padded> padded = new ArrayList<>();
    for (int b = 0; b < sequences; b++) {
      Shape shape = weights.shape();
      padded.add(new PaddedBatch.Padded(data(shape, b, all), steps(b).length, states(shape, b)));
    }
    PaddedBatch.Side side = isRight ? PaddedBatch.Side.RIGHT : PaddedBatch.Side.LEFT;
    return Optional.of(new PaddedBatch(weights, padded, side));
  }

  /** Whether each sequence has timesteps, one behind the other, and its padding on a side. */
  private boolean isOn(PaddedBatch.Side side) {
    return IntStream.range(0, sequences)
        .mapToObj(this::steps)
        .allMatch(
            steps ->
                steps.length > 0
                    && steps[steps.length - 1] - steps[0] == steps.length - 1
                    && (side == PaddedBatch.Side.RIGHT
                        ? steps[0] == 0
                        : steps[steps.length - 1] == longest - 1));
  }

  private boolean isPadding(int b, int t) {
    return meaning.source("steps").map(mask -> mask.values()[b * longest + t] == 0).orElse(false);
  }

  private SequenceData data(Shape shape, int b, int[] steps) throws SubmissionException {
    Net net = shape.net();
    int[] inputs = new int[steps.length];
    int[] targets = new int[steps.length];
    Map<Vector, double[][]> given = new HashMap<>();
    Source x = meaning.source("x").orElseThrow();
    if (net.given().contains(Input.X)) {
      given.put(Input.X, rows(finite(source, x), b, steps, shape.inputs()));
    } else {
      ids(x, b, steps, shape.vocabulary(), -1, inputs);
    }
    Optional<Source> y = meaning.source("y");
    if (net.given().contains(Head.Y)) {
      given.put(
          Head.Y,
          y.isPresent()
              ? targets(y.get(), b, steps, shape.outputs())
              : new double[steps.length][shape.outputs()]);
    } else if (y.isPresent() && net.head().output().isPresent()) {
      targets(y.get(), b, steps, shape.outputs(), targets);
    }
    if (net.given().contains(Head.UPSTREAM)) {
      Optional<Source> upstream = meaning.source(Head.UPSTREAM.name());
      given.put(
          Head.UPSTREAM,
          upstream.isPresent()
              ? rows(finite(source, upstream.get()), b, steps, shape.hidden())
              : new double[steps.length][shape.hidden()]);
    }
    double[] weights =
        net.head().isWeighted()
            ? Arrays.stream(steps).mapToDouble(t -> lossWeight(b, t)).toArray()
            : new double[0];
    return new SequenceData(inputs, targets, given, weights, beyond(net, b, shape.hidden()));
  }

  /** The gradient of the last c, where it is given. */
  private Map<Vector, double[]> beyond(Net net, int b, int hidden) throws SubmissionException {
    Optional<Source> given = meaning.source("upstream_dc");
    if (given.isEmpty() || net.handedBack().size() < 2) {
      return Map.of();
    }
    double[] all = finite(source, given.get());
    return Map.of(net.handedBack().get(1), Arrays.copyOfRange(all, b * hidden, (b + 1) * hidden));
  }

  private double[] states(Shape shape, int b) throws SubmissionException {
    int hidden = shape.hidden();
    double[] states = new double[shape.stateSize()];
    for (int i = 0; i < shape.net().states().size(); i++) {
      Optional<Source> given = meaning.source(shape.net().states().get(i) + "0");
      if (given.isPresent() && given.get().values().length < (b + 1) * hidden) {
        throw new SubmissionException(
            source,
            String.format(
                Locale.ROOT,
                "%s has %d entries; with H = %d it must have %d",
                given.get().name(),
                given.get().values().length,
                hidden,
                sequences * hidden));
      }
      if (given.isPresent()) {
        System.arraycopy(finite(source, given.get()), b * hidden, states, i * hidden, hidden);
      }
    }
    return states;
  }

  private double[][] rows(double[] values, int b, int[] steps, int width) {
    return Arrays.stream(steps)
        .mapToObj(
            t -> {
              int first = (b * longest + t) * width;
              return Arrays.copyOfRange(values, first, first + width);
            })
        .toArray(double[][]::new);
  }

  /** Rows of all timesteps that are no padding, those of the first sequence first. */
  double[][] rows(double[] values, int width) {
    return IntStream.range(0, sequences)
        .mapToObj(b -> rows(values, b, steps(b), width))
        .flatMap(Arrays::stream)
        .toArray(double[][]::new);
  }

  /** Numbers of all timesteps likewise; none if there are others. */
  double[] perTimestep(double[] values) {
    return values.length == sequences * longest
        ? Arrays.stream(rows(values, 1)).mapToDouble(row -> row[0]).toArray()
        : new double[0];
  }

  private void ids(Source from, int b, int[] steps, int most, int least, int[] to)
      throws SubmissionException {
    double[] all = finite(source, from);
    for (int i = 0; i < steps.length; i++) {
      double value = all[b * longest + steps[i]];
      boolean isAny = isPadding(b, steps[i]) && !isId(value, most, least);
      to[i] = isAny ? -1 : id(from, value, b, steps[i], most, least);
    }
  }

  private static boolean isId(double value, int most, int least) {
    return value == Math.rint(value) && value >= least && value < most;
  }

  /** The target of a timestep whose loss does not count may be any number. */
  private void targets(Source from, int b, int[] steps, int most, int[] to)
      throws SubmissionException {
    double[] all = finite(source, from);
    for (int i = 0; i < steps.length; i++) {
      double value = all[b * longest + steps[i]];
      boolean counts = lossWeight(b, steps[i]) != 0 && !isPadding(b, steps[i]);
      if (counts || isId(value, most, 0)) {
        to[i] = id(from, all[b * longest + steps[i]], b, steps[i], most, 0);
      }
    }
  }

  private int id(Source from, double value, int b, int t, int most, int least)
      throws SubmissionException {
    if (value != Math.rint(value) || value < least || value >= most) {
      throw new SubmissionException(
          source,
          String.format(
              Locale.ROOT,
              "%s%s is %s; every id must be a whole number from %d to %d",
              from.array(),
              from.place().index(b, t),
              value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value),
              least,
              most - 1));
    }
    return (int) value;
  }

  /** Numbers to predict; of ids the one-hot rows. */
  private double[][] targets(Source y, int b, int[] steps, int outputs) throws SubmissionException {
    if (y.shape().length == 3) {
      return rows(finite(source, y), b, steps, outputs);
    }
    if (outputs == 1) {
      return rows(finite(source, y), b, steps, 1);
    }
    int[] ids = new int[steps.length];
    targets(y, b, steps, outputs, ids);
    double[][] oneHot = new double[steps.length][outputs];
    for (int i = 0; i < ids.length; i++) {
      oneHot[i][ids[i]] = 1;
    }
    return oneHot;
  }

  /** The numbers of an array, none of which may be NaN or infinite. */
  static double[] finite(String source, Source given) throws SubmissionException {
    for (int i = 0; i < given.values().length; i++) {
      double value = given.values()[i];
      if (!Double.isFinite(value)) {
        throw new SubmissionException(
            source,
            String.format(
                Locale.ROOT,
                "%s%s is %s; every number must be finite",
                given.array(),
                given.place().index(MeaningNaming.unravelled(i, given.shape())),
                Double.isNaN(value) ? "NaN" : "infinite"));
      }
    }
    return given.values();
  }
}
