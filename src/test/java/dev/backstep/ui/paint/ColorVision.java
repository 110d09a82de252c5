package dev.backstep.ui.paint;

/**
 * The look of a colour for those who lack one kind of cone, after G. M. Machado, M. M. Oliveira, L.
 * A. F. Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE
 * TVCG 15(6), 2009: their matrices of severity 1.0, applied to linear RGB.
 */
enum ColorVision {
  NORMAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
  PROTANOPIA(
      0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
  DEUTERANOPIA(
      0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
  TRITANOPIA(
      1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900);

  /** sRGB to CIE XYZ under D65, row by row, and the white point (IEC 61966-2-1). */
  private static final double[] TO_XYZ = {
    0.4124564, 0.3575761, 0.1804375, 0.2126729, 0.7151522, 0.0721750, 0.0193339, 0.1191920,
    0.9503041
  };

  private static final double[] WHITE = {0.95047, 1, 1.08883};

  private final double[] matrix;

  ColorVision(double... matrix) {
    this.matrix = matrix;
  }

  /** The distance of two colours as they are seen: ΔE*ab of CIE 1976. */
  double distance(int argb, int other) {
    double[] a = lab(argb);
    double[] b = lab(other);
    return StrictMath.sqrt(square(a[0] - b[0]) + square(a[1] - b[1]) + square(a[2] - b[2]));
  }

  /** CIELAB of an sRGB colour as it is seen. */
  double[] lab(int argb) {
    double[] rgb = times(matrix, linear(argb));
    for (int i = 0; i < 3; i++) {
      rgb[i] = Math.max(0, Math.min(1, rgb[i]));
    }
    double[] xyz = times(TO_XYZ, rgb);
    double x = response(xyz[0] / WHITE[0]);
    double y = response(xyz[1] / WHITE[1]);
    double z = response(xyz[2] / WHITE[2]);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  /** Linear red, green and blue of an sRGB colour, each in 0 … 1. */
  static double[] linear(int argb) {
    double[] rgb = new double[3];
    for (int i = 0; i < 3; i++) {
      double c = ((argb >> (16 - 8 * i)) & 0xff) / 255.0;
      rgb[i] = c <= 0.04045 ? c / 12.92 : StrictMath.pow((c + 0.055) / 1.055, 2.4);
    }
    return rgb;
  }

  private static double response(double t) {
    return t > 216.0 / 24389 ? StrictMath.cbrt(t) : (t * 24389 / 27 + 16) / 116;
  }

  private static double[] times(double[] rows, double[] v) {
    double[] product = new double[3];
    for (int i = 0; i < 3; i++) {
      product[i] = rows[3 * i] * v[0] + rows[3 * i + 1] * v[1] + rows[3 * i + 2] * v[2];
    }
    return product;
  }

  private static double square(double x) {
    return x * x;
  }
}
