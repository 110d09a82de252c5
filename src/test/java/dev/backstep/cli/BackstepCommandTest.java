package dev.backstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackstepCommandTest {
  /** Writes down what it was asked for. */
  private static final class Asked implements Desktop {
    private final List<String> calls = new ArrayList<>();

    @Override
    public int open(Optional<Path> text) {
      calls.add("open " + text.map(Path::toString).orElse("nothing"));
      return 0;
    }

    @Override
    public int render(Path folder) {
      calls.add("render " + folder);
      return 3;
    }
  }

  private final Asked desktop = new Asked();

  @Test
  void withoutArgumentsTheWindowOpens() {
    assertThat(BackstepCommand.run(desktop)).isZero();
    assertThat(desktop.calls).containsExactly("open nothing");
  }

  @Test
  void aFileIsOpenedInTheWindow() {
    assertThat(BackstepCommand.run(desktop, "names.txt")).isZero();
    assertThat(desktop.calls).containsExactly("open names.txt");
  }

  @Test
  void renderHandsOnTheFolderAndTheExitCode() {
    assertThat(BackstepCommand.run(desktop, "render", "--out", "pictures")).isEqualTo(3);
    assertThat(desktop.calls).containsExactly("render pictures");
  }

  @Test
  void whatIsNotUnderstoodEndsWithTwoAndDoesNothing() {
    assertThat(BackstepCommand.run(desktop, "render")).isEqualTo(2);
    assertThat(BackstepCommand.run(desktop, "--nonsense")).isEqualTo(2);
    assertThat(BackstepCommand.run(desktop, "a.txt", "b.txt")).isEqualTo(2);
    assertThat(desktop.calls).isEmpty();
  }

  @Test
  void helpEndsWithZeroAndDoesNothing() {
    assertThat(BackstepCommand.run(desktop, "--help")).isZero();
    assertThat(BackstepCommand.run(desktop, "render", "--help")).isZero();
    assertThat(desktop.calls).isEmpty();
  }
}
