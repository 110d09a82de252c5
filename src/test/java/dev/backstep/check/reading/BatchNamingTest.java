package dev.backstep.check.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.meaning.Meaning;
import dev.backstep.check.meaning.Meanings;
import dev.backstep.fault.batch.BatchNames;
import dev.backstep.math.NdArray;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchNamingTest {
  private static final int UNITS = 6;
  private static final int SEQUENCES = 3;
  private static final int TIMESTEPS = 4;

  private final Map<String, NdArray> arrays = new LinkedHashMap<>();

  private void put(String name, double[] values, int... shape) {
    arrays.put(name, NdArray.of(values, shape));
  }

  private void put(String name, int... shape) {
    double[] values = new double[(int) NdArray.count(shape)];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.floorMod(i * 37, 11) / 10.0 - 0.45;
    }
    put(name, values, shape);
  }

  private void putWeights() {
    for (String prefix : new String[] {"", "d"}) {
      put(prefix + "U", 7, UNITS);
      put(prefix + "W", UNITS, UNITS);
      put(prefix + "V", UNITS, 7);
    }
  }

  private BatchNames names(String states) {
    Meaning meant =
        Meanings.of(arrays, Map.of()).stream()
            .filter(meaning -> meaning.source("steps").isPresent())
            .filter(meaning -> meaning.source("x").orElseThrow().shape()[1] == TIMESTEPS)
            .filter(meaning -> meaning.source("h").orElseThrow().name().equals(states))
            .findFirst()
            .orElseThrow();
    return new BatchNaming(meant).names();
  }

  @Test
  void aMaskOfSequencesByTimesteps() {
    putWeights();
    put("inputs", new double[] {1, 2, 3, 4, 5, 6, 0, 0, 1, 3, 2, 0}, SEQUENCES, TIMESTEPS);
    put("targets", new double[] {2, 3, 4, 5, 6, 1, 0, 0, 3, 2, 1, 0}, SEQUENCES, TIMESTEPS);
    put("valid_mask", new double[] {1, 1, 1, 1, 1, 1, 0, 0, 1, 1, 1, 0}, SEQUENCES, TIMESTEPS);
    put("states", SEQUENCES, TIMESTEPS, UNITS);

    assertThat(names("states"))
        .isEqualTo(
            new BatchNames(
                "valid_mask",
                "valid_mask[:, t]",
                1,
                "valid_mask.size",
                "np.sum(valid_mask, axis=1)",
                "np.sum(valid_mask)",
                "states[:, T - 1]",
                "states[np.arange(B), np.sum(valid_mask, axis=1) - 1]",
                "inputs[:, t]"));
  }

  @Test
  void lengthsOfSequencesWhoseTimestepsComeFirst() {
    putWeights();
    put("inputs", new double[] {1, 5, 1, 2, 6, 3, 3, 0, 2, 4, 0, 0}, TIMESTEPS, SEQUENCES);
    put("targets", new double[] {2, 6, 3, 3, 1, 2, 4, 0, 1, 5, 0, 0}, TIMESTEPS, SEQUENCES);
    put("seq_len", new double[] {4, 2, 3}, SEQUENCES);
    put("states", TIMESTEPS + 1, SEQUENCES, UNITS);

    assertThat(names("states[1:]"))
        .isEqualTo(
            new BatchNames(
                "(np.arange(T)[:, None] < seq_len)",
                "(t < seq_len)",
                0,
                "(B * T)",
                "seq_len",
                "np.sum(seq_len)",
                "states[T]",
                "states[seq_len, np.arange(B)]",
                "inputs[t]"));
  }
}
