package dev.backstep.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.net.Rule.Group;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told apart in the cells with gates. */
class GatingTest {
  private static List<Net> nets() {
    return Nets.ALL;
  }

  private static List<String> rules(Net net, Phase phase, Group group) {
    return net.rules(phase).stream()
        .filter(rule -> net.group(rule) == group)
        .map(Rule::id)
        .toList();
  }

  @Test
  void theRulesOfAnLstmFallIntoFourGroups() {
    assertThat(rules(Lstm.NET, Phase.FORWARD, Group.GATES))
        .containsExactly("i", "f", "g", "gate_o");
    assertThat(rules(Lstm.NET, Phase.FORWARD, Group.STATE)).containsExactly("c", "h");
    assertThat(rules(Lstm.NET, Phase.FORWARD, Group.OUTPUT)).containsExactly("o");
    assertThat(rules(Lstm.NET, Phase.BACKWARD, Group.GATES))
        .containsExactly("da_i", "da_f", "da_g", "da_o");
    assertThat(rules(Lstm.NET, Phase.BACKWARD, Group.STATE))
        .containsExactly("dh", "dc", "dxt", "dh_prev", "dc_prev");
    assertThat(rules(Lstm.NET, Phase.BACKWARD, Group.OUTPUT)).containsExactly("e");
    assertThat(rules(Lstm.NET, Phase.BACKWARD, Group.WEIGHTS))
        .containsExactly("dw_output", "dw_hidden");
  }

  @Test
  void theGradientOfAStateIsTheWholeAndNotAPart() {
    assertThat(Lstm.NET.gradientOf(Lstm.C)).isEqualTo(Lstm.DC);
    assertThat(Lstm.NET.gradientOf(Cell.H)).isEqualTo(Cell.DH);
    assertThatThrownBy(() -> Lstm.NET.gradientOf(Lstm.F))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("f is no state of the net lstm");
  }

  @ParameterizedTest
  @MethodSource("nets")
  void everyGateIsOfAFamilyAndNoVectorOfTwo(Net net) {
    List<Vector> ofFamilies =
        net.gating().families().stream().flatMap(family -> family.vectors().stream()).toList();
    assertThat(ofFamilies).doesNotHaveDuplicates().isSubsetOf(net.vectors());
    List<Vector> gates =
        net.vectors().stream()
            .filter(vector -> vector.scale() == Scale.GATE)
            .collect(Collectors.toList());
    assertThat(ofFamilies).containsAll(gates);
    net.gating().keeping().ifPresent(keeping -> assertThat(gates).contains(keeping));
    assertThat(net.gating().keeping().isPresent()).isEqualTo(!gates.isEmpty());
    for (Vector state : net.states()) {
      assertThat(net.gradientOf(state).phase()).isEqualTo(Phase.BACKWARD);
    }
  }
}
