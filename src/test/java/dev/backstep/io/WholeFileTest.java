package dev.backstep.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir Path folder;

  @Test
  void whatWasThereIsReplacedAndNothingElseIsLeft() throws IOException {
    Path file = folder.resolve("a.csv");
    Files.writeString(file, "old and longer");
    WholeFile.write(file, "new".getBytes());
    assertThat(file).hasContent("new");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void whereALinkLeadsToAFileTheLinkStays() throws IOException {
    Path file = folder.resolve("a.csv");
    Files.writeString(file, "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
    WholeFile.write(link, "new".getBytes());
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new");
  }

  @Test
  void whereItCannotBeWrittenWhatWasThereStays() throws IOException {
    Path file = folder.resolve("taken");
    Files.createDirectories(file.resolve("inside"));
    assertThatThrownBy(() -> WholeFile.write(file, new byte[3])).isInstanceOf(IOException.class);
    assertThat(file.resolve("inside")).isDirectory();
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
    assertThatThrownBy(() -> WholeFile.write(folder.resolve("no/such/a.csv"), new byte[3]))
        .isInstanceOf(IOException.class);
  }

  @Test
  void whatBreaksOffInTheMiddleLeavesWhatWasThere() throws IOException {
    Path file = folder.resolve("a.csv");
    Files.writeString(file, "whole");
    assertThatThrownBy(
            () ->
                WholeFile.write(
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("disk full");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("disk full");
    assertThat(file).hasContent("whole");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }
}
