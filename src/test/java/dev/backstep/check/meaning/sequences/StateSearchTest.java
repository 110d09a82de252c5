package dev.backstep.check.meaning.sequences;

import static dev.backstep.check.meaning.sequences.MadeUpFile.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.meaning.weights.Dialect;
import java.util.List;
import org.junit.jupiter.api.Test;

/** States before the sequence: in arrays of their own, as one row more, or not at all. */
class StateSearchTest {
  private static MadeUpFile file(Dialect dialect, String cell) {
    return MadeUpFile.of(dialect, cell, 5, 2, 5).ids("x", 0, 1, 2).ids("y", 1, 2, 3);
  }

  @Test
  void zerosAreTheStateBeforeTheSequence() {
    List<Sequences> last =
        file(Dialect.OURS, "vanilla")
            .numbers("s", new int[] {4, 2}, 1, 2, 3, 4, 5, 6, 0, 0)
            .meanings();
    assertThat(source(last.get(0), "h").values()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(source(last.get(0), "h0").name()).isEqualTo("s[-1]");
    assertThat(source(last.get(0), "h0").place().index(0, 1)).isEqualTo("[3, 1]");
    assertThat(last).noneMatch(each -> source(each, "h0").name().equals("s[0]"));
    Sequences first =
        file(Dialect.UVW, "vanilla").numbers("s", new int[] {4, 2}, 0, 0, 1, 2, 3, 4, 5, 6).first();
    assertThat(source(first, "h").name()).isEqualTo("s[1:]");
  }

  @Test
  void aStateThatIsGivenSaysWhichRowIsBeforeTheSequence() {
    Sequences first =
        file(Dialect.MIN_CHAR_RNN, "vanilla")
            .numbers("hprev", new int[] {2, 1}, 1, 2)
            .numbers("hs", new int[] {4, 2, 1}, 1, 2, 3, 4, 5, 6, 7, 8)
            .first();
    assertThat(source(first, "h").values()).containsExactly(3, 4, 5, 6, 7, 8);
    assertThat(source(first, "h0").array()).isEqualTo("hprev");
  }

  @Test
  void whereNothingTellsBothRowsAreTried() {
    List<Sequences> all =
        file(Dialect.UVW, "vanilla")
            .numbers("s", new int[] {4, 2}, 1, 2, 3, 4, 5, 6, 7, 8)
            .meanings();
    assertThat(source(all.get(0), "h0").name()).isEqualTo("s[-1]");
    assertThat(all).anyMatch(each -> source(each, "h0").name().equals("s[0]"));
  }

  @Test
  void bothStatesOfAnLstmMayStandInOneArray() {
    Sequences first =
        MadeUpFile.of(Dialect.D2L, "lstm", 5, 4, 5)
            .whole("X", new int[] {2, 3}, 0, 1, 2, 3, 4, 0)
            .whole("Y", new int[] {2, 3}, 1, 2, 3, 4, 0, 1)
            .numbers("state", 2, 3, 4)
            .first();
    assertThat(source(first, "h0").shape()).containsExactly(3, 4);
    assertThat(source(first, "h0").name()).isEqualTo("state[0]");
    assertThat(source(first, "c0").place().index(2, 3)).isEqualTo("[1, 2, 3]");
  }

  @Test
  void theLastRowIsNoStateBeforeTheSequence() {
    Sequences first =
        file(Dialect.NUMPY_ML, "vanilla")
            .numbers("hs", new int[] {1, 3, 2}, 1, 2, 3, 4, 5, 6)
            .numbers("h", new int[] {1, 2}, 5, 6)
            .first();
    assertThat(first.arrays()).doesNotContainKey("h0");
    assertThat(first.remarks()).contains("h is the state after the sequence, and left out.");
  }

  @Test
  void whatIsCalledAsAnyStateMayBeTheOneBefore() {
    List<Sequences> all = file(Dialect.OURS, "vanilla").numbers("h", 2).meanings();
    assertThat(source(all.get(0), "h0").array()).isEqualTo("h");
    assertThat(all).anyMatch(each -> !each.arrays().containsKey("h0"));
  }

  @Test
  void statesThatAreNotThereAreZeros() {
    Sequences first = file(Dialect.OURS, "lstm").first();
    assertThat(first.remarks())
        .contains("h0 is not supplied and taken as 0.", "c0 is not supplied and taken as 0.");
  }
}
