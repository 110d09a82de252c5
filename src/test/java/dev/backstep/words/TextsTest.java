package dev.backstep.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.MessageFormat;
import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;

class TextsTest {
  private final Texts texts = Texts.load();

  @Test
  void theValuesAreFilledInAsTheyAre() {
    assertThat(texts.of("settings.not-a-number", "Seed", "1'5 {0}"))
        .isEqualTo("Seed is “1'5 {0}”; it must be a number");
  }

  @Test
  void everyTextWithPlacesIsAPatternInWhichNoPlaceIsLost() {
    for (String key : texts.bundle().keySet()) {
      String text = texts.bundle().getString(key);
      assertThat(text).as(key).isNotBlank();
      if (text.matches("(?s).*\\{\\d.*")) {
        Object[] values = {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight"};
        assertThat(MessageFormat.format(plain(text), values)).as(key).doesNotContain("{");
      }
    }
  }

  /** Without the number formats, so that words can be filled in. */
  private static String plain(String pattern) {
    return pattern.replaceAll("\\{(\\d+),[^{}]*}", "{$1}");
  }

  @Test
  void oneOfSomethingIsNotSaidInThePlural() {
    assertThat(texts.count(1, "shell.data.open", "a.txt", "1")).isEqualTo("a.txt · 1 sequence");
    assertThat(texts.count(2, "shell.data.open", "a.txt", "2")).isEqualTo("a.txt · 2 sequences");
  }

  @Test
  void aKeyThatDoesNotExistIsAMistakeOfTheProgram() {
    assertThatThrownBy(() -> texts.of("no-such-key")).isInstanceOf(MissingResourceException.class);
  }
}
