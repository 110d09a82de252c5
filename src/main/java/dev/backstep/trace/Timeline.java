package dev.backstep.trace;

import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import java.util.Arrays;
import java.util.List;

/**
 * Forward 0 … T−1, the loss, backward T−1 … 0 and the update as one line of {@code 2T + 2} places.
 *
 * @param length T
 * @param hasUpdate false where no optimiser is known: the line ends with backward 0
 */
public record Timeline(int length, boolean hasUpdate) {
  /**
   * @throws IllegalArgumentException if T is less than 1
   */
  public Timeline {
    if (length < 1) {
      throw new IllegalArgumentException("T is " + length + "; it must be at least 1");
    }
  }

  /** With an update. */
  public Timeline(int length) {
    this(length, true);
  }

  /** The number of places. */
  public int size() {
    return 2 * length + (hasUpdate ? 2 : 1);
  }

  /** The phases on it, in order. */
  public List<Phase> phases() {
    return Arrays.stream(Phase.values())
        .filter(phase -> hasUpdate || phase != Phase.UPDATE)
        .toList();
  }

  public int forward(int timestep) {
    return timestep;
  }

  public int loss() {
    return length;
  }

  public int backward(int timestep) {
    return 2 * length - timestep;
  }

  public int update() {
    return 2 * length + 1;
  }

  /** The moment at a place. */
  public Moment at(int place) {
    if (place < 0 || place >= size()) {
      throw new IndexOutOfBoundsException("place " + place + " of " + size());
    }
    if (place < length) {
      return new Moment(Phase.FORWARD, place);
    }
    if (place == loss()) {
      return new Moment(Phase.LOSS, length - 1);
    }
    return place == update()
        ? new Moment(Phase.UPDATE, 0)
        : new Moment(Phase.BACKWARD, 2 * length - place);
  }

  /** The nearest place that exists. */
  public int clamp(int place) {
    return Math.max(0, Math.min(size() - 1, place));
  }

  /** Whether a quantity of a timestep is already computed when the cursor stands at a place. */
  public boolean isComputed(Vector quantity, int timestep, int place) {
    return isComputed(quantity.phase(), timestep, place);
  }

  /** Whether the forward or the backward pass has done a timestep when the cursor is at a place. */
  public boolean isComputed(Phase pass, int timestep, int place) {
    int computedAt = pass == Phase.FORWARD ? forward(timestep) : backward(timestep);
    return place >= computedAt;
  }

  /** The first timestep of which a quantity is computed where the cursor stands; T if none is. */
  public int firstComputed(Vector quantity, int place) {
    return quantity.phase() == Phase.FORWARD
        ? 0
        : Math.max(0, Math.min(length, 2 * length - place));
  }

  /** The timestep after the last of which a quantity is computed where the cursor stands. */
  public int untilComputed(Vector quantity, int place) {
    return quantity.phase() == Phase.FORWARD ? Math.min(length, place + 1) : length;
  }
}
