package dev.backstep.check.printed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backstep.math.NdArray;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What an independent program in NumPy computed of the notebook's inputs, and how it is printed.
 */
public record PrintedReference(JsonNode of) {
  /** The functions of the file. */
  public static List<PrintedReference> all() {
    try (InputStream in =
        PrintedReference.class.getResourceAsStream("/reference/coursera_printed.json")) {
      JsonNode functions = new ObjectMapper().readTree(in).get("functions");
      return StreamSupport.stream(functions.spliterator(), false)
          .map(PrintedReference::new)
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The numbers of a function. */
  public static PrintedReference of(NotebookFunction function) {
    return all().stream().filter(each -> each.function() == function).findFirst().orElseThrow();
  }

  NotebookFunction function() {
    return Arrays.stream(NotebookFunction.values())
        .filter(function -> function.title().equals(of.get("function").asText()))
        .findFirst()
        .orElseThrow();
  }

  /** The ids of the faults of which it has numbers. */
  Stream<String> faults() {
    List<String> ids = new ArrayList<>();
    of.get("faults").fieldNames().forEachRemaining(ids::add);
    return ids.stream();
  }

  public double[] right() {
    return numbers(of.get("right"));
  }

  public double[] published() {
    return numbers(of.get("published"));
  }

  public double[] with(String fault) {
    return numbers(of.get("faults").get(fault));
  }

  static double[] numbers(JsonNode node) {
    List<Double> all = new ArrayList<>();
    add(node, all);
    return all.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void add(JsonNode node, List<Double> all) {
    if (node.isArray()) {
      node.forEach(each -> add(each, all));
    } else {
      all.add(node.asDouble());
    }
  }

  /** The arrays that the function is called with. */
  Map<String, NdArray> inputs() {
    Map<String, NdArray> inputs = new LinkedHashMap<>();
    of.get("inputs")
        .properties()
        .forEach(
            each -> {
              List<Integer> sizes = new ArrayList<>();
              for (JsonNode node = each.getValue(); node.isArray(); node = node.get(0)) {
                sizes.add(node.size());
              }
              inputs.put(
                  each.getKey(),
                  NdArray.of(
                      numbers(each.getValue()),
                      sizes.stream().mapToInt(Integer::intValue).toArray()));
            });
    return inputs;
  }

  /**
   * The lines that the notebook prints: NumPy writes arrays with eight decimals, and single numbers
   * with all their digits.
   */
  public String printed(double[] numbers) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (JsonNode node : of.get("printed")) {
      String entry = node.asText();
      boolean isRow = entry.endsWith("[0..3]");
      String name = entry.substring(0, entry.indexOf('['));
      String index = entry.substring(name.length(), entry.length() - (isRow ? 6 : 0));
      text.append("gradients[\"").append(name).append("\"]").append(index).append(" = ");
      if (isRow) {
        text.append(row(Arrays.copyOfRange(numbers, at, at + 4)));
        at += 4;
      } else {
        boolean isBias = name.startsWith("db");
        text.append(isBias ? row(numbers[at]) : String.valueOf(numbers[at]));
        at++;
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String row(double... numbers) {
    StringBuilder row = new StringBuilder("[");
    for (double number : numbers) {
      String written = String.format(Locale.ROOT, "%.8f", number);
      row.append(row.length() > 1 ? " " : "").append(written);
    }
    return row.append("]").toString();
  }
}
