package dev.backstep.io.session;

import dev.backstep.io.TooLargeException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * Reads what {@link SectionWriter} wrote. A length that the file tells is never believed: it must
 * be what is expected or allowed, and the file must have so many bytes, before there is an array
 * for them.
 */
final class SectionReader {
  private final InputStream in;
  private final CRC32 sum = new CRC32();
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
  private long left;
  private String name = "";

  /** The bytes of the section that have not been read from the file. */
  private long leftOfSection;

  /**
   * @param left the bytes that the file still has
   */
  SectionReader(InputStream in, long left) {
    this.in = in;
    this.left = left;
  }

  /** A section of at most so many bytes. */
  byte[] section(String expected, long most) throws IOException {
    long length = header(expected);
    if (length > most) {
      throw new TooLargeException("section " + name + " has", length, most);
    }
    byte[] content = new byte[(int) length];
    read(content, content.length);
    leftOfSection = 0;
    end();
    return content;
  }

  /** Requires that the file has as many bytes as are told of, each in their place. */
  void requireBytes(long some, long others) {
    boolean isThere = some >= 0 && others >= 0 && some <= left && others <= left - some;
    require(isThere, "it tells of more numbers than the file has");
  }

  /** Begins a section of numbers that come to so many bytes. */
  void begin(String expected, long expectedLength) throws IOException {
    long length = header(expected);
    require(
        length == expectedLength, "section %s has %d bytes, not %d", name, length, expectedLength);
    buffer.limit(0);
  }

  private long header(String expected) throws IOException {
    sum.reset();
    name = expected;
    read(buffer.array(), 4 + Long.BYTES);
    String found = new String(buffer.array(), 0, 4, StandardCharsets.US_ASCII);
    require(found.equals(name), "section %s is not where it should be", name);
    leftOfSection = buffer.getLong(4);
    require(
        leftOfSection >= 0 && leftOfSection <= left - Integer.BYTES,
        "the file is cut off in section %s",
        name);
    return leftOfSection;
  }

  double nextDouble() throws IOException {
    fill();
    return buffer.getDouble();
  }

  double[] doubles(int count) throws IOException {
    double[] numbers = new double[count];
    read(numbers);
    return numbers;
  }

  void read(double[] numbers) throws IOException {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = nextDouble();
    }
  }

  int[] ints(int count) throws IOException {
    int[] numbers = new int[count];
    for (int i = 0; i < count; i++) {
      fill();
      numbers[i] = buffer.getInt();
    }
    return numbers;
  }

  private void fill() throws IOException {
    if (!buffer.hasRemaining()) {
      int count = (int) Math.min(buffer.capacity(), leftOfSection);
      read(buffer.array(), count);
      leftOfSection -= count;
      buffer.clear().limit(count);
    }
  }

  /** Ends a section of which everything was read. */
  void end() throws IOException {
    int expected = (int) sum.getValue();
    read(buffer.array(), Integer.BYTES);
    require(buffer.getInt(0) == expected, "the checksum of section %s is wrong", name);
  }

  /** Requires that nothing follows. */
  void requireEnd() {
    require(left == 0, "%d bytes follow that do not belong there", left);
  }

  private void read(byte[] bytes, int count) throws IOException {
    if (count > left || in.readNBytes(bytes, 0, count) != count) {
      throw new EOFException("the file is cut off in section " + name);
    }
    left -= count;
    sum.update(bytes, 0, count);
  }

  private static void require(boolean condition, String otherwise, Object... values) {
    if (!condition) {
      throw new IllegalArgumentException(String.format(Locale.ROOT, otherwise, values));
    }
  }
}
