package dev.backstep.check.meaning.sequences;

import dev.backstep.check.meaning.weights.Weights;
import dev.backstep.net.Head;
import dev.backstep.net.Input;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Vector;
import dev.backstep.text.Heap;
import dev.backstep.text.TextMode;
import java.util.List;
import java.util.Locale;

/** How much of a file may be read: what is computed of it is held as a whole. */
final class Room {
  /** What may be held of all sequences, and the part of the memory that it may take. */
  private static final long MOST_BYTES = 1L << 28;

  private static final int PARTS_OF_HEAP = 4;

  /** Four times what a text may have; every fault is tried on all of it, so it takes its time. */
  private static final int LONGEST = 4 * TextMode.MAX_LENGTH;

  private final Weights weights;

  Room(Weights weights) {
    this.weights = weights;
  }

  private static long mostBytes() {
    return Math.min(MOST_BYTES, Heap.part(PARTS_OF_HEAP));
  }

  /** Said before anything is read: the weights, their gradients and one timestep are held. */
  void requireWeights() {
    long entries =
        weights.arrays().entrySet().stream()
            .filter(each -> !each.getKey().startsWith("d"))
            .mapToLong(each -> each.getValue().get(0).values().length)
            .sum();
    if (2 * entries * Double.BYTES + bytesOfTimestep() > mostBytes()) {
      throw new TooLongException(
          String.format(
              Locale.ROOT,
              "%s are too large; one pass may take at most %d MB",
              sizes(),
              mostBytes() >> 20));
    }
  }

  private String sizes() {
    String first =
        weights.vocabulary() == weights.inputs()
            ? "V = " + weights.inputs()
            : "V = " + weights.vocabulary() + ", D = " + weights.inputs();
    return first + " and H = " + weights.hidden();
  }

  private long bytesOfTimestep() {
    return weights.cells().stream()
        .map(cell -> Nets.of(Input.REAL, cell, head(), false))
        .mapToLong(this::bytesOfTimestep)
        .max()
        .orElse(Double.BYTES);
  }

  private Head head() {
    return weights.outputs() > 0 ? Head.SOFTMAX : Head.NONE;
  }

  private long bytesOfTimestep(Net net) {
    return net.vectors().stream().filter(net::isNeeded).mapToLong(this::size).sum() * Double.BYTES;
  }

  private int size(Vector vector) {
    return switch (vector.axis()) {
      case UNITS -> weights.hidden();
      case OUTPUTS -> weights.outputs();
      default -> weights.inputs();
    };
  }

  /** Those whose timesteps have room. */
  List<Frame> within(List<Frame> frames) {
    long most = Math.min(LONGEST, mostBytes() / bytesOfTimestep());
    List<Frame> within =
        frames.stream().filter(frame -> (long) frame.batch() * frame.time() <= most).toList();
    if (within.isEmpty() && !frames.isEmpty()) {
      InputOrTarget input = frames.get(0).input();
      throw new TooLongException(
          String.format(
              Locale.ROOT,
              "%s has %d timesteps; with %s there may be at most %d",
              input.array(),
              (long) input.batch() * input.time(),
              sizes(),
              most));
    }
    return within;
  }
}
