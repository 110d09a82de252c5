package dev.backstep.check.meaning.sequences;

import static dev.backstep.check.meaning.sequences.MadeUpFile.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.meaning.weights.Dialect;
import org.junit.jupiter.api.Test;

/** Rows of every timestep, by the names that programs have for them. */
class RowSearchTest {
  private static MadeUpFile file(Dialect dialect, String cell) {
    return MadeUpFile.of(dialect, cell, 4, 3, 4).ids("x", 0, 1).ids("y", 1, 2);
  }

  @Test
  void gatesHaveNamesOfTheirOwnInEachProgram() {
    for (String names : new String[] {"i_s f_s g_s o_s", "it ft cct ot", "I F c_bar gate_o"}) {
      String[] each = names.split(" ");
      Sequences first =
          file(Dialect.ONE_MATRIX, "lstm")
              .numbers(each[0], 2, 3)
              .numbers(each[1], 2, 3)
              .numbers(each[2], 2, 3)
              .numbers(each[3], 2, 3)
              .numbers("outputs", new int[] {2, 4}, .1, .2, .3, .4, .4, .3, .2, .1)
              .first();
      assertThat(source(first, "i").array()).isEqualTo(each[0]);
      assertThat(source(first, "f").array()).isEqualTo(each[1]);
      assertThat(source(first, "g").array()).isEqualTo(each[2]);
      assertThat(source(first, "gate_o").array()).isEqualTo(each[3]);
      assertThat(source(first, "o").array()).isEqualTo("outputs");
    }
  }

  @Test
  void whereKIsHTheNumbersSayWhetherOIsTheOutputOrTheGate() {
    MadeUpFile file =
        MadeUpFile.of(Dialect.OURS, "lstm", 4, 2, 2).ids("x", 0, 1, 2).ids("y", 1, 0, 0);
    assertThat(file.numbers("o", new int[] {3, 2}, .5, .5, .25, .75, 1, 0).first().arrays())
        .containsKey("o")
        .doesNotContainKey("gate_o");
    assertThat(file.numbers("o", new int[] {3, 2}, .5, .9, .25, .7, 1, 0).first().arrays())
        .containsKey("gate_o")
        .doesNotContainKey("o");
  }

  @Test
  void whereKIsNotHTheShapeSaysIt() {
    Sequences first =
        MadeUpFile.of(Dialect.OURS, "lstm", 2, 3, 1)
            .numbers("x", 4, 2)
            .numbers("y", 4, 1)
            .numbers("o", 4, 1)
            .numbers("gate_o", 4, 3)
            .first();
    assertThat(source(first, "o").array()).isEqualTo("o");
    assertThat(source(first, "gate_o").array()).isEqualTo("gate_o");
  }

  @Test
  void gradientsOfTheLibraryAreCalledAsWhatTheyAreOf() {
    Sequences first =
        MadeUpFile.of(Dialect.PYTORCH, "vanilla", 2, 3, 4)
            .numbers("x", 5, 6, 2)
            .whole("y", new int[] {5, 6}, new int[30])
            .numbers("h0", 1, 5, 3)
            .numbers("out", 5, 6, 3)
            .numbers("x.grad", 5, 6, 2)
            .numbers("h0.grad", 1, 5, 3)
            .numbers("out.grad", 5, 6, 3)
            .first();
    assertThat(source(first, "h").array()).isEqualTo("out");
    assertThat(source(first, "dxt").array()).isEqualTo("x.grad");
    assertThat(source(first, "dh0").array()).isEqualTo("h0.grad");
    assertThat(source(first, "dh_from_output").array()).isEqualTo("out.grad");
  }

  @Test
  void thePreActivationIsReadForEachCellThatItMayBeOf() {
    Sequences first = file(Dialect.MIN_CHAR_RNN, "vanilla").numbers("dhraw", 2, 3).first();
    assertThat(source(first, "dtanh").array()).isEqualTo("dhraw");
  }

  @Test
  void anOutputThatIsLessItsTargetIsTheError() {
    Sequences first =
        file(Dialect.MIN_CHAR_RNN, "vanilla")
            .numbers("ps", new int[] {2, 4}, .1, -.7, .3, .3, .2, .2, -.6, .2)
            .first();
    assertThat(source(first, "e").array()).isEqualTo("ps");
    assertThat(first.arrays()).doesNotContainKey("o");
    assertThat(first.remarks()).anyMatch(remark -> remark.contains("subtracted in place"));
  }

  @Test
  void whatTheSoftmaxIsMadeOfIsLeftOut() {
    Sequences first = file(Dialect.PYTORCH, "vanilla").numbers("output", 2, 4).first();
    assertThat(first.arrays()).doesNotContainKey("o");
    assertThat(first.remarks()).anyMatch(remark -> remark.startsWith("output is (2, 4) and left"));
  }

  @Test
  void lossesMayStandForEachTimestep() {
    assertThat(source(file(Dialect.OURS, "vanilla").numbers("losses", 2).first(), "loss").shape())
        .containsExactly(1, 2);
    assertThat(source(file(Dialect.OURS, "vanilla").numbers("J", 1, 1).first(), "loss").shape())
        .isEmpty();
    assertThat(source(file(Dialect.OURS, "vanilla").numbers("eta").first(), "lr").shape())
        .isEmpty();
  }
}
