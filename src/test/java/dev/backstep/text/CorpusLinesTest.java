package dev.backstep.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusLinesTest {
  private static final TextMode LINES = new TextMode.Lines();

  @Test
  void eachLineIsASequenceWithTheNextCharactersAsTargets() throws CorpusException {
    Corpus corpus = read("cab\nb\n");

    assertThat(corpus.vocabulary().labels()).containsExactly("⏎", "a", "b", "c");
    assertThat(corpus.sequences())
        .containsExactly(
            new Sequence("cab", new int[] {3, 1, 2}, new int[] {1, 2, 0}),
            new Sequence("b", new int[] {2}, new int[] {0}));
    assertThat(corpus.longest()).isEqualTo(3);
    assertThat(corpus.notes()).isEmpty();
    assertThat(corpus.mode()).isEqualTo(LINES);
  }

  @Test
  void aLineEncodesToTheSameSequenceAsTheWordTyped() throws CorpusException {
    Corpus corpus = read("anzu\nzuul\nmei\n");

    for (Sequence sequence : corpus.sequences()) {
      assertThat(sequence).isEqualTo(corpus.vocabulary().encode(sequence.text()));
    }
  }

  @Test
  void theLastLineNeedsNoLineEnd() throws CorpusException {
    assertThat(read("ab\ncd").sequences()).isEqualTo(read("ab\ncd\n").sequences());
  }

  @Test
  void anEmojiIsOneCharacter() throws CorpusException {
    Corpus corpus = read("a😀é漢\n");

    assertThat(corpus.vocabulary().labels()).containsExactly("⏎", "a", "é", "漢", "😀");
    assertThat(corpus.sequences().get(0))
        .isEqualTo(new Sequence("a😀é漢", new int[] {1, 4, 2, 3}, new int[] {4, 2, 3, 0}));
  }

  @Test
  void emptyLinesAreSkippedAndCounted() throws CorpusException {
    Corpus corpus = read("\nab\n\n \t\ncd\n");

    assertThat(texts(corpus)).containsExactly("ab", "cd");
    assertThat(corpus.notes()).containsExactly("3 empty lines were skipped.");
    assertThat(read("ab\n\n").notes()).containsExactly("1 empty line was skipped.");
  }

  @Test
  void blanksAtLineEndsAreLeftOutAndToldAndThoseWithinLinesStay() throws CorpusException {
    Corpus corpus = read(" a b \t\ncd  \nef");

    assertThat(texts(corpus)).containsExactly(" a b", "cd", "ef");
    assertThat(corpus.vocabulary().contains('\t')).isFalse();
    assertThat(corpus.notes()).containsExactly("Trailing spaces were left out in 2 lines.");
  }

  @Test
  void windowsLineEndsAreLineEndsAndTold() throws CorpusException {
    Corpus corpus = read("ab\r\ncd\r\n\r\n");

    assertThat(texts(corpus)).containsExactly("ab", "cd");
    assertThat(corpus.vocabulary().contains('\r')).isFalse();
    assertThat(corpus.notes())
        .containsExactly(
            "Windows line ends (CRLF) were read as line ends.", "1 empty line was skipped.");
  }

  @Test
  void loneCarriageReturnsAreLineEndsAndTold() throws CorpusException {
    Corpus corpus = read("ab\rcd\r");

    assertThat(texts(corpus)).containsExactly("ab", "cd");
    assertThat(corpus.notes())
        .containsExactly("Lone carriage returns (CR) were read as line ends.");
  }

  @Test
  void aByteOrderMarkIsLeftOutAndTold() throws CorpusException {
    Corpus corpus = read("\uFEFFab\n");

    assertThat(texts(corpus)).containsExactly("ab");
    assertThat(corpus.notes())
        .containsExactly("A byte order mark (BOM) at the start of the file was left out.");
  }

  @Test
  void theLettersThatSequencesBeginWithAreCounted() throws CorpusException {
    Corpus corpus = read("ab\nac\nba\n");

    assertThat(corpus.firstLetterCounts()).containsExactly(0, 2, 1, 0);
    corpus.firstLetterCounts()[1] = 99;
    assertThat(corpus.firstLetterCounts()[1]).isEqualTo(2);
  }

  @Test
  void whoWritesIntoASequenceDoesNotSpoilTheCorpus() throws CorpusException {
    Corpus corpus = read("ab\n");
    Arrays.fill(corpus.sequences().get(0).inputs(), 0);

    assertThat(corpus.sequences().get(0).inputs()).containsExactly(1, 2);
    assertThatThrownBy(() -> corpus.sequences().remove(0))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> corpus.sequences().get(1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aFileGivesItsNameWithoutItsFolders(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("names.txt"), "ab\n");

    Corpus corpus = CorpusReader.read(file, LINES);

    assertThat(corpus.name()).isEqualTo("names.txt");
    assertThat(texts(corpus)).containsExactly("ab");
  }

  @Test
  void fiftyMegabytesOfShortLinesAreRead() throws CorpusException {
    byte[] lines = new byte[CorpusReader.MAX_BYTES];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = (byte) (i % 2 == 0 ? 'a' + i / 2 % 26 : '\n');
    }

    Corpus corpus = CorpusReader.read("short.txt", lines, LINES);

    assertThat(corpus.sequences().size()).isEqualTo(lines.length / 2);
    assertThat(corpus.sequences().get(lines.length / 2 - 1).text())
        .isEqualTo(String.valueOf((char) ('a' + (lines.length / 2 - 1) % 26)));
  }

  private static Corpus read(String content) throws CorpusException {
    return CorpusReader.read("names.txt", content.getBytes(UTF_8), LINES);
  }

  private static List<String> texts(Corpus corpus) {
    return corpus.sequences().stream().map(Sequence::text).toList();
  }
}
