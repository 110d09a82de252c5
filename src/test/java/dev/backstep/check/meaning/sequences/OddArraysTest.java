package dev.backstep.check.meaning.sequences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.check.meaning.source.Source;
import dev.backstep.check.meaning.weights.Dialect;
import dev.backstep.math.NdArray;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Arrays of any shape and any numbers under any of the names that are known. */
class OddArraysTest {
  private static final String[] NAMES = {
    "x",
    "inputs",
    "y",
    "targets",
    "mask",
    "lengths",
    "h0",
    "c0",
    "h",
    "hs",
    "a",
    "c",
    "da",
    "dh",
    "o",
    "ps",
    "e",
    "i",
    "f",
    "g",
    "z",
    "r",
    "n",
    "dx",
    "dh0",
    "da_next",
    "loss",
    "lr",
    "captions",
    "features",
    "W_proj",
    "b_proj",
    "b",
    "d_x",
    "x.grad",
    "state",
    "",
    "/",
    "ü",
    "q",
    "losses"
  };

  private static final double[] ODD = {0, 1, 2, -1, -100, 0.5, 1e300, Double.NaN, -0.0};

  @Test
  void noneIsTooOdd() {
    Random random = new Random(7);
    int read = 0;
    for (int round = 0; round < 150; round++) {
      Dialect dialect = Dialect.values()[random.nextInt(Dialect.values().length)];
      String cell = new String[] {"vanilla", "lstm", "gru", "gru-reset-before"}[round % 4];
      int inputs = 1 + random.nextInt(3);
      MadeUpFile file =
          MadeUpFile.of(dialect, cell, inputs, 1 + random.nextInt(3), random.nextInt(4));
      if (random.nextInt(3) == 0) {
        file.embedding(1 + random.nextInt(4));
      }
      for (String name : NAMES) {
        if (random.nextInt(3) > 0) {
          add(file, name, random);
        }
      }
      for (Sequences each : file.meanings()) {
        read++;
        each.arrays().values().forEach(OddArraysTest::isWhole);
      }
    }
    assertThat(read).isGreaterThan(50);
  }

  private static void add(MadeUpFile file, String name, Random random) {
    int[] shape = random.ints(random.nextInt(5), 0, 4).toArray();
    for (int i = 0; i < shape.length; i++) {
      shape[i] = shape[i] == 0 && random.nextInt(8) > 0 ? 1 : shape[i];
    }
    int kinds = 1 + random.nextInt(ODD.length);
    double[] values =
        random.doubles(NdArray.count(shape)).map(value -> ODD[(int) (value * kinds)]).toArray();
    file.numbers(name, shape, values);
  }

  private static void isWhole(List<Source> sources) {
    for (Source source : sources) {
      assertThat(source.values()).hasSize((int) NdArray.count(source.shape()));
      if (source.values().length > 0) {
        assertThat(source.place().index(new int[source.shape().length])).isNotNull();
      }
    }
  }

  @Test
  void moreTimestepsThanThereIsRoomForAreRefused() {
    MadeUpFile file =
        MadeUpFile.of(Dialect.OURS, "vanilla", 5, 3, 5)
            .ids("x", new int[20_001])
            .ids("y", new int[20_001]);
    assertThatThrownBy(file::meanings)
        .isInstanceOf(TooLongException.class)
        .hasMessage("x has 20001 timesteps; with V = 5 and H = 3 there may be at most 20000");
  }

  @Test
  void weightsThatAreTooLargeAreRefused() {
    MadeUpFile file =
        MadeUpFile.of(Dialect.OURS, "vanilla", 5, 400_000_000, 5).ids("x", 1).ids("y", 1);
    assertThatThrownBy(file::meanings)
        .isInstanceOf(TooLongException.class)
        .hasMessageStartingWith("V = 5 and H = 400000000 are too large; one pass may take at most");
  }
}
