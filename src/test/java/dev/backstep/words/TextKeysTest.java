package dev.backstep.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each text is said somewhere, each that is asked for is there, and rooms are easy to find. */
class TextKeysTest {
  private static final Path CODE = Path.of("src/main/java/dev/backstep");
  private static final Path RESOURCES = Path.of("src/main/resources/dev/backstep");

  /** The keys to which a constant's name, a file's ending … is added. */
  private static final List<String> BEGINNINGS =
      List.of(
          "batch.mask",
          "batch.padding",
          "common.kind",
          "compare.preset",
          "inspector.accumulator.rank-one",
          "inspector.group",
          "inspector.moment",
          "inspector.update.clip",
          "lab.improvement",
          "lab.verdict",
          "lab.weak",
          "mycode.chip",
          "mycode.outcome",
          "mycode.sample",
          "pin.kind",
          "settings.gate-bias",
          "shares.kind",
          "step.family",
          "step.quantity",
          "takeaway",
          "time.phase",
          "tour.chapter",
          "tour.way",
          "words.cell",
          "words.head",
          "words.input",
          "words.check.evidence",
          "words.check.batch",
          "words.check.fault",
          "words.check.needed",
          "words.check.tolerance",
          "words.check.change",
          "words.choice",
          "words.dialect",
          "words.experiment.clause",
          "words.experiment.diverged",
          "words.experiment.measure",
          "words.gate-bias",
          "words.printed.names",
          "words.python",
          "flow.cut",
          "flow.preset");

  private final List<String> keys =
      found(read(RESOURCES, "messages.properties"), "(?m)^([a-z][\\w.-]*) =");
  private final List<String> literals = found(read(CODE, ".java"), "\"([\\w.-]+)\"");
  private final List<String> said = found(read(RESOURCES, ".fxml"), "\"%([^\"]+)\"");

  @Test
  void eachKeyIsThereOnce() {
    assertThat(keys).doesNotHaveDuplicates().hasSizeGreaterThan(500);
  }

  @Test
  void eachKeyBeginsWithItsRoomAndRoomsAreInOrderUnderAHeadingEach() {
    List<String> rooms = keys.stream().map(TextKeysTest::room).toList();
    assertThat(rooms).isSorted();
    assertThat(rooms).allMatch(room -> Files.isDirectory(folder(room)));
    assertThat(found(read(RESOURCES, "messages.properties"), "(?m)^# (\\w+): "))
        .containsExactlyElementsOf(new TreeSet<>(rooms));
  }

  @Test
  void eachKeyIsUsed() {
    Set<String> used = new TreeSet<>(literals);
    used.addAll(said);
    List<String> endings = found(String.join("\n", literals), "(?m)^(\\.[a-z-]+)$");
    assertThat(keys.stream().filter(key -> !isUsed(key, used, endings))).isEmpty();
  }

  private static boolean isUsed(String key, Set<String> used, List<String> endings) {
    return used.contains(key)
        || BEGINNINGS.stream().anyMatch(each -> beginsWith(key, each, used))
        || endings.stream()
            .filter(key::endsWith)
            .map(end -> key.substring(0, key.length() - end.length()))
            .anyMatch(shorter -> isUsed(shorter, used, endings));
  }

  /** A room alone says too little: what comes behind it has to be in the code as well. */
  private static boolean beginsWith(String key, String beginning, Set<String> used) {
    return key.startsWith(beginning + ".")
        && (beginning.contains(".") || used.contains(key.substring(beginning.length() + 1)));
  }

  @Test
  void eachUseHasAKey() {
    assertThat(keys).containsAll(said);
    Set<String> rooms = new TreeSet<>(keys.stream().map(TextKeysTest::room).toList());
    assertThat(literals)
        .filteredOn(each -> each.contains(".") && rooms.contains(room(each)))
        .filteredOn(each -> !keys.contains(each) && !BEGINNINGS.contains(withoutDot(each)))
        .isEmpty();
  }

  @Test
  void eachBeginningIsThatOfAKeyAndInTheCode() {
    assertThat(BEGINNINGS)
        .allMatch(each -> literals.contains(each) || literals.contains(each + "."))
        .allMatch(each -> keys.stream().anyMatch(key -> key.startsWith(each + ".")));
  }

  private static String withoutDot(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  private static String room(String key) {
    return key.replaceFirst("\\..*", "");
  }

  private static Path folder(String room) {
    return room.equals("words") ? CODE.resolve(room) : CODE.resolve("ui").resolve(room);
  }

  private static List<String> found(String text, String pattern) {
    List<String> all = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      all.add(matcher.group(1));
    }
    return all;
  }

  private static String read(Path folder, String end) {
    try (Stream<Path> files = Files.walk(folder)) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(each -> each.toString().endsWith(end)).toList()) {
        all.append(Files.readString(file)).append('\n');
      }
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
