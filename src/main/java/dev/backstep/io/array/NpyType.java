package dev.backstep.io.array;

import dev.backstep.math.NdArray;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one entry of an array is in a NumPy file: {@code <f8} is a float of 8 bytes, the lowest one
 * first.
 *
 * @param kind f, i, u, b, U or S as in NumPy
 * @param bytes of one entry
 */
record NpyType(ByteOrder order, char kind, int bytes) {
  static final String ALLOWED =
      "float64, float32, float16, integers, booleans, single characters (<U1, S1) and one text"
          + " alone can be read";

  private static final Pattern NUMBER = Pattern.compile("([<>|=])(f[248]|[iu][1248]|b1)");
  private static final Pattern CHARACTER = Pattern.compile("([<>=|])([US])1");
  private static final int CHARACTER_BYTES = 4;

  /** Null if entries of this type cannot be read. */
  static @Nullable NpyType of(String text) {
    Matcher number = NUMBER.matcher(text);
    if (number.matches()) {
      return new NpyType(order(number.group(1)), text.charAt(1), text.charAt(2) - '0');
    }
    Matcher character = CHARACTER.matcher(text);
    return character.matches()
        ? new NpyType(
            order(character.group(1)),
            character.group(2).charAt(0),
            character.group(2).equals("U") ? CHARACTER_BYTES : 1)
        : null;
  }

  private static ByteOrder order(String sign) {
    return sign.equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  NdArray.Kind arrayKind() {
    return switch (kind) {
      case 'f' -> floatKind();
      case 'b' -> NdArray.Kind.BOOLEAN;
      case 'U', 'S' -> NdArray.Kind.CHARACTER;
      default -> NdArray.Kind.INTEGER;
    };
  }

  private NdArray.Kind floatKind() {
    return switch (bytes) {
      case Double.BYTES -> NdArray.Kind.FLOAT64;
      case Float.BYTES -> NdArray.Kind.FLOAT32;
      default -> NdArray.Kind.FLOAT16;
    };
  }

  /** The next entry; the buffer has this type's order. */
  double next(ByteBuffer data) {
    return switch (kind) {
      case 'f' -> floating(data);
      case 'b' -> data.get() == 0 ? 0 : 1;
      case 'u', 'S' -> unsigned(data);
      default -> signed(data);
    };
  }

  private double floating(ByteBuffer data) {
    return switch (bytes) {
      case Double.BYTES -> data.getDouble();
      case Float.BYTES -> data.getFloat();
      default -> half(data.getShort());
    };
  }

  /** IEEE 754 binary16, which Java 17 cannot read: a sign, 5 bits of exponent, 10 of fraction. */
  private static double half(short bits) {
    int exponent = bits >> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    double magnitude =
        switch (exponent) {
          case 0 -> Math.scalb((double) fraction, -24);
          case 0x1f -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
          default -> Math.scalb((double) (fraction + 0x400), exponent - 25);
        };
    return bits < 0 ? -magnitude : magnitude;
  }

  private double signed(ByteBuffer data) {
    return switch (bytes) {
      case Byte.BYTES -> data.get();
      case Short.BYTES -> data.getShort();
      case Integer.BYTES -> data.getInt();
      default -> data.getLong();
    };
  }

  private double unsigned(ByteBuffer data) {
    return switch (bytes) {
      case Byte.BYTES -> Byte.toUnsignedInt(data.get());
      case Short.BYTES -> Short.toUnsignedInt(data.getShort());
      case Integer.BYTES -> Integer.toUnsignedLong(data.getInt());
      default -> unsigned(data.getLong());
    };
  }

  private static double unsigned(long bits) {
    return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
  }
}
