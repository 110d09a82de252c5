package dev.backstep.io;

import dev.backstep.math.NdArray;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A zip of arrays, stored or deflated. Its sizes and check sums are claims, and are checked. */
final class NpzArchive {
  private final ZipFile zip;
  private final String file;

  private NpzArchive(ZipFile zip, String file) {
    this.zip = zip;
    this.file = file;
  }

  static Map<String, NdArray> read(Path path, String name) throws IOException {
    if (!Files.isRegularFile(path)) {
      Files.size(path);
      throw new ArrayFileException(name, "it is neither a file nor a folder");
    }
    // Of a missing permission a ZipFile tells only in the words of the system.
    Files.newByteChannel(path).close();
    try (ZipFile zip = new ZipFile(path.toFile())) {
      return new NpzArchive(zip, name).read();
    } catch (ZipException notZip) {
      throw new ArrayFileException(name, whatItIs(path), notZip);
    }
  }

  private static String whatItIs(Path path) throws IOException {
    byte[] begin = new byte[2];
    try (InputStream in = Files.newInputStream(path)) {
      begin = in.readNBytes(begin.length);
    }
    if (begin.length == 2 && (begin[0] & 0xff) == 0x93 && begin[1] == 'N') {
      return "it is a single array (.npy); save all of them in one file with np.savez";
    }
    boolean isCut = begin.length == 2 && begin[0] == 'P' && begin[1] == 'K';
    return isCut
        ? "the archive is truncated or damaged; save it again with np.savez"
        : "it is not an .npz archive (a zip of arrays), as np.savez writes it";
  }

  private Map<String, NdArray> read() throws IOException {
    List<ZipEntry> entries =
        zip.stream().<ZipEntry>map(each -> each).filter(each -> !each.isDirectory()).toList();
    refuseLarge(entries);
    Map<String, NdArray> arrays = new LinkedHashMap<>();
    long budget = ArrayFile.MOST_BYTES;
    for (ZipEntry entry : entries) {
      NdArray array = read(entry, budget);
      budget -= (long) Double.BYTES * array.values().length;
      if (arrays.put(ArrayFile.arrayName(entry.getName()), array) != null) {
        throw new ArrayFileException(file, "two of its arrays are called " + entry.getName());
      }
    }
    if (arrays.isEmpty()) {
      throw new ArrayFileException(file, "it holds no array");
    }
    return arrays;
  }

  private void refuseLarge(List<ZipEntry> entries) throws ArrayFileException {
    long left = ArrayFile.MOST_BYTES;
    for (ZipEntry entry : entries) {
      if (entry.getSize() > left) {
        throw new ArrayFileException(
            file, "it unpacks to more than 1 GB, which is the most that is allowed");
      }
      left -= Math.max(0, entry.getSize());
    }
  }

  private NdArray read(ZipEntry entry, long budget) throws IOException {
    ArrayPlace place = new ArrayPlace(file, ArrayFile.arrayName(entry.getName()));
    if (!entry.getName().endsWith(ArrayFile.ENDING)) {
      throw place.refused("is not an array (.npy); np.savez writes nothing else");
    }
    try (InputStream raw = new BufferedInputStream(zip.getInputStream(entry))) {
      CheckedInputStream in = new CheckedInputStream(raw, new CRC32());
      NdArray array = Npy.read(in, place, budget);
      if (in.read() >= 0) {
        throw place.refused("has more data than its shape has entries");
      }
      if (in.getChecksum().getValue() != entry.getCrc()) {
        throw place.refused("is damaged: its check sum does not fit");
      }
      return array;
    }
  }
}
