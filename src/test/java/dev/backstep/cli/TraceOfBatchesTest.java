package dev.backstep.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backstep.io.array.ArrayFile;
import dev.backstep.math.NdArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code backstep trace} of real inputs, embeddings, other heads, batches with padding, losses with
 * weights and truncation: every row and total of the golden files within 1e-12.
 */
class TraceOfBatchesTest {
  private static final Path FOLDER = Path.of("src/test/resources/reference/nets");
  private static final double CLOSE = 1e-12;
  private static final Map<String, String> CELLS =
      Map.of("tanh", "vanilla", "gru_cho", "gru-reset-before");

  @TempDir private Path folder;

  private static Stream<String> files() throws IOException {
    try (Stream<Path> all = Files.list(FOLDER)) {
      return all
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("faults_"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyRowAndTotalIsWritten(String name) throws Exception {
    Golden golden = Golden.read(name);
    List<String> options = new ArrayList<>(List.of("--cell", golden.cell()));
    if (golden.isOneOf("head", "linear", "sigmoid")) {
      options.addAll(List.of("--head", golden.file().get("head").asText()));
    }
    golden.truncation().ifPresent(each -> options.addAll(List.of("--truncate", each)));
    Map<String, NdArray> written = trace(golden.arrays(), options.toArray());
    int compared = 0;
    for (int b = 0; b < golden.sequences().size(); b++) {
      JsonNode steps = golden.sequences().get(b).get("timesteps");
      for (int t = 0; t < steps.size(); t++) {
        compared += golden.compare(steps.get(t), written, b, golden.begin(b) + t);
      }
    }
    assertThat(compared).isGreaterThan(5 * golden.timesteps());
    golden
        .file()
        .get("total_grads")
        .properties()
        .forEach(
            total ->
                assertThat(written.get(total.getKey()).values())
                    .as(total.getKey())
                    .containsExactly(flat(total.getValue()), within(CLOSE)));
    if (golden.file().has("dh_by_loss")) {
      assertThat(written.get("dh_by_loss").values())
          .containsExactly(flat(golden.file().get("dh_by_loss")), within(CLOSE));
    }
  }

  @Test
  void theLossOfOneTimestepAloneIsCounted() throws Exception {
    Golden golden = Golden.read("tanh_last.json");
    Map<String, NdArray> arrays = golden.arrays();
    Map<String, NdArray> byWeights = trace(arrays);
    assertThat(arrays.remove("w")).isNotNull();
    for (int at : new int[] {-1, 5}) {
      Map<String, NdArray> only = trace(arrays, "--loss-at", at);
      assertThat(only.get("dW2").values()).containsExactly(byWeights.get("dW2").values());
      assertThat(only.get("w").values()).containsExactly(0, 0, 0, 0, 0, 1);
    }
    assertThat(trace(arrays, "--loss-at", 2).get("dh").values())
        .isNotEqualTo(byWeights.get("dh").values());
  }

  @Test
  void sequencesOfEqualLengthNeedNeitherLengthsNorAMask() throws Exception {
    Map<String, NdArray> arrays = weights(5, 3);
    arrays.put("x", NdArray.of(new double[] {1, 2, 3, 4, 2, 0}, 2, 3));
    arrays.put("y", NdArray.of(new double[] {2, 3, 0, 2, 0, 4}, 2, 3));
    Map<String, NdArray> equal = trace(arrays);
    arrays.put("lengths", NdArray.of(new double[] {3, 3}, 2));
    Map<String, NdArray> said = trace(arrays);
    assertThat(equal.get("dh").shape()).containsExactly(2, 3, 3);
    assertThat(equal.get("dW2").values()).containsExactly(said.get("dW2").values());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--truncate | window:0 | must be none, chunks:K or window:K",
        "--truncate | 3 | must be none, chunks:K or window:K",
        "--head | tanh | softmax, sigmoid, sigmoid-squared, linear, none",
        "--loss-at | 6 | a sequence has 6 timesteps; it must be from -6 to 5",
      })
  void whatIsNotPossibleIsRefusedInASentence(String option, String value, String said)
      throws Exception {
    CommandCall call = call(Golden.read("tanh_last.json").arrays(), option, value);
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err().get(0)).contains(option + " is ").contains(said);
    assertThat(folder.resolve("out.npz")).doesNotExist();
  }

  /** Those of a plain net, which differ from one another. */
  private static Map<String, NdArray> weights(int v, int h) {
    Map<String, NdArray> weights = new LinkedHashMap<>();
    weights.put("W1", numbers(v, h));
    weights.put("W2", numbers(h, h));
    weights.put("W3", numbers(v, h));
    weights.put("bh", numbers(1, h));
    weights.put("bo", numbers(1, v));
    return weights;
  }

  private static NdArray numbers(int rows, int cols) {
    double[] numbers = new double[rows * cols];
    Arrays.setAll(numbers, i -> ((7 * i) % 11 - 5) / 10.0);
    return NdArray.of(numbers, rows, cols);
  }

  private Map<String, NdArray> trace(Map<String, NdArray> arrays, Object... options)
      throws Exception {
    CommandCall call = call(arrays, options);
    assertThat(call.err()).isEmpty();
    assertThat(call.code()).isZero();
    return ArrayFile.read(folder.resolve("out.npz"));
  }

  private CommandCall call(Map<String, NdArray> arrays, Object... options) throws Exception {
    Path params = folder.resolve("mine.npz");
    Files.write(params, ArrayFile.npz(arrays));
    Stream<Object> begin =
        Stream.of("trace", "--params", params, "--out", folder.resolve("out.npz"));
    return CommandCall.of(Stream.concat(begin, Stream.of(options)).toArray());
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

  /** A golden file, as arrays that a program saves. */
  private record Golden(JsonNode file) {
    static Golden read(String name) throws IOException {
      return new Golden(new ObjectMapper().readTree(FOLDER.resolve(name).toFile()));
    }

    String cell() {
      String cell = file.get("cell").asText();
      return CELLS.getOrDefault(cell, cell);
    }

    boolean isOneOf(String key, String... values) {
      return List.of(values).contains(file.get(key).asText());
    }

    Optional<String> truncation() {
      JsonNode given = file.get("truncation");
      return given.isNull()
          ? Optional.empty()
          : Optional.of(given.get("kind").asText() + ":" + given.get("k").asInt());
    }

    List<JsonNode> sequences() {
      List<JsonNode> all = new ArrayList<>();
      if (file.has("sequences")) {
        file.get("sequences").forEach(all::add);
      } else {
        all.add(file);
      }
      return all;
    }

    int timesteps() {
      return sequences().stream().mapToInt(each -> each.get("inputs").size()).max().orElseThrow();
    }

    int begin(int b) {
      boolean isLeft = file.has("pad_side") && isOneOf("pad_side", "left");
      return isLeft ? timesteps() - sequences().get(b).get("inputs").size() : 0;
    }

    Map<String, NdArray> arrays() {
      Map<String, NdArray> arrays = new LinkedHashMap<>();
      file.get("params")
          .properties()
          .forEach(each -> arrays.put(each.getKey(), array(each.getValue())));
      arrays.put("x", padded("inputs", !isOneOf("input", "dense")));
      if (isOneOf("head", "none")) {
        arrays.put("upstream_dh", padded("upstream_dh", false));
      } else {
        arrays.put("y", padded("targets", isOneOf("head", "softmax")));
        arrays.put("w", weights());
      }
      for (String state : List.of("h0", "c0", "upstream_dc")) {
        if (sequences().get(0).hasNonNull(state)) {
          double[] values =
              sequences().stream()
                  .flatMapToDouble(each -> Arrays.stream(flat(each.get(state))))
                  .toArray();
          arrays.put(state, of(values, sequences().size(), file.get("H").asInt()));
        }
      }
      if (file.has("sequences")) {
        arrays.put("mask", of(flat(file.get("mask")), sequences().size(), timesteps()));
      }
      return arrays;
    }

    /** Without the axis of the sequences where there is one. */
    private NdArray of(double[] values, int... shape) {
      boolean isOne = !file.has("sequences");
      return NdArray.of(values, isOne ? Arrays.copyOfRange(shape, 1, shape.length) : shape);
    }

    private static NdArray array(JsonNode numbers) {
      double[] values = flat(numbers);
      int rows = numbers.size();
      return numbers.get(0).isArray()
          ? NdArray.of(values, rows, values.length / rows)
          : NdArray.of(values, rows);
    }

    private NdArray padded(String key, boolean isIds) {
      JsonNode first = sequences().get(0).get(key).get(0);
      int width = first.isArray() ? first.size() : 0;
      int size = Math.max(1, width);
      double[] values = new double[sequences().size() * timesteps() * size];
      for (int b = 0; b < sequences().size(); b++) {
        double[] own = flat(sequences().get(b).get(key));
        System.arraycopy(own, 0, values, (b * timesteps() + begin(b)) * size, own.length);
      }
      NdArray array =
          width == 0
              ? of(values, sequences().size(), timesteps())
              : of(values, sequences().size(), timesteps(), width);
      return isIds ? new NdArray(NdArray.Kind.INTEGER, array.shape(), values) : array;
    }

    private NdArray weights() {
      double[] values = new double[sequences().size() * timesteps()];
      for (int b = 0; b < sequences().size(); b++) {
        JsonNode steps = sequences().get(b).get("timesteps");
        for (int t = 0; t < steps.size(); t++) {
          JsonNode weight = steps.get(t).get("w");
          values[b * timesteps() + begin(b) + t] = weight == null ? 1 : weight.asDouble();
        }
      }
      return of(values, sequences().size(), timesteps());
    }

    /** How many rows of a timestep were compared. */
    int compare(JsonNode step, Map<String, NdArray> written, int b, int column) {
      int compared = 0;
      for (Map.Entry<String, JsonNode> row : step.properties()) {
        boolean isGiven = List.of("x", "y", "upstream_dh").contains(row.getKey());
        if (row.getValue().isArray() && !isGiven) {
          NdArray all = written.get(row.getKey());
          assertThat(all).as(row.getKey()).isNotNull();
          int width = all.shape()[all.shape().length - 1];
          int from = (b * timesteps() + column) * width;
          assertThat(Arrays.copyOfRange(all.values(), from, from + width))
              .as("%s of sequence %d in column %d", row.getKey(), b, column)
              .containsExactly(flat(row.getValue()), within(CLOSE));
          compared++;
        }
      }
      return compared;
    }
  }
}
