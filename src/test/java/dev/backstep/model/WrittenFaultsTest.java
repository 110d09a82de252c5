package dev.backstep.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.fault.Fault;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A fault that is written as an equation: what it computes is what that equation says. */
class WrittenFaultsTest {
  private static Stream<Fault> written() {
    return Fault.catalogue().stream().filter(fault -> fault.net().isPresent());
  }

  @Test
  void nearlyHalfOfAllFaultsAreEquations() {
    assertThat(written()).hasSizeGreaterThanOrEqualTo(16);
    assertThat(Fault.NONE.net()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("written")
  void itsRulesComeToTheNumbersOfItsEquation(Fault fault) {
    RandomNet drawn = RandomNet.of(4, 6, 5, 7);
    Net net = fault.net().orElseThrow();
    Parameters gradients = Parameters.zeros(drawn.parameters().shape());
    SequenceBuffers byRules = new SequenceBuffers(drawn.parameters().shape());
    byRules.load(drawn.inputs(), drawn.targets(), drawn.h0());
    Rnn rnn = new Rnn(drawn.parameters().shape(), fault.rules());
    rnn.use(drawn.parameters());
    rnn.forward(byRules);
    rnn.backward(byRules, gradients);

    Shape shape = new Shape(net, 6, 5);
    Parameters ofEquations = Parameters.zeros(shape);
    SequenceBuffers byEquations = new SequenceBuffers(shape);
    byEquations.load(drawn.inputs(), drawn.targets(), drawn.h0());
    DerivedPass pass = new DerivedPass(shape);
    pass.use(drawn.parameters());
    pass.forward(byEquations);
    pass.backward(byEquations, ofEquations);

    for (Vector vector : needed(net)) {
      assertThat(Agreement.entries(byEquations.values(vector)))
          .as(vector.name())
          .containsExactly(Agreement.entries(byRules.values(vector)), within(1e-14));
    }
    for (String name : net.names()) {
      assertThat(ofEquations.get(name).data)
          .as(name)
          .containsExactly(gradients.get(name).data, within(1e-13));
    }
    Parameters right = drawn.gradients();
    boolean isWrong =
        net.names().stream()
            .anyMatch(
                name -> GradientCheck.error(right.get(name).data, ofEquations.get(name).data) > 0);
    assertThat(isWrong).as("another gradient than the right one").isTrue();
  }

  private static List<Vector> needed(Net net) {
    return net.vectors().stream().filter(net::isNeeded).toList();
  }
}
