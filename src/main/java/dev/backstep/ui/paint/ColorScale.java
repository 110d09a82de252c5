package dev.backstep.ui.paint;

import dev.backstep.net.Scale;

/**
 * Turns numbers into colours. Anchor colours after ColorBrewer's RdBu (C. Brewer, safe for
 * colour-vision deficiency), matplotlib's viridis (S. van der Walt, N. Smith) and its cividis (J.
 * Nuñez, C. Anderton, R. Renslow); those on a dark ground are our own.
 */
public enum ColorScale {
  /** −limit … 0 … limit as blue … white … red; 0 is exactly the middle colour. */
  DIVERGING(
      -1, 0x053061, 0x2166ac, 0x4393c3, 0x92c5de, 0xd1e5f0, 0xf7f7f7, 0xfddbc7, 0xf4a582, 0xd6604d,
      0xb2182b, 0x67001f),
  /**
   * The same on a dark ground, where zero must not be the brightest: light blue … dark grey … light
   * red, on both sides lighter the farther from 0.
   */
  DIVERGING_ON_DARK(
      -1, 0xb8e2ff, 0x79c0f2, 0x4099cf, 0x2a7aa8, 0x265672, 0x2d333b, 0x7a3f2f, 0xb85a3a, 0xe57a50,
      0xf8a27c, 0xffcfb0),
  /** 0 … limit as dark violet … green … yellow. */
  PROBABILITY(
      0, 0x440154, 0x472d7b, 0x3b528b, 0x2c728e, 0x21918c, 0x28ae80, 0x5ec962, 0xaddc30, 0xfde725),
  /** 0 … limit as dark blue (shut) … grey … yellow (open). */
  GATE(
      0, 0x00224e, 0x123570, 0x3b496c, 0x575d6d, 0x707173, 0x8a8678, 0xa59c74, 0xc3b369, 0xe1cc55,
      0xfee838);

  /**
   * NaN and ±∞: violet, of all colours nearly the farthest from both scales for every kind of
   * colour vision. (A pinker one is a dull red or blue without the green-sensitive cones.)
   */
  public static final int NOT_FINITE = 0xffaa00ff;

  private static final int COLORS = 513;

  private final double lowest;
  private final int[] table = new int[COLORS];

  ColorScale(double lowest, int... anchors) {
    this.lowest = lowest;
    for (int i = 0; i < COLORS; i++) {
      double place = (double) i * (anchors.length - 1) / (COLORS - 1);
      int below = Math.min((int) place, anchors.length - 2);
      table[i] = mix(anchors[below], anchors[below + 1], place - below);
    }
  }

  /** The colours of the numbers that a vector is made of. */
  public static ColorScale of(Scale numbers) {
    return switch (numbers) {
      case SIGNED -> DIVERGING;
      case PROBABILITY -> PROBABILITY;
      case GATE -> GATE;
    };
  }

  /** The scale as it is drawn on a ground of this colour. */
  public ColorScale on(int ground) {
    return this == DIVERGING && !Luminance.isLight(ground) ? DIVERGING_ON_DARK : this;
  }

  /** The lower end of the scale as a multiple of the limit: −1 or 0. */
  public double lowest() {
    return lowest;
  }

  /**
   * The colour of a number as opaque ARGB; what lies beyond the limit has the colour of the limit.
   */
  public int argb(double value, double limit) {
    if (!Double.isFinite(value)) {
      return NOT_FINITE;
    }
    double share =
        limit > 0 ? (value / limit - lowest) / (1 - lowest) : (0 - lowest) / (1 - lowest);
    return table[(int) Math.round(Math.max(0, Math.min(1, share)) * (COLORS - 1))];
  }

  private static int mix(int from, int to, double share) {
    int mixed = 0xff;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int a = (from >> shift) & 0xff;
      int b = (to >> shift) & 0xff;
      mixed = (mixed << 8) | (int) Math.round(a + share * (b - a));
    }
    return mixed;
  }
}
