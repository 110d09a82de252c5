package dev.backstep.io.array;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a zip says of its files, read without holding it: how many there are, and whether they can
 * be unpacked. Nothing else is refused here, for what is no zip at all is told by others.
 */
final class ZipDirectory {
  /** What a directory takes at most whose files are called by a few letters. */
  private static final long MOST_BYTES = 4L << 20;

  private static final int END_BYTES = 22;
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int LOCATOR_BYTES = 20;
  private static final int LOCATOR_SIGNATURE = 0x07064b50;
  private static final int END64_BYTES = 56;
  private static final int END64_SIGNATURE = 0x06064b50;
  private static final int ENTRY_BYTES = 46;
  private static final int ENTRY_SIGNATURE = 0x02014b50;
  private static final int MOST_COMMENT = 0xffff;
  private static final int ENCRYPTED = 1;
  private static final int AES = 99;

  /** The methods that other programs pack with, as the format names them. */
  private static final Map<Integer, String> METHODS =
      Map.of(9, "Deflate64", 12, "bzip2", 14, "LZMA", 93, "Zstandard", 95, "xz", 98, "PPMd");

  private final Path path;
  private final String file;

  /** Where the directory is, how long, and of how many files. */
  private record Extent(long begin, long bytes, long files) {}

  /**
   * @param file what it is called
   */
  ZipDirectory(Path path, String file) {
    this.path = path;
    this.file = file;
  }

  /**
   * @throws ArrayFileException if there are too many files, or if one is encrypted or packed by a
   *     method that cannot be unpacked
   */
  void requireReadable() throws IOException {
    try (FileChannel channel = FileChannel.open(path)) {
      Extent extent = extent(channel);
      if (extent == null) {
        return;
      }
      if (extent.files() > StoredArrays.MOST) {
        throw StoredArrays.tooMany(file, String.valueOf(extent.files()));
      }
      if (extent.bytes() > MOST_BYTES) {
        throw new ArrayFileException(
            file,
            String.format(
                Locale.ROOT,
                "what it says of its files takes %d bytes; at most %d are allowed",
                extent.bytes(),
                MOST_BYTES));
      }
      channel.position(extent.begin());
      requireReadable(new BufferedInputStream(Channels.newInputStream(channel)), extent.bytes());
    }
  }

  private void requireReadable(InputStream in, long bytes) throws IOException {
    long left = bytes;
    for (int files = 1; left >= ENTRY_BYTES; files++) {
      ByteBuffer entry = bytes(in.readNBytes(ENTRY_BYTES));
      if (entry.capacity() < ENTRY_BYTES || entry.getInt(0) != ENTRY_SIGNATURE) {
        return;
      }
      if (files > StoredArrays.MOST) {
        throw StoredArrays.tooMany(file, "more than " + StoredArrays.MOST);
      }
      int nameBytes = unsigned(entry, 28);
      int restBytes = unsigned(entry, 30) + unsigned(entry, 32);
      String name = new String(in.readNBytes(nameBytes), StandardCharsets.UTF_8);
      requireReadable(name, unsigned(entry, 8), unsigned(entry, 10));
      left -= ENTRY_BYTES + nameBytes + in.readNBytes(restBytes).length;
    }
  }

  private void requireReadable(String name, int flags, int method) throws ArrayFileException {
    ArrayPlace place = new ArrayPlace(file, ArrayFile.arrayName(name));
    if ((flags & ENCRYPTED) != 0 || method == AES) {
      throw place.refused("is encrypted; save it again with np.savez, which needs no password");
    }
    boolean isKnown = method == 0 || method == 8;
    if (!isKnown) {
      throw place.refused(
          String.format(
                  Locale.ROOT,
                  "is packed with %s; np.savez stores arrays, np.savez_compressed deflates them,"
                      + " and both",
                  METHODS.getOrDefault(method, "method " + method))
              + " can be read");
    }
  }

  /** Null where there is none. */
  private @Nullable Extent extent(FileChannel channel) throws IOException {
    int length = (int) Math.min(channel.size(), END_BYTES + MOST_COMMENT);
    long from = channel.size() - length;
    ByteBuffer tail = read(channel, from, length);
    for (int i = length - END_BYTES; i >= 0; i--) {
      if (tail.getInt(i) == END_SIGNATURE) {
        Extent extent = large(channel, from + i);
        return extent != null ? extent : extent(from + i, tail, i);
      }
    }
    return null;
  }

  private static @Nullable Extent extent(long end, ByteBuffer tail, int at) {
    long bytes = Integer.toUnsignedLong(tail.getInt(at + 12));
    return within(end, bytes, unsigned(tail, at + 10));
  }

  /** Of the format for large archives, whose end comes before the usual one. */
  private static @Nullable Extent large(FileChannel channel, long end) throws IOException {
    if (end < LOCATOR_BYTES) {
      return null;
    }
    ByteBuffer locator = read(channel, end - LOCATOR_BYTES, LOCATOR_BYTES);
    long at = locator.getLong(8);
    if (locator.getInt(0) != LOCATOR_SIGNATURE || at < 0 || at > end - END64_BYTES) {
      return null;
    }
    ByteBuffer end64 = read(channel, at, END64_BYTES);
    return end64.getInt(0) == END64_SIGNATURE
        ? within(at, end64.getLong(40), end64.getLong(32))
        : null;
  }

  private static @Nullable Extent within(long end, long bytes, long files) {
    return bytes < 0 || bytes > end ? null : new Extent(end - bytes, bytes, files);
  }

  private static int unsigned(ByteBuffer bytes, int at) {
    return Short.toUnsignedInt(bytes.getShort(at));
  }

  private static ByteBuffer read(FileChannel channel, long from, int count) throws IOException {
    channel.position(from);
    return bytes(Channels.newInputStream(channel).readNBytes(count));
  }

  private static ByteBuffer bytes(byte[] read) {
    return ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN);
  }
}
