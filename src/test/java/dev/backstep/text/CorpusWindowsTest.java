package dev.backstep.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorpusWindowsTest {
  @Test
  void theTargetOfEachCharacterIsTheNextOfTheStreamAlsoAcrossWindows() throws CorpusException {
    Corpus corpus = read("abcde", 2);

    assertThat(corpus.sequences())
        .containsExactly(
            new Sequence("ab", new int[] {1, 2}, new int[] {2, 3}),
            new Sequence("cd", new int[] {3, 4}, new int[] {4, 5}),
            new Sequence("e", new int[] {5}, new int[] {0}));
    assertThat(corpus.longest()).isEqualTo(2);
    assertThat(corpus.firstLetterCounts()).containsExactly(0, 1, 0, 1, 0, 1);
  }

  @Test
  void aTextThatFillsItsWindowsHasNoEmptyOneAtTheEnd() throws CorpusException {
    assertThat(read("abcd", 2).sequences()).extracting(Sequence::text).containsExactly("ab", "cd");
  }

  @Test
  void aTextShorterThanTheWindowIsOneSequence() throws CorpusException {
    Corpus corpus = read("ab", 5000);

    assertThat(corpus.sequences()).containsExactly(corpus.vocabulary().encode("ab"));
    assertThat(corpus.longest()).isEqualTo(2);
  }

  @Test
  void lineEndsOfAllKindsAreKeptAsOneCharacter() throws CorpusException {
    Corpus corpus = read("\uFEFFa\r\nb\rc\n\nd", 3);

    assertThat(corpus.sequences())
        .extracting(Sequence::text)
        .containsExactly("a\nb", "\nc\n", "\nd");
    assertThat(corpus.vocabulary().labels()).containsExactly("⏎", "↵", "a", "b", "c", "d");
    assertThat(corpus.notes())
        .containsExactly(
            "A byte order mark (BOM) at the start of the file was left out.",
            "Windows line ends (CRLF) were read as line ends.",
            "Lone carriage returns (CR) were read as line ends.");
  }

  @Test
  void blanksAtLineEndsBelongToRunningText() throws CorpusException {
    Corpus corpus = read("a  \nb", 5);

    assertThat(corpus.sequences()).extracting(Sequence::text).containsExactly("a  \nb");
    assertThat(corpus.notes()).isEmpty();
  }

  @Test
  void anEmojiIsNeverCutInTwo() throws CorpusException {
    assertThat(read("😀😁😂", 1).sequences())
        .extracting(Sequence::text)
        .containsExactly("😀", "😁", "😂");
  }

  @Test
  void aLineMayBeAsLongAsItLikes() throws CorpusException {
    assertThat(read("a".repeat(12_000), 5000).sequences())
        .extracting(Sequence::length)
        .containsExactly(5000, 5000, 2000);
  }

  @Test
  void aTextWithoutAnythingButBlanksIsRefused() {
    assertThatThrownBy(() -> read("\n  \n", 3))
        .isInstanceOf(CorpusException.class)
        .hasMessage("tale.txt: the file has nothing but empty lines (2 lines).");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 5001})
  void aWindowLengthOutOfRangeIsRefused(int length) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TextMode.Windows(length))
        .withMessage("The window length is " + length + "; it must be from 1 to 5000.");
  }

  private static Corpus read(String content, int length) throws CorpusException {
    return CorpusReader.read("tale.txt", content.getBytes(UTF_8), new TextMode.Windows(length));
  }
}
