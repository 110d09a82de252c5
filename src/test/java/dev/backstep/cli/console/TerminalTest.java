package dev.backstep.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTest {
  @ParameterizedTest
  @ValueSource(strings = {"/dev/pts/0", "/dev/pts/12", "/dev/tty1", "/dev/ttyS0", "/dev/console"})
  void terminalsOfADesktopAndOfTheMachineItselfAreSome(String device) {
    assertThat(Terminal.isTerminal(Path.of(device))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dev/null", "/tmp/dev/pts/0", "/tmp/errors.txt", "/proc/7/fd/pipe:[12]"})
  void filesPipesAndOtherDevicesAreNone(String device) {
    assertThat(Terminal.isTerminal(Path.of(device))).isFalse();
  }
}
