package dev.backstep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A test that waits for something waits as long as a hang may be, which is said in one place. */
class ShortWaitsTest {
  private static final Path TESTS = Path.of("src", "test", "java");

  /** A wait with a number of its own, in whatever unit; a sleep, which is always too short. */
  private static final Pattern WAIT =
      Pattern.compile(
          "\\b(?:await|waitFor|waitForAsyncFx|waitForAsync|tryAcquire|poll|join|get)\\(\\s*[\\d_]+L?,?"
              + "\\s*(?:TimeUnit\\.\\w+|[A-Z]+SECONDS|\\(\\)|\\w+\\s*->|\\w+::)"
              + "|\\bwaitForAsync(?:Fx)?\\(\\s*\\d"
              + "|\\b(?:assertTimeout(?:Preemptively)?|await)\\(\\s*(?:Duration\\.)?of\\w+\\(\\s*\\d|@Timeout\\((?:value"
              + " = )?\\d|\\bThread\\.sleep\\(|\\.join\\(\\s*\\d");

  private static List<String> waits(String code) {
    return WAIT.matcher(code).results().map(MatchResult::group).toList();
  }

  @Test
  void noTestHasAWaitWithANumberOfItsOwn() throws IOException {
    try (Stream<Path> files = Files.walk(TESTS)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        if (!file.endsWith("ShortWaitsTest.java")) {
          assertThat(waits(Files.readString(file))).as(file.toString()).isEmpty();
        }
      }
    }
  }

  @Test
  void suchWaitsAreFound() {
    for (String wait :
        List.of(
            "await(5, () -> done)",
            "latch.await(10, TimeUnit.SECONDS)",
            "process.waitFor(1, TimeUnit.MINUTES)",
            "WaitForAsyncUtils.waitForAsyncFx(5000, lens::texts)",
            "WaitForAsyncUtils.waitForAsyncFx(\n        20_000, this::look)",
            "assertTimeout(Duration.ofSeconds(15), () -> {})",
            "experiment.await(Duration.ofSeconds(20))",
            "@Timeout(30)",
            "@Timeout(value = 60, threadMode = SEPARATE_THREAD)",
            "future.get(3, TimeUnit.SECONDS)",
            "Thread.sleep(100)",
            "thread.join(1000)")) {
      assertThat(waits(wait)).as(wait).isNotEmpty();
    }
  }

  @Test
  void otherNumbersAreNot() {
    for (String code :
        List.of(
            "lines.get(0).text()",
            "dh.get(1, 2)",
            "await(() -> updates() == 5)",
            "process.waitFor(Deadline.SECONDS, TimeUnit.SECONDS)",
            "experiment.await(Duration.ofSeconds(Deadline.SECONDS))")) {
      assertThat(waits(code)).as(code).isEmpty();
    }
  }
}
