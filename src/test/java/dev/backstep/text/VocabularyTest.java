package dev.backstep.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VocabularyTest {
  private static final String EMOJI = "😀";
  private final Vocabulary abc = Vocabulary.of("cab");

  @Test
  void theEndMarkIsIdZeroAndCharactersFollowInAscendingOrder() {
    Vocabulary vocabulary = Vocabulary.of("zé" + EMOJI + "a ");

    assertThat(vocabulary.labels()).containsExactly("⏎", "␣", "a", "z", "é", EMOJI);
    assertThat(vocabulary.size()).isEqualTo(6);
  }

  @Test
  void aCharacterBeyondTheBasicPlaneSortsByCodePointAndNotByItsSurrogates() {
    // U+FF5E is below U+1F600 as a code point, and above its first surrogate as a UTF-16 unit.
    assertThat(Vocabulary.of(EMOJI + "～").characters()).isEqualTo("～" + EMOJI);
  }

  @Test
  void idsAndCharactersLeadToEachOther() {
    assertThat(abc.idOf('a')).isEqualTo(1);
    assertThat(abc.idOf('c')).isEqualTo(3);
    assertThat(abc.character(3)).isEqualTo("c");
    assertThat(abc.character(Vocabulary.END)).isEmpty();
    assertThat(abc.contains('c')).isTrue();
    assertThat(abc.contains('d')).isFalse();
  }

  @Test
  void charactersThatCannotBeSeenGetVisibleLabels() {
    String unseen = "\t\n\f \u007F\u00A0\u0301\u200B";

    assertThat(Vocabulary.of(unseen).labels())
        .containsExactly("⏎", "⇥", "↵", "␌", "␣", "U+007F", "U+00A0", "◌\u0301", "U+200B");
  }

  @Test
  void aWordIsEncodedWithTheNextCharactersAndTheEndMarkAsTargets() {
    Sequence word = abc.encode("bac");

    assertThat(word.text()).isEqualTo("bac");
    assertThat(word.inputs()).containsExactly(2, 1, 3);
    assertThat(word.targets()).containsExactly(1, 3, Vocabulary.END);
  }

  @Test
  void aWordOfOneCharacterHasTheEndMarkAsItsOnlyTarget() {
    assertThat(abc.encode("c")).isEqualTo(new Sequence("c", new int[] {3}, new int[] {0}));
  }

  @Test
  void anUnknownCharacterIsRefusedWithItsPositionCountedInCharacters() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Vocabulary.of("ab" + EMOJI).encode("a" + EMOJI + "é"))
        .withMessage(
            "The character é (U+00E9) at position 3 is not one of the 3 known characters.");
  }

  @Test
  void anUnknownCharacterIsNamedWhenItsIdIsAsked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> abc.idOf(' '))
        .withMessage("The character ␣ (U+0020) is not one of the 3 known characters.");
  }

  @Test
  void aHalfOfASurrogatePairIsRefusedByItsNumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> abc.encode("a\uD83D"))
        .withMessage("The character U+D83D at position 2 is not one of the 3 known characters.");
  }

  @Test
  void anEmptyWordIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> abc.encode(""))
        .withMessage("The word is empty; it must have at least one of the 3 known characters.");
  }

  @Test
  void decodingTakesOnlyTheFirstIdsAndSkipsEndMarks() {
    assertThat(abc.decode(new int[] {2, 1, 0, 3, 3}, 4)).isEqualTo("bac");
  }

  @Test
  void anIdThatDoesNotExistIsRefused() {
    assertThatThrownBy(() -> abc.label(4))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("id 4; ids are from 0 to 3");
  }

  @Test
  void theCharactersOfAVocabularyMakeAnEqualOne() {
    Vocabulary vocabulary = Vocabulary.of("dinosaur" + EMOJI);

    assertThat(Vocabulary.of(vocabulary.characters()))
        .isEqualTo(vocabulary)
        .hasSameHashCodeAs(vocabulary)
        .isNotEqualTo(abc);
  }

  @Test
  void aVocabularyMustHaveCharactersButNotTooMany() {
    String tooMany =
        IntStream.range(0x4E00, 0x4E00 + 2001)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());

    assertThatIllegalArgumentException().isThrownBy(() -> Vocabulary.of(""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Vocabulary.of(tooMany))
        .withMessage("The vocabulary has 2001 characters; it must have from 1 to 2000.");
  }
}
