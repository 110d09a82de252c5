package dev.backstep.ui.mycode;

import static dev.backstep.ui.mycode.FakePython.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.reading.Programs;
import dev.backstep.fault.Fault;
import dev.backstep.ui.mycode.PythonViewModel.State;
import dev.backstep.ui.shell.Sessions;
import dev.backstep.words.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a call of a watched file was read is seen and corrected as that of a file. */
class WatchedReadingTest {
  @TempDir private Path folder;

  private final MyCodeViewModel code = new MyCodeViewModel(Texts.load(), notice -> {});
  private final PythonViewModel python = code.python();

  @BeforeEach
  void runFile() throws IOException {
    FakePython fake = FakePython.in(Files.createDirectories(folder.resolve("fake")));
    fake.prepare("lossFun-1.npz", Programs.ours(Fault.MISSING_TRANSPOSE));
    fake.list(call("lossFun-1.npz", 1));
    python.pythonProperty().set(fake.path().toString());
    python.choose(Files.writeString(folder.resolve("mine.py"), "print(1)\n"));
    run();
  }

  @AfterEach
  void close() {
    python.close();
  }

  private void run() {
    python.run();
    Sessions.repeatUntil(code::poll, () -> python.stateProperty().get() == State.DONE);
    await();
  }

  private void await() {
    Sessions.repeatUntil(code::poll, () -> code.readingProperty().get().isEmpty());
  }

  private CodeReading reading() {
    return code.checkProperty().get().reading();
  }

  @Test
  void anArrayOfItIsLeftOutAndStaysSoWhenTheFileIsRunAgain() {
    assertThat(reading().shapes()).containsKeys("W1", "dW2");
    code.leaveOut("dW2");
    await();
    assertThat(code.refusal()).isNull();
    assertThat(reading().isLeftOut("dW2")).isTrue();
    assertThat(code.checkProperty().get().notes()).contains("hs: a dict.");

    run();
    assertThat(reading().isLeftOut("dW2")).isTrue();
    code.forgetAll();
    await();
    assertThat(reading().mapped()).isEmpty();
  }

  @Test
  void theArraysAreThereWhenTheFileIsAskedForNoMore() {
    python.hide();
    assertThat(python.fileProperty().get()).isNull();
    code.leaveOut("dW2");
    await();
    assertThat(code.refusal()).isNull();
    assertThat(reading().isLeftOut("dW2")).isTrue();
    python.close();
    assertThat(reading().file()).doesNotExist();
  }
}
