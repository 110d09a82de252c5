package dev.backstep.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeterminismTest {
  /**
   * The sums on every machine and every Java version: in the order of the optimisers, and then
   * LSTM, GRU and GRU with the reset before.
   */
  private static final List<String> FINGERPRINTS =
      List.of(
          "aeada471c1d76e33",
          "5a130e166d9febed",
          "bffbea0e708b7e56",
          "255f77553b1204ef",
          "2c959a4bf5cb97c3",
          "4372b999443796ec",
          "e206552cfdb8ff2e");

  @Test
  void tenThousandUpdatesComeToTheSameBitsEveryTimeAndEverywhere() {
    assertThat(DeterminismProbe.fingerprints()).containsExactlyElementsOf(FINGERPRINTS);
  }

  @Test
  void everyJavaVersionOnThisMachineComesToTheSameBitsAlsoWhenItOptimises() throws Exception {
    for (Path java : javas()) {
      assertThat(run(java)).as(java.toString()).isEqualTo(FINGERPRINTS);
    }
  }

  /** The Java commands of this machine's usual places, among them the one that runs this test. */
  private static List<Path> javas() throws IOException {
    Path here = Path.of(System.getProperty("java.home"));
    Path places = here.getParent();
    try (Stream<Path> homes = Files.list(places)) {
      return homes
          .filter(home -> !Files.isSymbolicLink(home) || home.equals(here))
          .map(home -> home.resolve("bin").resolve("java"))
          .filter(Files::isExecutable)
          .sorted()
          .toList();
    }
  }

  private static List<String> run(Path java) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                java.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DeterminismProbe.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> lines = new String(process.getInputStream().readAllBytes()).lines().toList();
    assertThat(process.waitFor(Deadline.SECONDS, TimeUnit.SECONDS)).isTrue();
    return lines;
  }
}
