package dev.backstep.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.net.Gru;
import dev.backstep.net.Net;
import dev.backstep.net.Notation;
import dev.backstep.net.Vanilla;
import dev.backstep.words.Texts;
import org.junit.jupiter.api.Test;

class ShareWordsTest {
  private static String of(Net net, Notation notation, String weight) {
    return new ShareWords(Texts.load(), notation, net).of(weight);
  }

  @Test
  void theOuterProductsOfTheVanillaNet() {
    assertThat(of(Vanilla.NET, Notation.OURS, "W1"))
        .isEqualTo("xᵀ·dtanh is rank one: only the row of the character that was read.");
    assertThat(of(Vanilla.NET, Notation.OURS, "W2"))
        .isEqualTo("h_prevᵀ·dtanh is rank one: rows of h_prev, columns of dtanh.");
    assertThat(of(Vanilla.NET, Notation.OURS, "W3"))
        .isEqualTo("eᵀ·h is rank one: rows of e, columns of h.");
    assertThat(of(Vanilla.NET, Notation.OURS, "bh")).isEqualTo("This cell adds its dtanh.");
    assertThat(of(Vanilla.NET, Notation.OURS, "bo")).isEqualTo("This cell adds its e.");
  }

  @Test
  void theSameInTheNamesOfTheLiterature() {
    assertThat(of(Vanilla.NET, Notation.FIELD, "W1"))
        .isEqualTo(
            "dtanh·xᵀ is rank one: only one column, drawn here as the row of the character that was"
                + " read.");
    assertThat(of(Vanilla.NET, Notation.FIELD, "W2"))
        .isEqualTo("dtanh·h_prevᵀ is rank one. It is drawn transposed: h_prev down, dtanh across.");
    assertThat(of(Vanilla.NET, Notation.FIELD, "W3"))
        .isEqualTo("e·hᵀ is rank one: rows of e, columns of h.");
  }

  @Test
  void whatTheEquationOfAWeightHasAndNotItsName() {
    assertThat(of(Gru.NET, Notation.OURS, "W2_n"))
        .isEqualTo("h_prevᵀ·dhn is rank one: rows of h_prev, columns of dhn.");
    assertThat(of(Gru.NET, Notation.OURS, "b_hn")).isEqualTo("This cell adds its dhn.");
  }
}
