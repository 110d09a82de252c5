package dev.backstep.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.Batch;
import dev.backstep.net.Net;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every net that can be put together has its faults, and each of them can be made in it. */
class FaultsOfAnyNetTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.backstep.fault.AnyNet#all")
  void everyFaultOfANetIsMadeInItAndItsNumbersAreFinite(Net net) {
    Batch batch = AnyNet.batch(net, 3);
    double[] right = AnyNet.numbers(batch, BackwardRules.RIGHT);
    assertThat(Arrays.stream(right)).allSatisfy(each -> assertThat(each).isFinite());
    assertThat(Fault.tried(net)).containsAll(Fault.catalogue(net)).hasSizeGreaterThan(20);
    for (Fault fault : Fault.tried(net)) {
      double[] wrong = AnyNet.numbers(batch, fault.rules());
      assertThat(Arrays.stream(wrong)).as(fault.id()).allMatch(Double::isFinite);
    }
  }
}
