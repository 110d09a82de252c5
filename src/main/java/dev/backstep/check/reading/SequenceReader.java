package dev.backstep.check.reading;

import dev.backstep.check.submission.SubmissionException;
import dev.backstep.math.NdArray;
import dev.backstep.model.Shape;
import dev.backstep.net.Net;
import dev.backstep.text.Heap;
import dev.backstep.text.TextMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Reads the characters that go in and those that should come out, where there is room for them. */
final class SequenceReader {
  /** What may be held of one sequence, and the part of the memory that it may take. */
  private static final long MOST_BYTES = 1L << 28;

  private static final int PARTS_OF_HEAP = 4;

  /** Four times what a text may have; every fault is tried on all of it, so it takes its time. */
  private static final int LONGEST = 4 * TextMode.MAX_LENGTH;

  private final FoundArrays found;
  private final Shaping shaping;
  private final Shape shape;
  private final String sizes;
  private boolean hasTargets = true;

  /**
   * @param sizes V and H, for messages
   */
  SequenceReader(FoundArrays found, Shaping shaping, Shape shape, String sizes) {
    this.found = found;
    this.shaping = shaping;
    this.shape = shape;
    this.sizes = sizes;
  }

  /** Said before anything is read: the weights, their gradients and one timestep are held. */
  void requireRoom() throws SubmissionException {
    if (2 * bytesOfWeights() + bytesOfTimestep() > mostBytes()) {
      throw found.refused(
          String.format(
              Locale.ROOT,
              "%s are too large; one pass may take at most %d MB",
              sizes,
              mostBytes() >> 20));
    }
    NdArray x = found.get(x());
    // One-hot has V entries a timestep, along an axis of their own.
    boolean isList = Arrays.stream(x.shape()).filter(size -> size != 1).count() < 2;
    boolean isIds = x.dimensions() < 2 || (isList && x.count() > shape.vocabulary());
    requireRoom(isIds ? x.count() : x.count() / shape.vocabulary());
  }

  private void requireRoom(long length) throws SubmissionException {
    long most = Math.min(LONGEST, mostBytes() / bytesOfTimestep());
    if (length > most) {
      throw found.refused(
          String.format(
              Locale.ROOT,
              "%s has %d timesteps; with %s there may be at most %d",
              x(),
              length,
              sizes,
              most));
    }
  }

  private double bytesOfWeights() {
    return shape.net().weights().stream()
            .filter(weight -> !weight.isBias())
            .mapToDouble(weight -> (double) shape.size(weight.rows()) * shape.size(weight.cols()))
            .sum()
        * Double.BYTES;
  }

  /** What is computed of a timestep is held: the rows that the net needs, in doubles. */
  private long bytesOfTimestep() {
    Net net = shape.net();
    return net.vectors().stream()
            .filter(net::isNeeded)
            .mapToLong(vector -> shape.size(vector.axis()))
            .sum()
        * Double.BYTES;
  }

  private static long mostBytes() {
    return Math.min(MOST_BYTES, Heap.part(PARTS_OF_HEAP));
  }

  private String x() {
    return found.other("x").orElseThrow();
  }

  /** The T characters that are read. */
  int[] inputs() throws SubmissionException {
    int[] inputs = ids(x());
    requireRoom(inputs.length);
    return inputs;
  }

  /** The T characters to predict; zeros where there are none. */
  int[] targets(int length) throws SubmissionException {
    Optional<String> name = found.other("y");
    if (name.isEmpty()) {
      hasTargets = false;
      shaping.remark("y is not supplied: only h and o can be checked.");
      return new int[length];
    }
    int[] targets = ids(name.get());
    if (targets.length != length) {
      throw found.refused(
          String.format(
              Locale.ROOT,
              "%s has %d timesteps and %s has %d; they must have as many",
              x(),
              length,
              name.get(),
              targets.length));
    }
    return targets;
  }

  private int[] ids(String name) throws SubmissionException {
    return new CharacterIds(found, shaping, shape.vocabulary()).read(name);
  }

  /** Whether there are characters to predict, without which there is no loss. */
  boolean hasTargets() {
    return hasTargets;
  }
}
