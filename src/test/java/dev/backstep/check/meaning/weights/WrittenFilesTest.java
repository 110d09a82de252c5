package dev.backstep.check.meaning.weights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.NdArray;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What programs of many kinds call their weights and gradients, by names and sizes alone; what is
 * expected was written down before it was read.
 */
class WrittenFilesTest {
  static Stream<Arguments> files() {
    return WrittenFile.paragraphs("written.txt", "\n\n").stream()
        .map(lines -> Arguments.of(lines[0], lines[1], lines[2]));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void theLikeliestWayIsTheOneThatIsMeant(String title, String written, String expected) {
    Map<String, NdArray> arrays = WrittenFile.arrays(written);

    List<Weights> ways = WeightSearch.of(arrays, Map.of());

    String[] cellAndNames = expected.strip().split(": ", 2);
    assertThat(ways).as(title).isNotEmpty();
    Weights first = ways.get(0);
    assertThat(first.cells().get(0).id()).isEqualTo(cellAndNames[0]);
    assertThat(WrittenFile.misread(first, cellAndNames[1])).isEmpty();
    assertThat(first.used()).isSubsetOf(arrays.keySet());
    boolean isPlain = first.arrays().containsKey("W2");
    assertThat(ways.size()).isLessThanOrEqualTo(isPlain ? 8 : 200);
  }
}
