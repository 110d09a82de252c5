package dev.backstep.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a file is not written, with the file that was asked for. */
class NotWrittenTest {
  private final NotWritten notWritten = new NotWritten(Texts.load());
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameAFile() {
    file = folder.resolve("run.npz");
  }

  private String reason(Path of, IOException cause) {
    String sentence = notWritten.sentence(of, cause);
    assertThat(sentence).startsWith(of + " could not be written: ").endsWith(".");
    return sentence.substring((of + " could not be written: ").length());
  }

  @Test
  void aFolderInThePlaceOfTheFileIsNamedAndNotTheFileBesideIt() {
    FileSystemException cause =
        new FileSystemException(folder + "/.run.npz.part", folder.toString(), "Is a directory");
    assertThat(reason(folder, cause)).isEqualTo("it is a folder and not a file.");
  }

  @Test
  void aFolderThatThereIsNotIsToldFromOneThatDoesNotAllowIt() {
    NoSuchFileException cause = new NoSuchFileException(".run.npz.part");
    assertThat(reason(folder.resolve("no/run.npz"), cause)).isEqualTo("there is no such folder.");
    assertThat(reason(file, cause)).as("as /proc").isEqualTo("the folder does not allow it.");
    assertThat(reason(file, new AccessDeniedException(".run.npz.part")))
        .isEqualTo("the folder does not allow it.");
  }

  @Test
  void aFileInThePlaceOfAFolderIsNamed() throws IOException {
    Path plain = Files.createFile(folder.resolve("plain"));
    NoSuchFileException cause = new NoSuchFileException(".run.npz.part");
    assertThat(reason(plain.resolve("run.npz"), cause))
        .isEqualTo(plain + " is a file and not a folder.");
    assertThat(notWritten.ofPictures(plain, new IOException("plain")))
        .isEqualTo(
            "Pictures cannot be written to %s: %s is a file and not a folder."
                .formatted(plain, plain));
    assertThat(notWritten.ofPictures(folder, new AccessDeniedException("probe.png")))
        .isEqualTo("Pictures cannot be written to " + folder + ": the folder does not allow it.");
  }

  @Test
  void whatTheSystemSaysIsSaidAndEndsWithOneFullStop() {
    FileSystemException full = new FileSystemException(".run.npz.part", null, "The disk is full");
    assertThat(reason(file, full)).isEqualTo("the system says “The disk is full”.");
    assertThat(reason(file, new IOException("it is too large."))).isEqualTo("it is too large.");
  }
}
