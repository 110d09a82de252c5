package dev.backstep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backstep.model.Parameters;
import dev.backstep.model.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/** A file of numbers that an independent implementation made. */
public record ReferenceFile(JsonNode json) {
  public static ReferenceFile read(String name) {
    try (InputStream in = ReferenceFile.class.getResourceAsStream("/reference/" + name)) {
      return new ReferenceFile(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Shape shape() {
    return new Shape(json.get("V").asInt(), json.get("H").asInt());
  }

  public int[] ints(String field) {
    JsonNode array = json.get(field);
    return IntStream.range(0, array.size()).map(i -> array.get(i).asInt()).toArray();
  }

  public double[] doubles(String field) {
    return doubles(json.get(field));
  }

  public static double[] doubles(JsonNode array) {
    return IntStream.range(0, array.size()).mapToDouble(i -> array.get(i).asDouble()).toArray();
  }

  /** The parameters that a node holds by name: matrices as arrays of rows, biases as arrays. */
  public Parameters parameters(JsonNode byName) {
    Parameters parameters = Parameters.zeros(shape());
    for (String name : Parameters.NAMES) {
      DMatrixRMaj matrix = parameters.get(name);
      JsonNode rows = byName.get(name);
      for (int i = 0; i < matrix.numRows; i++) {
        JsonNode row = rows.get(0).isArray() ? rows.get(i) : rows;
        System.arraycopy(doubles(row), 0, matrix.data, i * matrix.numCols, matrix.numCols);
      }
    }
    return parameters;
  }
}
