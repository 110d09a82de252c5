package dev.backstep.fault.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backstep.model.PaddedBatch;
import dev.backstep.model.PaddedBatch.Padded;
import dev.backstep.model.PaddedBatch.Side;
import dev.backstep.model.Parameters;
import dev.backstep.model.SequenceData;
import dev.backstep.model.Shape;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Input;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;

/** The golden files of batches with padding, and of what is wrong in them. */
record GoldenPadding(JsonNode file) {
  private static final Path FOLDER = Path.of("src/test/resources/reference/nets");

  /** Weights of the losses of a sequence of a length. */
  interface Weights {
    double of(int t, int length);
  }

  static GoldenPadding read(String name) {
    return new GoldenPadding(json(name));
  }

  static JsonNode json(String name) {
    try {
      return new ObjectMapper().readTree(FOLDER.resolve(name + ".json").toFile());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  Net net() {
    String cell = file.get("cell").asText();
    String id = cell.equals("tanh") ? "vanilla" : cell;
    Cell of = Nets.cells().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    return Nets.of(Input.ONE_HOT, of, Head.SOFTMAX, true);
  }

  /** The sequences with their padding on a side: id 0 read, and id 0 to predict. */
  PaddedBatch batch(Side side, Weights weights) {
    List<Padded> all = new ArrayList<>();
    int timesteps = file.get("T").asInt();
    for (JsonNode each : file.get("sequences")) {
      int length = each.get("T").asInt();
      int begin = side == Side.LEFT ? timesteps - length : 0;
      int[] inputs = new int[timesteps];
      int[] targets = new int[timesteps];
      double[] ofLosses = new double[timesteps];
      for (int t = 0; t < length; t++) {
        inputs[begin + t] = each.get("inputs").get(t).asInt();
        targets[begin + t] = each.get("targets").get(t).asInt();
        ofLosses[begin + t] = weights.of(t, length);
      }
      double[] states =
          net().states().stream()
              .flatMapToDouble(state -> Arrays.stream(flat(each.get(state + "0"))))
              .toArray();
      SequenceData data = new SequenceData(inputs, targets, Map.of(), ofLosses, Map.of());
      all.add(new Padded(data, length, states));
    }
    return new PaddedBatch(parameters(), all, side);
  }

  private Parameters parameters() {
    int characters = file.get("V").asInt();
    Parameters parameters = Parameters.zeros(new Shape(net(), characters, file.get("H").asInt()));
    for (String name : net().names()) {
      double[] entries = flat(file.get("params").get(name));
      System.arraycopy(entries, 0, parameters.get(name).data, 0, entries.length);
    }
    return parameters;
  }

  /** A vector, or a matrix row after row. */
  static double[] flat(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .flatMapToDouble(
            each ->
                each.isArray() ? Arrays.stream(flat(each)) : DoubleStream.of(each.doubleValue()))
        .toArray();
  }
}
