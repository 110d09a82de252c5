package dev.backstep.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Vanilla;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * One file of golden numbers, made by an independent implementation and checked against automatic
 * differentiation. Numbers are found by JSON pointer, such as {@code /timesteps/2/dh}.
 */
public record ReferenceCase(String name, JsonNode root) {
  /** Every vanilla RNN among the files. */
  public static Stream<ReferenceCase> all() {
    return Stream.of("a_tiny", "b_v27_h16_t11", "d1_t1_h0zero", "d2_t1_h0nonzero")
        .map(name -> read("rnn_" + name));
  }

  /** Every net with a plain cell among the files: those, and one with relu and with σ. */
  public static Stream<ReferenceCase> plain() {
    return Stream.concat(all(), otherCells());
  }

  /** The nets with relu and with σ. */
  public static Stream<ReferenceCase> otherCells() {
    return Stream.of(read("relu_h0"), read("sigmoid_h0"));
  }

  /** The nets with gates, with and without biases; four are of the layout of PyTorch's cells. */
  public static Stream<ReferenceCase> gated() {
    Stream<ReferenceCase> files =
        Stream.of("lstm", "gru", "gru_cho")
            .flatMap(cell -> Stream.of("_h0", "_zero", "_nobias").map(end -> read(cell + end)));
    Stream<ReferenceCase> stacked =
        Stream.of("lstm_tiny", "lstm_tiny_h0", "gru_tiny", "gru_tiny_h0")
            .map(name -> StackedGates.unstacked(read(name)));
    return Stream.concat(files, stacked);
  }

  /** The file {@code reference/name.json} of the test resources. */
  public static ReferenceCase read(String name) {
    try (InputStream file =
        ReferenceCase.class.getResourceAsStream("/reference/" + name + ".json")) {
      return new ReferenceCase(name, new ObjectMapper().readTree(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Shape shape() {
    return new Shape(net(), root.get("V").intValue(), root.get("H").intValue());
  }

  /** The vanilla net where the file names no other. */
  private Net net() {
    String cell = root.path("cell").asText();
    return Nets.of(cell.equals("gru_cho") ? "gru-reset-before" : cell).orElse(Vanilla.NET);
  }

  public int length() {
    return root.get("T").intValue();
  }

  public int[] inputs() {
    return ids("/inputs");
  }

  public int[] targets() {
    return ids("/targets");
  }

  public double[] h0() {
    return vector("/h0");
  }

  /** All states before the first timestep, one after another. */
  public double[] states() {
    return net().states().stream()
        .flatMapToDouble(state -> Arrays.stream(vector("/" + state + "0")))
        .toArray();
  }

  /** Whether the net has biases; they are 0 where it has not. */
  boolean hasBiases() {
    return root.path("bias").asBoolean(true);
  }

  /** The number of weights that are no biases. */
  int matrices() {
    return (int) net().weights().stream().filter(weight -> !weight.isBias()).count();
  }

  public Parameters parameters() {
    return parameters("/params");
  }

  /** The parameters that stand by name below a pointer. */
  public Parameters parameters(String pointer) {
    Parameters parameters = Parameters.zeros(shape());
    for (String name : parameters.names()) {
      if (!hasBiases() && net().weight(name).isBias()) {
        continue;
      }
      double[] data = parameters.get(name).data;
      double[] entries = vector(pointer + "/" + name);
      if (entries.length != data.length) {
        throw new IllegalStateException(name + " has " + entries.length + " entries");
      }
      System.arraycopy(entries, 0, data, 0, data.length);
    }
    return parameters;
  }

  public boolean has(String pointer) {
    return !root.at(pointer).isMissingNode();
  }

  public double number(String pointer) {
    return found(pointer).doubleValue();
  }

  /** A vector, or a matrix row after row. */
  public double[] vector(String pointer) {
    return entries(found(pointer)).mapToDouble(JsonNode::doubleValue).toArray();
  }

  private int[] ids(String pointer) {
    return entries(found(pointer)).mapToInt(JsonNode::intValue).toArray();
  }

  private static Stream<JsonNode> entries(JsonNode node) {
    Stream.Builder<JsonNode> entries = Stream.builder();
    node.forEach(entries);
    return entries.build().flatMap(entry -> entry.isArray() ? entries(entry) : Stream.of(entry));
  }

  private JsonNode found(String pointer) {
    if (!has(pointer)) {
      throw new IllegalArgumentException(name + " has no " + pointer);
    }
    return root.at(pointer);
  }

  @Override
  public String toString() {
    return name;
  }
}
