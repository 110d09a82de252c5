package dev.backstep.check.meaning.sequences;

import java.util.Arrays;
import java.util.Optional;

/**
 * Some of the timesteps of a batch.
 *
 * @param is (B, T) whether it is one of them
 */
record Mask(boolean[]... is) {
  /** On which side the others stand. */
  enum Side {
    NONE,
    RIGHT,
    LEFT,
    /** Anywhere; or there is a sequence of which there is no timestep. */
    OTHER
  }

  /** Asks of each timestep. */
  @FunctionalInterface
  interface Test {
    boolean is(int sequence, int t);
  }

  static Mask of(int batch, int time, Test test) {
    boolean[][] is = new boolean[batch][time];
    for (int b = 0; b < batch; b++) {
      for (int t = 0; t < time; t++) {
        is[b][t] = test.is(b, t);
      }
    }
    return new Mask(is);
  }

  /** The first so many timesteps of each sequence, or the last. */
  static Mask of(int time, int[] lengths, boolean isRight) {
    return of(lengths.length, time, (b, t) -> isRight ? t < lengths[b] : t >= time - lengths[b]);
  }

  int batch() {
    return is.length;
  }

  int time() {
    return is[0].length;
  }

  Mask not() {
    return of(batch(), time(), (b, t) -> !is[b][t]);
  }

  Mask and(Mask other) {
    return of(batch(), time(), (b, t) -> is[b][t] && other.is[b][t]);
  }

  int count(int sequence) {
    int count = 0;
    for (boolean each : is[sequence]) {
      count += each ? 1 : 0;
    }
    return count;
  }

  boolean isAll() {
    return side() == Side.NONE;
  }

  boolean isSameAs(Mask other) {
    return Arrays.deepEquals(is, other.is);
  }

  /** On which side those stand that are none of them. */
  Side side() {
    int[] lengths = new int[batch()];
    for (int b = 0; b < lengths.length; b++) {
      lengths[b] = count(b);
    }
    if (Arrays.stream(lengths).allMatch(length -> length == time())) {
      return Side.NONE;
    }
    if (Arrays.stream(lengths).anyMatch(length -> length == 0)) {
      return Side.OTHER;
    }
    if (isSameAs(of(time(), lengths, true))) {
      return Side.RIGHT;
    }
    return isSameAs(of(time(), lengths, false)) ? Side.LEFT : Side.OTHER;
  }

  /**
   * Whether an input looks like padding at all of them: always the same, and what programs pad with
   * where there is but one of them.
   */
  boolean looksLikePadding(InputOrTarget input, int vocabulary) {
    Optional<int[]> first = Optional.empty();
    int count = 0;
    for (int b = 0; b < batch(); b++) {
      for (int t = 0; t < time(); t++) {
        if (!is[b][t]) {
          continue;
        }
        count++;
        if (first.isEmpty()) {
          first = Optional.of(new int[] {b, t});
        } else if (!input.isSame(b, t, first.get()[0], first.get()[1])) {
          return false;
        }
      }
    }
    return first.isPresent() && isPad(input, first.get(), vocabulary, count > 1);
  }

  private static boolean isPad(
      InputOrTarget input, int[] place, int vocabulary, boolean isRepeated) {
    if (input.kind() == InputOrTarget.Kind.NUMBERS) {
      for (int i = 0; i < input.width(); i++) {
        if (input.entries().at(place[0], place[1], i) != 0) {
          return false;
        }
      }
      return true;
    }
    int id = input.id(place[0], place[1]);
    return isRepeated || id <= 0 || id == vocabulary - 1;
  }
}
