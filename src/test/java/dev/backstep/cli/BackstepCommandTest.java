package dev.backstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.net.Net;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    public int render(Path folder, Optional<Net> stepOf) {
      calls.add("render " + folder + stepOf.map(net -> ", Step of " + net.id()).orElse(""));
      return 3;
    }
  }

  @TempDir private Path folder;
  private final Asked desktop = new Asked();

  @Test
  void withoutArgumentsTheWindowOpens() {
    assertThat(BackstepCommand.run(desktop)).isZero();
    assertThat(desktop.calls).containsExactly("open nothing");
  }

  @Test
  void aFileIsOpenedInTheWindow() throws IOException {
    Path names = Files.writeString(folder.resolve("names.txt"), "anna\n");
    assertThat(BackstepCommand.run(desktop, names.toString())).isZero();
    assertThat(desktop.calls).containsExactly("open " + names);
  }

  @Test
  void aFolderIsOpenedIfArraysAreInIt() throws IOException {
    assertThat(refusal(folder.toString()))
        .isEqualTo("“" + folder + "” is a folder, and no .npy file is in it.");
    Files.createFile(folder.resolve("W1.npy"));
    assertThat(BackstepCommand.run(desktop, folder.toString())).isZero();
    assertThat(desktop.calls).containsExactly("open " + folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bogus | There is no file and no command “bogus”.",
        "nofile.txt | There is no file “nofile.txt”.",
        "trian | There is no file and no command “trian”. Did you mean: train?",
        "trian --epochs 3 | There is no file and no command “trian”. Did you mean: train?",
        "chekc a.npz b.npz | There is no file and no command “chekc”. Did you mean: check?",
        "Sample | There is no file and no command “Sample”. Did you mean: sample?"
      })
  void whatIsNeitherAFileNorACommandIsRefusedBeforeAnythingIsOpened(
      String arguments, String sentence) {
    assertThat(refusal(arguments.split(" "))).isEqualTo(sentence);
    assertThat(desktop.calls).isEmpty();
  }

  private String refusal(String... arguments) {
    StringWriter err = new StringWriter();
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    assertThat(BackstepCommand.run(desktop, nowhere, new PrintWriter(err, true), arguments))
        .isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(2).endsWith("See: backstep --help");
    return err.toString().lines().findFirst().orElseThrow();
  }

  @Test
  void renderHandsOnTheFolderAndTheExitCode() {
    assertThat(BackstepCommand.run(desktop, "render", "--out", "pictures")).isEqualTo(3);
    assertThat(desktop.calls).containsExactly("render pictures");
  }

  @Test
  void renderHandsOnTheCell() {
    assertThat(BackstepCommand.run(desktop, "render", "--out=p", "--cell=lstm")).isEqualTo(3);
    assertThat(desktop.calls).containsExactly("render p, Step of lstm");
  }

  @Test
  void aCellThatThereIsNotIsRefusedAndNothingIsRendered() {
    assertThat(CommandCall.of("render", "--out=p", "--cell=lstmm").err())
        .first()
        .asString()
        .startsWith("--cell is “lstmm”; it must be vanilla (also called rnn), relu, ")
        .endsWith(" or lstm.");
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
