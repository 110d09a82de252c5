package dev.backstep.math;

/**
 * A seeded generator whose whole state is one {@code long} and whose numbers are the same on every
 * Java version (the JDK's own generators promise neither).
 *
 * <p>SplitMix64: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number
 * generators", OOPSLA 2014.
 */
public final class SeededRandom {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  public SeededRandom(long seed) {
    state = seed;
  }

  /** A generator for one purpose of a run: other purposes of the same seed see other numbers. */
  public static SeededRandom forPurpose(long seed, String purpose) {
    long mixed = seed;
    for (int i = 0; i < purpose.length(); i++) {
      mixed = mix(mixed + GOLDEN_GAMMA + purpose.charAt(i));
    }
    return new SeededRandom(mixed);
  }

  /** The whole state; {@code new SeededRandom(state())} goes on with the same numbers. */
  public long state() {
    return state;
  }

  public long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** Uniform in [0, 1), a multiple of 2⁻⁵³. */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /**
   * Uniform in {@code 0 … bound−1}, without bias: numbers of the incomplete last round are redrawn.
   */
  public int nextInt(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound is " + bound + "; it must be at least 1");
    }
    long limit = (1L << 62) / bound * bound;
    long drawn;
    do {
      drawn = nextLong() >>> 2;
    } while (drawn >= limit);
    return (int) (drawn % bound);
  }

  /** Standard normal, by Marsaglia's polar method; the second number of each pair is not kept. */
  public double nextGaussian() {
    double x;
    double square;
    do {
      x = 2 * nextDouble() - 1;
      double y = 2 * nextDouble() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    return x * Math.sqrt(-2 * StrictMath.log(square) / square);
  }

  /** An index drawn with the given weights (not negative, at least one positive). */
  public int nextIndex(double[] weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double remaining = nextDouble() * total;
    int last = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        last = i;
        remaining -= weights[i];
        if (remaining < 0) {
          return i;
        }
      }
    }
    return last;
  }

  /** Puts the entries into a random order (Fisher and Yates). */
  public void shuffle(int[] entries) {
    for (int i = entries.length - 1; i > 0; i--) {
      int other = nextInt(i + 1);
      int moved = entries[i];
      entries[i] = entries[other];
      entries[other] = moved;
    }
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
