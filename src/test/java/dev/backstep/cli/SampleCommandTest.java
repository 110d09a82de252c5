package dev.backstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleCommandTest {
  @TempDir private Path folder;
  private Path session;

  @BeforeEach
  void train() {
    session = folder.resolve("a run.backstep");
    assertThat(CommandCall.of("train", "--hidden", 4, "--updates", 20, "--save", session).code())
        .isZero();
  }

  private CommandCall sample(Object... arguments) {
    return CommandCall.of(
        Stream.concat(Stream.of("sample", "--session", session), Stream.of(arguments)).toArray());
  }

  @Test
  void theSameSeedDrawsTheSameTextAndAnotherSeedAnother() {
    CommandCall first = sample("-n", 20, "--seed", 7);
    assertThat(first.code()).isZero();
    assertThat(first.err()).isEmpty();
    assertThat(first.out()).hasSize(20).isEqualTo(sample("-n", 20, "--seed", 7).out());
    assertThat(first.out()).isNotEqualTo(sample("-n", 20, "--seed", 8).out());
    assertThat(sample("-n", 5, "--seed", 7).out()).isEqualTo(first.out().subList(0, 5));
  }

  @Test
  void temperatureGreedAndLengthDecideWhatIsDrawn() {
    assertThat(sample("--temperature", "0.05").out())
        .hasSize(10)
        .isNotEqualTo(sample("--temperature", 5).out());
    assertThat(sample("--greedy", "--temperature", "0.05").out())
        .isEqualTo(sample("--greedy", "--temperature", 5).out());
    assertThat(sample("--temperature", 5, "--max-length", 3).out())
        .allSatisfy(text -> assertThat(text.length()).isLessThanOrEqualTo(3))
        .anySatisfy(text -> assertThat(text).hasSize(3));
  }

  @Test
  void aLineEndThatWasDrawnIsWrittenAsASign() throws IOException {
    Path text = Files.writeString(folder.resolve("text.txt"), "a\n\nb\n\na\n\nb\n\n");
    assertThat(
            CommandCall.of(
                    "train",
                    "--data",
                    text,
                    "--window",
                    4,
                    "--hidden",
                    4,
                    "--updates",
                    50,
                    "--save",
                    session)
                .code())
        .isZero();
    assertThat(sample("-n", 7).out())
        .hasSize(7)
        .anySatisfy(each -> assertThat(each).contains("⏎"))
        .allSatisfy(each -> assertThat(each).matches("[ab⏎]+"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-n -1 | The number of samples is -1; it must be 1 to 1000000.",
        "-n 0 | The number of samples is 0; it must be 1 to 1000000.",
        "--temperature 0 | The temperature is 0.0; it must be 0.05 to 5.",
        "--temperature NaN | --temperature is “NaN”; it must be a number from 0.05 to 5.",
        "--temperature 1d | --temperature is “1d”; it must be a number from 0.05 to 5.",
        "-n 0x1 | -n is “0x1”; it must be a whole number from 1 to 1000000.",
        "--max-length 5001 | The maximal length is 5001; it must be 1 to 5000.",
        "-n x | -n is “x”; it must be a whole number from 1 to 1000000.",
        "-n 99999999999 | -n is “99999999999”; it must be a whole number from 1 to 1000000.",
        "--temperature x | --temperature is “x”; it must be a number from 0.05 to 5.",
        "--max-length 9.5 | --max-length is “9.5”; it must be a whole number from 1 to 5000.",
        "--greedy=x | --greedy is “x”; it must be given without a value.",
        "--seed x | --seed is “x”; it must be a whole number from -9223372036854775808 to"
            + " 9223372036854775807.",
        "--session nowhere.backstep | nowhere.backstep: there is no such file.",
        "--session pom.xml | pom.xml: this is not a session that Backstep saved."
      })
  void whatCannotBeDrawnEndsWithTwoAndOneSentence(String arguments, String message) {
    Stream<Object> command =
        arguments.contains("--session")
            ? Stream.of("sample")
            : Stream.of("sample", "--session", session);
    CommandCall call =
        CommandCall.of(Stream.concat(command, Stream.of(arguments.split(" "))).toArray());
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err()).containsExactly(message, "See: backstep sample --help");
    assertThat(call.out()).isEmpty();
  }

  @Test
  void withoutASessionThereIsNothingToDrawFrom() {
    CommandCall call = CommandCall.of("sample");
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err().get(0)).isEqualTo("--session SESSION is missing.");
  }
}
