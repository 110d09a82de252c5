package dev.backstep.ui.shell;

import dev.backstep.Deadline;
import dev.backstep.text.Dataset;
import dev.backstep.ui.paint.Pulses;
import dev.backstep.ui.step.StepViewModel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** The real window, moved by keys and mouse. */
@Tag("ui")
public abstract class WindowTest extends ApplicationTest {
  public MainWindow window;

  @Override
  public void start(Stage primary) {
    window = new MainWindow(1500, 1000);
    show(1500, 1000);
  }

  /** Shows the window on a stage of its own, which takes all that it was with it in the end. */
  public Stage show(double width, double height) {
    Stage stage = new Stage();
    window.showOn(stage);
    if (!loadsScreensSoonAfter()) {
      window.loadScreensWhenShown();
    }
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(width);
    stage.setHeight(height);
    return stage;
  }

  /**
   * Whether the screens that are not shown are loaded in pauses, as in the program. Most tests are
   * over before, or show few of them, and a screen that is shown is loaded either way.
   */
  protected boolean loadsScreensSoonAfter() {
    return false;
  }

  @AfterEach
  void close() {
    interact(
        () -> {
          window.close();
          window.scene().getWindow().hide();
        });
  }

  @Override
  public FxRobot type(KeyCode... keys) {
    for (KeyCode key : keys) {
      robotContext().getKeyboardRobot().pressNoWait(key);
      robotContext().getKeyboardRobot().releaseNoWait(key);
      Pulses.settle();
    }
    return this;
  }

  @Override
  public FxRobot press(KeyCode... keys) {
    robotContext().getKeyboardRobot().pressNoWait(keys);
    Pulses.settle();
    return this;
  }

  @Override
  public FxRobot release(KeyCode... keys) {
    robotContext().getKeyboardRobot().releaseNoWait(keys);
    Pulses.settle();
    return this;
  }

  @Override
  public FxRobot interact(Runnable action) {
    interactNoWait(action);
    Pulses.settle();
    return this;
  }

  /** Waits until something is true on the FX thread. */
  public static void await(BooleanSupplier condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        Deadline.SECONDS,
        TimeUnit.SECONDS,
        () -> WaitForAsyncUtils.waitForAsyncFx(Deadline.MILLIS, condition::getAsBoolean));
  }

  /** Opens the names of dinosaurs and shows a word of their letters. */
  public void openDinosaursAndShow(String word) throws TimeoutException {
    StepViewModel step = window.viewModel().step();
    interact(() -> window.viewModel().open(Dataset.DINOSAURS));
    await(() -> step.traceProperty().get() != null);
    show(word);
  }

  public void show(String word) throws TimeoutException {
    StepViewModel step = window.viewModel().step();
    interact(() -> window.viewModel().sequence().type(word));
    await(() -> step.traceProperty().get().length() == word.length());
  }

  /** Whether there is such a node and it and all around it are visible. */
  public boolean isSeen(String query) {
    return WaitForAsyncUtils.waitForAsyncFx(
        Deadline.MILLIS, () -> lookup(query).tryQuery().map(WindowTest::isSeen).orElse(false));
  }

  public static boolean isSeen(Node node) {
    return node == null || node.isVisible() && isSeen(node.getParent());
  }

  public String textOf(String query) {
    return WaitForAsyncUtils.waitForAsyncFx(
        Deadline.MILLIS, () -> lookup(query).queryAs(Labeled.class).getText());
  }

  /** Moves the mouse over a point of a node given as shares of its width and height. */
  public void hover(String query, double xShare, double yShare) {
    Node node = lookup(query).query();
    Bounds bounds = node.getLayoutBounds();
    hoverAt(query, bounds.getWidth() * xShare, bounds.getHeight() * yShare);
  }

  public void hoverAt(String query, double x, double y) {
    Node node = lookup(query).query();
    Point2D point =
        WaitForAsyncUtils.waitForAsyncFx(Deadline.MILLIS, () -> node.localToScreen(x, y));
    moveTo(point);
    Pulses.settle();
  }
}
