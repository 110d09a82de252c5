package dev.backstep.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.net.Vanilla;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceBuffersTest {
  private static final int LENGTH = 5;

  private final SequenceBuffers buffers = buffers();

  private static SequenceBuffers buffers() {
    SequenceBuffers buffers = new SequenceBuffers(new Shape(Vanilla.NET, 4, 3));
    buffers.load(new int[LENGTH], new int[LENGTH], new double[3]);
    return buffers;
  }

  /** The backward pass goes on from the cell that overflowed, and takes all before it along. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void theFirstLargeGradientIsThatOfTheCellTheBackwardPassCameToFirst(int cell) {
    for (int t = 0; t <= cell; t++) {
      buffers.row(Vanilla.DTANH, t)[1] = 1e160;
    }

    assertThat(buffers.firstLargeGradient()).isEqualTo(cell);
  }

  @Test
  void aGradientIsLargeWhereItsSquaresAreTogether() {
    Arrays.fill(buffers.row(Vanilla.DTANH, 1), 1.1e154);

    assertThat(buffers.firstLargeGradient()).isEqualTo(1);
  }

  @Test
  void whatIsNoNumberIsLarge() {
    buffers.row(Vanilla.DTANH, 3)[2] = Double.NaN;

    assertThat(buffers.firstLargeGradient()).isEqualTo(3);
  }
}
