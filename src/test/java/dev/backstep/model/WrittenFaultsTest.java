package dev.backstep.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultCatalogue;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Vanilla;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A fault that is written as equations: what is computed is what the changed net says. */
class WrittenFaultsTest {
  private static Stream<Arguments> written() {
    return Nets.ALL.stream()
        .flatMap(
            net ->
                FaultCatalogue.of(net).ofRuns().stream()
                    .filter(Fault::isWritten)
                    .map(fault -> Arguments.of(net, fault)));
  }

  @Test
  void halfOfTheFaultsOfPlainCellsAreEquations() {
    List<Fault> faults = FaultCatalogue.of(Vanilla.NET).ofRuns();
    assertThat(faults.stream().filter(Fault::isWritten)).hasSizeGreaterThanOrEqualTo(17);
    assertThat(Fault.NONE.isWritten()).isFalse();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("written")
  void aTrainingPassByTheFaultIsTheRightPassOfTheChangedNet(Net net, Fault fault) {
    Shape shape = new Shape(net, 12, 5);
    RandomNet drawn = RandomNet.gaussian(4, 0.4, shape, 7);
    Net changed = fault.rules().net(net);

    assertThat(changed.rules()).isNotEqualTo(net.rules());
    Parameters wrong = Parameters.zeros(shape);
    SequenceBuffers buffers = run(drawn, new Rnn(shape, fault.rules()), wrong);
    assertThat(buffers.totalLoss()).isFinite();
    assertThat(
            net.names().stream()
                .anyMatch(
                    name ->
                        GradientCheck.error(drawn.gradients().get(name).data, wrong.get(name).data)
                            > 0))
        .as("another gradient than the right one")
        .isTrue();
  }

  private static SequenceBuffers run(RandomNet drawn, Rnn rnn, Parameters gradients) {
    SequenceBuffers buffers = new SequenceBuffers(drawn.parameters().shape());
    buffers.load(drawn.inputs(), drawn.targets(), drawn.h0());
    rnn.use(drawn.parameters());
    rnn.forward(buffers);
    rnn.backward(buffers, gradients);
    return buffers;
  }
}
