package dev.backstep.fault;

import static dev.backstep.model.Agreement.TOLERANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backstep.model.Parameters;
import dev.backstep.model.ReferenceCase;
import dev.backstep.model.Rnn;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.model.Shape;
import dev.backstep.net.Gru;
import dev.backstep.net.GruResetBefore;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The wrong gradients of gated cells of an independent implementation, within 1e-12: what its file
 * of a fault does not have is as in the file of the right net.
 */
class GoldenGatedFaultsTest {
  /** A net, the file of its right numbers, and those of its faults. */
  private record Files(Net net, String right, List<String> wrong) {
    Stream<Arguments> faults() {
      return wrong.stream()
          .flatMap(
              file ->
                  names(ReferenceCase.read(file).root().get("faults"))
                      .map(id -> Arguments.of(id, net, right, file)));
    }
  }

  private static final List<Files> FILES =
      List.of(
          new Files(Lstm.NET, "lstm_h0", List.of("faults_lstm", "faults_lstm_more")),
          new Files(Gru.NET, "gru_h0", List.of("faults_gru")),
          new Files(GruResetBefore.NET, "gru_cho_h0", List.of("faults_gru_cho")));

  private static Stream<Arguments> faults() {
    return FILES.stream().flatMap(Files::faults);
  }

  private static Stream<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names.stream();
  }

  @Test
  void theCatalogueOfACellIsThatOfItsFiles() {
    for (Files files : FILES) {
      assertThat(FaultCatalogue.of(files.net()).ofRuns())
          .extracting(Fault::id)
          .containsExactlyInAnyOrderElementsOf(
              files.faults().map(arguments -> (String) arguments.get()[0]).toList());
    }
    assertThat(FILES.stream().map(files -> FaultCatalogue.of(files.net()).ofRuns().size()))
        .containsExactly(32, 19, 15);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void everyTotalAndRowIsThatOfTheFiles(String id, Net net, String right, String file) {
    JsonNode base = ReferenceCase.read(right).root();
    JsonNode wrong = ReferenceCase.read(file).root().get("faults").get(id);
    Fault fault = FaultCatalogue.named(id, net).orElseThrow();
    Run run = new Run(net, base, fault);

    for (String name : net.names()) {
      assertThat(run.gradients.get(name).data)
          .as("d" + name)
          .containsExactly(either("d" + name, "total_grads", wrong, base), within(TOLERANCE));
    }
    for (Vector state : net.states()) {
      String initial = "d" + state + "0";
      assertThat(run.rnn.initialGradient(run.buffers, state))
          .as(initial)
          .containsExactly(either(initial, "total_grads", wrong, base), within(TOLERANCE));
    }
    for (Vector vector : net.vectors()) {
      for (int t = 0; vector.phase() == Phase.BACKWARD && t < run.buffers.length(); t++) {
        assertThat(run.row(vector, t))
            .as("%s at %d", vector, t)
            .containsExactly(either(vector.name(), "timesteps", wrong, base, t), within(TOLERANCE));
      }
    }
    JsonNode hidden = (wrong.has("hidden") ? wrong : base).get("hidden");
    for (int t = 0; t < run.buffers.length(); t++) {
      assertThat(run.buffers.h(t)).containsExactly(numbers(hidden.get(t)), within(TOLERANCE));
    }
    double loss = (wrong.has("loss_total") ? wrong : base).get("loss_total").doubleValue();
    assertThat(run.buffers.totalLoss()).isCloseTo(loss, within(TOLERANCE));
  }

  private static double[] either(String name, String in, JsonNode wrong, JsonNode base) {
    JsonNode found = wrong.get(in).get(name);
    return numbers(found == null ? base.get(in).get(name) : found);
  }

  private static double[] either(String name, String in, JsonNode wrong, JsonNode base, int t) {
    JsonNode found = wrong.path(in).path(t).path(name);
    return numbers(found.isMissingNode() ? base.get(in).get(t).get(name) : found);
  }

  /** A vector, or a matrix row after row. */
  private static double[] numbers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .flatMapToDouble(
            each ->
                each.isArray() ? Arrays.stream(numbers(each)) : DoubleStream.of(each.doubleValue()))
        .toArray();
  }

  /** A pass over the sequence of a file by the rules of a fault. */
  private static final class Run {
    private final Rnn rnn;
    private final Parameters gradients;
    private final SequenceBuffers buffers;

    Run(Net net, JsonNode base, Fault fault) {
      Shape shape = new Shape(net, base.get("V").intValue(), base.get("H").intValue());
      Parameters weights = Parameters.zeros(shape);
      for (String name : net.names()) {
        double[] entries = numbers(base.get("params").get(name));
        System.arraycopy(entries, 0, weights.get(name).data, 0, entries.length);
      }
      double[] states =
          net.states().stream()
              .flatMapToDouble(state -> Arrays.stream(numbers(base.get(state + "0"))))
              .toArray();
      rnn = new Rnn(shape, fault.rules());
      gradients = Parameters.zeros(shape);
      buffers = new SequenceBuffers(shape);
      buffers.load(ids(base.get("inputs")), ids(base.get("targets")), states);
      rnn.use(weights);
      rnn.forward(buffers);
      rnn.backward(buffers, gradients);
    }

    private static int[] ids(JsonNode array) {
      return IntStream.range(0, array.size()).map(t -> array.get(t).intValue()).toArray();
    }

    double[] row(Vector vector, int t) {
      if (buffers.has(vector)) {
        return buffers.row(vector, t);
      }
      double[] dxt = new double[rnn.shape().vocabulary()];
      rnn.inputGradient(buffers, t, dxt);
      return dxt;
    }
  }
}
