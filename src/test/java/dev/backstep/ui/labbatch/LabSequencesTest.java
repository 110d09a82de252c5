package dev.backstep.ui.labbatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.model.SequenceData;
import dev.backstep.text.Sequence;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which sequences of a text faults of batches are tried on. */
class LabSequencesTest {
  private static List<Sequence> text(int... lengths) {
    return Arrays.stream(lengths)
        .mapToObj(
            length -> {
              int[] ids = IntStream.rangeClosed(1, length).toArray();
              return new Sequence("a".repeat(length), ids, ids);
            })
        .toList();
  }

  private static List<Integer> lengths(LabSequences three) {
    return three.sequences().stream().map(SequenceData::length).toList();
  }

  @Test
  void theyAreTheFirstWholeOnesOfThreeLengthsThatAreNotLong() {
    LabSequences three = LabSequences.of(text(13, 5, 5, 1, 7, 12, 4));
    assertThat(lengths(three)).containsExactly(5, 7, 12);
    assertThat(three.areCut()).isFalse();
  }

  @Test
  void ofATextWithoutSuchTheyAreBeginnings() {
    LabSequences three = LabSequences.of(text(25, 25, 25));
    assertThat(lengths(three)).containsExactly(12, 8, 4);
    assertThat(three.areCut()).isTrue();
    assertThat(three.sequences().get(2).inputs()).containsExactly(1, 2, 3, 4);
    assertThat(lengths(LabSequences.of(text(4)))).containsExactly(4, 2, 1);
    assertThat(lengths(LabSequences.of(text(1)))).containsExactly(1, 1, 1);
  }
}
