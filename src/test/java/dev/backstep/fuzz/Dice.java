package dev.backstep.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Random choices that come out the same for the same seed and the same number of an input. */
final class Dice {
  /** Lengths and counts at which programs go wrong. */
  static final List<Long> EDGES =
      List.of(
          -1L,
          0L,
          1L,
          2L,
          7L,
          127L,
          255L,
          65_535L,
          65_536L,
          1_000_000L,
          Integer.MAX_VALUE - 8L,
          (long) Integer.MAX_VALUE,
          1L << 31,
          0xffffffffL,
          1L << 40,
          Long.MAX_VALUE,
          Long.MIN_VALUE);

  private final Random random;

  Dice(long seed, int input) {
    random = new Random(seed * 1_000_003 + input);
  }

  /** A whole number from 0 on and below a limit. */
  int below(int limit) {
    return random.nextInt(limit);
  }

  /** True once in so many times. */
  boolean onceIn(int times) {
    return random.nextInt(times) == 0;
  }

  long number() {
    return onceIn(2) ? of(EDGES) : random.nextLong() >> random.nextInt(64);
  }

  double real() {
    return switch (below(8)) {
      case 0 -> Double.NaN;
      case 1 -> Double.POSITIVE_INFINITY;
      case 2 -> Double.MIN_VALUE;
      case 3 -> -Double.MAX_VALUE;
      case 4 -> -0.0;
      case 5 -> 1e300 * random.nextGaussian();
      default -> random.nextGaussian();
    };
  }

  <T> T of(List<T> all) {
    return all.get(below(all.size()));
  }

  @SafeVarargs
  final <T> T of(T... all) {
    return all[below(all.length)];
  }

  byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  /** The same bytes with one damage of six kinds. */
  byte[] damaged(byte[] content) {
    if (content.length == 0) {
      return bytes(below(20));
    }
    int place = below(content.length);
    int end = Math.min(content.length, place + 1 + below(200));
    return switch (below(6)) {
      case 0 -> flipped(content);
      case 1 -> Arrays.copyOf(content, place);
      case 2 -> spliced(content, place, bytes(1 + below(20)), place);
      case 3 -> spliced(content, place, Arrays.copyOfRange(content, place, end), place);
      case 4 -> spliced(content, place, new byte[0], end);
      default -> spliced(content, place, new byte[end - place], end);
    };
  }

  private byte[] flipped(byte[] content) {
    byte[] changed = content.clone();
    for (int i = below(8); i >= 0; i--) {
      changed[below(changed.length)] ^= (byte) (1 << below(8));
    }
    return changed;
  }

  /** The bytes before one place and from another one on, with something in between. */
  static byte[] spliced(byte[] content, int until, byte[] between, int from) {
    byte[] whole = Arrays.copyOf(content, until + between.length + content.length - from);
    System.arraycopy(between, 0, whole, until, between.length);
    System.arraycopy(content, from, whole, until + between.length, content.length - from);
    return whole;
  }
}
