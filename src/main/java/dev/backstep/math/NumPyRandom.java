package dev.backstep.math;

/**
 * The numbers of NumPy's {@code np.random.seed(seed)} and {@code np.random.randn}, for inputs that
 * a notebook draws and does not save. NumPy keeps this stream as it is for good (NEP 19); for
 * whatever Backstep draws itself there is {@link SeededRandom}.
 *
 * <p>The generator is MT19937 (M. Matsumoto, T. Nishimura, "Mersenne Twister", ACM TOMACS 8, 1998)
 * as its initialisation of 2002 seeds it, doubles have 53 bits of two draws, and normal numbers
 * come in pairs from Marsaglia's polar method, the second number of a pair first. Bits and doubles
 * are those of NumPy. Normal numbers go through a logarithm, which NumPy takes from the C library
 * and this class from {@link StrictMath}: where the two round differently, one number in thirty is
 * off by one or two units of its last place.
 */
public final class NumPyRandom {
  private static final int SIZE = 624;
  private static final int MIDDLE = 397;
  private static final int MATRIX = 0x9908b0df;
  private static final int UPPER = 0x80000000;
  private static final int SEEDING = 1812433253;

  private final int[] state = new int[SIZE];
  private int next = SIZE;
  private double kept;
  private boolean isKept;

  /** The generator after {@code np.random.seed(seed)}, 0 to 2³² − 1 as an unsigned int. */
  public NumPyRandom(int seed) {
    state[0] = seed;
    for (int i = 1; i < SIZE; i++) {
      state[i] = SEEDING * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    }
  }

  /** 32 random bits. */
  int nextBits() {
    if (next == SIZE) {
      twist();
      next = 0;
    }
    int bits = state[next++];
    bits ^= bits >>> 11;
    bits ^= (bits << 7) & 0x9d2c5680;
    bits ^= (bits << 15) & 0xefc60000;
    return bits ^ (bits >>> 18);
  }

  private void twist() {
    for (int i = 0; i < SIZE; i++) {
      int bits = (state[i] & UPPER) | (state[(i + 1) % SIZE] & ~UPPER);
      int twisted = (bits >>> 1) ^ ((bits & 1) == 0 ? 0 : MATRIX);
      state[i] = state[(i + MIDDLE) % SIZE] ^ twisted;
    }
  }

  /** Uniform in [0, 1), a multiple of 2⁻⁵³: {@code np.random.random_sample}. */
  public double nextDouble() {
    long high = (long) (nextBits() >>> 5);
    long low = (long) (nextBits() >>> 6);
    return ((high << 26) + low) * 0x1p-53;
  }

  /** Standard normal: {@code np.random.randn}. */
  public double nextGaussian() {
    if (isKept) {
      isKept = false;
      return kept;
    }
    double x;
    double y;
    double square;
    do {
      x = 2 * nextDouble() - 1;
      y = 2 * nextDouble() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    double scale = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
    kept = scale * x;
    isKept = true;
    return scale * y;
  }

  /** {@code np.random.randn(sizes)}: normal numbers in an array, the last index fastest. */
  public NdArray randn(int... sizes) {
    double[] drawn = new double[Math.toIntExact(NdArray.count(sizes))];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = nextGaussian();
    }
    return NdArray.of(drawn, sizes);
  }
}
