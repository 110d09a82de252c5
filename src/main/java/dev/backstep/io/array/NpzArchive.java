package dev.backstep.io.array;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.OptionalLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A zip of arrays, stored or deflated. Its sizes and check sums are claims, and are checked. */
final class NpzArchive {
  /** What deflate makes of a byte at most. */
  private static final long MOST_OF_A_BYTE = 1032;

  private static final int SINGLE_ARRAY = 0x93;
  private static final int PICKLE = 0x80;

  private final ZipFile zip;
  private final String file;
  private final StoredArrays arrays;
  private final ArrayRoom room = new ArrayRoom();

  private NpzArchive(ZipFile zip, String file) {
    this.zip = zip;
    this.file = file;
    arrays = new StoredArrays(file);
  }

  static <T, X extends Exception> T read(Path path, String name, ArrayFile.Use<T, X> use)
      throws IOException, X {
    if (!Files.isRegularFile(path)) {
      Files.size(path);
      throw new ArrayFileException(name, "it is neither a file nor a folder");
    }
    // A ZipFile holds what the archive says of its files, and tells little of what is wrong in it.
    new ZipDirectory(path, name).requireReadable();
    try (ZipFile zip = open(path, name)) {
      return use.of(new NpzArchive(zip, name).arrays());
    }
  }

  private static ZipFile open(Path path, String name) throws IOException {
    try {
      return new ZipFile(path.toFile());
    } catch (ZipException | IllegalArgumentException notZip) {
      throw new ArrayFileException(name, whatItIs(path), notZip);
    }
  }

  private static String whatItIs(Path path) throws IOException {
    byte[] begin = new byte[2];
    try (InputStream in = Files.newInputStream(path)) {
      begin = in.readNBytes(begin.length);
    }
    if (begin.length == 0) {
      return "it is empty; np.savez writes an archive of arrays, and closes it";
    }
    if ((begin[0] & 0xff) == PICKLE) {
      return "it is pickled, which is never unpickled; save the arrays with np.savez";
    }
    if (begin.length == 2 && (begin[0] & 0xff) == SINGLE_ARRAY && begin[1] == 'N') {
      return "it is a single array (.npy); save all of them in one file with np.savez";
    }
    boolean isCut = begin.length == 2 && begin[0] == 'P' && begin[1] == 'K';
    return isCut
        ? "the archive is truncated or damaged; save it again with np.savez"
        : "it is not an .npz archive (a zip of arrays), as np.savez writes it";
  }

  private StoredArrays arrays() throws ArrayFileException {
    Iterator<? extends ZipEntry> entries = zip.stream().iterator();
    while (entries.hasNext()) {
      ZipEntry entry = entries.next();
      if (!entry.isDirectory()) {
        add(entry);
      }
    }
    if (arrays.isEmpty()) {
      throw new ArrayFileException(file, "it holds no array");
    }
    return arrays;
  }

  private void add(ZipEntry entry) throws ArrayFileException {
    ArrayPlace place = new ArrayPlace(file, ArrayFile.arrayName(entry.getName()));
    if (!entry.getName().endsWith(ArrayFile.ENDING)) {
      throw place.refused(
          entry.getName().endsWith(".pkl")
              ? "is pickled, as torch.save writes it; save the arrays with np.savez, each of them"
                  + " as tensor.detach().numpy()"
              : "is not an array (.npy); np.savez writes nothing else");
    }
    arrays.add(place.array(), new StoredArray(place, () -> open(entry, place), room));
  }

  private StoredArray.Content open(ZipEntry entry, ArrayPlace place) throws IOException {
    try {
      InputStream in = new Inflated(zip.getInputStream(entry), place);
      return new StoredArray.Content(in, most(entry), OptionalLong.of(entry.getCrc()));
    } catch (ZipException | EOFException | IllegalArgumentException damaged) {
      throw place.damaged(damaged);
    }
  }

  private static long most(ZipEntry entry) {
    return entry.getMethod() == ZipEntry.STORED
        ? entry.getCompressedSize()
        : MOST_OF_A_BYTE * (entry.getCompressedSize() + 1);
  }

  /** What cannot be unpacked is damaged, whatever the library says of it. */
  private static final class Inflated extends BufferedInputStream {
    private final ArrayPlace place;

    Inflated(InputStream in, ArrayPlace place) {
      super(in);
      this.place = place;
    }

    @Override
    public synchronized int read() throws IOException {
      try {
        return super.read();
      } catch (ZipException | EOFException damaged) {
        throw place.damaged(damaged);
      }
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) throws IOException {
      try {
        return super.read(into, offset, length);
      } catch (ZipException | EOFException damaged) {
        throw place.damaged(damaged);
      }
    }
  }
}
