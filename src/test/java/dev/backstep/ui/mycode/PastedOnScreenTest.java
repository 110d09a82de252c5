package dev.backstep.ui.mycode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.printed.NotebookFunction;
import dev.backstep.check.printed.PrintedReference;
import dev.backstep.check.reading.Programs;
import dev.backstep.fault.Fault;
import dev.backstep.ui.takeaway.TakeAwayWindowTest;
import dev.backstep.ui.train.TrainScreen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PastedOnScreenTest extends TakeAwayWindowTest {
  private static final PrintedReference LSTM = PrintedReference.of(NotebookFunction.LSTM_BACKWARD);

  private PastedViewModel pasted;

  @BeforeEach
  void begin() {
    pasted = main.myCode().pasted();
  }

  private void copy(String text) {
    onScreen(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
  }

  private void pressControlV() {
    press(KeyCode.CONTROL).type(KeyCode.V).release(KeyCode.CONTROL);
  }

  private void paste(String text) throws TimeoutException {
    copy(text);
    pressControlV();
    await(() -> !pasted.judgingProperty().get());
  }

  @Test
  void whatIsPastedOnAnyScreenIsJudgedOnThisOne() throws TimeoutException {
    onScreen(() -> main.screenProperty().set(TrainScreen.ID));
    paste(LSTM.printed(LSTM.published()));
    assertThat(seen(() -> main.screenProperty().get())).isEqualTo(MyCodeScreen.ID);
    assertThat(textOf(".pasted .diagnosis-sentence"))
        .startsWith("These are the numbers that the old notebook prints as the expected output of")
        .endsWith(
            "This is lstm-nothing-handed-on: Neither da_next nor dc is handed to the cell before.");
    assertThat(textOf(".pasted .pasted-count")).isEqualTo("1 of 13 numbers agrees");
    assertThat(lookup(".pasted-numbers .wrong-result").queryAllAs(Label.class))
        .hasSize(12)
        .extracting(Label::getText)
        .contains("−0.0698198561274", " 0.08287442");
    assertThat(lookup(".pasted .code-box.wrong").queryAll()).hasSize(1);
    assertThat(isSeen(".my-code #help")).isFalse();
  }

  @Test
  void escapeAndTheButtonPutItAwayAndAFileTakesItsPlace() throws Exception {
    onScreen(() -> main.screenProperty().set(MyCodeScreen.ID));
    paste(LSTM.printed(LSTM.right()));
    assertThat(isSeen(".pasted")).isTrue();
    type(KeyCode.ESCAPE);
    assertThat(isSeen(".pasted")).isFalse();
    assertThat(isSeen("#copy-ours")).isTrue();
    clickOn("#pasteCode");
    await(() -> !pasted.judgingProperty().get());
    assertThat(textOf(".pasted .diagnosis-sentence"))
        .isEqualTo("Every number that was printed of lstm_backward is right.");
    clickOn("#closePasted");
    assertThat(isSeen(".pasted")).isFalse();

    paste(LSTM.printed(LSTM.right()));
    onScreen(() -> main.open(file()));
    await(() -> main.myCode().readingProperty().get().isEmpty());
    assertThat(isSeen(".pasted")).isFalse();
    assertThat(isSeen(".my-code #result")).isTrue();
    paste(LSTM.printed(LSTM.right()));
    assertThat(isSeen(".my-code #result")).isFalse();
    type(KeyCode.ESCAPE);
    assertThat(isSeen(".my-code #result")).isTrue();
  }

  private Path file() {
    try {
      return Programs.saved(folder, "mine.npz", Programs.ours(Fault.SKIPS_T0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatCannotBeJudgedIsSaidAndLeavesWhatIsShown() throws TimeoutException {
    paste(LSTM.printed(LSTM.right()));
    paste("a_next[4] = [0.5 0.25]");
    assertThat(textOf("#noticeText"))
        .startsWith("clipboard: a_next is no gradient that can be judged; it must print entries");
    assertThat(isSeen(".pasted")).isTrue();
    copy("");
    pressControlV();
    assertThat(textOf("#noticeText"))
        .isEqualTo("The clipboard has no text; copy the lines that the notebook printed first.");
  }

  @Test
  void whereTextIsTypedItIsPastedThere() throws TimeoutException {
    onScreen(() -> main.screenProperty().set(TrainScreen.ID));
    TextField field =
        lookup(".text-field").<Node>match(node -> isSeen(node)).queryAs(TextField.class);
    copy("17");
    onScreen(
        () -> {
          field.requestFocus();
          field.selectAll();
        });
    pressControlV();
    String typed = seen(() -> field.getText());
    assertThat(typed).isEqualTo("17");
    assertThat(seen(() -> main.screenProperty().get())).isEqualTo(TrainScreen.ID);
    assertThat(seen(() -> main.session().noticeProperty().get())).isNull();
  }

  @Test
  void theReportIsTheOneOfTheCommand() throws Exception {
    paste(LSTM.printed(LSTM.with("lstm-no-later-dh")));
    clickOn("#saveReport");
    assertThat(saved().getFileName()).hasToString("check-clipboard.txt");
    await(() -> Files.exists(folder.resolve(suggested)));
    assertThat(Files.readString(folder.resolve(suggested)))
        .isEqualTo(pasted.report())
        .startsWith("clipboard: lstm_backward of Coursera's notebook")
        .contains("This is lstm-no-later-dh: ");
  }
}
