package dev.backstep.check.meaning.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.NdArray;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What NumPy would give for the same slices, written out. */
class PartTest {
  /** [[0, 1, 2, 3, 4, 5], [6, 7, …]] of four rows. */
  private final Part matrix = Part.of("W", counting(4, 6));

  private static NdArray counting(int... shape) {
    int count = (int) NdArray.count(shape);
    return NdArray.of(IntStream.range(0, count).asDoubleStream().toArray(), shape);
  }

  @Test
  void allOfAnArrayIsItself() {
    Source source = matrix.source();

    assertThat(source.name()).isEqualTo("W");
    assertThat(source.shape()).containsExactly(4, 6);
    assertThat(source.values()).startsWith(0, 1, 2).endsWith(22, 23);
    assertThat(source.place().index(3, 2)).isEqualTo("[3, 2]");
  }

  @Test
  void aTransposedPartKeepsItsPlaceInTheFile() {
    Source source = matrix.after(1, 4).transposed().source();

    assertThat(source.name()).isEqualTo("W[:, 4:]");
    assertThat(source.shape()).containsExactly(2, 4);
    assertThat(source.values()).containsExactly(4, 10, 16, 22, 5, 11, 17, 23);
    assertThat(source.place().index(1, 2)).isEqualTo("[2, 5]");
  }

  @Test
  void blocksAndSplitsAreNamedAsPythonWritesThem() {
    assertThat(matrix.first(1, 2).name()).isEqualTo("W[:, :2]");
    assertThat(matrix.block(0, 1, 2).name()).isEqualTo("W[2:4]");
    assertThat(matrix.block(0, 0, 2).first(1, 5).name()).isEqualTo("W[0:2, :5]");
    assertThat(matrix.after(0, 1).first(0, 2).name()).isEqualTo("W[1:3]");
    assertThat(matrix.negative().block(0, 1, 2).name()).isEqualTo("-W[2:4]");
  }

  @Test
  void anIndexTakesAnAxisAway() {
    Source source = Part.of("bias", counting(2, 6)).at(0, 1).block(0, 2, 2).source();

    assertThat(source.name()).isEqualTo("bias[1, 4:6]");
    assertThat(source.shape()).containsExactly(2);
    assertThat(source.values()).containsExactly(10, 11);
    assertThat(source.place().index(1)).isEqualTo("[1, 5]");
  }

  @Test
  void axesOfSizeOneAreLeftOutOfAVectorAndStayInItsIndex() {
    Source source = Part.of("by", counting(3, 1)).squeezed().source();

    assertThat(source.name()).isEqualTo("by");
    assertThat(source.shape()).containsExactly(3);
    assertThat(source.place().index(2)).isEqualTo("[2, 0]");
    assertThat(Part.of("b", counting(1, 1)).squeezed().shape()).containsExactly(1);
  }

  @Test
  void aVectorIsTheOnlyColumnOfAMatrix() {
    Part column = Part.of("v", counting(3)).matrix();

    assertThat(column.shape()).containsExactly(3, 1);
    assertThat(column.transposed().shape()).containsExactly(1, 3);
    assertThat(column.transposed().source().place().index(0, 2)).isEqualTo("[2]");
  }

  @Test
  void aGradientOfOtherAxesIsReadInTheSamePart() {
    Part bias = Part.of("b", counting(6, 1)).squeezed().block(0, 1, 3);
    Source flat = bias.in("db", counting(6)).orElseThrow().source();
    Source turned = matrix.after(1, 4).in("dW", counting(6, 4)).orElseThrow().source();

    assertThat(flat.name()).isEqualTo("db[3:6]");
    assertThat(flat.values()).containsExactly(3, 4, 5);
    assertThat(flat.place().index(2)).isEqualTo("[5]");
    assertThat(turned.name()).isEqualTo("dW[4:]");
    assertThat(turned.shape()).containsExactly(4, 2);
    assertThat(turned.values()).startsWith(16, 20);
    assertThat(turned.place().index(3, 1)).isEqualTo("[5, 3]");
    assertThat(matrix.in("dW", counting(4, 5))).isEmpty();
  }

  @Test
  void aNegativePartHasTheOtherSignsInItsGradientToo() {
    Source gradient =
        Part.of("b", counting(3)).negative().in("db", counting(3, 1)).orElseThrow().source();

    assertThat(gradient.name()).isEqualTo("-db");
    assertThat(gradient.values()).containsExactly(-0.0, -1, -2);
  }

  @Test
  void aSumIsNamedByWhatIsAddedAndHasTheDigitsOfTheWorst() {
    NdArray floats = new NdArray(NdArray.Kind.FLOAT32, new int[] {2}, new double[] {10, 20});
    Source sum = Part.sum(List.of(Part.of("Bxh", counting(2)), Part.of("Bhh", floats)));

    assertThat(sum.name()).isEqualTo("Bxh + Bhh");
    assertThat(sum.array()).isEqualTo("Bxh");
    assertThat(sum.values()).containsExactly(10, 21);
    assertThat(sum.kind()).isEqualTo(NdArray.Kind.FLOAT32);
  }
}
