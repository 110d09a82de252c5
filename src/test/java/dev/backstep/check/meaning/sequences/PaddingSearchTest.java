package dev.backstep.check.meaning.sequences;

import static dev.backstep.check.meaning.sequences.MadeUpFile.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.meaning.weights.Dialect;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sequences of 2 and 4 timesteps, padded on either side, and masks that say something else. */
class PaddingSearchTest {
  private static final double[] RIGHT = {1, 1, 0, 0, 1, 1, 1, 1};
  private static final double[] LEFT = {0, 0, 1, 1, 1, 1, 1, 1};

  private static MadeUpFile file(int... x) {
    return MadeUpFile.of(Dialect.OURS, "vanilla", 6, 5, 6).whole("x", new int[] {2, 4}, x);
  }

  private static MadeUpFile right() {
    return file(3, 1, 0, 0, 2, 4, 1, 5);
  }

  private static MadeUpFile left() {
    return file(0, 0, 3, 1, 2, 4, 1, 5);
  }

  private static final int[] TARGETS = {1, 2, 0, 0, 1, 3, 4, 5};

  @Test
  void lengthsSayWhatPaddingIs() {
    Sequences first = right().whole("y", new int[] {2, 4}, TARGETS).ids("lengths", 2, 4).first();
    assertThat(source(first, "steps").values()).containsExactly(RIGHT);
    assertThat(source(first, "loss_mask").values()).containsExactly(RIGHT);
    assertThat(source(first, "steps").place().index(0, 3)).isEqualTo("[0]");
  }

  @Test
  void withLengthsAloneTheInputSaysOnWhichSideItStands() {
    Sequences first =
        left().whole("y", new int[] {2, 4}, 0, 0, 1, 2, 1, 3, 4, 5).ids("lengths", 2, 4).first();
    assertThat(source(first, "steps").values()).containsExactly(LEFT);
  }

  @Test
  void lengthsThatAreAllTSayNothing() {
    Sequences first = right().whole("y", new int[] {2, 4}, TARGETS).ids("lengths", 4, 4).first();
    assertThat(first.arrays()).doesNotContainKeys("steps", "loss_mask");
  }

  @Test
  void aMaskSaysOnWhichSidePaddingStands() {
    Sequences first =
        left()
            .whole("y", new int[] {2, 4}, 0, 0, 1, 2, 1, 3, 4, 5)
            .whole("mask", new int[] {2, 4}, 0, 0, 1, 1, 1, 1, 1, 1)
            .first();
    assertThat(source(first, "steps").values()).containsExactly(LEFT);
    assertThat(source(first, "steps").place().index(0, 3)).isEqualTo("[0, 3]");
    assertThat(first.remarks())
        .contains("mask says which timesteps are padding, which stands on the left.");
  }

  @Test
  void aMaskMayBeOneWhereThereIsPadding() {
    Sequences byName =
        right()
            .whole("y", new int[] {2, 4}, TARGETS)
            .whole("padding_mask", new int[] {2, 4}, 0, 0, 1, 1, 0, 0, 0, 0)
            .first();
    assertThat(source(byName, "steps").values()).containsExactly(RIGHT);
    Sequences byLengths =
        right()
            .whole("y", new int[] {2, 4}, TARGETS)
            .whole("mask", new int[] {2, 4}, 0, 0, 0, 1, 0, 0, 0, 0)
            .ids("lengths", 3, 4)
            .first();
    assertThat(source(byLengths, "steps").values()).containsExactly(1, 1, 1, 0, 1, 1, 1, 1);
  }

  @Test
  void aMaskWithHolesIsOneOfLosses() {
    Sequences first =
        right()
            .whole("y", new int[] {2, 4}, TARGETS)
            .whole("mask", new int[] {2, 4}, 1, 0, 1, 0, 0, 1, 1, 1)
            .first();
    assertThat(first.arrays()).doesNotContainKey("steps");
    assertThat(source(first, "loss_mask").values()).containsExactly(1, 0, 1, 0, 0, 1, 1, 1);
  }

  @Test
  void timestepsAheadOfTheFirstLossAreNoPaddingWhereTheyAreRead() {
    List<Sequences> all =
        file(3, 1, 2, 5, 2, 4, 1, 5)
            .whole("y", new int[] {2, 4}, TARGETS)
            .whole("mask", new int[] {2, 4}, 0, 0, 1, 1, 0, 1, 1, 1)
            .meanings();
    assertThat(all.get(0).arrays()).containsKey("loss_mask").doesNotContainKey("steps");
    assertThat(all).anyMatch(each -> each.arrays().containsKey("steps"));
  }

  @Test
  void targetsThatAreIgnoredSayWhatPaddingIs() {
    Sequences first = right().whole("y", new int[] {2, 4}, 1, 2, -100, -100, 1, 3, 4, 5).first();
    assertThat(source(first, "steps").values()).containsExactly(RIGHT);
    Sequences real =
        MadeUpFile.of(Dialect.OURS, "vanilla", 2, 5, 6)
            .numbers("x", 2, 4, 2)
            .whole("y", new int[] {2, 4}, 1, 2, -100, -100, 1, 3, 4, 5)
            .first();
    assertThat(real.arrays()).containsKey("loss_mask").doesNotContainKey("steps");
  }

  @Test
  void theLastTimestepIsThatOfEachSequence() {
    Sequences first = right().ids("y", 5, 3).ids("lengths", 2, 4).first();
    assertThat(source(first, "loss_mask").values()).containsExactly(0, 1, 0, 0, 0, 0, 0, 1);
    assertThat(source(first, "y").values()[1]).isEqualTo(5);
  }
}
