package dev.backstep.io.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backstep.model.Truncation;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Vanilla;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.RunSettings;
import dev.backstep.training.Runs;
import dev.backstep.training.SavedRuns;
import dev.backstep.training.optimizer.OptimizerKind;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The description of a run, as it is and as earlier versions wrote it. */
class SessionJsonTest {
  /** Where the length of the first section stands, behind the head and the section's name. */
  private static final int LENGTH = 12 + 4;

  @TempDir Path folder;

  private String description(RunSettings settings) throws Exception {
    Path file = folder.resolve("run.backstep");
    SessionFile.write(file, new Session(SavedRuns.branched(settings).saved(), SavedRuns.VIEW));
    byte[] content = Files.readAllBytes(file);
    int length = (int) ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getLong(LENGTH);
    return new String(content, LENGTH + Long.BYTES, length, StandardCharsets.UTF_8);
  }

  private static RunSettings of(Net cell) {
    return Runs.settings(3, OptimizerKind.SGD, new HiddenStatePolicy.Zero()).withCell(cell);
  }

  private static RunSettings read(String json) throws Exception {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return SessionJson.read(bytes).settings().get(0).settings();
  }

  @Test
  void theGateBiasIsWrittenOfCellsThatHaveOne() throws Exception {
    for (Net cell : Nets.ALL) {
      String json = description(of(cell));
      assertThat(json.contains("\"gateBias\":")).isEqualTo(cell.gateBias().isPresent());
      assertThat(json.contains("\"cell\":")).isEqualTo(cell != Vanilla.NET);
      assertThat(read(json)).isEqualTo(of(cell));
    }
    RunSettings set = of(Lstm.NET).withGateBias(-0.5);
    assertThat(read(description(set))).isEqualTo(set);
  }

  @Test
  void aTruncationIsWrittenWhereThereIsOne() throws Exception {
    for (Truncation cut : List.of(Truncation.chunks(4), Truncation.window(3))) {
      RunSettings set = of(Vanilla.NET).withTruncation(cut);
      assertThat(read(description(set))).isEqualTo(set);
    }
    String whole = description(of(Vanilla.NET));
    assertThat(whole.substring(0, whole.indexOf("}", whole.indexOf("settings"))))
        .doesNotContain("truncation");
    String wrong =
        description(of(Vanilla.NET).withTruncation(Truncation.chunks(4)))
            .replace("chunks:4", "chunks:0");
    assertThatThrownBy(() -> read(wrong)).hasMessageContaining("truncation is “chunks:0”");
  }

  /** Before there was the setting every bias began with 0. */
  @Test
  void aFileWithoutAGateBiasIsOfARunWhoseBiasBeganWithZero() throws Exception {
    String before = description(of(Lstm.NET)).replace(",\"gateBias\":1.0", "");
    assertThat(before).doesNotContain("gateBias");
    assertThat(read(before)).isEqualTo(of(Lstm.NET).withGateBias(0));
  }
}
