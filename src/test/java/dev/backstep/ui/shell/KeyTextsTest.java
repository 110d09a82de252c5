package dev.backstep.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeyTextsTest {
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
