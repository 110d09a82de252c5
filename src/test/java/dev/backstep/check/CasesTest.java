package dev.backstep.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backstep.check.diagnosis.Diagnosis;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.check.verdict.BestReading;
import dev.backstep.check.verdict.Verdict;
import dev.backstep.io.array.ArrayFile;
import dev.backstep.io.array.ArrayFileException;
import dev.backstep.words.CheckReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of other people's programs, about each of which it is known what must be said. */
class CasesTest {
  /** What came out: as the exit code of the command, and its lines. */
  private record Answer(int code, String text) {}

  private record Case(Path file, JsonNode expected) {
    @Override
    public String toString() {
      return String.valueOf(file.getFileName());
    }
  }

  static Stream<Case> cases() throws URISyntaxException {
    Path folder = Path.of(Objects.requireNonNull(CasesTest.class.getResource("/cases")).toURI());
    return Stream.of(folder, folder.resolve("dialects"), folder.resolve("styles"))
        .flatMap(CasesTest::in);
  }

  private static Stream<Case> in(Path folder) {
    JsonNode expected;
    try {
      expected = new ObjectMapper().readTree(Files.readString(folder.resolve("expected.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return expected.properties().stream()
        .map(each -> new Case(folder.resolve(each.getKey() + ".npz"), each.getValue()));
  }

  private static Answer answer(Path file) {
    try {
      // The name says what is wrong in some; the answer is not to have it from there.
      Verdict verdict =
          ArrayFile.read(file, arrays -> BestReading.verdict("the file", arrays, Map.of()));
      List<String> lines = new CheckReport(verdict, Diagnosis.of(verdict)).lines();
      return new Answer(verdict.agrees() ? 0 : 1, String.join("\n", lines));
    } catch (ArrayFileException | SubmissionException refused) {
      return new Answer(2, String.valueOf(refused.getMessage()));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatIsKnownOfAFileIsSaid(Case each) {
    Answer answer = answer(each.file());
    assertThat(each.expected().get("rc"))
        .as(answer.text())
        .anyMatch(code -> code.intValue() == answer.code());
    for (JsonNode says : each.expected().get("says")) {
      assertThat(answer.text()).containsPattern(Pattern.compile(says.textValue()));
    }
    for (JsonNode never : each.expected().get("never")) {
      assertThat(answer.text()).doesNotContainPattern(Pattern.compile(never.textValue()));
    }
  }
}
