package dev.backstep.io.session;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Writes the sections of a session file one after the other: four letters, the length of the
 * content (8 bytes), the content, and a CRC-32 of all of these (4 bytes). Numbers are
 * little-endian.
 */
final class SectionWriter {
  private final OutputStream out;
  private final CRC32 sum = new CRC32();
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
  private long left;

  SectionWriter(OutputStream out) {
    this.out = out;
  }

  /** A section of bytes. */
  void section(String name, byte[] content) throws IOException {
    begin(name, content.length);
    drain();
    sum.update(content);
    out.write(content);
    left = 0;
    end();
  }

  /** Begins a section whose numbers follow; they come to so many bytes. */
  void begin(String name, long length) {
    sum.reset();
    buffer.put(name.getBytes(StandardCharsets.US_ASCII)).putLong(length);
    left = length;
  }

  void put(double number) throws IOException {
    makeRoom(Double.BYTES);
    buffer.putDouble(number);
  }

  void put(double[] numbers) throws IOException {
    for (double number : numbers) {
      put(number);
    }
  }

  void put(int[] numbers) throws IOException {
    for (int number : numbers) {
      makeRoom(Integer.BYTES);
      buffer.putInt(number);
    }
  }

  private void makeRoom(int bytes) throws IOException {
    left -= bytes;
    if (buffer.remaining() < bytes) {
      drain();
    }
  }

  private void drain() throws IOException {
    sum.update(buffer.array(), 0, buffer.position());
    out.write(buffer.array(), 0, buffer.position());
    buffer.clear();
  }

  /**
   * Ends a section.
   *
   * @throws IllegalStateException if it does not have the length that was said
   */
  void end() throws IOException {
    if (left != 0) {
      throw new IllegalStateException("a section lacks " + left + " bytes");
    }
    drain();
    buffer.putInt((int) sum.getValue());
    out.write(buffer.array(), 0, buffer.position());
    buffer.clear();
  }
}
