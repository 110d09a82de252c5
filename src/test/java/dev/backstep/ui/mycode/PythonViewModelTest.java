package dev.backstep.ui.mycode;

import static dev.backstep.ui.mycode.FakePython.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import dev.backstep.check.reading.Programs;
import dev.backstep.fault.Fault;
import dev.backstep.io.python.PythonSide;
import dev.backstep.math.NdArray;
import dev.backstep.ui.mycode.PythonViewModel.State;
import dev.backstep.ui.shell.Sessions;
import dev.backstep.words.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonViewModelTest {
  private static final Map<String, NdArray> RIGHT = Programs.ours(Fault.NONE);
  private static final Map<String, NdArray> WRONG = Programs.ours(Fault.MISSING_TRANSPOSE);

  @TempDir private Path folder;

  private final List<CodeCheck> shown = new ArrayList<>();
  private final PythonViewModel python = new PythonViewModel(Texts.load(), shown::add);
  private FakePython fake;
  private Path mine;

  @BeforeEach
  void chooseFile() throws IOException {
    fake = FakePython.in(Files.createDirectories(folder.resolve("a folder")));
    mine = Files.writeString(fake.folder().resolve("mine.py"), "print(1)\n");
    python.pythonProperty().set(fake.path().toString());
    python.choose(mine);
  }

  @AfterEach
  void close() {
    python.close();
  }

  private Path out() {
    String command = python.commandProperty().get();
    return Path.of(command.substring(command.indexOf(" --out ") + " --out ".length()));
  }

  private void awaitState(State state) {
    Sessions.repeatUntil(python::poll, () -> python.stateProperty().get() == state);
  }

  private void run(State state) {
    python.run();
    awaitState(state);
  }

  private void pollOften() {
    for (int i = 0; i < 3 * PythonViewModel.PULSES; i++) {
      python.poll();
    }
  }

  @Test
  void nothingIsRunBeforeItIsSaidAndThenWhatWasShown() throws IOException {
    fake.prepare("lossFun-1.npz", RIGHT);
    fake.list(call("lossFun-1.npz", 1));
    python.againProperty().set(true);
    pollOften();
    assertThat(python.looks()).isZero();
    assertThat(python.stateProperty().get()).isEqualTo(State.ASKING);
    assertThat(out()).doesNotExist();
    assertThat(fake.called()).isEmpty();

    python.functionProperty().set("lossFun");
    String command = python.commandProperty().get();
    assertThat(command)
        .startsWith("'" + fake.path() + "' ")
        .contains("backstep.py --watch '" + mine + "' --function lossFun --out ");
    run(State.DONE);
    assertThat(fake.called()).containsExactly(command.replace("'", ""));
    assertThat(python.saidProperty().get()).isEqualTo("Call 1 of lossFun is right.");
  }

  @Test
  void theFirstCallThatIsWrongIsShownWithWhatIsToBeSaidOfIt() throws IOException {
    fake.prepare("lossFun-1.npz", RIGHT);
    fake.prepare("lossFun-2.npz", WRONG);
    fake.prepare("lossFun-3.npz", WRONG);
    fake.list(call("lossFun-1.npz", 1), call("lossFun-2.npz", 2), call("lossFun-3.npz", 3));
    run(State.DONE);
    assertThat(shown).hasSize(1);
    assertThat(shown.get(0).submission().source()).isEqualTo("lossFun-2.npz");
    assertThat(shown.get(0).notes())
        .containsExactly("hs: a dict.", "params is left out: it has no shape.");
    assertThat(python.saidProperty().get())
        .isEqualTo("Of 3 calls that could be judged call 2 of lossFun is the first that is wrong.");
  }

  @Test
  void whereAllAreRightTheLastIsShownAndOneThatIsRefusedIsNoMatter() throws IOException {
    fake.prepare("lossFun-1.npz", RIGHT);
    fake.prepare("lossFun-2.npz", RIGHT);
    fake.prepare("other-1.npz", Map.of("W1", NdArray.of(new double[] {1}, 1, 1)));
    fake.list(call("lossFun-1.npz", 1), call("lossFun-2.npz", 2), call("other-1.npz", 1));
    run(State.DONE);
    assertThat(shown.get(0).submission().source()).isEqualTo("lossFun-2.npz");
    assertThat(python.saidProperty().get())
        .isEqualTo("2 calls could be judged and all are right; shown is call 2 of lossFun.");
  }

  @Test
  void whatMakesSeveralPassesIsOnlyAsWrongAsTheyAre() throws IOException {
    fake.prepare("train-1.npz", WRONG);
    fake.prepare("lossFun-1.npz", RIGHT);
    fake.list(call("train-1.npz", 1, "null", 3), call("lossFun-1.npz", 1, "\"train-1.npz\"", 0));
    run(State.DONE);
    assertThat(shown.get(0).submission().source()).isEqualTo("lossFun-1.npz");

    fake.list(call("train-1.npz", 1, "null", 1), call("lossFun-1.npz", 1, "\"train-1.npz\"", 0));
    run(State.DONE);
    assertThat(shown.get(1).submission().source()).as("one pass").isEqualTo("train-1.npz");

    fake.prepare("train-1.npz", RIGHT);
    fake.prepare("lossFun-1.npz", WRONG);
    run(State.DONE);
    assertThat(shown.get(2).submission().source()).as("all is right").isEqualTo("train-1.npz");
  }

  @Test
  void theReasonIsThatOfTheFirstCallWhereNoneCanBeJudged() throws IOException {
    fake.prepare("lossFun-1.npz", Programs.without(RIGHT, "W1"));
    fake.prepare("lossFun-2.npz", Programs.without(RIGHT, "W1"));
    fake.list(call("lossFun-1.npz", 1), call("lossFun-2.npz", 2));
    run(State.FAILED);
    assertThat(shown).isEmpty();
    assertThat(python.saidProperty().get()).startsWith("lossFun-1.npz: W1 is missing");
    fake.list();
    run(State.FAILED);
    assertThat(python.saidProperty().get()).startsWith("Nothing could be judged");
  }

  @Test
  void whatItPrintedLastIsShownWhereItFails() throws IOException {
    fake.does("for i in 1 2 3 4 5 6 7 8 9 10 11 12 13; do echo line $i; done; echo ß >&2; exit 3");
    run(State.FAILED);
    assertThat(python.saidProperty().get()).contains("the command ended with 3; what was open");
    assertThat(python.outputProperty().get().lines())
        .hasSize(12)
        .startsWith("line 3")
        .endsWith("line 13", "ß");
    fake.does("exit 0");
    run(State.FAILED);
    assertThat(python.saidProperty().get()).contains("did not say what it has caught");
    assertThat(python.outputProperty().get()).isEmpty();
    python.pythonProperty().set(folder.resolve("no-python").toString());
    run(State.FAILED);
    assertThat(python.saidProperty().get())
        .isEqualTo(
            folder.resolve("no-python")
                + " cannot be started; it must be the name or the path of a Python.");
  }

  @Test
  void itIsRunAgainWhenTheFileWasSavedIfThatIsWanted() throws IOException {
    fake.prepare("lossFun-1.npz", RIGHT);
    fake.list(call("lossFun-1.npz", 1));
    run(State.DONE);
    Files.setLastModifiedTime(mine, FileTime.fromMillis(1_000_000));
    pollOften();
    assertThat(python.looks()).as("it is not wanted").isZero();
    python.functionProperty().set("typed afterwards, which was not asked for");
    python.againProperty().set(true);
    Sessions.repeatUntil(python::poll, () -> shown.size() == 2);
    assertThat(fake.called()).hasSize(2);
    assertThat(fake.called().get(1)).as("what was confirmed").isEqualTo(fake.called().get(0));
    Files.setLastModifiedTime(mine, FileTime.fromMillis(2_000_000));
    fake.does("exit 1");
    awaitState(State.FAILED);
    assertThat(fake.called()).hasSize(3);
    int looks = python.looks();
    Sessions.repeatUntil(python::poll, () -> python.looks() == looks + 3);
    assertThat(fake.called()).as("once for each save").hasSize(3);
  }

  @Test
  void whatRunsIsEndedWhenItIsCancelled() throws IOException {
    fake.does("echo $$ > pid.part; mv pid.part pid; while :; do :; done");
    python.run();
    Deadline.await(() -> Files.exists(fake.folder().resolve("pid")));
    long pid = Long.parseLong(Files.readString(fake.folder().resolve("pid")).strip());
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    assertThat(process.isAlive()).isTrue();
    python.cancel();
    assertThat(python.stateProperty().get()).isEqualTo(State.ASKING);
    Deadline.await(() -> !process.isAlive());
    pollOften();
    assertThat(python.stateProperty().get()).isEqualTo(State.ASKING);
    assertThat(shown).isEmpty();
  }

  @Test
  void whatWasWrittenIsDeletedWhenItIsPutAway() throws IOException {
    fake.prepare("lossFun-1.npz", RIGHT);
    fake.list(call("lossFun-1.npz", 1));
    Path out = out();
    run(State.DONE);
    assertThat(out.resolve("lossFun-1.npz")).exists();
    assertThat(out.resolve("backstep.py")).hasContent(PythonSide.text());
    python.close();
    assertThat(out).doesNotExist();
    assertThat(python.fileProperty().get()).isNull();
    assertThat(python.commandProperty().get()).isEmpty();
  }
}
