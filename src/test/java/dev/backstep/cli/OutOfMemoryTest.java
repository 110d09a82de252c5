package dev.backstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import dev.backstep.check.reading.Programs;
import dev.backstep.fault.Fault;
import dev.backstep.io.array.ArrayFile;
import dev.backstep.math.NdArray;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A refusal of what does not fit into 64 MB, in a sentence, by a program that has no more. */
@Timeout(value = Deadline.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OutOfMemoryTest {
  private static final Path BOMB =
      Path.of("src", "test", "resources", "broken", "bomb1000-oom.npz");

  @TempDir private Path folder;

  private CommandCall call(Object... arguments) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(CommandCall.commandLine("-Xmx64m", arguments))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      assertThat(process.waitFor(Deadline.SECONDS, TimeUnit.SECONDS)).isTrue();
      return new CommandCall(process.exitValue(), Files.readAllLines(out), Files.readAllLines(err));
    } finally {
      process.destroyForcibly();
    }
  }

  /** A sequence that would fit into more memory. */
  private Path longSequence() throws IOException {
    int length = 20_000;
    Map<String, NdArray> arrays = new LinkedHashMap<>();
    for (String name : new String[] {"W1", "W2", "W3", "dW2"}) {
      arrays.put(name, NdArray.of(new double[64 * 64], 64, 64));
    }
    arrays.put("x", NdArray.of(new int[length]));
    arrays.put("y", NdArray.of(new int[length]));
    return Files.write(folder.resolve("long.npz"), ArrayFile.npz(arrays));
  }

  @Test
  void theFilesBehindThoseThatDoNotFitAreJudged() throws Exception {
    Path mine = Programs.saved(folder, "mine.npz", Programs.ours(Fault.MISSING_TRANSPOSE));
    CommandCall call = call("check", "--json", BOMB, longSequence(), mine);
    assertThat(call.err()).isEmpty();
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.out()).hasSize(3);
    assertThat(call.out().get(0)).contains("\"refused\"", "W1 is (131072000,)");
    assertThat(call.out().get(1))
        .contains(
            "\"refused\"", "x has 20000 timesteps; with V = 64 and H = 64 there may be at most");
    assertThat(call.out().get(2)).contains("\"differs\"", "missing-transpose");
  }

  @Test
  void aNetThatDoesNotFitIsNotTrained() throws Exception {
    CommandCall call = call("train", "--hidden", "1024", "--updates", "20");
    assertThat(call.err())
        .singleElement()
        .asString()
        .matches("backstep train: it takes more memory than the 6\\d MB that this program has\\.");
    assertThat(call.code()).isEqualTo(2);
  }

  @Test
  void netsThatDoNotFitAreNotCompared() throws Exception {
    CommandCall call =
        call(
            "compare", "--hidden", "1024", "--optimizer", "adam", "--a", "lr=0.05", "--seeds", "1");
    assertThat(call.err())
        .singleElement()
        .asString()
        .matches(
            "The comparison ended early: it takes more memory than the 6\\d MB that this program"
                + " has\\.");
    assertThat(call.code()).isEqualTo(2);
  }

  @Test
  void aSessionThatDoesNotFitIsNotCalledDamaged() throws Exception {
    Path session = folder.resolve("large.backstep");
    Path text = Files.writeString(folder.resolve("names.txt"), "ab\nba\n");
    String settings = "train --hidden 900 --optimizer adam --updates 1 --save";
    List<String> train = new ArrayList<>(List.of(settings.split(" ")));
    train.addAll(List.of(session.toString(), "--data", text.toString()));
    assertThat(CommandCall.of(train.toArray()).code()).isZero();
    CommandCall call = call("sample", "--session", session);
    assertThat(call.err().get(0))
        .startsWith(session + ": its numbers take ")
        .containsPattern(" are allowed with the 6\\d MB of memory that this program has\\.$");
    assertThat(call.code()).isEqualTo(2);
  }

  @Test
  void aTextThatDoesNotFitIsRefusedBeforeItIsRead() throws Exception {
    Path text = folder.resolve("large.txt");
    try (RandomAccessFile file = new RandomAccessFile(text.toFile(), "rw")) {
      file.setLength(49 << 20);
    }
    CommandCall call = call("train", "--data", text);
    assertThat(call.err().get(0))
        .startsWith(text + ": the file has 51380224 bytes, and at most ")
        .containsPattern(" are allowed with the 6\\d MB of memory that this program has\\.$");
    assertThat(call.code()).isEqualTo(2);
  }

  @Test
  void aTextOfTheMostThatIsAllowedIsTrainedOn() throws Exception {
    String line = "abcdefghijklmnopqrstuvwxyz".repeat(2) + "\n";
    Path text = folder.resolve("large.txt");
    Files.write(text, line.repeat((12 << 20) / line.length()).getBytes(StandardCharsets.UTF_8));
    CommandCall call = call("train", "--data", text, "--updates", "1", "--hidden", "4");
    assertThat(call.err()).isEmpty();
    assertThat(call.out()).singleElement().asString().startsWith("trained 1 update");
    assertThat(call.code()).isZero();
  }

  @Test
  void aNameOfNothingIsRefusedByItsOption() {
    for (List<String> command :
        List.of(
            List.of("check", ""),
            List.of("train", "--data", ""),
            List.of("sample", "--session", ""),
            List.of(""))) {
      CommandCall call = CommandCall.of(command.toArray());
      assertThat(call.err().get(0))
          .endsWith(" is “”; it must be the name of a file that this system can have.");
      assertThat(call.code()).isEqualTo(2);
    }
  }

  @Test
  void aNameThatBeginsWithAnAtSignIsThatOfAFile() {
    CommandCall call = CommandCall.of("check", "@" + BOMB);
    assertThat(call.err()).containsExactly(BOMB.getFileName() + ": there is no such file.");
  }
}
