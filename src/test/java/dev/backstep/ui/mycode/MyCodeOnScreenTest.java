package dev.backstep.ui.mycode;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.Toolkit;
import dev.backstep.check.reading.GatedPrograms;
import dev.backstep.check.reading.Programs;
import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultCatalogue;
import dev.backstep.net.Lstm;
import dev.backstep.ui.step.StepScreen;
import dev.backstep.ui.takeaway.TakeAwayWindowTest;
import dev.backstep.ui.train.TrainScreen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MyCodeOnScreenTest extends TakeAwayWindowTest {
  private MyCodeViewModel code;

  @BeforeEach
  void showMyCode() {
    code = main.myCode();
    press(KeyCode.CONTROL).type(KeyCode.DIGIT5).release(KeyCode.CONTROL);
  }

  private Path file(Fault fault) throws IOException {
    return Programs.saved(folder, "mine.npz", Programs.ours(fault));
  }

  private void open(Path file) throws TimeoutException {
    onScreen(() -> main.open(file));
    await(() -> code.readingProperty().get().isEmpty());
  }

  private CodePlace.OfCell cell() {
    return (CodePlace.OfCell) code.placeProperty().get();
  }

  @Test
  void beforeAFileIsOpenItSaysWhatIsNeededAndTheLinesCanBeCopied() {
    assertThat(seen(() -> main.screenProperty().get())).isEqualTo(MyCodeScreen.ID);
    assertThat(isSeen("#copy-ours")).isTrue();
    assertThat(isSeen(".my-code #result")).isFalse();
    clickOn("#copy-min_char_rnn");
    assertThat(seen(() -> Clipboard.getSystemClipboard().getString()))
        .startsWith("# below lossFun")
        .contains("np.savez(\"mine.npz\", Wxh=Wxh, Whh=Whh")
        .contains("\n         inputs=inputs, targets=targets");
  }

  /** What JavaFX tells of a drop; a real drag needs another program that it comes from. */
  private static void drop(Path file, Node target) {
    Dragboard dragboard =
        DragboardHelper.createDragboard(Toolkit.getToolkit().createLocalClipboard());
    dragboard.setContent(Map.of(DataFormat.FILES, List.of(file.toFile())));
    target.fireEvent(
        new DragEvent(
            DragEvent.DRAG_DROPPED, dragboard, 0, 0, 0, 0, TransferMode.COPY, null, target, null));
  }

  @Test
  void aFileDroppedOnAnyScreenIsJudgedOnThisOne() throws Exception {
    Path file = file(Fault.MISSING_TRANSPOSE);
    onScreen(() -> main.screenProperty().set(TrainScreen.ID));
    onScreen(() -> drop(file, lookup("#screens").query()));
    await(() -> main.screenProperty().get() == MyCodeScreen.ID);
    assertThat(textOf(".my-code #headline")).isEqualTo("First wrong: dh_prev at t = 5");
    assertThat(isSeen("#copy-ours")).isFalse();
    assertThat(isSeen(".my-code #result")).isTrue();
  }

  @Test
  void theDiagnosisNamesTheLineAndWritesTheNumberOut() throws Exception {
    open(file(Fault.MISSING_TRANSPOSE));
    assertThat(textOf(".diagnosis #sentence"))
        .isEqualTo("This is missing-transpose: W2 is not transposed in dh_prev.");
    assertThat(lookup(".code-box.wrong .differing").queryText().getText()).isEqualTo("W2");
    assertThat(lookup(".diagnosis .code-box.right .differing").queryText().getText())
        .isEqualTo("W2.T");
    assertThat(textOf(".diagnosis #entryTitle")).startsWith("The entry itself, dh_prev[");
    assertThat(lookup(".diagnosis .wrong-result").queryAs(Label.class).getText()).startsWith("= ");
    assertThat(textOf("#code-total-dW3")).isEqualTo("dW3 agrees");
    assertThat(textOf("#code-total-dW2")).startsWith("dW2 off by ");
  }

  @Test
  void theNamesOfGatesAreWrittenWithTheirUnderscores() throws Exception {
    Fault fault = FaultCatalogue.named("lstm-no-later-dc", Lstm.NET).orElseThrow();
    open(
        Programs.saved(
            folder, "lstm.npz", Programs.ours(GatedPrograms.net(Lstm.NET), fault.rules())));
    Node total = lookup("#code-total-dW1_f").query();
    assertThat(((Text) total.lookup(".text")).getText()).startsWith("dW1_f off by ");
  }

  @Test
  void theArrowsMoveThroughTheGridAndAClickOnATotalWritesItOut() throws Exception {
    open(file(Fault.MISSING_TRANSPOSE));
    type(KeyCode.LEFT).type(KeyCode.LEFT).type(KeyCode.UP);
    assertThat(cell().timestep()).isEqualTo(3);
    assertThat(textOf(".my-code #readOut")).startsWith(cell().row().name() + " at t = 3 “");
    assertThat(isSeen("#code-" + cell().row().quantity().symbol() + "-difference")).isTrue();
    type(KeyCode.HOME);
    assertThat(cell().timestep()).isZero();
    clickOn("#code-total-dW2");
    assertThat(textOf(".diagnosis #entryTitle")).startsWith("The entry itself, dW2[");
  }

  @Test
  void inTheGridTheKeysPointAndEnterWritesOut() throws Exception {
    onScreen(() -> main.typeSize().set(200));
    open(file(Fault.MISSING_TRANSPOSE));
    ScrollPane diagnosis = lookup(".diagnosis-scroll").queryAs(ScrollPane.class);
    assertThat(seen(diagnosis::getVvalue)).as("what was found comes first").isZero();
    Node grid = lookup("#code-grid").query();
    onScreen(grid::requestFocus);
    type(KeyCode.LEFT);
    assertThat(cell().timestep()).as("only pointed at").isEqualTo(5);
    assertThat(textOf(".my-code #readOut")).startsWith("dh_prev at t = 4 “").contains("differs");
    type(KeyCode.ENTER);
    assertThat(cell().timestep()).isEqualTo(4);
    assertThat(textOf(".diagnosis #entryTitle")).endsWith(" at t = 4");
    assertThat(seen(diagnosis::getVvalue)).as("then what was asked for").isPositive();
  }

  @Test
  void aFileThatIsRefusedLeavesWhatWasOpen() throws Exception {
    open(file(Fault.MISSING_TRANSPOSE));
    onScreen(() -> main.screenProperty().set(StepScreen.ID));
    open(Files.writeString(folder.resolve("broken.npz"), "no zip"));
    assertThat(textOf("#noticeText")).startsWith("broken.npz: ");
    assertThat(seen(() -> main.screenProperty().get())).isEqualTo(StepScreen.ID);
    onScreen(() -> main.screenProperty().set(MyCodeScreen.ID));
    assertThat(textOf(".my-code #file")).startsWith("mine.npz · V 7");
  }

  @Test
  void theReportIsSavedAndTheHelpCanBeReadWithAFileOpen() throws Exception {
    open(file(Fault.SKIPS_T0));
    clickOn("#saveReport");
    assertThat(saved().getFileName()).hasToString("check-mine.txt");
    await(() -> Files.exists(folder.resolve(suggested)));
    assertThat(Files.readString(folder.resolve(suggested))).isEqualTo(code.report());
    clickOn("#howTo");
    assertThat(isSeen("#copy-pytorch")).isTrue();
    clickOn("#howTo");
    assertThat(lookup(".diagnosis-scroll").queryAs(ScrollPane.class).isVisible()).isTrue();
    assertThat(isSeen("#copy-pytorch")).isFalse();
  }
}
