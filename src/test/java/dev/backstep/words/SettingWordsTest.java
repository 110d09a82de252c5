package dev.backstep.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.net.Gru;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.training.RunSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingWordsTest {
  private final SettingWords words = new SettingWords(Texts.load());

  @Test
  void everyCellIsCalledByANameOfItsOwn() {
    List<String> names = Nets.ALL.stream().map(words::cell).toList();
    assertThat(names).doesNotHaveDuplicates().contains("vanilla RNN", "LSTM");
    assertThat(names).noneMatch(name -> name.contains("words."));
  }

  @Test
  void theBiasOfAGateIsCalledAfterTheGate() {
    assertThat(gateBias(Lstm.NET)).isEqualTo("forget bias 1");
    assertThat(gateBias(Gru.NET)).isEqualTo("update bias 0");
    assertThat(Nets.ALL)
        .allSatisfy(net -> assertThat(gateBias(net).isEmpty()).isEqualTo(net.gateBias().isEmpty()));
  }

  private String gateBias(Net net) {
    return words.gateBias(RunSettings.defaults().withCell(net));
  }
}
