package dev.backstep.io.array;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.backstep.math.NdArray;
import dev.backstep.text.Heap;
import dev.backstep.text.Unreadable;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Named arrays in a {@code .npz}, as {@code np.savez} writes it, or in a folder of .npy. */
public final class ArrayFile {
  /** How a file of several arrays is called. */
  public static final String NPZ = ".npz";

  static final String ENDING = ".npy";

  /** How every zip begins. */
  private static final String ZIP = "PK\003\004";

  /** The earliest time that a zip can tell. */
  private static final LocalDateTime LONG_AGO = LocalDateTime.of(1980, 1, 1, 0, 0);

  private ArrayFile() {}

  /** Whether a file is called .npz or .npy, begins as a zip does, or is a folder. */
  public static boolean isOne(Path file) {
    if (Files.isDirectory(file) || file.toString().endsWith(ENDING)) {
      return true;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(ZIP.length()), ISO_8859_1).equals(ZIP)
          || file.toString().endsWith(NPZ);
    } catch (IOException e) {
      return file.toString().endsWith(NPZ);
    }
  }

  /** Where the arrays are that a file belongs to: a .npy stands for all of its folder. */
  public static Path holding(Path file) {
    boolean isOneArray = file.toString().endsWith(ENDING) && !Files.isDirectory(file);
    return isOneArray ? Objects.requireNonNull(file.toAbsolutePath().getParent()) : file;
  }

  /**
   * What is made of the arrays of a file.
   *
   * @param <T> what it is
   * @param <X> what says that nothing can be made of them
   */
  @FunctionalInterface
  public interface Use<T, X extends Exception> {
    /**
     * @param arrays by their names without {@code .npy}; each is read when it is asked for, so none
     *     is to be kept of which the entries were not
     */
    T of(Map<String, NdArray> arrays) throws X;
  }

  /**
   * Makes something of the arrays of a file. What is not needed for it is not read.
   *
   * @throws ArrayFileException in one sentence, with the reason; beside it nothing is thrown but
   *     what the use itself throws, whatever the file holds
   */
  public static <T, X extends Exception> T read(Path file, Use<T, X> use)
      throws ArrayFileException, X {
    String name = name(file);
    try {
      return Files.isDirectory(file)
          ? readFolder(file, name, use)
          : NpzArchive.read(file, name, use);
    } catch (IOException failure) {
      throw refusal(file, failure);
    } catch (UncheckedIOException failure) {
      throw refusal(file, Objects.requireNonNull(failure.getCause()));
    } catch (OutOfMemoryError tooLarge) {
      throw new ArrayFileException(name, Heap.exceeded(), tooLarge);
    }
  }

  /**
   * Reads every array, by its name without {@code .npy}.
   *
   * @throws ArrayFileException in one sentence, with the reason
   */
  public static Map<String, NdArray> read(Path file) throws ArrayFileException {
    return read(file, ArrayFile::all);
  }

  private static Map<String, NdArray> all(Map<String, NdArray> stored) {
    stored.values().forEach(NdArray::values);
    return new LinkedHashMap<>(stored);
  }

  private static String name(Path file) {
    return file.getFileName() == null ? file.toString() : file.getFileName().toString();
  }

  static ArrayFileException refusal(Path file, IOException failure) {
    return failure instanceof ArrayFileException refused
        ? refused
        : new ArrayFileException(name(file), Unreadable.reason(file, failure), failure);
  }

  /** Whether a folder holds a .npy, so that it can be read as a file of arrays. */
  public static boolean isFolderOfArrays(Path folder) {
    try (Stream<Path> found = Files.list(folder)) {
      return found.anyMatch(each -> each.toString().endsWith(ENDING));
    } catch (IOException e) {
      return false;
    }
  }

  private static <T, X extends Exception> T readFolder(Path folder, String name, Use<T, X> use)
      throws IOException, X {
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files =
          found
              .filter(each -> each.toString().endsWith(ENDING))
              .limit(StoredArrays.MOST + 1L)
              .sorted()
              .toList();
    }
    if (files.isEmpty()) {
      throw new ArrayFileException(name, "the folder holds no .npy file");
    }
    StoredArrays arrays = new StoredArrays(name);
    ArrayRoom room = new ArrayRoom();
    for (Path each : files) {
      ArrayPlace place = new ArrayPlace(name, arrayName(each.getFileName().toString()));
      arrays.add(place.array(), new StoredArray(place, () -> open(each, place), room));
    }
    return use.of(arrays);
  }

  /** Only a file is opened: a pipe would be waited for. */
  private static StoredArray.Content open(Path array, ArrayPlace place) throws IOException {
    if (!Files.isRegularFile(array)) {
      throw place.refused(Files.exists(array) ? "is not a file" : "cannot be read any more");
    }
    InputStream in = new BufferedInputStream(Files.newInputStream(array));
    return new StoredArray.Content(in, Files.size(array), OptionalLong.empty());
  }

  static String arrayName(String file) {
    return file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file;
  }

  /** The bytes of a {@code .npz} that {@code np.load} reads. */
  public static byte[] npz(Map<String, NdArray> arrays) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, NdArray> array : arrays.entrySet()) {
        ZipEntry entry = new ZipEntry(array.getKey() + ENDING);
        // The same arrays give the same bytes, whenever they are written.
        entry.setTimeLocal(LONG_AGO);
        zip.putNextEntry(entry);
        zip.write(Npy.write(array.getValue()));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written to", e);
    }
    return bytes.toByteArray();
  }
}
