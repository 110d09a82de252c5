package dev.backstep.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The rights of others in the folder into which a file is written, and their staying. */
class WholeFileSafetyTest {
  private static final int LENGTH = 200_000;

  @TempDir private Path folder;

  private Set<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** The name that a part of another program could have: that of one of ours which is gone. */
  private String nameOfPart() throws IOException {
    try (PartFile part = PartFile.in(folder, FilePermissions.of(folder.resolve("none")))) {
      return part.path().getFileName().toString();
    }
  }

  private String modeOf(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void filesOfSomebodyThatLookAsIfTheyWereLeftStay() throws IOException {
    Set<String> others =
        Set.of(".a.csv.part", ".backstep-0123456789abcdef.part", ".backstep-.part", "a.csv.part");
    for (String other : others) {
      Files.writeString(folder.resolve(other), "precious");
    }
    WholeFile.write(folder.resolve("a.csv"), new byte[3]);
    for (String other : others) {
      assertThat(folder.resolve(other)).hasContent("precious");
    }
    assertThat(names()).hasSize(others.size() + 1);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aLinkIsNotFollowedThoughItHasTheNameOfAPart() throws IOException {
    Path precious = Files.writeString(folder.resolve("precious"), "precious");
    Path link = Files.createSymbolicLink(folder.resolve(nameOfPart()), precious);
    WholeFile.write(folder.resolve("a.csv"), new byte[3]);
    assertThat(precious).hasContent("precious");
    assertThat(link).isSymbolicLink();
  }

  @Test
  void whatAKilledWriterLeftIsTidiedAtTheNextSaveOfAnyFile() throws IOException {
    Files.writeString(folder.resolve(nameOfPart()), "half a fi");
    WholeFile.write(folder.resolve("a.csv"), new byte[3]);
    assertThat(names()).containsExactly("a.csv");
  }

  @Test
  void whatIsStillBeingWrittenStays() throws IOException {
    WholeFile.write(
        folder.resolve("a.csv"),
        out -> {
          WholeFile.write(folder.resolve("b.csv"), new byte[3]);
          assertThat(names()).hasSize(2).contains("b.csv");
          out.write(7);
        });
    assertThat(names()).containsExactly("a.csv", "b.csv");
  }

  @Test
  void whatAnotherProgramIsWritingStays() throws Exception {
    String part = nameOfPart();
    Process other = LockingProbe.start(folder.resolve(part));
    try (BufferedReader lines = other.inputReader()) {
      assertThat(lines.readLine()).isEqualTo("locked");
      WholeFile.write(folder.resolve("a.csv"), new byte[3]);
      assertThat(names()).containsExactly(part, "a.csv");
    } finally {
      other.destroyForcibly().waitFor();
    }
    WholeFile.write(folder.resolve("a.csv"), new byte[3]);
    assertThat(names()).containsExactly("a.csv");
  }

  @Test
  void ofManyWhoWriteOneFileAtOnceOneWinsWholeAndNoneFails() throws Exception {
    Path file = folder.resolve("a.npz");
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      Stream<Callable<Void>> writers =
          IntStream.range(0, 40)
              .mapToObj(
                  number ->
                      () -> {
                        byte[] content = new byte[LENGTH];
                        Arrays.fill(content, (byte) number);
                        WholeFile.write(file, content);
                        return null;
                      });
      for (var done : pool.invokeAll(writers.toList())) {
        done.get();
      }
    } finally {
      pool.shutdownNow();
    }
    byte[] content = Files.readAllBytes(file);
    assertThat(content).hasSize(LENGTH).containsOnly(content[0]);
    assertThat(names()).containsExactly("a.npz");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void theModeOfTheFileThatIsReplacedIsKept() throws IOException {
    Path file = Files.createFile(folder.resolve("a.csv"));
    for (String mode : new String[] {"rw-------", "rw-rw-rw-", "rwxr-x---"}) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
      WholeFile.write(
          file,
          out -> {
            for (String name : names()) {
              Path part = folder.resolve(name);
              assertThat(part.equals(file) ? "rw-------" : modeOf(part)).isEqualTo("rw-------");
            }
            out.write(7);
          });
      assertThat(modeOf(file)).isEqualTo(mode);
      assertThat(file).hasBinaryContent(new byte[] {7});
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aPrivateFileIsForItsOwnerOnlyWhateverItReplaces() throws IOException {
    Path file = Files.createFile(folder.resolve("kept"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    WholeFile.writePrivate(file, out -> out.write(7));
    assertThat(modeOf(file)).isEqualTo("rw-------");
    WholeFile.writePrivate(folder.resolve("new"), out -> out.write(7));
    assertThat(modeOf(folder.resolve("new"))).isEqualTo("rw-------");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aNewFileIsAsOpenAsOthersOfTheUser() throws IOException {
    Path other = Files.createFile(folder.resolve("other"));
    WholeFile.write(folder.resolve("new"), new byte[3]);
    assertThat(modeOf(folder.resolve("new"))).isEqualTo(modeOf(other));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aPipeIsNotReplacedByAFile() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThatThrownBy(() -> WholeFile.write(pipe, new byte[3]))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("Not a regular file");
    assertThat(Files.isRegularFile(pipe)).isFalse();
    assertThat(names()).containsExactly("pipe");
  }

  @Test
  void aNameAsLongAsTheSystemAllowsCanBeWritten() throws IOException {
    Path file = folder.resolve("a".repeat(255));
    WholeFile.write(file, new byte[3]);
    assertThat(file).hasSize(3);
    assertThatThrownBy(() -> WholeFile.write(folder.resolve("a".repeat(256)), new byte[3]))
        .isInstanceOf(IOException.class);
  }

  /** Another program that holds a file until it is ended. */
  static final class LockingProbe {
    private LockingProbe() {}

    static Process start(Path file) throws IOException {
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-cp",
              System.getProperty("java.class.path"),
              LockingProbe.class.getName(),
              file.toString())
          .start();
    }

    /**
     * @param arguments the file
     */
    public static void main(String[] arguments) throws IOException {
      Path file = Path.of(arguments[0]);
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        channel.lock();
        System.out.println("locked");
        System.in.read();
      }
    }
  }
}
