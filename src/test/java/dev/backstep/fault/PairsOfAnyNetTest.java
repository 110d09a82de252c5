package dev.backstep.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.model.Batch;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Input;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any two faults of a net can be made at once. */
class PairsOfAnyNetTest {
  private static Stream<Net> nets() {
    return Nets.cells().stream()
        .map(cell -> Nets.of(Input.EMBEDDED, cell, head(cell), head(cell) != Head.NONE));
  }

  /** Each head with some cell. */
  private static Head head(Cell cell) {
    List<Head> heads = List.of(Head.SOFTMAX, Head.SIGMOID, Head.LINEAR, Head.NONE);
    return heads.get(Nets.cells().indexOf(cell) % heads.size());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("nets")
  void everyPairIsMadeAndItsNumbersAreFinite(Net net) {
    Batch batch = Batch.of(AnyNet.example(net, 2, 3));
    List<Fault> faults = FaultCatalogue.of(net).tried();
    for (Fault one : faults) {
      for (Fault other : faults.subList(faults.indexOf(one) + 1, faults.size())) {
        if (isDivisionByZero(one, other)) {
          continue;
        }
        double[] numbers = AnyNet.numbers(batch, one.with(other));
        assertThat(Arrays.stream(numbers).allMatch(Double::isFinite))
            .as("%s with %s", one, other)
            .isTrue();
      }
    }
  }

  /** The derivative of σ, which is divided by, is 0 where the states are. */
  private static boolean isDivisionByZero(Fault one, Fault other) {
    return one == Fault.STALE_H && other.id().equals("divided-by-derivative");
  }

  @Test
  void eachOfTwoFaultsInDifferentTotalsSpoilsItsOwn() {
    Net net = Nets.of(Input.EMBEDDED, Nets.cells().get(0), Head.SOFTMAX, true);
    Batch batch = AnyNet.batch(net, 4);
    Fault ofBias = FaultCatalogue.named("lost-accumulation-bo", net).orElseThrow();
    Fault ofRows = FaultCatalogue.named("embedding-rows-overwritten", net).orElseThrow();
    double[] both = AnyNet.numbers(batch, ofBias.with(ofRows));
    double[] bias = AnyNet.numbers(batch, ofBias.rules());
    double[] rows = AnyNet.numbers(batch, ofRows.rules());
    double[] right = AnyNet.numbers(batch, dev.backstep.model.BackwardRules.RIGHT);
    for (int i = 0; i < both.length; i++) {
      assertThat(both[i]).isEqualTo(bias[i] != right[i] ? bias[i] : rows[i]);
    }
  }
}
