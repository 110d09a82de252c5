package dev.backstep.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.net.Gru;
import dev.backstep.net.Lstm;
import dev.backstep.net.Relu;
import dev.backstep.net.Vanilla;
import org.junit.jupiter.api.Test;

class NetWordsTest {
  @Test
  void aNetIsNamedInItsOwnNames() {
    NetWords vanilla = new NetWords(Vanilla.NET);
    assertThat(vanilla.recurrentWeights()).isEqualTo("W2");
    assertThat(vanilla.recurrentGradients()).isEqualTo("dW2");
    assertThat(vanilla.functions()).isEqualTo("tanh");
    assertThat(vanilla.flow()).contains("dtanh");
    assertThat(new NetWords(Relu.NET).functions()).isEqualTo("relu");
    assertThat(new NetWords(Lstm.NET).functions()).isEqualTo("σ and tanh");
    assertThat(new NetWords(Lstm.NET).flow()).contains("dc").contains("da_f");
    assertThat(new NetWords(Gru.NET).recurrentWeights()).isEqualTo("W2_r, W2_z, W2_n");
  }

  @Test
  void severalWeightsHaveSentencesOfTheirOwnWhereThereAreSome() {
    Texts texts = Texts.load();
    String key = "mycode.evidence.good";
    assertThat(new NetWords(Vanilla.NET).key(texts, key)).isEqualTo(key);
    assertThat(new NetWords(Lstm.NET).key(texts, key)).isEqualTo(key + ".many");
    assertThat(new NetWords(Lstm.NET).key(texts, "lab.weak.zero_h0")).isEqualTo("lab.weak.zero_h0");
  }
}
