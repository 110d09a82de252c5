package dev.backstep.io;

import dev.backstep.math.NdArray;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;

/**
 * One array in the NumPy format (numpy.lib.format, versions 1 to 3). Nothing is allocated for
 * entries that are not there, and Python objects are never unpickled.
 */
final class Npy {
  private Npy() {}

  /**
   * Reads an array.
   *
   * @param budget the most bytes that the entries may take in the file and as doubles
   * @throws ArrayFileException if it cannot be read, with the reason
   * @throws IOException if the stream fails
   */
  static NdArray read(InputStream in, ArrayPlace place, long budget) throws IOException {
    NpyHeader header = NpyHeader.read(in, place);
    long bytes = Math.max(header.type().bytes(), Double.BYTES);
    if (header.count() > budget / bytes) {
      throw place.refused(
          String.format(
              Locale.ROOT,
              "has the shape %s; all arrays together may take up to 1 GB as float64",
              NdArray.text(header.shape())));
    }
    int expected = (int) header.count() * header.type().bytes();
    byte[] data = in.readNBytes(expected);
    if (data.length < expected) {
      throw place.refused(
          String.format(
              Locale.ROOT,
              "ends after %d bytes of data; its shape %s needs %d",
              data.length,
              NdArray.text(header.shape()),
              expected));
    }
    return array(header, data);
  }

  private static NdArray array(NpyHeader header, byte[] data) {
    NpyType type = header.type();
    double[] values = new double[(int) header.count()];
    ByteBuffer buffer = ByteBuffer.wrap(data).order(type.order());
    for (int i = 0; i < values.length; i++) {
      values[i] = type.next(buffer);
    }
    double[] inOrder = header.isFortran() ? inCOrder(values, header.shape()) : values;
    return new NdArray(type.arrayKind(), header.shape(), inOrder);
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
    int bytes = NpyType.of(type).bytes();
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
