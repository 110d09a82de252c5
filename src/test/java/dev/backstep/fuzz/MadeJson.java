package dev.backstep.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** JSON that is changed where it means something. */
final class MadeJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private MadeJson() {}

  /** One place of the tree is another, or the text is what no tree can be. */
  static byte[] changed(byte[] json, Dice dice) throws IOException {
    if (dice.onceIn(8)) {
      return dice.damaged(json);
    }
    if (dice.onceIn(8)) {
      return strange(new String(json, StandardCharsets.UTF_8), dice)
          .getBytes(StandardCharsets.UTF_8);
    }
    JsonNode root = MAPPER.readTree(json);
    for (int n = dice.below(2); n >= 0; n--) {
      change(dice.of(containers(root)), dice);
    }
    return MAPPER.writeValueAsBytes(root);
  }

  private static String strange(String json, Dice dice) {
    int depth = dice.of(31, 33, 999, 1001, 100_000);
    return switch (dice.below(9)) {
      case 0 -> dice.of("null", "", "[]", "{}", "0", "\"\"", "true", " ", "{\"a\":1}", "nul");
      case 1 -> "{\"a\":".repeat(depth);
      case 2 -> "[".repeat(depth) + "]".repeat(depth);
      case 3 -> json.replaceFirst("-?\\d+", "1" + "0".repeat(dice.of(18, 63, 65, 1001, 1_000_000)));
      case 4 -> json.replaceFirst("-?\\d+", "1e" + dice.of("400", "-400", "999999999"));
      case 5 -> json + json;
      case 6 -> json.replaceFirst("\\{", "{\"" + "k".repeat(dice.of(1, 60_000)) + "\":[],");
      case 7 -> json.replaceFirst("\\{", "{\"here\":null,");
      default -> json.replace("\"", dice.of("'", "\"\"", "\\\""));
    };
  }

  private static List<ContainerNode<?>> containers(JsonNode node) {
    List<ContainerNode<?>> found = new ArrayList<>();
    if (node instanceof ContainerNode<?> container) {
      found.add(container);
      container.elements().forEachRemaining(each -> found.addAll(containers(each)));
    }
    return found;
  }

  private static void change(ContainerNode<?> node, Dice dice) {
    if (node instanceof ObjectNode object && !object.isEmpty()) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = dice.of(names);
      switch (dice.below(6)) {
        case 0 -> object.remove(name);
        case 1 -> object.set(dice.of(names), object.get(name).deepCopy());
        default -> object.set(name, other(object.get(name), dice));
      }
    } else if (node instanceof ArrayNode array) {
      int place = dice.below(array.size() + 1);
      switch (dice.below(4)) {
        case 0 -> array.insert(place, other(NODES.nullNode(), dice));
        case 1 -> array.remove(place);
        case 2 -> array.addAll(array.deepCopy());
        default -> array.removeAll();
      }
    }
  }

  private static JsonNode other(JsonNode before, Dice dice) {
    return switch (dice.below(9)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.textNode(dice.of("", "\u0000", "ADAM", "NONE", "x".repeat(30_000), "NaN"));
      case 2 -> NODES.arrayNode();
      case 3 -> NODES.objectNode();
      case 4 -> NODES.numberNode(dice.real());
      case 5 -> NODES.booleanNode(true);
      case 6 -> NODES.numberNode(before.asLong() + dice.of(-1, 1));
      default -> NODES.numberNode(dice.number());
    };
  }
}
