package dev.backstep.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.backstep.cli.CommandRun;
import java.util.ArrayList;
import java.util.List;

/** The lines of {@code backstep check --json}, which machines read, with their errors. */
record JsonLines(CommandRun run) {
  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final List<String> VERDICTS = List.of("agrees", "differs", "refused");

  List<String> faults() {
    List<String> faults = new ArrayList<>();
    int worst = -1;
    for (String line : run.out().split("\n", -1)) {
      if (!line.isEmpty()) {
        worst = Math.max(worst, verdict(line, faults));
      }
    }
    if (worst >= 0 && worst != run.code()) {
      faults.add("ended with " + run.code() + ", and its lines say " + worst);
    }
    return faults;
  }

  private static int verdict(String line, List<String> faults) {
    try {
      JsonNode root = STRICT.readTree(line);
      String verdict = root.path("verdict").asText();
      if (!root.path("file").isTextual() || !VERDICTS.contains(verdict)) {
        faults.add("wrote a line without a file or a verdict: " + line);
      }
      return VERDICTS.indexOf(verdict);
    } catch (JsonProcessingException e) {
      faults.add("wrote a line that is no JSON: " + line);
      return -1;
    }
  }
}
