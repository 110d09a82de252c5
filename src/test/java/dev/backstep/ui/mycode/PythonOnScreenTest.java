package dev.backstep.ui.mycode;

import static dev.backstep.ui.mycode.FakePython.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.reading.Programs;
import dev.backstep.fault.Fault;
import dev.backstep.ui.mycode.PythonViewModel.State;
import dev.backstep.ui.takeaway.TakeAwayWindowTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PythonOnScreenTest extends TakeAwayWindowTest {
  private FakePython fake;
  private PythonViewModel python;

  @BeforeEach
  void askToRun() throws Exception {
    fake = FakePython.in(folder.resolve("python"));
    fake.prepare("lossFun-1.npz", Programs.ours(Fault.MISSING_TRANSPOSE));
    fake.list(call("lossFun-1.npz", 1));
    Path file = Files.writeString(folder.resolve("mine.py"), "");
    python = main.myCode().python();
    onScreen(() -> python.pythonProperty().set(fake.path().toString()));
    onScreen(() -> main.askToRun(file));
  }

  private void awaitState(State state) throws TimeoutException {
    await(() -> python.stateProperty().get() == state);
  }

  @Test
  void theCommandIsShownAndRunByTheButtonAndTheVerdictOpens() throws Exception {
    assertThat(seen(() -> main.screenProperty().get())).isEqualTo(MyCodeScreen.ID);
    assertThat(textOf(".python-file #command"))
        .isEqualTo(seen(() -> python.commandProperty().get()))
        .contains("--watch " + folder.resolve("mine.py"));
    assertThat(textOf(".python-file #folder")).isEqualTo("in the folder " + folder);
    assertThat(fake.called()).isEmpty();
    clickOn(".python-file #run");
    awaitState(State.DONE);
    assertThat(textOf(".my-code #headline")).isEqualTo("First wrong: dh_prev at t = 5");
    assertThat(textOf(".python-file #said")).isEqualTo("Call 1 of lossFun is wrong.");
    assertThat(isSeen(".python-file #command")).isFalse();
    assertThat(textOf(".python-file #run")).isEqualTo("Run it again");
    clickOn(".python-file #again");
    assertThat(seen(() -> python.againProperty().get())).isTrue();
  }

  @Test
  void whatItPrintedIsShownWhereItFailsAndItCanBePutAway() throws Exception {
    fake.does("echo no NumPy; exit 1");
    clickOn(".python-file #run");
    awaitState(State.FAILED);
    assertThat(textOf(".python-file #output")).isEqualTo("no NumPy");
    assertThat(isSeen(".python-file #command")).isTrue();
    clickOn(".python-file #putAway");
    assertThat(isSeen(".python-file")).isFalse();
    assertThat(isSeen("#copy-ours")).isTrue();
  }

  @Test
  void whatRunsCanBeCancelled() throws Exception {
    fake.does("while :; do :; done");
    clickOn(".python-file #run");
    awaitState(State.RUNNING);
    assertThat(isSeen(".python-file #run")).isFalse();
    clickOn(".python-file #cancel");
    assertThat(seen(() -> python.stateProperty().get())).isEqualTo(State.ASKING);
    assertThat(isSeen(".python-file #cancel")).isFalse();
  }
}
