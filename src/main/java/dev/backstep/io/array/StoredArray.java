package dev.backstep.io.array;

import dev.backstep.math.NdArray;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.OptionalLong;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** One array in a file. Its header is read first, and its entries when they are asked for. */
record StoredArray(ArrayPlace place, Opening opening, ArrayRoom room) {
  /**
   * The bytes of an array.
   *
   * @param in at its beginning
   * @param most how many there can be, header and all
   * @param sum the check sum that they must have; empty if none was told
   */
  record Content(InputStream in, long most, OptionalLong sum) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  /** What reads it from its beginning. */
  @FunctionalInterface
  interface Opening {
    Content open() throws IOException;
  }

  /** The array, of which no entry has been read. */
  NdArray begin() throws IOException {
    try (Content content = opening.open()) {
      NpyHeader header = NpyHeader.read(content.in(), place);
      return NdArray.later(header.type().arrayKind(), header.shape(), () -> entries(header));
    }
  }

  private double[] entries(NpyHeader header) {
    try (Content content = opening.open()) {
      room.take(header.shape(), place);
      return entries(header, content);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private double[] entries(NpyHeader expected, Content content) throws IOException {
    CheckedInputStream in = new CheckedInputStream(content.in(), new CRC32());
    if (!NpyHeader.read(in, place).isSameAs(expected)) {
      throw place.refused("was changed while it was read");
    }
    double[] entries = Npy.entries(in, expected, place, content.most());
    if (in.read() >= 0) {
      throw place.refused("has more data than its shape has entries");
    }
    long sum = in.getChecksum().getValue();
    if (content.sum().orElse(sum) != sum) {
      throw place.refused("is damaged: its check sum does not fit");
    }
    return entries;
  }
}
