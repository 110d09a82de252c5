package dev.backstep.io;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.backstep.math.NdArray;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Named arrays in a {@code .npz}, as {@code np.savez} writes it, or in a folder of .npy. */
public final class ArrayFile {
  /** What all arrays of a file may take together once they are unpacked. */
  public static final long MOST_BYTES = 1L << 30;

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
    return isOneArray ? file.toAbsolutePath().getParent() : file;
  }

  /**
   * Reads every array, by its name without {@code .npy}.
   *
   * @throws ArrayFileException in one sentence, with the reason; nothing else is ever thrown,
   *     whatever the file holds
   */
  public static Map<String, NdArray> read(Path file) throws ArrayFileException {
    String name = file.getFileName() == null ? file.toString() : file.getFileName().toString();
    try {
      return Files.isDirectory(file) ? readFolder(file, name) : NpzArchive.read(file, name);
    } catch (ArrayFileException refused) {
      throw refused;
    } catch (IOException | UncheckedIOException | IllegalArgumentException failure) {
      throw refusal(name, failure);
    }
  }

  /** What the operating system or the archive said, in the user's words. */
  static ArrayFileException refusal(String name, Exception failure) {
    String reason;
    if (failure instanceof NoSuchFileException) {
      reason = "there is no such file";
    } else if (failure instanceof AccessDeniedException) {
      reason = "there is no permission to read it";
    } else {
      reason = "it cannot be read, it seems to be damaged (" + failure.getMessage() + ")";
    }
    return new ArrayFileException(name, reason, failure);
  }

  /** Whether a folder holds a .npy, so that it can be read as a file of arrays. */
  public static boolean isFolderOfArrays(Path folder) {
    try (Stream<Path> found = Files.list(folder)) {
      return found.anyMatch(each -> each.toString().endsWith(ENDING));
    } catch (IOException e) {
      return false;
    }
  }

  private static Map<String, NdArray> readFolder(Path folder, String name) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(folder)) {
      files = found.filter(each -> each.toString().endsWith(ENDING)).sorted().toList();
    }
    if (files.isEmpty()) {
      throw new ArrayFileException(name, "the folder holds no .npy file");
    }
    Map<String, NdArray> arrays = new LinkedHashMap<>();
    long budget = MOST_BYTES;
    for (Path each : files) {
      String array = arrayName(each.getFileName().toString());
      try (InputStream in = new BufferedInputStream(Files.newInputStream(each))) {
        NdArray read = Npy.read(in, new ArrayPlace(name, array), budget);
        arrays.put(array, read);
        budget -= (long) Double.BYTES * read.values().length;
      }
    }
    return arrays;
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
