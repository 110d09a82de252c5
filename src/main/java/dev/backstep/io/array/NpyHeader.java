package dev.backstep.io.array;

import dev.backstep.math.NdArray;
import dev.backstep.text.Excerpt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a NumPy file begins: a mark, the version of the format (1, 2 or 3), and a Python dictionary
 * that says what the entries are, in which order they stand, and the shape.
 *
 * @param isFortran whether the first index runs fastest
 */
record NpyHeader(NpyType type, boolean isFortran, int[] shape) {
  private static final byte[] MARK = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /** NumPy itself writes no more than 10 000 bytes unless a type has names. */
  private static final int LONGEST = 1 << 16;

  private static final int MOST_DIMENSIONS = 8;
  private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern WORD = Pattern.compile("([<>=|][US])([1-9]\\d{0,8})");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9L, ]*)\\)");

  /**
   * @throws ArrayFileException if the array cannot be read, with the reason
   * @throws IOException if the stream fails
   */
  static NpyHeader read(InputStream in, ArrayPlace place) throws IOException {
    byte[] begin = in.readNBytes(MARK.length + 2);
    if (begin.length < MARK.length + 2 || !Arrays.equals(MARK, Arrays.copyOf(begin, MARK.length))) {
      throw place.refused("does not begin as a NumPy array; np.savez writes those that do");
    }
    int version = begin[MARK.length];
    if (version < 1 || version > 3) {
      throw place.refused(
          String.format(
              Locale.ROOT,
              "is in version %d of the NumPy format; 1, 2 and 3 can be read",
              version));
    }
    int length = length(in, version == 1 ? Short.BYTES : Integer.BYTES, place);
    byte[] text = in.readNBytes(length);
    if (text.length < length) {
      throw place.refused("ends within its header");
    }
    return parse(new String(text, StandardCharsets.UTF_8), place);
  }

  private static int length(InputStream in, int bytes, ArrayPlace place) throws IOException {
    byte[] digits = Arrays.copyOf(in.readNBytes(bytes), Integer.BYTES);
    int length = ByteBuffer.wrap(digits).order(ByteOrder.LITTLE_ENDIAN).getInt();
    if (length < 0 || length > LONGEST) {
      throw place.refused(
          String.format(
              Locale.ROOT,
              "has a header of %d bytes; at most %d are allowed",
              Integer.toUnsignedLong(length),
              LONGEST));
    }
    return length;
  }

  private static NpyHeader parse(String text, ArrayPlace place) throws ArrayFileException {
    Matcher type = TYPE.matcher(text);
    Matcher order = ORDER.matcher(text);
    Matcher shape = SHAPE.matcher(text);
    if (!order.find() || !shape.find() || !text.contains("'descr'")) {
      throw place.refused("has a header that is not one of a NumPy array");
    }
    if (!type.find()) {
      throw place.refused("has entries of several parts (a structured dtype); " + NpyType.ALLOWED);
    }
    boolean isFortran = order.group(1).equals("True");
    int[] sizes = shape(shape.group(1), place);
    Matcher word = WORD.matcher(type.group(1));
    // A text is read as its characters, one beside the other.
    return sizes.length == 0 && word.matches()
        ? new NpyHeader(
            type(word.group(1) + "1", sizes, place), isFortran, shape(word.group(2), place))
        : new NpyHeader(type(type.group(1), sizes, place), isFortran, sizes);
  }

  private static NpyType type(String text, int[] shape, ArrayPlace place)
      throws ArrayFileException {
    if (text.contains("O")) {
      throw place.refused(ofObjects(Excerpt.of(place.array()), shape));
    }
    NpyType type = NpyType.of(text);
    if (type == null) {
      throw place.refused(
          String.format(Locale.ROOT, "has the dtype '%s'; %s", Excerpt.of(text), NpyType.ALLOWED));
    }
    return type;
  }

  /** NumPy writes a dict as one object, and a list of unlike things as one each. */
  private static String ofObjects(String name, int... shape) {
    return shape.length == 0
        ? String.format(
            Locale.ROOT,
            "holds a Python object (dtype object), which is never unpickled; if it is a dict of"
                + " arrays by their names, save them with np.savez(\"mine.npz\", **%1$s), and if it"
                + " is one by timestep, with %1$s=np.stack([%1$s[t] for t in sorted(%1$s)])",
            name)
        : String.format(
            Locale.ROOT,
            "holds Python objects (dtype object), which are never unpickled; save what has one"
                + " shape at every timestep as one array, %1$s=np.stack(%1$s), None among ids as"
                + " -1, and sequences of different lengths filled up with -1",
            name);
  }

  private static int[] shape(String text, ArrayPlace place) throws ArrayFileException {
    try {
      int[] shape =
          Stream.of(text.split(","))
              .map(size -> size.replace("L", "").strip())
              .filter(size -> !size.isEmpty())
              .mapToInt(Integer::parseInt)
              .toArray();
      if (shape.length > MOST_DIMENSIONS) {
        throw place.refused(
            String.format(
                Locale.ROOT,
                "has %d dimensions; at most %d are allowed",
                shape.length,
                MOST_DIMENSIONS));
      }
      NdArray.count(shape);
      return shape;
    } catch (NumberFormatException | ArithmeticException tooLarge) {
      throw place.refused(
          String.format(
              Locale.ROOT, "has the shape (%s), which no array can have", Excerpt.of(text)));
    }
  }

  /** Whether another begins the same array. */
  boolean isSameAs(NpyHeader that) {
    return type.equals(that.type)
        && isFortran == that.isFortran
        && Arrays.equals(shape, that.shape);
  }

  /** The number of entries. */
  long count() {
    return NdArray.count(shape);
  }

  /** The header of doubles in C order, as NumPy writes it: padded so that the data is aligned. */
  static byte[] of(String type, int... shape) {
    String text =
        String.format(
            Locale.ROOT,
            "{'descr': '%s', 'fortran_order': False, 'shape': %s, }",
            type,
            NdArray.text(shape));
    int before = MARK.length + 2 + Short.BYTES;
    int length = (before + text.length() + 1 + 63) / 64 * 64 - before;
    ByteBuffer header = ByteBuffer.allocate(before + length).order(ByteOrder.LITTLE_ENDIAN);
    header.put(MARK).put((byte) 1).put((byte) 0).putShort((short) length);
    header.put(
        (text + " ".repeat(length - text.length() - 1) + "\n").getBytes(StandardCharsets.US_ASCII));
    return header.array();
  }
}
