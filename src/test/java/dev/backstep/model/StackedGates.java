package dev.backstep.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.backstep.net.Lstm;
import java.util.List;

/**
 * Golden numbers in the layout of PyTorch's cells: the gates of a weight stand one below the other
 * in one matrix, whose rows are the units, and each gate has two biases.
 */
final class StackedGates {
  private final ReferenceCase stacked;
  private final List<String> gates;
  private final int hidden;

  private StackedGates(ReferenceCase stacked) {
    this.stacked = stacked;
    gates =
        stacked.shape().net() == Lstm.NET ? List.of("i", "f", "g", "o") : List.of("r", "z", "n");
    hidden = stacked.shape().hidden();
  }

  /** The same numbers in the names and shapes of the net. */
  static ReferenceCase unstacked(ReferenceCase stacked) {
    return new StackedGates(stacked).unstacked();
  }

  private ReferenceCase unstacked() {
    ObjectNode root = stacked.root().deepCopy();
    root.set("params", weights(stacked.root().get("params"), ""));
    root.set("total_grads", weights(stacked.root().get("total_grads"), "d"));
    root.get("timesteps").forEach(step -> rows((ObjectNode) step));
    return new ReferenceCase(stacked.name(), root);
  }

  private ObjectNode weights(JsonNode from, String d) {
    ObjectNode to = (ObjectNode) from.deepCopy();
    for (int k = 0; k < gates.size(); k++) {
      String gate = gates.get(k);
      to.set(d + "W1_" + gate, transposed(block(from.get(d + "W_ih"), k)));
      to.set(d + "W2_" + gate, transposed(block(from.get(d + "W_hh"), k)));
      ArrayNode ofInput = block(from.get(d + "b_ih"), k);
      ArrayNode ofState = block(from.get(d + "b_hh"), k);
      boolean isTwo = gate.equals("n");
      to.set(d + "b_" + gate, isTwo || !d.isEmpty() ? ofInput : sum(ofInput, ofState));
      if (isTwo) {
        to.set(d + "b_hn", ofState);
      }
    }
    return to;
  }

  /** The gradients of the pre-activations of all gates stand in one row. */
  private void rows(ObjectNode step) {
    JsonNode all = step.has("dgates") ? step.get("dgates") : step.get("dgi");
    for (int k = 0; k < gates.size(); k++) {
      step.set("da_" + gates.get(k), block(all, k));
    }
    if (step.has("dgh")) {
      step.set("dhn", block(step.get("dgh"), gates.indexOf("n")));
    }
  }

  private ArrayNode block(JsonNode stacked, int gate) {
    ArrayNode block = JsonNodeFactory.instance.arrayNode();
    for (int j = 0; j < hidden; j++) {
      block.add(stacked.get(gate * hidden + j));
    }
    return block;
  }

  private static ArrayNode transposed(ArrayNode matrix) {
    ArrayNode transposed = JsonNodeFactory.instance.arrayNode();
    for (int col = 0; col < matrix.get(0).size(); col++) {
      ArrayNode row = transposed.addArray();
      for (JsonNode each : matrix) {
        row.add(each.get(col));
      }
    }
    return transposed;
  }

  private static ArrayNode sum(ArrayNode one, ArrayNode other) {
    ArrayNode sum = JsonNodeFactory.instance.arrayNode();
    for (int j = 0; j < one.size(); j++) {
      sum.add(one.get(j).doubleValue() + other.get(j).doubleValue());
    }
    return sum;
  }
}
