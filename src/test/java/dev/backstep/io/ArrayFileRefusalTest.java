package dev.backstep.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.math.NdArray;
import dev.backstep.math.SeededRandom;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a file holds, it is read or refused in one sentence. */
class ArrayFileRefusalTest {
  private static final int MUTATIONS = 1000;
  private static final long SOME_MEGABYTES = 16 << 20;

  @TempDir private Path folder;

  private static byte[] header(String dictionary) {
    byte[] text = (dictionary + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] begin = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, 0};
    byte[] whole = Arrays.copyOf(begin, begin.length + text.length);
    System.arraycopy(text, 0, whole, begin.length, text.length);
    return whole;
  }

  private Path zip(String entry, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content);
      zip.closeEntry();
    }
    return Files.write(folder.resolve("mine.npz"), bytes.toByteArray());
  }

  private static void assertRefused(Path file, String sentence) {
    assertThatThrownBy(() -> ArrayFile.read(file))
        .isInstanceOf(ArrayFileException.class)
        .hasMessage(sentence);
  }

  @Test
  void aFileThatMayNotBeReadIsNotCalledDamaged() {
    assertThat(ArrayFile.refusal("mine.npz", new AccessDeniedException("/home/mine.npz")))
        .hasMessage("mine.npz: there is no permission to read it.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'|O' | (2,) | W1 holds Python objects (dtype object), which are never unpickled; save"
            + " numbers only",
        "'<c16' | (2,) | W1 has the dtype '<c16'; float64, float32, float16, integers, booleans"
            + " and single characters (<U1) can be read",
        "'<U5' | (2,) | W1 has the dtype '<U5'; float64, float32, float16, integers, booleans"
            + " and single characters (<U1) can be read",
        "[('a', '<f8')] | (2,) | W1 has entries of several parts (a structured dtype); float64,"
            + " float32, float16, integers, booleans and single characters (<U1) can be read",
        "'<f8' | (3,) | W1 ends after 16 bytes of data; its shape (3,) needs 24",
        "'<f8' | (1,) | W1 has more data than its shape has entries",
        "'<f8' | (99999, 99999) | W1 has the shape (99999, 99999); all arrays together may take"
            + " up to 1 GB as float64",
        "'|b1' | (999999999,) | W1 has the shape (999999999,); all arrays together may take up to"
            + " 1 GB as float64",
        "'<f8' | (99999999999,) | W1 has the shape (99999999999,), which no array can have",
        "'<f8' | (1,1,1,1,1,1,1,1,2) | W1 has 9 dimensions; at most 8 are allowed"
      })
  void anArrayThatCannotBeReadIsNamed(String type, String shape, String reason) throws IOException {
    // A quote in a CSV field is one of the CSV, so it is put back here.
    String descr = type.startsWith("[") ? type : "'" + type.replace("'", "") + "'";
    byte[] header =
        header("{'descr': %s, 'fortran_order': False, 'shape': %s, }".formatted(descr, shape));
    byte[] array = Arrays.copyOf(header, header.length + 2 * Double.BYTES);
    assertRefused(zip("W1.npy", array), "mine.npz: " + reason + ".");
  }

  @Test
  void whatIsNoArchiveOfArraysIsRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("names.txt"), "no arrays");
    assertRefused(
        text, "names.txt: it is not an .npz archive (a zip of arrays), as np.savez writes it.");
    assertRefused(
        ArrayFileTest.resource("version-1.npy"),
        "version-1.npy: it is a single array (.npy); save all of them in one file with np.savez.");
    assertRefused(folder.resolve("none.npz"), "none.npz: there is no such file.");
    assertRefused(
        zip("notes.txt", new byte[3]),
        "mine.npz: notes.txt is not an array (.npy); np.savez writes nothing else.");
    assertRefused(
        zip("W1.npy", new byte[30]),
        "mine.npz: W1 does not begin as a NumPy array; np.savez writes those that do.");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertRefused(empty, "empty: the folder holds no .npy file.");
  }

  @Test
  void anArchiveThatIsCutOffIsRefused() throws IOException {
    byte[] good = Files.readAllBytes(ArrayFileTest.resource("dtypes.npz"));
    Path cut = Files.write(folder.resolve("cut.npz"), Arrays.copyOf(good, good.length / 2));
    assertRefused(
        cut, "cut.npz: the archive is truncated or damaged; save it again with np.savez.");
  }

  @Test
  void anArchiveThatUnpacksToMoreThanAGigabyteIsRefusedBeforeItIsUnpacked() throws IOException {
    Path bomb = folder.resolve("bomb.npz");
    byte[] zeros = new byte[1 << 20];
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
      zip.setLevel(1);
      zip.putNextEntry(new ZipEntry("W1.npy"));
      for (int i = 0; i < 1025; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
    long before = allocated();
    assertRefused(
        bomb, "bomb.npz: it unpacks to more than 1 GB, which is the most that is allowed.");
    assertThat(allocated() - before).isLessThan(SOME_MEGABYTES);
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  @Test
  void randomDamageIsReadOrRefusedAndTakesLittleMemory() throws IOException {
    SeededRandom random = new SeededRandom(5);
    byte[] stored = Files.readAllBytes(ArrayFileTest.resource("dtypes.npz"));
    byte[] deflated = Files.readAllBytes(ArrayFileTest.resource("dtypes-deflated.npz"));
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      Path file = folder.resolve("damaged.npz");
      Files.write(file, damaged(i % 2 == 0 ? stored : deflated, random));
      long before = allocated();
      refused += isRefused(file) ? 1 : 0;
      assertThat(allocated() - before).as("mutation %d", i).isLessThan(SOME_MEGABYTES);
    }
    assertThat(refused).isBetween(MUTATIONS / 2, MUTATIONS);
  }

  private static boolean isRefused(Path file) {
    try {
      Map<String, NdArray> arrays = ArrayFile.read(file);
      assertThat(arrays).isNotEmpty();
      return false;
    } catch (ArrayFileException refused) {
      assertThat(refused).message().startsWith("damaged.npz: ").endsWith(".");
      return true;
    }
  }

  /** Some bytes are others, and sometimes the end is missing. */
  private static byte[] damaged(byte[] good, SeededRandom random) {
    int length = random.nextInt(5) == 0 ? random.nextInt(good.length) : good.length;
    byte[] bad = Arrays.copyOf(good, length);
    for (int n = 1 + random.nextInt(8); n > 0 && length > 0; n--) {
      bad[random.nextInt(length)] = (byte) random.nextInt(256);
    }
    return bad;
  }
}
