package dev.backstep.check.meaning.sequences;

import static dev.backstep.check.meaning.sequences.MadeUpFile.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.meaning.weights.Dialect;
import dev.backstep.net.Head;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What should be predicted, at every timestep or at the last, as classes or as numbers. */
class TargetSearchTest {
  private static MadeUpFile file(int outputs) {
    return MadeUpFile.of(Dialect.OURS, "vanilla", 2, 5, outputs).numbers("x", 3, 4, 2);
  }

  @Test
  void oneTargetASequenceCountsAtTheLastTimestep() {
    Sequences first = file(6).ids("y", 5, 1, 0).first();
    assertThat(first.heads()).containsExactly(Head.SOFTMAX);
    assertThat(source(first, "y").shape()).containsExactly(3, 4);
    assertThat(source(first, "y").values()[3]).isEqualTo(5);
    assertThat(source(first, "y").place().index(1, 3)).isEqualTo("[1]");
    assertThat(source(first, "loss_mask").values())
        .containsExactly(0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1);
    assertThat(first.arrays()).doesNotContainKey("steps");
  }

  @Test
  void anIdBelowZeroIsNoTarget() {
    for (int none : new int[] {-1, -100}) {
      Sequences first =
          MadeUpFile.of(Dialect.OURS, "vanilla", 7, 5, 7)
              .ids("x", 3, 2, 5, 6)
              .ids("y", 1, none, 2, none)
              .first();
      assertThat(source(first, "loss_mask").values()).containsExactly(1, 0, 1, 0);
      assertThat(source(first, "y").values()).containsExactly(1, 0, 2, 0);
      assertThat(first.arrays()).doesNotContainKey("steps");
    }
  }

  @Test
  void oneHotRowsOfASequenceAreIds() {
    Sequences first = file(3).whole("y", new int[] {3, 3}, 0, 1, 0, 1, 0, 0, 0, 0, 1).first();
    assertThat(first.heads())
        .containsExactly(Head.SOFTMAX, Head.SIGMOID, Head.LINEAR, Head.SIGMOID_SQUARED);
    assertThat(source(first, "y").values()[3]).isEqualTo(1);
    assertThat(source(first, "y").values()[11]).isEqualTo(2);
    assertThat(source(first, "y").place().index(2, 3)).isEqualTo("[2, 2]");
    assertThat(first.remarks()).contains("y is one-hot and read as ids.");
  }

  @Test
  void realNumbersHaveASquaredError() {
    List<Sequences> all = file(1).numbers("y", 3, 4, 1).meanings();
    assertThat(all.get(0).heads()).containsExactly(Head.LINEAR);
    assertThat(source(all.get(0), "y").shape()).containsExactly(3, 4, 1);
    assertThat(all.get(0).arrays()).doesNotContainKey("loss_mask");
    Sequences last =
        all.stream()
            .filter(each -> each.arrays().containsKey("loss_mask"))
            .findFirst()
            .orElseThrow();
    assertThat(source(last, "loss_mask").values())
        .containsExactly(0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1);
  }

  @Test
  void anAxisOfSizeOneNeedNotBeThere() {
    Sequences first = file(1).numbers("y", 3, 4).first();
    assertThat(source(first, "y").shape()).containsExactly(3, 4, 1);
    assertThat(source(first, "y").place().index(2, 1, 0)).isEqualTo("[2, 1]");
  }

  @Test
  void bitsHaveSigmoidsOrASquaredError() {
    Sequences first = file(2).whole("y", new int[] {3, 2}, 1, 1, 0, 1, 0, 0).first();
    assertThat(first.heads()).containsExactly(Head.SIGMOID, Head.LINEAR, Head.SIGMOID_SQUARED);
    assertThat(source(first, "y").shape()).containsExactly(3, 4, 2);
  }

  @Test
  void idsThatAreNoneAreLeftOutAndOnlyTheForwardPassIsLeft() {
    Sequences first =
        MadeUpFile.of(Dialect.OURS, "vanilla", 4, 3, 4)
            .ids("x", 0, 1, 2)
            .ids("y", 1, 2, 9)
            .numbers("h", 3, 3)
            .numbers("dh", 3, 3)
            .first();
    assertThat(first.arrays()).containsOnlyKeys("x", "h");
    assertThat(first.remarks()).anyMatch(remark -> remark.startsWith("y is (3,) and left out"));
  }

  @Test
  void aTargetOfEveryTimestepMayCountAtTheLastAlone() {
    List<Sequences> all =
        MadeUpFile.of(Dialect.OURS, "vanilla", 4, 3, 4)
            .ids("x", 0, 1, 2)
            .ids("y", 1, 2, 3)
            .meanings();
    assertThat(all).hasSize(2);
    assertThat(source(all.get(1), "loss_mask").values()).containsExactly(0, 0, 1);
  }
}
