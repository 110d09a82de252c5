package dev.backstep.check.meaning.weights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.meaning.source.Source;
import dev.backstep.io.array.ArrayFile;
import dev.backstep.math.NdArray;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files as people's programs save them, all that are there. */
class ReadableFilesTest {
  static Stream<Path> files() throws IOException, URISyntaxException {
    Path cases =
        Path.of(Objects.requireNonNull(ReadableFilesTest.class.getResource("/cases")).toURI());
    try (Stream<Path> all = Files.walk(cases)) {
      return all
          .filter(file -> file.toString().endsWith(".npz"))
          .filter(file -> !file.getParent().endsWith("styles"))
          .sorted()
          .toList()
          .stream();
    }
  }

  /** The first line of expectations whose pattern has the name of a file. */
  private static String expected(Path file) {
    return WrittenFile.paragraphs("files.txt", "\n(?=\\S)").stream()
        .filter(
            lines ->
                FileSystems.getDefault()
                    .getPathMatcher("glob:" + lines[0])
                    .matches(file.getFileName()))
        .map(lines -> lines[1].strip())
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("files")
  void theLikeliestWayHasTheRightWeightsOfTheRightSizes(Path file) throws Exception {
    List<Weights> ways = ways(file);

    assertThat(ways).isNotEmpty();
    Weights first = ways.get(0);
    String[] netAndNames = expected(file).split(": ", 2);
    assertThat(
            List.of(
                first.cells().get(0).id(),
                String.valueOf(first.inputs()),
                String.valueOf(first.hidden()),
                String.valueOf(first.outputs())))
        .isEqualTo(List.of(netAndNames[0].split(" ")));
    assertThat(WrittenFile.misread(first, netAndNames[1])).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyEntryStandsWhereItIsSaidToStand(Path file) throws Exception {
    ArrayFile.read(
        file,
        arrays -> {
          for (Weights way : WeightSearch.of(arrays, Map.of())) {
            way.arrays().values().stream()
                .flatMap(List::stream)
                .filter(source -> !source.name().contains(" + "))
                .forEach(source -> assertStands(source, arrays));
          }
          return file;
        });
  }

  private static void assertStands(Source source, Map<String, NdArray> arrays) {
    int[] shape = source.shape();
    NdArray array = Objects.requireNonNull(arrays.get(source.array()));
    double sign = source.name().startsWith("-") ? -1 : 1;
    for (int i = 0; i < source.values().length; i++) {
      int cols = shape[shape.length - 1];
      String index =
          shape.length == 1 ? source.place().index(i) : source.place().index(i / cols, i % cols);
      assertThat(source.values()[i])
          .as("%s %s", source.name(), index)
          .isEqualTo(sign * WrittenFile.entry(array, index));
    }
  }

  private static List<Weights> ways(Path file) throws Exception {
    return ArrayFile.read(file, arrays -> WeightSearch.of(arrays, Map.of()));
  }
}
