package dev.backstep.ui.takeaway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.reading.Programs;
import dev.backstep.fault.Fault;
import dev.backstep.io.array.ArrayFile;
import dev.backstep.io.array.TraceArrays;
import dev.backstep.io.csv.CsvTables;
import dev.backstep.math.MatrixView;
import dev.backstep.math.NdArray;
import dev.backstep.model.Parameters;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.trace.Timeline;
import dev.backstep.trace.Trace;
import dev.backstep.training.session.Notice;
import dev.backstep.training.session.TrainingSession;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.shell.MainViewModel;
import dev.backstep.ui.shell.Sessions;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.words.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files taken away hold what is seen: no more than is computed, and nothing covered. */
class TakeAwayTest {
  private final MainViewModel main =
      new MainViewModel(
          Texts.load(),
          new SessionViewModel(new TrainingSession("main"), 1),
          new SessionViewModel(new TrainingSession("pair"), 2),
          new SessionViewModel(new TrainingSession("lab"), 2));
  private final StepViewModel step = main.step();
  private Trace trace;
  private Timeline line;
  @TempDir private Path folder;

  @BeforeEach
  void openWords() throws IOException {
    main.open(Files.writeString(folder.resolve("words.txt"), "abc\nbcda\ncdeab\nace\nbed\n"));
    Sessions.repeatUntil(() -> main.pulse(0), () -> step.traceProperty().get() != null);
    trace = step.traceProperty().get();
    line = trace.timeline();
  }

  @AfterEach
  void close() {
    main.close();
  }

  private String csv(MatrixView gradient) {
    return CsvTables.parameter(trace, "dW2", Parameters.W2, gradient);
  }

  private String zeros() {
    return csv(trace.accumulator(Parameters.W2, trace.length() - 1).before());
  }

  @Test
  void theGradientIsTheOneThatTheBackwardPassHasComeTo() {
    step.goTo(line.forward(1));
    assertThat(main.export().gradient(Parameters.W2)).isEqualTo(zeros());

    step.goTo(line.backward(1));
    assertThat(main.export().gradient(Parameters.W2))
        .isEqualTo(csv(trace.accumulator(Parameters.W2, 1).after()));

    step.last();
    assertThat(main.export().gradient(Parameters.W2))
        .isEqualTo(csv(trace.gradient(Parameters.W2)))
        .isNotEqualTo(zeros());
  }

  @Test
  void whatIsCoveredIsInNothingThatIsTakenAway() {
    step.goTo(line.backward(1));
    main.options().valuesHiddenProperty().set(true);
    assertThat(main.export().gradient(Parameters.W2))
        .isEqualTo(csv(trace.accumulator(Parameters.W2, 2).after()));
    assertThat(main.export().quantity(Cell.DH))
        .isEqualTo(CsvTables.overTime(trace, Cell.DH, t -> t > 1));
    assertThat(main.export().cell())
        .isEqualTo(CsvTables.cell(trace, 1, q -> q.equals(Cell.H) || q.equals(Head.O)));

    main.guessFirst().reveal();
    assertThat(main.export().cell()).isEqualTo(CsvTables.cell(trace, 1, quantity -> true));
  }

  @Test
  void theStepIsExportedWithEveryArrayAndItsCharacters() throws IOException {
    Path file = Files.write(folder.resolve("step.npz"), main.export().step().get());
    Map<String, NdArray> arrays = ArrayFile.read(file);
    assertThat(arrays).containsAllEntriesOf(TraceArrays.of(trace));
    assertThat(arrays.get("chars").values()).containsExactly(0, 'a', 'b', 'c', 'd', 'e');
  }

  private void openCode(Path file) {
    main.open(file);
    Sessions.repeatUntil(
        () -> main.pulse(0), () -> main.myCode().readingProperty().get().isEmpty());
  }

  @Test
  void aFileThatCanBeReadEndsWhatIsSaidOfOneThatCouldNot() throws IOException {
    openCode(Files.writeString(folder.resolve("broken.npz"), "no zip"));
    assertThat(main.session().noticeProperty().get().text()).startsWith("broken.npz: ");
    openCode(Programs.saved(folder, "mine.npz", Programs.ours(Fault.NONE)));
    assertThat(main.session().noticeProperty().get()).isNull();
    Notice other = new Notice(true, "Something else");
    main.notices().tell(other);
    openCode(Programs.saved(folder, "mine.npz", Programs.ours(Fault.NONE)));
    assertThat(main.session().noticeProperty().get()).isSameAs(other);
  }
}
