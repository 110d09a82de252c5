package dev.backstep.io.array;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.NdArray;
import dev.backstep.math.NdArray.Kind;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays that NumPy wrote, and arrays that are written for it. */
class ArrayFileTest {
  @Test
  void arraysAreKnownByTheirNameOrByHowTheyBeginAndAFolderIsTaken() throws IOException {
    byte[] zip = ArrayFile.npz(Map.of("x", NdArray.of(new int[] {1, 2})));
    assertThat(ArrayFile.isOne(Files.write(folder.resolve("saved.dat"), zip))).isTrue();
    assertThat(ArrayFile.isOne(Files.writeString(folder.resolve("no.npz"), "no zip"))).isTrue();
    assertThat(ArrayFile.isOne(folder.resolve("missing.npz"))).isTrue();
    assertThat(ArrayFile.isOne(folder)).isTrue();
    assertThat(ArrayFile.isOne(Files.writeString(folder.resolve("a.txt"), "PK, a text"))).isFalse();
    assertThat(ArrayFile.isOne(folder.resolve("missing.txt"))).isFalse();
    assertThat(ArrayFile.holding(folder.resolve("W1.npy"))).isEqualTo(folder.toAbsolutePath());
    assertThat(ArrayFile.holding(folder.resolve("no.npz"))).isEqualTo(folder.resolve("no.npz"));
  }

  private static final int[] SHAPE = {2, 3};

  @TempDir private Path folder;

  static Path resource(String name) {
    try {
      return Path.of(ArrayFileTest.class.getResource("/arrays/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The numbers 0 to 5 as they were changed. */
  private static NdArray numbers(Kind kind, double factor, double offset) {
    double[] values =
        DoubleStream.iterate(0, n -> n + 1).limit(6).map(n -> factor * n + offset).toArray();
    // The integers of NumPy have no negative zero.
    values[0] = offset;
    return new NdArray(kind, SHAPE, values);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dtypes.npz", "dtypes-deflated.npz"})
  void everyKindOfNumberIsReadAsNumPyWroteIt(String file) throws ArrayFileException {
    Map<String, NdArray> arrays = ArrayFile.read(resource(file));
    NdArray halves = numbers(Kind.FLOAT64, 1, 0.5);
    NdArray singles = numbers(Kind.FLOAT32, 1, 0.5);
    NdArray negatives = numbers(Kind.INTEGER, -1, 0);
    assertThat(arrays).containsEntry("f8", halves).containsEntry("f8_big", halves);
    assertThat(arrays).containsEntry("f4", singles).containsEntry("f4_big", singles);
    assertThat(arrays).containsEntry("i1", negatives).containsEntry("i2_big", negatives);
    assertThat(arrays).containsEntry("i4", negatives).containsEntry("i8", negatives);
    assertThat(arrays).containsEntry("u1", numbers(Kind.INTEGER, 1, 250));
    assertThat(arrays).containsEntry("u2", numbers(Kind.INTEGER, 1, 65530));
    assertThat(arrays).containsEntry("u4", numbers(Kind.INTEGER, 1, 4294967290.0));
    assertThat(arrays).containsEntry("u8_big", numbers(Kind.INTEGER, 1, 1));
    assertThat(arrays.get("bool").values()).containsExactly(1, 0, 1, 0, 1, 0);
  }

  @Test
  void halfPrecisionIsReadToTheSmallestAndTheLargestNumberThatItHas() throws ArrayFileException {
    Map<String, NdArray> arrays = ArrayFile.read(resource("half.npz"));
    double tiny = 1.0 / (1 << 24);
    for (String name : new String[] {"f2", "f2_big"}) {
      assertThat(arrays.get(name).kind()).isEqualTo(Kind.FLOAT16);
      assertThat(arrays.get(name).values())
          .containsExactly(
              0.5,
              -1.5,
              65504,
              -1.0 / (1 << 14),
              tiny,
              -1023 * tiny,
              0,
              Double.POSITIVE_INFINITY,
              Double.NEGATIVE_INFINITY);
    }
    assertThat(arrays.get("nan").values()).containsExactly(Double.NaN);
  }

  @Test
  void theOrderOfTheEntriesIsTheSameWhicheverIndexRunsFastest() throws ArrayFileException {
    Map<String, NdArray> arrays = ArrayFile.read(resource("dtypes.npz"));
    assertThat(arrays).containsEntry("fortran", numbers(Kind.FLOAT64, 1, 0.5));
    NdArray three = arrays.get("fortran3");
    assertThat(three.shape()).containsExactly(2, 3, 4);
    assertThat(three.values())
        .containsExactly(DoubleStream.iterate(0, n -> n + 1).limit(24).toArray());
  }

  @Test
  void aNumberAloneAnEmptyArrayAndCharactersAreRead() throws ArrayFileException {
    Map<String, NdArray> arrays = ArrayFile.read(resource("dtypes.npz"));
    assertThat(arrays).containsEntry("scalar", NdArray.of(new double[] {2.5}));
    assertThat(arrays.get("empty").shape()).containsExactly(0, 3);
    assertThat(arrays.get("chars").kind()).isEqualTo(Kind.CHARACTER);
    assertThat(arrays.get("chars").values()).containsExactly(0, 'a', 'é', 0x1F600);
  }

  @Test
  void aFolderOfArraysInEveryVersionOfTheFormatIsReadByTheNamesOfItsFiles() throws IOException {
    for (int version = 1; version <= 3; version++) {
      Path source = resource("version-" + version + ".npy");
      Files.copy(source, folder.resolve("rnn.weight_v" + version + ".npy"));
    }
    Files.writeString(folder.resolve("notes.txt"), "not an array");
    NdArray halves = numbers(Kind.FLOAT64, 1, 0.5);
    assertThat(ArrayFile.read(folder))
        .isEqualTo(
            Map.of("rnn.weight_v1", halves, "rnn.weight_v2", halves, "rnn.weight_v3", halves));
  }

  @Test
  void whatIsWrittenIsReadBackToTheLastBit() throws IOException {
    Map<String, NdArray> arrays = new LinkedHashMap<>();
    arrays.put("dW2", NdArray.of(new double[] {1e-300, -0.0, 1 / 3.0, 5}, 2, 2));
    arrays.put("x", NdArray.of(new int[] {3, 0, 26}));
    arrays.put("chars", TraceArrays.characters("aé😀"));
    Path file = Files.write(folder.resolve("mine.npz"), ArrayFile.npz(arrays));
    assertThat(ArrayFile.read(file)).isEqualTo(arrays);
    assertThat(ArrayFile.npz(arrays)).as("the same bytes").isEqualTo(Files.readAllBytes(file));
  }
}
