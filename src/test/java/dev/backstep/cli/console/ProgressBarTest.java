package dev.backstep.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private final StringWriter terminal = new StringWriter();
  private final ProgressBar bar = new ProgressBar(new PrintWriter(terminal));

  @Test
  void itTellsTheShareAndTheTimeThatIsLeft() {
    bar.show(0.5, "3 of 6 pairs", Optional.of(Duration.ofMillis(61_200)));
    assertThat(terminal)
        .hasToString("\r[###############---------------]  50 %  3 of 6 pairs, 1:02 left");
  }

  @Test
  void theTimeIsNotToldBeforeItIsKnown() {
    bar.show(0, "0 of 6 pairs", Optional.empty());
    assertThat(terminal).hasToString("\r[" + "-".repeat(30) + "]   0 %  0 of 6 pairs");
  }

  @Test
  void aShorterLineLeavesNothingOfALongerOneBehind() {
    bar.show(1, "10 of 10 pairs", Optional.empty());
    int length = terminal.toString().length() - 1;
    bar.clear();
    assertThat(terminal.toString()).endsWith("\r" + " ".repeat(length) + "\r");
  }
}
