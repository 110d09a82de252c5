package dev.backstep.io.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.io.session.SessionDocument.CheckpointEntry;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Vanilla;
import dev.backstep.training.Checkpoint;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.RunSettings;
import dev.backstep.training.Runs;
import dev.backstep.training.SavedRuns;
import dev.backstep.training.Trainer;
import dev.backstep.training.optimizer.OptimizerKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbers of a checkpoint, whatever states its net has. */
class SessionNumbersTest {
  private static final int HEAD_AND_SUM = 4 + Long.BYTES + Integer.BYTES;

  private static Stream<Net> nets() {
    return Stream.of(Vanilla.NET, Lstm.NET);
  }

  @ParameterizedTest
  @MethodSource("nets")
  void whatIsWrittenIsReadAgain(Net net) throws IOException {
    RunSettings settings =
        Runs.settings(5, OptimizerKind.ADAM, new HiddenStatePolicy.Carried(false)).withCell(net);
    Trainer trainer = new Trainer(SavedRuns.data(), settings);
    for (int i = 0; i < 20; i++) {
      trainer.update();
    }
    Checkpoint written = trainer.checkpoint();
    SessionNumbers numbers =
        new SessionNumbers(written.weights().shape().vocabulary(), place -> settings);
    CheckpointEntry entry = CheckpointEntry.of(written, 0, 0);
    long bytes = Double.BYTES * numbers.count(entry);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SectionWriter writer = new SectionWriter(out);
    writer.begin("NUMB", bytes);
    SessionNumbers.write(written, writer);
    writer.end();

    SectionReader reader =
        new SectionReader(new ByteArrayInputStream(out.toByteArray()), bytes + HEAD_AND_SUM);
    reader.begin("NUMB", bytes);
    Checkpoint read = numbers.read(entry, List.of(written.order().order()), reader);
    reader.end();

    assertThat(read.nextStates())
        .containsExactly(written.nextStates())
        .hasSize(5 * net.states().size());
    Trainer again = new Trainer(SavedRuns.data(), read);
    for (int i = 0; i < 5; i++) {
      trainer.update();
      again.update();
    }
    assertThat(again.lossPerCharacter()).isEqualTo(trainer.lossPerCharacter());
    assertThat(again.nextStates()).containsExactly(trainer.nextStates());
  }
}
