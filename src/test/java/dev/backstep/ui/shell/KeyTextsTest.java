package dev.backstep.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeyTextsTest {
  private static final Pattern NAMED =
      Pattern.compile(
          "\\((Space|Home|End|Escape|Backspace|Enter|[UX?←→]|↑ ↓)(?: for the next)?\\)"
              + "|\\b(Ctrl\\+(?:Shift\\+)?[A-Z0-9])\\b");

  private final OneWindow window = new OneWindow();

  @AfterEach
  void close() {
    window.close();
  }

  private List<String> lines() {
    return List.of(KeyTexts.of(window.main.texts(), window.main.screens().all()).split("\n"));
  }

  private Stream<String> keys() {
    return lines().stream()
        .map(String::strip)
        .filter(line -> !line.startsWith("# "))
        .map(line -> line.split("\\|", 2)[0].strip());
  }

  @Test
  void everyLineBelongsToAGroup() {
    assertThat(lines().get(0)).startsWith("# ");
    assertThat(lines())
        .allSatisfy(line -> assertThat(line.startsWith("# ") || line.contains("|")).isTrue());
  }

  @Test
  void aKeyWithControlStandsThereOnce() {
    List<String> withControl =
        keys().flatMap(keys -> Stream.of(keys.split("  "))).filter(k -> k.contains("+")).toList();
    assertThat(withControl).hasSizeGreaterThan(20).doesNotHaveDuplicates();
  }

  /** Keys that texts beside the sheet name, in brackets or with Ctrl. */
  private static Stream<String> namedIn(String text) {
    return NAMED
        .matcher(text)
        .results()
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
        .flatMap(keys -> Stream.of(keys.split(" ")));
  }

  @Test
  void aKeyThatATextNamesIsOneOfTheSheet() {
    Set<String> onTheSheet =
        keys().flatMap(keys -> Stream.of(keys.split(",? +"))).collect(Collectors.toSet());
    ResourceBundle texts = window.main.texts().bundle();
    List<String> named =
        texts.keySet().stream()
            .filter(key -> !key.startsWith("shell.keys") && !key.equals("shell.screen"))
            .flatMap(key -> namedIn(texts.getString(key)))
            .toList();
    assertThat(named).hasSizeGreaterThan(25).contains("Backspace", "Ctrl+T", "→", "X", "U");
    assertThat(onTheSheet).containsAll(named);
  }

  @Test
  void theHintBelowTheStepsNamesKeysOfTheSheet() {
    String group = String.join("\n", lines()).split("# Step\n")[1].split("\n# ")[0];
    String hint = window.main.texts().of("step.hint");
    assertThat(Stream.of(hint.split(" (· )?")).filter(word -> !word.matches("[a-z]+")))
        .hasSize(7)
        .allSatisfy(key -> assertThat(group).containsPattern("(?m)^[^|]*" + Pattern.quote(key)));
  }

  @Test
  void theKeysOfTheScreensAreAsManyAsThereAreScreens() {
    int count = window.main.screens().all().size();
    assertThat(keys()).contains("Ctrl+1 … Ctrl+" + count);
  }

  @Test
  void aScreenThatHasKeysHasAGroup() {
    assertThat(lines()).contains("# Step", "# Compare", "# Bug lab", "# My code");
    assertThat(lines()).doesNotContain("# Train");
  }
}
