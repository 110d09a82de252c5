package dev.backstep.check.printed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultCatalogue;
import dev.backstep.fault.FaultTexts;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NotebookNamesTest {
  /** What only the project, or what only min-char-rnn, calls so; or what had to give way. */
  private static final Pattern OTHERS =
      Pattern.compile(
          "(?<![\\w.])(W\\d\\w*|W[xh]\\w|b_\\w|bh|h|h_prev|dh\\w*|g|gate_o|da_\\w|x|t_|h0|T)(?!\\w)"
              + "(?<!da_prev)");

  @ParameterizedTest
  @EnumSource
  void noLineHasNamesThatTheNotebookHasNot(NotebookFunction function) {
    FaultTexts texts = FaultTexts.load();
    for (Fault fault : FaultCatalogue.of(function.net()).tried()) {
      String lines =
          texts.faultyLine(fault, function.net(), function.notation())
              + "\n"
              + texts.rightLine(fault, function.net(), function.notation());
      if (!function.isCell()) {
        assertThat(lines).as(fault.id()).doesNotContainPattern(OTHERS);
      }
      assertThat(lines).as(fault.id()).doesNotContainPattern("(?<!\\w)(W\\d|W[xh]\\w|gate_o)");
    }
  }
}
