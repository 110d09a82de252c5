package dev.backstep.io.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.fuzz.ZipMaker;
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
    Path file = folder.resolve("mine.npz");
    assertThat(ArrayFile.refusal(file, new AccessDeniedException("/home/mine.npz")))
        .hasMessage("mine.npz: there is no permission to read the file.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'|O' | (2,) | W1 holds Python objects (dtype object), which are never unpickled; save what"
            + " has one shape at every timestep as one array, W1=np.stack(W1), None among ids as"
            + " -1, and sequences of different lengths filled up with -1",
        "'|O' | () | W1 holds a Python object (dtype object), which is never unpickled; if it is a"
            + " dict of arrays by their names, save them with np.savez(\"mine.npz\", **W1), and if"
            + " it is one by timestep, with W1=np.stack([W1[t] for t in sorted(W1)])",
        "'<c16' | (2,) | W1 has the dtype '<c16'; float64, float32, float16, integers, booleans,"
            + " single characters (<U1, S1) and one text alone can be read",
        "'<U5' | (2,) | W1 has the dtype '<U5'; float64, float32, float16, integers, booleans,"
            + " single characters (<U1, S1) and one text alone can be read",
        "[('a', '<f8')] | (2,) | W1 has entries of several parts (a structured dtype); float64,"
            + " float32, float16, integers, booleans, single characters (<U1, S1) and one text"
            + " alone can be read",
        "'<f8' | (3,) | W1 ends after 16 bytes of data; its shape (3,) needs 24",
        "'<f8' | (1,) | W1 has more data than its shape has entries",
        "'<f8' | (99999, 99999) | W1 has the shape (99999, 99999); all arrays together may take"
            + " up to ROOM MB as float64",
        "'|b1' | (999999999,) | W1 has the shape (999999999,); all arrays together may take up to"
            + " ROOM MB as float64",
        "'<f8' | (99999999999,) | W1 has the shape (99999999999,), which no array can have",
        "'<f8' | (1,1,1,1,1,1,1,1,2) | W1 has 9 dimensions; at most 8 are allowed"
      })
  void anArrayThatCannotBeReadIsNamed(String type, String shape, String reason) throws IOException {
    // A quote in a CSV field is one of the CSV, so it is put back here.
    String descr = type.startsWith("[") ? type : "'" + type.replace("'", "") + "'";
    byte[] header =
        header("{'descr': %s, 'fortran_order': False, 'shape': %s, }".formatted(descr, shape));
    byte[] array = Arrays.copyOf(header, header.length + 2 * Double.BYTES);
    long room = Math.min(1024, Runtime.getRuntime().maxMemory() / 4 >> 20);
    assertRefused(
        zip("W1.npy", array), "mine.npz: " + reason.replace("ROOM", String.valueOf(room)) + ".");
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
  void whatIsNotAskedForIsNotRead() throws Exception {
    ZipMaker zip = new ZipMaker();
    byte[] w1 = Npy.write(NdArray.of(new double[] {1, 2}, 2));
    zip.add("W1.npy", w1, ZipMaker.STORED, ZipMaker.Lie.NONE);
    zip.add("other.npy", new byte[9], ZipMaker.STORED, ZipMaker.Lie.NONE);
    byte[] objects = header("{'descr': '|O', 'fortran_order': False, 'shape': (2,), }");
    zip.add("config.npy", objects, ZipMaker.DEFLATED, ZipMaker.Lie.NONE);
    Path file = Files.write(folder.resolve("mine.npz"), zip.bytes());
    ArrayFile.Use<double[], RuntimeException> use = arrays -> arrays.get("W1").values();
    assertThat(ArrayFile.read(file, use)).containsExactly(1, 2);
    assertRefused(
        file, "mine.npz: other does not begin as a NumPy array; np.savez writes those that do.");
  }

  @Test
  void aShapeIsKnownBeforeAnythingIsMadeForItsEntries() throws Exception {
    Path bomb = broken("bomb1000-oom.npz");
    long before = allocated();
    ArrayFile.Use<int[], RuntimeException> use = arrays -> arrays.get("W1").shape();
    assertThat(ArrayFile.read(bomb, use)).containsExactly(131_072_000);
    assertThat(allocated() - before).isLessThan(SOME_MEGABYTES);
  }

  @Test
  void aShapeThatTheFileHasNoBytesForTakesNoMemory() throws IOException {
    byte[] header = header("{'descr': '<f8', 'fortran_order': False, 'shape': (9000000,), }");
    Path file = zip("W1.npy", Arrays.copyOf(header, header.length + Double.BYTES));
    long before = allocated();
    assertRefused(
        file, "mine.npz: W1 ends after 8 bytes of data; its shape (9000000,) needs 72000000.");
    assertThat(allocated() - before).isLessThan(SOME_MEGABYTES);
  }

  @Test
  void whatIsMadeOfItAndDoesNotFitIntoTheMemoryIsRefusedInASentence() throws IOException {
    Path file = zip("W1.npy", Npy.write(NdArray.of(new double[] {1}, 1)));
    ArrayFile.Use<Object, RuntimeException> tooLarge =
        arrays -> {
          throw new OutOfMemoryError("Java heap space");
        };
    assertThatThrownBy(() -> ArrayFile.read(file, tooLarge))
        .isInstanceOf(ArrayFileException.class)
        .message()
        .startsWith("mine.npz: it takes more memory than the ")
        .endsWith(" MB that this program has.");
  }

  @Test
  void whatCannotBeUnpackedIsDamagedAndNothingElseIsSaid() throws IOException {
    assertRefused(
        broken("damaged-null.npz"),
        "damaged-null.npz: dWhh is damaged and cannot be unpacked; save it again.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 8 | is encrypted; save it again with np.savez, which needs no password",
        "0 | 99 | is encrypted; save it again with np.savez, which needs no password",
        "0 | 12 | is packed with bzip2; np.savez stores arrays, np.savez_compressed deflates them,"
            + " and both can be read",
        "0 | 77 | is packed with method 77; np.savez stores arrays, np.savez_compressed deflates"
            + " them, and both can be read"
      })
  void whatIsPackedInAnotherWayIsCalledWhatItIs(int flags, int method, String reason)
      throws IOException {
    ZipMaker.Lie lie = new ZipMaker.Lie(null, null, null, method, flags);
    byte[] zip = new ZipMaker().add("W1.npy", new byte[99], ZipMaker.STORED, lie).bytes();
    assertRefused(Files.write(folder.resolve("mine.npz"), zip), "mine.npz: W1 " + reason + ".");
  }

  @Test
  void moreFilesThanAnyProgramSavesAreRefusedBeforeTheyAreListed() throws IOException {
    ZipMaker zip = new ZipMaker();
    for (int i = 0; i <= StoredArrays.MOST; i++) {
      zip.add("a" + i + ".npy", new byte[0], ZipMaker.STORED, ZipMaker.Lie.NONE);
    }
    Path file = Files.write(folder.resolve("many.npz"), zip.bytes());
    assertRefused(file, "many.npz: it holds 10001 files; at most 10000 are allowed.");
    byte[] whole = Files.readAllBytes(file);
    // The count at the end of the zip says two.
    whole[whole.length - 12] = 2;
    whole[whole.length - 11] = 0;
    Files.write(file, whole);
    assertRefused(file, "many.npz: it holds more than 10000 files; at most 10000 are allowed.");
  }

  @Test
  void aNameFromTheFileNeitherBreaksTheSentenceNorFillsTheScreen() throws IOException {
    assertRefused(
        zip("W\n1\u001b[31m.npy", new byte[30]),
        "mine.npz: W\uFFFD1\uFFFD[31m does not begin as a NumPy array; np.savez writes those that"
            + " do.");
    assertRefused(
        zip("W".repeat(5000) + ".npy", new byte[30]),
        "mine.npz: "
            + "W".repeat(80)
            + "… does not begin as a NumPy array; np.savez writes those that do.");
  }

  private static Path broken(String name) {
    return Path.of("src", "test", "resources", "broken", name);
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
