package dev.backstep.io.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.io.PartFile;
import dev.backstep.math.SeededRandom;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program that saves in a loop is killed (SIGKILL where there are signals) as soon as the file
 * that it is writing beside the whole one has reached a random size.
 */
class KilledWhileSavingTest {
  private static final int TIMES = 10;

  @TempDir Path folder;

  @Test
  void theLastWholeFileAlwaysOpens() throws Exception {
    SeededRandom random = new SeededRandom(11);
    Path file = folder.resolve("run.backstep");
    int cutOff = 0;
    for (int i = 0; i < TIMES; i++) {
      int told = saveAndKill(file, 1 + random.nextInt(3), random.nextDouble());
      Session session = SessionFile.read(file);
      assertThat(session.view().place()).isBetween(told, told + 1);
      cutOff += parts().size();
      PartFile.tidy(folder);
      assertThat(parts()).isEmpty();
    }
    assertThat(cutOff).as("kills in the middle of a file").isGreaterThan(TIMES / 4);
  }

  /**
   * Kills it in a save after it told of so many.
   *
   * @param share of the size of the whole file that the one beside has then
   * @return the number of the last save that it told of
   */
  private int saveAndKill(Path file, int saves, double share) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SavingProbe.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader lines = process.inputReader()) {
      for (int i = 0; i < saves; i++) {
        assertThat(lines.readLine()).isNotNull();
      }
      long size = (long) (share * Files.size(file));
      while (process.isAlive() && sizeOfPart() < size) {
        Thread.onSpinWait();
      }
      process.toHandle().destroyForcibly();
      assertThat(process.waitFor()).isNotZero();
      return lines.lines().mapToInt(Integer::parseInt).reduce(saves, (first, last) -> last);
    }
  }

  private List<Path> parts() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(each -> PartFile.isNameOfPart(each.getFileName().toString())).toList();
    }
  }

  private long sizeOfPart() throws IOException {
    try {
      List<Path> parts = parts();
      return parts.isEmpty() ? -1 : Files.size(parts.get(0));
    } catch (NoSuchFileException e) {
      return -1;
    }
  }
}
