package dev.backstep.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backstep.fault.evidence.CheckedQuantity;
import dev.backstep.fault.evidence.FaultEffect;
import dev.backstep.fault.evidence.Signature;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.GradientCheck;
import dev.backstep.model.Parameters;
import dev.backstep.model.RandomNet;
import dev.backstep.model.ReferenceCase;
import dev.backstep.model.Rnn;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.model.Shape;
import dev.backstep.net.Axis;
import dev.backstep.net.Gru;
import dev.backstep.net.GruResetBefore;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Notation;
import dev.backstep.net.Weight;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of the faults of gated cells is so: where each is seen first, and what hides it. */
class GatedFaultTextsTest {
  /** Weight gradients that differ by less are right, as in the file. */
  private static final double INVISIBLE = 1e-9;

  /** What hides faults, by its name in the file, and how a net becomes one of the kind. */
  private static final Map<String, UnaryOperator<RandomNet>> CIRCUMSTANCES =
      Map.of(
          "T = 1", net -> cut(net, 1),
          "T = 1, h0 = c0 = 0", net -> cut(net, 1).fromZeros(),
          "T = 2", net -> cut(net, 2),
          "no biases", GatedFaultTextsTest::withoutBiases,
          "W2 symmetric", GatedFaultTextsTest::symmetric);

  private static final Map<String, JsonNode> MEASURED = measured();

  private static Map<String, JsonNode> measured() {
    Map<String, JsonNode> byId = new HashMap<>();
    ReferenceCase.read("faults_gated")
        .root()
        .get("faults")
        .forEach(each -> byId.put(each.get("id").asText(), each));
    return byId;
  }

  static Stream<Arguments> gated() {
    return Stream.of(Lstm.NET, Gru.NET, GruResetBefore.NET)
        .flatMap(
            net -> FaultCatalogue.of(net).ofRuns().stream().map(fault -> Arguments.of(net, fault)));
  }

  private static RandomNet drawn(Net net) {
    return RandomNet.gaussian(6, 0.4, new Shape(net, 12, 16), 8);
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("gated")
  void whatIsWrongFirstIsWhatTheTextSays(Net net, Fault fault) {
    String text = FaultTexts.load().lookFor(fault, Notation.OURS);
    Signature signature =
        Signature.between(FaultTraces.right(drawn(net)), FaultTraces.of(fault, drawn(net)));
    Signature.Place first = signature.firstWrong(FaultEffect.TOLERANCE).orElseThrow();
    if (text.startsWith("The loss")) {
      assertThat(first.judged()).isEqualTo(CheckedQuantity.E);
      return;
    }
    int timestep =
        text.startsWith("The last two timesteps are right")
            ? 5
            : text.startsWith("The last timestep is right") ? 6 : 7;
    assertThat(first.timestep()).as(text).isEqualTo(timestep);
    // What comes from later is said of the vector that it is a part of.
    assertThat(named(text)).as(text).contains(first.judged().symbol().replace("_later", ""));
    assertThat(wrongTotals(signature))
        .containsExactlyInAnyOrderElementsOf(
            StreamSupport.stream(MEASURED.get(fault.id()).get("spoils_totals").spliterator(), false)
                .map(JsonNode::asText)
                .toList());
  }

  /** The names before "is wrong" or "are wrong". */
  private static List<String> named(String text) {
    Matcher names =
        Pattern.compile("^(?:Only |The last[^,]*right, )?(.*?) (?:is|are) wrong").matcher(text);
    assertThat(names.find()).as(text).isTrue();
    return List.of(names.group(1).split(", | and "));
  }

  private static Set<String> wrongTotals(Signature signature) {
    Set<String> wrong = new TreeSet<>();
    signature
        .totals()
        .forEach(
            (name, difference) -> {
              if (FaultEffect.isWrong(difference)) {
                wrong.add(name);
              }
            });
    return wrong;
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("gated")
  void itIsHiddenWhereTheMeasurementsSayAndNowhereElse(Net net, Fault fault) {
    CIRCUMSTANCES.forEach(
        (circumstance, with) -> {
          boolean isHidden =
              StreamSupport.stream(
                      MEASURED.get(fault.id()).get("invisible_in").spliterator(), false)
                  .anyMatch(each -> each.asText().equals(circumstance));
          assertThat(largestError(with.apply(drawn(net)), fault) < INVISIBLE)
              .as("%s hides %s", circumstance, fault)
              .isEqualTo(isHidden);
        });
  }

  private static double largestError(RandomNet net, Fault fault) {
    Parameters right = gradients(net, BackwardRules.RIGHT);
    Parameters wrong = gradients(net, fault.rules());
    return right.names().stream()
        .mapToDouble(name -> GradientCheck.error(right.get(name).data, wrong.get(name).data))
        .max()
        .orElseThrow();
  }

  private static Parameters gradients(RandomNet net, BackwardRules rules) {
    Shape shape = net.parameters().shape();
    SequenceBuffers buffers = new SequenceBuffers(shape);
    buffers.load(net.inputs(), net.targets(), net.h0());
    Rnn rnn = new Rnn(shape, rules);
    rnn.use(net.parameters());
    rnn.forward(buffers);
    Parameters gradients = Parameters.zeros(shape);
    rnn.backward(buffers, gradients);
    return gradients;
  }

  private static RandomNet cut(RandomNet net, int length) {
    return new RandomNet(
        net.parameters(),
        Arrays.copyOf(net.inputs(), length),
        Arrays.copyOf(net.targets(), length),
        net.h0());
  }

  private static RandomNet withoutBiases(RandomNet net) {
    Parameters changed = net.parameters().copy();
    changed.shape().net().weights().stream()
        .filter(Weight::isBias)
        .forEach(bias -> changed.get(bias.name()).zero());
    return new RandomNet(changed, net.inputs(), net.targets(), net.h0());
  }

  private static RandomNet symmetric(RandomNet net) {
    Parameters changed = net.parameters().copy();
    for (Weight weight : changed.shape().net().weights()) {
      double[] entries = changed.get(weight.name()).data;
      int size = changed.shape().hidden();
      for (int k = 0; weight.rows() == Axis.UNITS && k < entries.length; k++) {
        int mirrored = k % size * size + k / size;
        entries[k] = entries[Math.min(k, mirrored)];
      }
    }
    return new RandomNet(changed, net.inputs(), net.targets(), net.h0());
  }
}
