package dev.backstep.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import dev.backstep.math.Elementary;
import dev.backstep.net.Cell;
import dev.backstep.net.Phase;
import dev.backstep.net.Vanilla;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Moment;
import dev.backstep.ui.paint.Pulses;
import dev.backstep.ui.shell.WindowTest;
import dev.backstep.ui.step.StepViewModel;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Clicks a square, follows its numbers to where they came from, and comes back. */
class ArithmeticOnScreenTest extends WindowTest {
  private StepViewModel step;

  @BeforeEach
  void openAWord() throws TimeoutException {
    step = window.viewModel().step();
    openDinosaursAndShow("triceratops");
    WaitForAsyncUtils.asyncFx(() -> step.goTo(step.timelineProperty().get().backward(6)));
    Pulses.settle();
  }

  private Hyperlink link(int number) {
    return from(lookup(".arithmetic-lines")).lookup(".hyperlink").nth(number).query();
  }

  @Test
  void followingDhFromLaterLeadsToDhPrevOfTheNextCellAndBackspaceReturns() {
    double pitch = Math.floor((lookup("#dh").query().getLayoutBounds().getWidth() - 4) / 11);
    hoverAt("#dh", 6.4 * pitch, 20);
    clickOn(MouseButton.PRIMARY);
    Entry.OfCell selected = (Entry.OfCell) step.selection().entryProperty().get();
    assertThat(selected.quantity()).isEqualTo(Cell.DH);
    assertThat(selected.timestep()).isEqualTo(6);

    clickOn(link(1));
    assertThat(step.selection().entryProperty().get())
        .isEqualTo(new Entry.OfCell(Cell.DH_FROM_LATER, 6, selected.index()));
    clickOn(link(0));
    assertThat(step.selection().entryProperty().get())
        .isEqualTo(new Entry.OfCell(Cell.DH_PREV, 7, selected.index()));
    assertThat(step.momentProperty().get()).isEqualTo(new Moment(Phase.BACKWARD, 7));

    type(KeyCode.BACK_SPACE).type(KeyCode.BACK_SPACE);
    assertThat(step.selection().entryProperty().get()).isEqualTo(selected);
    assertThat(step.momentProperty().get()).isEqualTo(new Moment(Phase.BACKWARD, 6));
  }

  @Test
  void theSelectionFollowsTheCursorAndGoesWhereNothingIsComputed() {
    WaitForAsyncUtils.asyncFx(() -> step.selection().select(new Entry.OfCell(Vanilla.DTANH, 6, 2)));
    type(KeyCode.RIGHT);
    assertThat(step.selection().entryProperty().get())
        .isEqualTo(new Entry.OfCell(Vanilla.DTANH, 5, 2));
    type(KeyCode.HOME);
    assertThat(step.selection().entryProperty().get()).isNull();
  }

  @Test
  void copyingGivesEveryDigit() {
    WaitForAsyncUtils.asyncFx(() -> step.selection().select(new Entry.OfCell(Cell.DH, 6, 3)));
    Pulses.settle();
    clickOn("#copy");
    double value = step.traceProperty().get().values(Cell.DH).get(6, 3);
    String copied =
        WaitForAsyncUtils.waitForAsyncFx(
            Deadline.MILLIS, () -> Clipboard.getSystemClipboard().getString());
    assertThat(copied).startsWith("dh[3] = ").endsWith("= " + value);
  }

  @Test
  void aSumIsOpenedToItsTermsAndTheirRunningSum() {
    WaitForAsyncUtils.asyncFx(() -> step.selection().select(new Entry.OfCell(Cell.H, 6, 3)));
    Pulses.settle();
    clickOn("#unfold");
    Pulses.settle();
    SumTableView table = lookup("#sumTable").queryAs(SumTableView.class);
    int terms = 1 + step.traceProperty().get().shape().hidden() + 1;
    assertThat(table.getItems()).hasSize(terms);
    double value = step.traceProperty().get().values(Cell.H).get(6, 3);
    assertThat(Elementary.tanh(table.getItems().get(terms - 1).running())).isEqualTo(value);
    assertThat(from(lookup("#sum")).lookup(".heatmap").queryAll())
        .as("h_prev, the column of W2 and their products")
        .hasSize(3);

    interact(
        () -> {
          table.requestFocus();
          table.getFocusModel().focus(1, table.getColumns().get(1));
        });
    type(KeyCode.DOWN).type(KeyCode.ENTER);
    assertThat(step.selection().entryProperty().get()).isEqualTo(new Entry.OfCell(Cell.H, 5, 1));
    type(KeyCode.BACK_SPACE);

    interact(() -> lookup("#copySum").queryAs(Button.class).fire());
    String copied =
        WaitForAsyncUtils.waitForAsyncFx(
            Deadline.MILLIS, () -> Clipboard.getSystemClipboard().getString());
    assertThat(copied.lines()).hasSize(terms);
    interact(() -> lookup("#unfold").queryAs(Hyperlink.class).fire());
    assertThat(lookup("#sumTable").tryQuery()).isEmpty();
  }

  private long inkAround(String heatmap) {
    Pulses.settle();
    WritableImage image =
        WaitForAsyncUtils.waitForAsyncFx(
            Deadline.MILLIS,
            () -> lookup(heatmap).query().snapshot(new SnapshotParameters(), null));
    int ink = 0xff24292f;
    return IntStream.range(0, (int) (image.getWidth() * image.getHeight()))
        .filter(
            i ->
                image
                        .getPixelReader()
                        .getArgb(i % (int) image.getWidth(), i / (int) image.getWidth())
                    == ink)
        .count();
  }

  @Test
  void theSelectedSquareIsFramedInItsHeatmapAndAmongTheVectorsOfItsCell() {
    assertThat(inkAround("#dtanh")).isZero();

    WaitForAsyncUtils.asyncFx(() -> step.selection().select(new Entry.OfCell(Vanilla.DTANH, 6, 3)));
    assertThat(inkAround("#dtanh")).isGreaterThan(20);
    assertThat(inkAround("#vector-dtanh")).isGreaterThan(5);
    assertThat(inkAround("#dh")).isZero();

    WaitForAsyncUtils.asyncFx(() -> step.selection().clear());
    assertThat(inkAround("#dtanh")).isZero();
  }

  @Test
  void whatIsWrittenOutOrAddedIsScrolledIntoSightInALowWindow() throws TimeoutException {
    interact(() -> window.scene().getWindow().setHeight(700));
    WaitForAsyncUtils.asyncFx(
        () -> step.selection().select(new Entry.OfAccumulator("W2", 6, 3, 4)));
    await(() -> isInSight(lookup("#accumulator-after").query()));

    WaitForAsyncUtils.asyncFx(() -> step.selection().select(new Entry.OfCell(Cell.DH, 6, 3)));
    await(() -> isInSight(lookup(".arithmetic").query()));
  }

  private boolean isInSight(Node node) {
    Node view = lookup(".inspector .viewport").query();
    Bounds seen = view.localToScene(view.getLayoutBounds());
    return seen.contains(node.localToScene(node.getLayoutBounds()));
  }
}
