package dev.backstep.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text that a corpus gives away is read as the same corpus. */
class CorpusTextTest {
  private static void assertReadAgain(String text, TextMode mode) throws CorpusException {
    Corpus corpus = CorpusReader.read("a.txt", text.getBytes(StandardCharsets.UTF_8), mode);
    Corpus again = CorpusReader.read("a.txt", corpus.utf8(), mode);
    assertThat(again.vocabulary()).isEqualTo(corpus.vocabulary());
    assertThat(again.sequences()).isEqualTo(corpus.sequences());
    assertThat(again.utf8()).isEqualTo(corpus.utf8());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc\nbcda\nace",
        "abc\r\n\r\n  bcda \t\n\nace\r\n",
        "\uFEFFabc\rb",
        "\uFEFF\uFEFFabc\n\uFEFFb",
        "🦕🦖\n恐竜 é\n",
        "a"
      })
  void whateverWasPassedOver(String text) throws CorpusException {
    assertReadAgain(text, new TextMode.Lines());
    assertReadAgain(text, new TextMode.Windows(3));
    assertReadAgain(text, new TextMode.Windows(100));
  }
}
