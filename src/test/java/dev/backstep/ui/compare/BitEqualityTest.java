package dev.backstep.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.net.Cell;
import dev.backstep.trace.Trace;
import dev.backstep.ui.shell.Traces;
import org.junit.jupiter.api.Test;

class BitEqualityTest {
  private final Trace abca = Traces.of("abca");

  @Test
  void theSameSequenceOnTheSameWeightsIsTheSame() {
    assertThat(BitEquality.areSame(abca, Traces.of("abca"))).isTrue();
  }

  @Test
  void anotherLastTargetLeavesTheStatesAndChangesTheirGradients() {
    Trace other = Traces.of("abca", "bcac");

    assertThat(other.values(Cell.H).get(3, 0)).isEqualTo(abca.values(Cell.H).get(3, 0));
    assertThat(BitEquality.areSame(abca, other)).isFalse();
  }

  @Test
  void anotherInputChangesTheStates() {
    assertThat(BitEquality.areSame(abca, Traces.of("abcb"))).isFalse();
  }

  @Test
  void aLongerSequenceIsAnother() {
    assertThat(BitEquality.areSame(abca, Traces.of("abcab"))).isFalse();
  }
}
