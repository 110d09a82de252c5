package dev.backstep.check.reading;

import dev.backstep.math.NdArray;
import dev.backstep.model.RandomNet;
import dev.backstep.model.Shape;
import dev.backstep.net.Gru;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What programs with gates save, in the project's names and in PyTorch's. */
public final class GatedPrograms {
  private static final Map<Net, List<String>> GATES =
      Map.of(Lstm.NET, List.of("i", "f", "g", "o"), Gru.NET, List.of("r", "z", "n"));

  private GatedPrograms() {}

  /** V = 9, H = 4, T = 6, with states that are not zero. */
  public static RandomNet net(Net net) {
    return RandomNet.gaussian(5, 0.4, new Shape(net, 9, 4), 6);
  }

  /** Whether PyTorch has this cell. */
  public static boolean isInTorch(Net net) {
    return GATES.containsKey(net);
  }

  /** The same numbers as a layer of PyTorch and a linear one have them. */
  public static Map<String, NdArray> pytorch(Net net, Map<String, NdArray> ours) {
    List<String> gates = GATES.get(net);
    Map<String, NdArray> torch = new LinkedHashMap<>();
    for (String d : List.of("", "d")) {
      String end = d.isEmpty() ? "" : ".grad";
      torch.put("rnn.weight_ih_l0" + end, stacked(ours, d + "W1_", gates));
      torch.put("rnn.weight_hh_l0" + end, stacked(ours, d + "W2_", gates));
      torch.put("fc.weight" + end, ours.get(d + "W3"));
      torch.put("fc.bias" + end, ours.get(d + "bo"));
    }
    NdArray bias = stacked(ours, "b_", gates);
    torch.put("rnn.bias_ih_l0", ofState(net, ours, Programs.times(bias, 0.25), "b_n"));
    torch.put("rnn.bias_hh_l0", ofState(net, ours, Programs.times(bias, 0.75), "b_hn"));
    NdArray gradient = stacked(ours, "db_", gates);
    torch.put("rnn.bias_ih_l0.grad", gradient);
    torch.put("rnn.bias_hh_l0.grad", ofState(net, ours, gradient, "db_hn"));
    net.states().forEach(state -> putState(torch, ours, state.name()));
    torch.put("out", ours.get("H"));
    List.of("x", "y", "loss").forEach(name -> torch.put(name, ours.get(name)));
    return torch;
  }

  private static void putState(
      Map<String, NdArray> torch, Map<String, NdArray> ours, String state) {
    NdArray before = ours.get(state + "0");
    torch.put(state + "0", NdArray.of(before.values(), 1, 1, before.values().length));
    NdArray gradient = ours.get("d" + state + "0");
    torch.put(state + "0.grad", NdArray.of(gradient.values(), 1, 1, gradient.values().length));
  }

  /** The biases of n stay two; they are the last of a GRU. */
  private static NdArray ofState(
      Net net, Map<String, NdArray> ours, NdArray stacked, String ofLastGate) {
    if (net != Gru.NET) {
      return stacked;
    }
    double[] values = stacked.values().clone();
    double[] last = ours.get(ofLastGate).values();
    System.arraycopy(last, 0, values, values.length - last.length, last.length);
    return NdArray.of(values, values.length);
  }

  private static NdArray stacked(Map<String, NdArray> ours, String of, List<String> gates) {
    List<NdArray> blocks = gates.stream().map(gate -> block(ours.get(of + gate))).toList();
    double[] values =
        blocks.stream().flatMapToDouble(block -> Arrays.stream(block.values())).toArray();
    int[] shape = blocks.get(0).shape().clone();
    shape[0] *= gates.size();
    return NdArray.of(values, shape);
  }

  private static NdArray block(NdArray array) {
    return array.dimensions() == 2 ? Programs.transposed(array) : array;
  }

  /** The same in float32, as a program computes that has only that. */
  public static Map<String, NdArray> inFloats(Map<String, NdArray> arrays) {
    Map<String, NdArray> floats = new LinkedHashMap<>();
    arrays.forEach((name, array) -> floats.put(name, inFloats(array)));
    return floats;
  }

  private static NdArray inFloats(NdArray array) {
    return array.kind() == NdArray.Kind.INTEGER
        ? array
        : new NdArray(
            NdArray.Kind.FLOAT32,
            array.shape(),
            Arrays.stream(array.values()).map(value -> (float) value).toArray());
  }

  /** Weights, sequence, states and the gradients of the whole sequence only. */
  public static Map<String, NdArray> totalsOf(Net net, Map<String, NdArray> ours) {
    Map<String, NdArray> totals = new LinkedHashMap<>(ours);
    net.vectors()
        .forEach(
            vector ->
                Stream.of(vector.name(), vector.inFiles())
                    .filter(name -> !net.names().contains(name))
                    .forEach(totals::remove));
    return totals;
  }

  /** The same without biases. */
  public static Map<String, NdArray> withoutBiases(Map<String, NdArray> arrays) {
    Map<String, NdArray> without = new LinkedHashMap<>(arrays);
    without.keySet().removeIf(name -> name.matches("d?b(_.*|o|h)") || name.contains("bias"));
    return without;
  }
}
