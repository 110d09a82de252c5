package dev.backstep.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Input;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nets with other inputs, heads and losses, batches and truncation: every row of every valid
 * timestep and every total of the golden files, within 1e-12.
 */
class GoldenBatchesTest {
  private static final Path FOLDER = Path.of("src/test/resources/reference/nets");
  private static final double CLOSE = 1e-12;

  private static Stream<String> files() throws IOException {
    return Files.list(FOLDER)
        .map(file -> file.getFileName().toString())
        .filter(name -> !name.startsWith("faults_"))
        .sorted();
  }

  @Test
  void everyKindOfNetIsThere() throws IOException {
    assertThat(files().count()).isGreaterThanOrEqualTo(25);
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyRowAndEveryTotalIsRight(String name) throws IOException {
    JsonNode file = new ObjectMapper().readTree(FOLDER.resolve(name).toFile());
    Golden golden = new Golden(file);
    BatchPass pass = BatchPass.of(golden.batch(), BackwardRules.RIGHT);
    golden.compareRows(pass);
    golden.compareTotals(pass);
  }

  /** A golden file as a batch. */
  private record Golden(JsonNode file) {
    Batch batch() {
      Parameters weights = weights();
      List<Example> examples = new ArrayList<>();
      for (JsonNode each : sequences()) {
        examples.add(new Example(weights, data(each, weights.shape()), states(each)));
      }
      return new Batch(examples, truncation());
    }

    private List<JsonNode> sequences() {
      List<JsonNode> all = new ArrayList<>();
      if (file.has("sequences")) {
        file.get("sequences").forEach(all::add);
      } else {
        all.add(file);
      }
      return all;
    }

    private Truncation truncation() {
      JsonNode given = file.get("truncation");
      if (given.isNull()) {
        return Truncation.NONE;
      }
      int k = given.get("k").asInt();
      return given.get("kind").asText().equals("chunks")
          ? Truncation.chunks(k)
          : Truncation.window(k);
    }

    private Net net() {
      String cell = file.get("cell").asText();
      String id =
          cell.equals("tanh") ? "vanilla" : cell.equals("gru_cho") ? "gru-reset-before" : cell;
      Cell of =
          Nets.cells().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
      Input input =
          switch (file.get("input").asText()) {
            case "dense" -> Input.REAL;
            case "embedding" -> Input.EMBEDDED;
            default -> Input.ONE_HOT;
          };
      Head head =
          switch (file.get("head").asText()) {
            case "softmax" -> Head.SOFTMAX;
            case "sigmoid" -> Head.SIGMOID;
            case "linear" -> Head.LINEAR;
            default -> Head.NONE;
          };
      return Nets.of(input, of, head, head != Head.NONE);
    }

    private Parameters weights() {
      int d = file.get("D").asInt();
      int v = Math.max(1, file.get("V").asInt());
      int k = Math.max(1, file.get("K").asInt());
      Shape shape = new Shape(net(), v, d, file.get("H").asInt(), k);
      Parameters parameters = Parameters.zeros(shape);
      file.get("params")
          .properties()
          .forEach(
              each -> {
                double[] entries = flat(each.getValue());
                double[] to = parameters.get(each.getKey()).data;
                assertThat(to).hasSameSizeAs(entries);
                System.arraycopy(entries, 0, to, 0, to.length);
              });
      return parameters;
    }

    private SequenceData data(JsonNode sequence, Shape shape) {
      Net net = shape.net();
      int length = sequence.get("inputs").size();
      Map<Vector, double[][]> given = new HashMap<>();
      int[] inputs = new int[length];
      int[] targets = new int[length];
      double[] weights = new double[length];
      JsonNode steps = sequence.get("timesteps");
      for (int t = 0; t < length; t++) {
        weights[t] = steps.get(t).has("w") ? steps.get(t).get("w").asDouble() : 1;
      }
      if (net.given().contains(Input.X)) {
        given.put(Input.X, rows(sequence.get("inputs"), shape.inputs()));
      } else {
        ids(sequence.get("inputs"), inputs);
      }
      if (net.given().contains(Head.Y)) {
        given.put(Head.Y, rows(sequence.get("targets"), shape.outputs()));
      } else if (sequence.has("targets")) {
        ids(sequence.get("targets"), targets);
      }
      Map<Vector, double[]> beyond = new HashMap<>();
      if (net.given().contains(Head.UPSTREAM)) {
        given.put(Head.UPSTREAM, rows(sequence.get("upstream_dh"), shape.hidden()));
        if (sequence.has("upstream_dc")) {
          beyond.put(Lstm.DC_PREV, flat(sequence.get("upstream_dc")));
        }
      }
      return new SequenceData(inputs, targets, given, weights, beyond);
    }

    private static void ids(JsonNode list, int[] to) {
      for (int t = 0; t < to.length; t++) {
        JsonNode id = list.get(t);
        to[t] = Math.max(0, (id.isArray() ? id.get(0) : id).asInt());
      }
    }

    private static double[][] rows(JsonNode list, int width) {
      double[][] rows = new double[list.size()][];
      for (int t = 0; t < rows.length; t++) {
        rows[t] = list.get(t).isArray() ? flat(list.get(t)) : new double[width];
      }
      return rows;
    }

    private static double[] flat(JsonNode numbers) {
      List<Double> all = new ArrayList<>();
      add(numbers, all);
      return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void add(JsonNode node, List<Double> all) {
      if (node.isArray()) {
        node.forEach(each -> add(each, all));
      } else {
        all.add(node.asDouble());
      }
    }

    private double[] states(JsonNode sequence) {
      List<Double> all = new ArrayList<>();
      net().states().forEach(state -> add(sequence.get(state + "0"), all));
      return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    void compareRows(BatchPass pass) {
      int compared = 0;
      for (int b = 0; b < sequences().size(); b++) {
        JsonNode steps = sequences().get(b).get("timesteps");
        for (int t = 0; t < steps.size(); t++) {
          for (Vector vector : net().vectors()) {
            boolean isThere = steps.get(t).has(vector.name()) && pass.has(vector);
            if (isThere && !vector.equals(Input.X) && !net().given().contains(vector)) {
              assertThat(pass.row(vector, b, t))
                  .as("%s of sequence %d, t = %d", vector, b, t)
                  .containsExactly(flat(steps.get(t).get(vector.name())), within(CLOSE));
              compared++;
            }
          }
        }
      }
      assertThat(compared).isGreaterThan(4 * pass.batch().timesteps());
    }

    void compareTotals(BatchPass pass) {
      JsonNode totals = file.get("total_grads");
      for (String name : net().names()) {
        if (totals.has("d" + name)) {
          assertThat(pass.gradients().get(name).data)
              .as("d" + name)
              .containsExactly(flat(totals.get("d" + name)), within(CLOSE));
        } else {
          assertThat(file.get("params").has(name)).as(name).isFalse();
        }
      }
      for (int b = 0; b < sequences().size(); b++) {
        JsonNode ofSequence = sequences().get(b).get("total_grads");
        for (Vector state : net().states()) {
          assertThat(pass.initialGradient(state, b))
              .as("d%s0", state)
              .containsExactly(flat(ofSequence.get("d" + state + "0")), within(CLOSE));
        }
      }
      String loss = file.has("loss_total") ? "loss_total" : "surrogate_loss";
      if (truncation().kind() == Truncation.Kind.NONE && file.has(loss) && !hasUpstreamDc()) {
        assertThat(pass.totalLoss()).isCloseTo(file.get(loss).asDouble(), within(CLOSE));
      }
    }

    private boolean hasUpstreamDc() {
      return sequences().get(0).has("upstream_dc");
    }
  }
}
