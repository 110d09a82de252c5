package dev.backstep.check.printed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.math.NdArray;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The inputs that NumPy drew. */
class NotebookInputsTest {
  /** What the cell functions call x, a0 and da is called otherwise in the file. */
  private static final Map<String, String> OF_CELL =
      Map.of("x", "xt", "a0", "a_prev", "da", "da_next");

  static List<PrintedReference> functions() {
    return PrintedReference.all();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void everyArrayIsThatOfNumPy(PrintedReference reference) {
    NotebookInputs inputs = reference.function().inputs().get(0);
    Map<String, NdArray> expected = reference.inputs();
    assertThat(expected.size()).isGreaterThan(5);
    expected.forEach(
        (name, array) -> {
          String here = reference.function().isCell() ? OF_CELL.getOrDefault(name, name) : name;
          assertThat(firstSteps(inputs.get(here), array))
              .as(here)
              .containsExactly(array.values(), within(1e-14));
        });
  }

  /** The x of lstm_backward has seven timesteps, of which only four count. */
  private static double[] firstSteps(NdArray drawn, NdArray expected) {
    if (drawn.count() == expected.count()) {
      return drawn.values();
    }
    int all = drawn.shape()[2];
    int some = expected.shape()[2];
    double[] first = new double[(int) expected.count()];
    for (int row = 0; row < first.length / some; row++) {
      System.arraycopy(drawn.values(), row * all, first, row * some, some);
    }
    assertThat(Arrays.equals(first, drawn.values())).isFalse();
    return first;
  }
}
