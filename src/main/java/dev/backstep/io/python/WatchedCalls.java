package dev.backstep.io.python;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The calls of a Python file that {@code backstep.py --watch FILE --out FOLDER} has caught, those
 * that contain others first.
 *
 * @param notes what is to be said of the run of the file
 */
public record WatchedCalls(List<Call> calls, List<String> notes) {
  /** What the list of them is called. */
  public static final String NAME = "calls.json";

  /**
   * One call that returned with gradients.
   *
   * @param file the arrays of it, in the same folder
   * @param number 1 is the first call of its function
   * @param within the file of the call that made it; empty if none that was caught did
   * @param parts how many calls that returned with gradients it made itself
   * @param notes what was stacked, taken from elsewhere and left out
   */
  public record Call(
      String file, String function, int number, String within, int parts, List<String> notes) {}

  /** Reads the list in a folder. */
  public static WatchedCalls read(Path folder) throws IOException {
    JsonNode root = JsonMapper.builder().build().readTree(folder.resolve(NAME).toFile());
    List<Call> calls = new ArrayList<>();
    root.path("calls").forEach(each -> calls.add(call(each)));
    return new WatchedCalls(calls, texts(root.path("notes")));
  }

  private static Call call(JsonNode node) {
    return new Call(
        node.path("file").asText(),
        node.path("function").asText(),
        node.path("call").asInt(),
        node.path("within").isTextual() ? node.path("within").asText() : "",
        node.path("calls").asInt(),
        Stream.concat(texts(node.path("notes")).stream(), leftOut(node)).toList());
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static Stream<String> leftOut(JsonNode node) {
    return node.path("leftOut").properties().stream()
        .map(each -> each.getKey() + " is left out: it " + each.getValue().asText() + ".");
  }
}
