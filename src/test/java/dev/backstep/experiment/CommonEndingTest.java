package dev.backstep.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.text.TextMode;
import org.junit.jupiter.api.Test;

class CommonEndingTest {
  private static CommonEnding of(String... lines) {
    return CommonEnding.of(Trials.text(new TextMode.Lines(), lines));
  }

  @Test
  void namesOfDinosaursEndWithRus() {
    assertThat(CommonEnding.of(Trials.dinosaurs()).characters()).isEqualTo("rus");
  }

  @Test
  void ofEquallyCommonOnesItIsTheFirstInTheAlphabet() {
    assertThat(of("abcd", "xyz", "yxyz", "bcd").characters()).isEqualTo("bcd");
  }

  @Test
  void aCharacterIsAWholeOneEvenIfJavaTakesTwoForIt() {
    assertThat(of("x😀ab", "y😀ab").characters()).isEqualTo("😀ab");
  }

  @Test
  void whereSequencesAreTooShortOrEndAnywhereThereIsNone() {
    assertThat(of("ab", "ab").exists()).isFalse();
    TextMode windows = new TextMode.Windows(4);
    CommonEnding none = CommonEnding.of(Trials.text(windows, "abcdabcdabcd"));
    assertThat(none.exists()).isFalse();
    assertThat(none.isEndOf("abcd")).isFalse();
  }
}
