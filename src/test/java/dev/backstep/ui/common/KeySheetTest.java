package dev.backstep.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.words.Texts;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeySheetTest {
  private static List<String> lines() {
    return List.of(Texts.load().of("common.keys").split("\n"));
  }

  private static Stream<String> keys() {
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
    assertThat(keys()).contains("Ctrl+1 … Ctrl+5");
  }
}
