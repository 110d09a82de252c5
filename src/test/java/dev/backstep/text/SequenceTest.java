package dev.backstep.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SequenceTest {
  @Test
  void sequencesWithTheSameContentAreEqualThoughTheirArraysAreNotTheSame() {
    Sequence one = new Sequence("ab", new int[] {1, 2}, new int[] {2, 0});

    assertThat(one)
        .isEqualTo(new Sequence("ab", new int[] {1, 2}, new int[] {2, 0}))
        .hasSameHashCodeAs(new Sequence("ab", new int[] {1, 2}, new int[] {2, 0}))
        .isNotEqualTo(new Sequence("ab", new int[] {1, 2}, new int[] {2, 1}))
        .hasToString("Sequence[\"ab\", T=2]");
  }

  @Test
  void thereMustBeATargetForEachInputAndAtLeastOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sequence("", new int[0], new int[0]))
        .withMessageContaining("0 inputs and 0 targets");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sequence("ab", new int[2], new int[1]))
        .withMessageContaining("2 inputs and 1 targets");
  }
}
