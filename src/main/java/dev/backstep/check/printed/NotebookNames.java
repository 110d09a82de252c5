package dev.backstep.check.printed;

import dev.backstep.net.Gate;
import dev.backstep.net.Lstm;
import dev.backstep.net.Notation;
import dev.backstep.net.Notation.Standing;
import dev.backstep.net.PlainCell;
import java.util.HashMap;
import java.util.Map;

/**
 * What the functions of the notebook call weights, gradients and vectors: those of a cell as its
 * own function does, and what is handed from one to the next as the function that goes through all
 * of them.
 */
final class NotebookNames {
  /** The number of units, by which the weights of a gate are split into those for a and for x. */
  private static final String UNITS = "n_a";

  private final Map<String, Standing> weights = new HashMap<>();
  private final Map<String, String> others = new HashMap<>();

  private NotebookNames() {}

  static Notation of(NotebookFunction function) {
    NotebookNames names = new NotebookNames();
    names.others.putAll(
        Map.of(
            "x", "xt", "h", "a_next", "h_prev", "a_prev", "dxt", "dxt", "dh_prev", "da_prev", "dh",
            "da_next"));
    if (!function.isCell()) {
      names.others.putAll(
          Map.of(
              "upstream_dh",
              "da[:, :, t]",
              "dh_later",
              "da_prevt",
              "h0",
              "a0",
              "dh0",
              "da0",
              "t",
              "t",
              "T",
              "T_x"));
    }
    if (function.isLstm()) {
      names.addGates(function.isCell());
    } else {
      names.addPlain();
    }
    return Notation.of(true, names.weights, names.others);
  }

  private void addPlain() {
    weights.put(PlainCell.W1.name(), new Standing("Wax", true));
    weights.put(PlainCell.W2.name(), new Standing("Waa", true));
    weights.put(PlainCell.BH.name(), new Standing("ba", false));
  }

  private void addGates(boolean isCell) {
    add(Lstm.OF_F, "f", "ft");
    add(Lstm.OF_I, "i", "it");
    add(Lstm.OF_G, "c", "cct");
    add(Lstm.OF_O, "o", "ot");
    others.putAll(
        Map.of(
            "i",
            "it",
            "f",
            "ft",
            "g",
            "cct",
            "gate_o",
            "ot",
            "c",
            "c_next",
            "c_prev",
            "c_prev",
            "dc_prev",
            "dc_prev",
            "dc_later",
            isCell ? "dc_next" : "dc_prevt"));
  }

  private void add(Gate gate, String name, String activation) {
    String ofState = "[:, :" + UNITS + "]";
    String ofInput = "[:, " + UNITS + ":]";
    weights.put(gate.w2().name(), new Standing("W" + name + ofState, true));
    weights.put(gate.w1().name(), new Standing("W" + name + ofInput, true));
    weights.put(gate.bias().name(), new Standing("b" + name, false));
    others.put("d" + gate.w2(), "dW" + name + ofState);
    others.put("d" + gate.w1(), "dW" + name + ofInput);
    others.put(gate.da().name(), "d" + activation);
  }
}
