package dev.backstep.check.meaning.sequences;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.meaning.source.Source;
import dev.backstep.check.meaning.weights.WeightSearch;
import dev.backstep.io.array.ArrayFile;
import dev.backstep.io.array.ArrayFileException;
import dev.backstep.math.NdArray;
import dev.backstep.net.Head;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files as people's programs save them: what their arrays are, read in the likeliest way. */
class CaseFilesTest {
  static Stream<Path> files() throws IOException, URISyntaxException {
    Path cases = Path.of(Objects.requireNonNull(CaseFilesTest.class.getResource("/cases")).toURI());
    try (Stream<Path> all = Files.walk(cases)) {
      return all
          .filter(file -> file.toString().endsWith(".npz"))
          .filter(file -> !file.getParent().endsWith("styles"))
          .sorted()
          .toList()
          .stream();
    }
  }

  /** A line for each kind of file: its name without the fault, and what is read of it. */
  private static Map<String, String> expected() throws IOException {
    try (InputStream in = CaseFilesTest.class.getResourceAsStream("/sequences/cases.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      return text.lines()
          .map(line -> line.split(": ", 2))
          .collect(Collectors.toMap(line -> line[0], line -> line[1]));
    }
  }

  /** What is read, or why nothing is. */
  private static String text(Path file) throws IOException {
    try {
      return ArrayFile.read(file, arrays -> text(meanings(arrays).get(0)));
    } catch (ArrayFileException refused) {
      return refused.getMessage();
    }
  }

  private static List<Sequences> meanings(Map<String, NdArray> arrays) {
    return SequenceSearch.of(arrays, Map.of(), WeightSearch.of(arrays, Map.of()).get(0));
  }

  /** Heads, the shape of x, and what of the file each of ours is. */
  private static String text(Sequences sequences) {
    Map<String, List<Source>> arrays = new TreeMap<>(sequences.arrays());
    return sequences.heads().stream().map(Head::id).collect(Collectors.joining("/"))
        + " "
        + Arrays.toString(arrays.get("x").get(0).shape())
        + " "
        + arrays.entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue().get(0).name())
            .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @MethodSource("files")
  void theLikeliestWayIsTheRightOne(Path file) throws IOException {
    String name = file.getFileName().toString().replaceAll("(__.*)?\\.npz", "");
    assertThat(text(file)).contains(Objects.requireNonNull(expected().get(name)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyEntryStandsWhereItIsSaidToStand(Path file) throws IOException {
    if (text(file).contains("dtype object")) {
      return;
    }
    ArrayFile.read(
        file,
        arrays -> {
          for (Sequences each : meanings(arrays)) {
            each.arrays().forEach((ours, sources) -> standsWhereItSays(ours, sources, arrays));
          }
          return file;
        });
  }

  private static void standsWhereItSays(
      String ours, List<Source> sources, Map<String, NdArray> arrays) {
    boolean isMade = List.of("x", "y", "steps", "loss_mask").contains(ours);
    for (Source source : sources) {
      NdArray array = Objects.requireNonNull(arrays.get(source.array()));
      Map<String, Double> there = new TreeMap<>();
      for (int i = 0; i < array.values().length && !isMade; i++) {
        there.put(array.index(i), array.values()[i]);
      }
      int[] index = new int[source.shape().length];
      for (int i = 0; i < source.values().length && !isMade; i++) {
        assertThat(there.get(source.place().index(index)))
            .as(source.name())
            .isEqualTo(source.values()[i]);
        for (int axis = index.length - 1;
            axis >= 0 && ++index[axis] == source.shape()[axis];
            axis--) {
          index[axis] = 0;
        }
      }
    }
  }
}
