package dev.backstep.io.array;

import dev.backstep.math.NdArray;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Objects;

/**
 * One array in the NumPy format (numpy.lib.format, versions 1 to 3). Nothing is allocated for
 * entries that are not there, and Python objects are never unpickled.
 */
final class Npy {
  private static final int PIECE = 1 << 16;

  private Npy() {}

  /**
   * Reads the entries behind a header, in C order.
   *
   * @param most how many bytes can follow, so that no array is made for more
   * @throws ArrayFileException if there are fewer than its shape has
   * @throws IOException if the stream fails
   */
  static double[] entries(InputStream in, NpyHeader header, ArrayPlace place, long most)
      throws IOException {
    NpyType type = header.type();
    double[] values = new double[(int) Math.min(header.count(), most / type.bytes())];
    int read = read(in, type, values);
    if (read < header.count()) {
      int rest = in.readNBytes(type.bytes()).length;
      throw place.refused(
          String.format(
              Locale.ROOT,
              "ends after %d bytes of data; its shape %s needs %d",
              (long) read * type.bytes() + rest,
              NdArray.text(header.shape()),
              header.count() * type.bytes()));
    }
    return header.isFortran() ? inCOrder(values, header.shape()) : values;
  }

  /** Reads a piece at a time; the number of entries that there were. */
  private static int read(InputStream in, NpyType type, double[] values) throws IOException {
    ByteBuffer piece = ByteBuffer.allocate(PIECE).order(type.order());
    int count = 0;
    while (count < values.length) {
      int wanted = Math.min(PIECE / type.bytes(), values.length - count);
      int bytes = in.readNBytes(piece.array(), 0, wanted * type.bytes());
      int got = bytes / type.bytes();
      piece.clear();
      for (int i = 0; i < got; i++) {
        values[count++] = type.next(piece);
      }
      if (got < wanted) {
        return count;
      }
    }
    return count;
  }

  /** From the first index fastest to the last index fastest. */
  private static double[] inCOrder(double[] fortran, int[] shape) {
    double[] values = new double[fortran.length];
    for (int i = 0; i < values.length; i++) {
      int rest = i;
      int stride = fortran.length;
      int from = 0;
      for (int d = shape.length - 1; d >= 0; d--) {
        stride /= shape[d];
        from += rest % shape[d] * stride;
        rest /= shape[d];
      }
      values[i] = fortran[from];
    }
    return values;
  }

  /** The bytes of an array: doubles, or whole numbers (<i8) and characters (<U1). */
  static byte[] write(NdArray array) {
    String type =
        switch (array.kind()) {
          case INTEGER, BOOLEAN -> "<i8";
          case CHARACTER -> "<U1";
          default -> "<f8";
        };
    byte[] header = NpyHeader.of(type, array.shape());
    int bytes = Objects.requireNonNull(NpyType.of(type)).bytes();
    ByteBuffer out =
        ByteBuffer.allocate(header.length + bytes * array.values().length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(header);
    for (double value : array.values()) {
      switch (type) {
        case "<i8" -> out.putLong((long) value);
        case "<U1" -> out.putInt((int) value);
        default -> out.putDouble(value);
      }
    }
    return out.array();
  }
}
