package dev.backstep.check.reading;

import dev.backstep.check.diagnosis.Diagnosis;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.check.verdict.BestReading;
import dev.backstep.check.verdict.Reduction;
import dev.backstep.check.verdict.Verdict;
import dev.backstep.fault.Fault;
import dev.backstep.io.array.ArrayFile;
import dev.backstep.io.array.TraceArrays;
import dev.backstep.math.NdArray;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.RandomNet;
import dev.backstep.trace.Backward;
import dev.backstep.trace.Trace;
import dev.backstep.trace.Update;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What programs save in the three dialects, with a fault or without. */
public final class Programs {
  private static final Map<String, String> IN_COLUMNS =
      Map.ofEntries(
          Map.entry("W1", "Wxh"),
          Map.entry("W2", "Whh"),
          Map.entry("W3", "Why"),
          Map.entry("bh", "bh"),
          Map.entry("bo", "by"),
          Map.entry("h0", "hprev"),
          Map.entry("x", "inputs"),
          Map.entry("y", "targets"),
          Map.entry("H", "hs"),
          Map.entry("O", "ps"),
          Map.entry("e", "dys"),
          Map.entry("dh", "dhs"),
          Map.entry("dtanh", "dhraws"),
          Map.entry("dh_prev", "dhnexts"),
          Map.entry("dW1", "dWxh"),
          Map.entry("dW2", "dWhh"),
          Map.entry("dW3", "dWhy"),
          Map.entry("dbh", "dbh"),
          Map.entry("dbo", "dby"));

  private static final Map<String, String> LIKE_TORCH =
      Map.of(
          "W1", "rnn.weight_ih_l0",
          "W2", "rnn.weight_hh_l0",
          "W3", "decoder.weight",
          "bo", "decoder.bias",
          "dW1", "rnn.weight_ih_l0.grad",
          "dW2", "rnn.weight_hh_l0.grad",
          "dW3", "decoder.weight.grad",
          "dbo", "decoder.bias.grad");

  private static final List<String> TRANSPOSED = List.of("W1", "W2", "dW1", "dW2");

  private Programs() {}

  /** V = 7, H = 5, T = 6, with a state that is not zero. */
  public static RandomNet net() {
    return RandomNet.of(11, 7, 5, 6);
  }

  /** Everything that a program in the project's names computes. */
  public static Map<String, NdArray> ours(RandomNet net, BackwardRules rules) {
    return TraceArrays.of(trace(net, rules));
  }

  /** The same with a fault. */
  public static Map<String, NdArray> ours(Fault fault) {
    return ours(net(), fault.rules());
  }

  /** With two faulty lines at once. */
  public static Map<String, NdArray> ours(Fault fault, Fault other) {
    return ours(net(), fault.with(other));
  }

  private static Trace trace(RandomNet net, BackwardRules rules) {
    return Trace.of(
        IntStream.range(0, net.parameters().shape().vocabulary())
            .mapToObj(String::valueOf)
            .toList(),
        net.example(),
        Backward.by(rules, net.parameters().shape()),
        (weights, gradients) -> new Update(weights, gradients.norm(), 1));
  }

  /** The same numbers as a program with columns has them. */
  public static Map<String, NdArray> minCharRnn(Map<String, NdArray> ours) {
    Map<String, NdArray> columns = new LinkedHashMap<>();
    ours.forEach(
        (name, array) -> {
          if (IN_COLUMNS.containsKey(name)) {
            columns.put(IN_COLUMNS.get(name), inColumns(name, array));
          }
        });
    return columns;
  }

  private static NdArray inColumns(String name, NdArray array) {
    if (array.kind() == NdArray.Kind.INTEGER) {
      return array;
    }
    if (TRANSPOSED.contains(name)) {
      return transposed(array);
    }
    boolean isWeight = name.endsWith("W3");
    int[] column = Arrays.copyOf(array.shape(), array.dimensions() + 1);
    column[array.dimensions()] = 1;
    return isWeight ? array : NdArray.of(array.values(), column);
  }

  /** The same numbers as torch.nn.RNN and a linear layer have them. */
  public static Map<String, NdArray> pytorch(Map<String, NdArray> ours) {
    Map<String, NdArray> torch = new LinkedHashMap<>();
    ours.forEach(
        (name, array) -> {
          if (LIKE_TORCH.containsKey(name)) {
            torch.put(LIKE_TORCH.get(name), TRANSPOSED.contains(name) ? transposed(array) : array);
          }
        });
    List.of("x", "y", "loss").forEach(name -> torch.put(name, ours.get(name)));
    torch.put("h0", NdArray.of(ours.get("h0").values(), 1, 1, ours.get("h0").values().length));
    torch.put("rnn.bias_ih_l0", times(ours.get("bh"), 0.25));
    torch.put("rnn.bias_hh_l0", times(ours.get("bh"), 0.75));
    torch.put("rnn.bias_ih_l0.grad", ours.get("dbh"));
    torch.put("rnn.bias_hh_l0.grad", ours.get("dbh"));
    return torch;
  }

  public static NdArray times(NdArray array, double factor) {
    return NdArray.of(Reduction.times(array.values(), factor), array.shape());
  }

  public static NdArray transposed(NdArray matrix) {
    int rows = matrix.shape()[0];
    int cols = matrix.shape()[1];
    double[] turned = new double[rows * cols];
    for (int i = 0; i < turned.length; i++) {
      turned[i] = matrix.values()[i % rows * cols + i / rows];
    }
    return NdArray.of(turned, cols, rows);
  }

  /** Weights, sequence and the gradients of the whole sequence only. */
  public static Map<String, NdArray> totalsOf(Map<String, NdArray> ours) {
    Map<String, NdArray> totals = new LinkedHashMap<>(ours);
    totals.keySet().removeAll(List.of("H", "O", "loss", "e", "dh_from_output", "dh_from_later"));
    totals.keySet().removeAll(List.of("h", "o", "h_prev", "dh", "dtanh", "dh_prev", "dxt", "dh0"));
    return totals;
  }

  /** A change of one array, or its removal. */
  public static Map<String, NdArray> with(Map<String, NdArray> arrays, String name, NdArray other) {
    Map<String, NdArray> changed = new LinkedHashMap<>(arrays);
    changed.put(name, other);
    return changed;
  }

  public static Map<String, NdArray> without(Map<String, NdArray> arrays, String... names) {
    Map<String, NdArray> changed = new LinkedHashMap<>(arrays);
    changed.keySet().removeAll(List.of(names));
    return changed;
  }

  /** A .npz of arrays in a folder, as a program saves it. */
  public static Path saved(Path folder, String name, Map<String, NdArray> arrays)
      throws IOException {
    return Files.write(folder.resolve(name), ArrayFile.npz(arrays));
  }

  public static Verdict verdict(Map<String, NdArray> arrays) throws SubmissionException {
    return BestReading.verdict("mine.npz", arrays);
  }

  public static Diagnosis diagnosis(Map<String, NdArray> arrays) throws SubmissionException {
    return Diagnosis.of(verdict(arrays));
  }
}
