package dev.backstep.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.model.Example;
import dev.backstep.model.RandomNet;
import dev.backstep.model.Shape;
import dev.backstep.net.Cell;
import dev.backstep.net.Lstm;
import dev.backstep.text.Sequence;
import dev.backstep.text.Vocabulary;
import dev.backstep.trace.flow.NetReach;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeanReachTest {
  private final RandomNet net = RandomNet.gaussian(5, 0.5, new Shape(Lstm.NET, 9, 6), 12);

  private static Sequence sequence(int... targets) {
    int[] inputs = new int[targets.length];
    Arrays.fill(inputs, 3);
    return new Sequence("d".repeat(inputs.length), inputs, targets);
  }

  private int reach(Sequence sequence, int loss) {
    Example example =
        new Example(net.parameters(), sequence.inputs(), sequence.targets(), new double[12]);
    return Math.max(
        NetReach.of(example, loss, Cell.H).letters(), NetReach.of(example, loss, Lstm.C).letters());
  }

  @Test
  void itIsTheMeanOverTheLastCharactersAndNoEndMarkIsOne() {
    Sequence plain = sequence(1, 2, 3, 4, 5, 6, 7, 8, 1, 2);
    Sequence ended = sequence(1, 2, 3, 4, 5, 6, 7, 8, 1, Vocabulary.END);
    Sequence single = sequence(4);
    assertThat(MeanReach.of(List.of(plain, ended, single), net.parameters(), () -> true))
        .isEqualTo((reach(plain, 9) + reach(ended, 8)) / 2.0);
    assertThat(reach(plain, 9)).isBetween(1, 9);
  }

  @Test
  void thereIsNoneWhereNothingComesBeforeOrItIsStopped() {
    assertThat(MeanReach.of(List.of(sequence(4)), net.parameters(), () -> true)).isNaN();
    assertThat(MeanReach.of(List.of(sequence(4, 5)), net.parameters(), () -> false)).isNaN();
  }
}
