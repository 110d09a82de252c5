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

/** The workflow runs what .ci/run runs: the same calls of Maven, the same checks in Python. */
class WorkflowTest {
  private static final Pattern MAVEN = Pattern.compile("(?m)\\bmvn (-[^\"\n]*|[a-z][^\"\n]*)$");
  private static final Pattern PYTHON = Pattern.compile("\\bsrc/[\\w/]+\\.py\\b[^\n]*");

  @Test
  void everyPartOfTheCheckIsAPartOfTheWorkflow() throws IOException {
    String check = Files.readString(Path.of(".ci", "run"));
    String workflow = Files.readString(Path.of(".github", "workflows", "check.yml"));
    List<String> parts =
        Stream.concat(
                MAVEN.matcher(check).results().map(MatchResult::group),
                PYTHON.matcher(check).results().map(MatchResult::group))
            .map(call -> call.replace("-B -ntp ", ""))
            .toList();
    assertThat(parts).hasSizeGreaterThan(6).allSatisfy(part -> assertThat(workflow).contains(part));
  }
}
