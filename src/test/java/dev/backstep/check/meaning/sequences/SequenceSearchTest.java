package dev.backstep.check.meaning.sequences;

import static dev.backstep.check.meaning.sequences.MadeUpFile.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.meaning.source.Source;
import dev.backstep.check.meaning.weights.Dialect;
import dev.backstep.net.Head;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Arrays in the names and shapes of each dialect. */
class SequenceSearchTest {
  /** Each entry is the one that its place says it is. */
  private static void standsWhereItSays(MadeUpFile file, Source source) {
    int[] shape = source.shape();
    int[] index = new int[shape.length];
    for (double value : source.values()) {
      String place = source.place().index(index);
      double[] there = file.get(source.array()).values();
      int found = -1;
      for (int i = 0; i < there.length; i++) {
        if (file.get(source.array()).index(i).equals(place)) {
          found = i;
        }
      }
      assertThat(found).as(source.name() + place).isNotNegative();
      assertThat(there[found]).as(source.name() + place).isEqualTo(value);
      for (int axis = shape.length - 1; axis >= 0 && ++index[axis] == shape[axis]; axis--) {
        index[axis] = 0;
      }
    }
  }

  @Test
  void readsIdsAndStatesOfMinCharRnn() {
    Sequences first =
        MadeUpFile.of(Dialect.MIN_CHAR_RNN, "vanilla", 5, 3, 5)
            .ids("inputs", 4, 0, 2, 2)
            .ids("targets", 0, 2, 2, 1)
            .numbers("hprev", 3, 1)
            .numbers("hs", 4, 3)
            .numbers("loss")
            .first();
    assertThat(first.heads()).containsExactly(Head.SOFTMAX);
    assertThat(source(first, "x").shape()).containsExactly(1, 4);
    assertThat(source(first, "x").values()).containsExactly(4, 0, 2, 2);
    assertThat(source(first, "y").values()).containsExactly(0, 2, 2, 1);
    assertThat(source(first, "h0").shape()).containsExactly(1, 3);
    assertThat(source(first, "h").shape()).containsExactly(1, 4, 3);
    assertThat(source(first, "loss").shape()).isEmpty();
    assertThat(first.arrays()).doesNotContainKeys("steps", "loss_mask");
  }

  @Test
  void readsAxesOfCourseraAndTheGradientThatIsGivenThere() {
    MadeUpFile file =
        MadeUpFile.of(Dialect.COURSERA, "lstm", 2, 3, 1)
            .numbers("x", 2, 5, 4)
            .numbers("a0", 3, 5)
            .numbers("a", 3, 5, 4)
            .numbers("c", 3, 5, 4)
            .numbers("da", 3, 5, 4)
            .numbers("dx", 2, 5, 4)
            .numbers("da0", 3, 5);
    Sequences first = file.first();
    assertThat(first.heads()).containsExactly(Head.NONE);
    assertThat(source(first, "x").shape()).containsExactly(5, 4, 2);
    assertThat(source(first, "upstream_dh").array()).isEqualTo("da");
    assertThat(source(first, "h").array()).isEqualTo("a");
    assertThat(source(first, "dh0").array()).isEqualTo("da0");
    assertThat(source(first, "upstream_dh").place().index(4, 3, 1)).isEqualTo("[1, 4, 3]");
    assertThat(first.arrays()).doesNotContainKeys("dh", "da");
    first.arrays().values().forEach(all -> standsWhereItSays(file, all.get(0)));
  }

  @Test
  void theSameNamesAreResultsWhereThereAreTargets() {
    Sequences first =
        MadeUpFile.of(Dialect.COURSERA, "vanilla", 4, 3, 4)
            .outputGradient()
            .ids("X", -1, 2, 3)
            .ids("Y", 2, 3, 0)
            .numbers("a_prev", 3, 1)
            .numbers("da_next", 3, 1)
            .numbers("loss")
            .first();
    assertThat(first.heads()).containsExactly(Head.SOFTMAX);
    assertThat(source(first, "x").values()).containsExactly(-1, 2, 3);
    assertThat(source(first, "dh0").array()).isEqualTo("da_next");
    assertThat(first.arrays()).doesNotContainKey("upstream_dh");
  }

  @Test
  void readsACellOfOneTimestep() {
    Sequences first =
        MadeUpFile.of(Dialect.COURSERA, "lstm", 2, 3, 0)
            .numbers("xt", 2, 4)
            .numbers("a_prev", 3, 4)
            .numbers("c_prev", 3, 4)
            .numbers("a_next", 3, 4)
            .numbers("c_next", 3, 4)
            .numbers("da_next", 3, 4)
            .numbers("dc_next", 3, 4)
            .numbers("dxt", 2, 4)
            .numbers("da_prev", 3, 4)
            .numbers("dc_prev", 3, 4)
            .first();
    assertThat(source(first, "x").shape()).containsExactly(4, 1, 2);
    assertThat(source(first, "upstream_dh").array()).isEqualTo("da_next");
    assertThat(source(first, "upstream_dc").array()).isEqualTo("dc_next");
    assertThat(source(first, "dh0").array()).isEqualTo("da_prev");
    assertThat(source(first, "dc0").array()).isEqualTo("dc_prev");
    assertThat(source(first, "h").array()).isEqualTo("a_next");
  }

  @Test
  void anInputMayHaveMoreTimestepsThanWhatIsGiven() {
    Sequences first =
        MadeUpFile.of(Dialect.COURSERA, "vanilla", 2, 3, 0)
            .numbers("x", 2, 5, 7)
            .numbers("a0", 3, 5)
            .numbers("a", 3, 5, 7)
            .numbers("da", 3, 5, 4)
            .first();
    assertThat(source(first, "x").shape()).containsExactly(5, 4, 2);
    assertThat(source(first, "h").name()).isEqualTo("a[:, :, :4]");
    assertThat(first.remarks()).contains("x has 7 timesteps, of which the first 4 are read.");
  }

  @Test
  void readsBatchesOfCs231n() {
    Sequences first =
        MadeUpFile.of(Dialect.CS231N, "vanilla", 2, 3, 0)
            .numbers("x", 5, 4, 2)
            .numbers("h0", 5, 3)
            .numbers("dh", 5, 4, 3)
            .numbers("dx", 5, 4, 2)
            .numbers("dh0", 5, 3)
            .first();
    assertThat(first.heads()).containsExactly(Head.NONE);
    assertThat(source(first, "x").shape()).containsExactly(5, 4, 2);
    assertThat(source(first, "upstream_dh").array()).isEqualTo("dh");
    assertThat(source(first, "dxt").array()).isEqualTo("dx");
  }

  @Test
  void captionsAreInputAndTarget() {
    MadeUpFile file =
        MadeUpFile.of(Dialect.CS231N, "vanilla", 2, 3, 6)
            .embedding(6)
            .whole("captions", new int[] {2, 4}, 1, 4, 5, 2, 1, 5, 2, 0);
    Sequences first = file.first();
    assertThat(source(first, "x").values()).containsExactly(1, 4, 5, 1, 5, 2);
    assertThat(source(first, "x").name()).isEqualTo("captions[:, :3]");
    assertThat(source(first, "y").place().index(1, 2)).isEqualTo("[1, 3]");
    assertThat(source(first, "loss_mask").values()).containsExactly(1, 1, 1, 1, 1, 0);
  }

  @Test
  void readsTimeAheadOfTheBatchInD2l() {
    int[] oneHot = new int[3 * 2 * 4];
    int[] ids = {1, 0, 3, 2, 2, 1};
    for (int i = 0; i < ids.length; i++) {
      oneHot[i * 4 + ids[i]] = 1;
    }
    MadeUpFile file =
        MadeUpFile.of(Dialect.D2L, "vanilla", 4, 5, 4)
            .whole("X", new int[] {3, 2, 4}, oneHot)
            .whole("Y", new int[] {3, 2}, 3, 2, 2, 1, 0, 0)
            .numbers("state", 2, 5);
    Sequences first = file.first();
    assertThat(source(first, "x").shape()).containsExactly(2, 3);
    assertThat(source(first, "x").values()).containsExactly(1, 3, 2, 0, 2, 1);
    assertThat(source(first, "y").values()).containsExactly(3, 2, 0, 2, 1, 0);
    assertThat(source(first, "x").place().index(1, 2)).isEqualTo("[2, 1, 1]");
  }

  @Test
  void aSquareBatchIsReadInBothOrders() {
    List<Sequences> meanings =
        MadeUpFile.of(Dialect.PYTORCH, "vanilla", 5, 4, 5)
            .whole("x", new int[] {2, 2}, 0, 1, 2, 3)
            .whole("y", new int[] {2, 2}, 1, 4, 3, 4)
            .meanings();
    List<Sequences> atEveryStep =
        meanings.stream().filter(each -> !each.arrays().containsKey("loss_mask")).toList();
    assertThat(atEveryStep).hasSize(2);
    assertThat(source(atEveryStep.get(0), "x").values()).containsExactly(0, 1, 2, 3);
    assertThat(source(atEveryStep.get(1), "x").values()).containsExactly(0, 2, 1, 3);
    assertThat(source(atEveryStep.get(1), "y").values()).containsExactly(1, 3, 4, 4);
  }

  @Test
  void readsTheDigitsOfAnAdditionFromTheRight() {
    MadeUpFile file =
        MadeUpFile.of(Dialect.SYNAPSES, "sigmoid", 2, 3, 1)
            .ids("a", 0, 0, 1)
            .ids("b", 0, 1, 1)
            .ids("c", 1, 0, 0)
            .numbers("layer_1_values", 4, 3);
    Sequences first = file.first();
    assertThat(first.heads()).containsExactly(Head.SIGMOID_SQUARED, Head.SIGMOID, Head.LINEAR);
    assertThat(source(first, "x").values()).containsExactly(1, 1, 0, 1, 0, 0);
    assertThat(source(first, "y").values()).containsExactly(0, 0, 1);
    assertThat(source(first, "y").place().index(0, 2, 0)).isEqualTo("[0]");
    assertThat(source(first, "h0").name()).isEqualTo("layer_1_values[0]");
  }

  @Test
  void namesThatWereNeverSeenAreReadByShape() {
    Sequences first =
        MadeUpFile.of(Dialect.UNKNOWN, "vanilla", 5, 3, 5)
            .ids("numbers_out", 1, 2, 3)
            .ids("numbers_in", 0, 1, 2)
            .first();
    assertThat(source(first, "x").array()).isEqualTo("numbers_in");
    assertThat(source(first, "y").array()).isEqualTo("numbers_out");
  }

  @Test
  void whatIsMappedOverrulesWhatNamesSay() {
    Sequences first =
        MadeUpFile.of(Dialect.MIN_CHAR_RNN, "vanilla", 5, 3, 5)
            .ids("inputs", 0, 1, 2)
            .ids("targets", 1, 2, 3)
            .ids("q", 4, 4, 4)
            .map("x", "q")
            .map("y", "inputs")
            .first();
    assertThat(source(first, "x").array()).isEqualTo("q");
    assertThat(source(first, "y").array()).isEqualTo("inputs");
  }

  @Test
  void variablesOfTheLastPassOfALoopAreLeftOutWithARemark() {
    Sequences first =
        MadeUpFile.of(Dialect.MIN_CHAR_RNN, "vanilla", 5, 3, 5)
            .ids("inputs", 0, 1, 2, 3)
            .ids("targets", 1, 2, 3, 4)
            .numbers("dh", 3, 1)
            .numbers("dhnext", 3, 1)
            .first();
    assertThat(first.arrays()).doesNotContainKeys("dh", "dh0", "dh_prev");
    assertThat(first.remarks())
        .anyMatch(remark -> remark.startsWith("dh is (3, 1) and left out"))
        .anyMatch(remark -> remark.startsWith("dhnext is (3, 1) and left out"));
  }

  @Test
  void withoutAnInputThereIsNothing() {
    assertThat(MadeUpFile.of(Dialect.OURS, "vanilla", 5, 3, 5).numbers("h", 4, 3).meanings())
        .isEmpty();
  }

  @Test
  void theStateMayBeMadeOfTheFeaturesOfAPicture() {
    Sequences first =
        MadeUpFile.of(Dialect.CS231N, "vanilla", 2, 2, 6)
            .embedding(6)
            .whole("captions", new int[] {1, 4}, 1, 4, 5, 2)
            .numbers("features", new int[] {1, 3}, 1, 2.5, 3)
            .numbers("W_proj", new int[] {3, 2}, 1, 0, 0, 1, 1, 1)
            .numbers("b_proj", new int[] {2}, 0.5, 0.25)
            .first();
    assertThat(source(first, "h0").values()).containsExactly(4.5, 5.75);
  }

  @Test
  void anInputThatIsOneLongerHasTheLastTarget() {
    Sequences first =
        MadeUpFile.of(Dialect.MIN_CHAR_RNN, "vanilla", 5, 3, 5)
            .ids("x", 0, 1, 2, 3)
            .ids("y", 1, 2, 3)
            .first();
    assertThat(source(first, "x").name()).isEqualTo("x[:3]");
    assertThat(source(first, "y").values()).containsExactly(1, 2, 3);
  }

  @Test
  void charactersAreThoseOfTheIds() {
    Sequences first =
        MadeUpFile.of(Dialect.OURS, "vanilla", 3, 2, 3)
            .ids("x", 0, 1)
            .ids("y", 1, 2)
            .characters("chars", "ab\u0000")
            .first();
    assertThat(first.characters()).containsExactly("a", "b", "");
  }
}
