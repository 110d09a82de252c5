package dev.backstep.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The window under a window manager that takes its own view of sizes, and all keys there. It is
 * started on the display of the test, where there must be no other yet.
 */
@Tag("openbox")
class OpenboxTest extends EveryKeyTest {
  private static final int HANG = 60;
  private static Process manager;

  @BeforeAll
  static void startOpenbox(@TempDir Path folder) throws Exception {
    Path running = folder.resolve("running");
    try {
      manager =
          new ProcessBuilder("openbox", "--startup", "touch " + running)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      assumeTrue(false, "openbox is not installed");
    }
    WaitForAsyncUtils.waitFor(
        HANG, TimeUnit.SECONDS, () -> Files.exists(running) || !manager.isAlive());
    assumeTrue(manager.isAlive(), "there is another window manager");
  }

  @AfterAll
  static void endOpenbox() {
    if (manager != null) {
      manager.destroy();
    }
  }

  private Stage stage() {
    return (Stage) window.scene().getWindow();
  }

  /** The window in which something is shown, once there is one. */
  private Stage windowOf(String style) throws TimeoutException {
    await(() -> lookup(style).tryQuery().isPresent());
    Node content = lookup(style).query();
    return (Stage) content.getScene().getWindow();
  }

  @Test
  void theFirstWindowTakesNearlyAllOfTheScreenInItsMiddle() throws Exception {
    Rectangle2D wanted = WindowBounds.here().first();
    Stage first = WaitForAsyncUtils.asyncFx(() -> open(wanted)).get();
    await(() -> isAt(first, wanted));
    interact(first::close);
  }

  private static Stage open(Rectangle2D wanted) {
    Stage first = new Stage();
    first.setScene(new Scene(new Pane(), wanted.getWidth(), wanted.getHeight()));
    first.setMinWidth(WindowBounds.MIN_WIDTH);
    first.setMinHeight(WindowBounds.MIN_HEIGHT);
    new StageBounds(first, wanted).open(false);
    first.show();
    return first;
  }

  private static boolean isAt(Window first, Rectangle2D wanted) {
    return Math.abs(first.getWidth() - wanted.getWidth()) < 3
        && Math.abs(first.getHeight() - wanted.getHeight()) < 3
        && Math.abs(first.getX() - wanted.getMinX()) < 3
        && Math.abs(first.getY() - wanted.getMinY()) < 3;
  }

  @Test
  void theKeySheetIsAsHighAsItsContentAndTheWindowStaysMaximised() throws Exception {
    interact(() -> stage().setMaximized(true));
    await(() -> stage().isMaximized() && stage().getWidth() > 1500);
    for (int times = 0; times < 2; times++) {
      type(KeyCode.F1);
      Stage sheet = windowOf(".key-sheet");
      await(() -> isAllSeen(sheet));
      assertThat(stage().isMaximized()).isTrue();
      await(sheet::isFocused);
      type(KeyCode.ESCAPE);
      await(() -> !sheet.isShowing());
      assertThat(stage().isMaximized()).isTrue();
      await(stage()::isFocused);
    }
  }

  private boolean isAllSeen(Stage sheet) {
    Node keys = sheet.getScene().lookup(".key-sheet");
    Node viewport = sheet.getScene().lookup(".scroll-pane > .viewport");
    return viewport.getLayoutBounds().getHeight() >= keys.getLayoutBounds().getHeight() - 1;
  }

  @Test
  void aQuestionLeavesTheWindowMaximisedAndTakesItsKeys() throws Exception {
    interact(() -> stage().setMaximized(true));
    await(() -> stage().isMaximized() && stage().getWidth() > 1500);
    interact(() -> main.session().update());
    await(() -> main.files().unsavedProperty().get());
    control(KeyCode.Q);
    Stage question = windowOf(".dialog-pane");
    await(question::isFocused);
    assertThat(stage().isMaximized()).isTrue();
    type(KeyCode.ESCAPE);
    await(() -> !question.isShowing());
    assertThat(stage().isShowing()).isTrue();
    assertThat(stage().isMaximized()).isTrue();
  }

  @Test
  void theSystemsDialogLeavesTheWindowMaximisedInTheEnd() throws Exception {
    interact(() -> stage().setMaximized(true));
    await(() -> stage().isMaximized() && stage().getWidth() > 1500 && stage().isFocused());
    control(KeyCode.O);
    await(() -> !stage().isFocused());
    await(() -> !stage().isMaximized());
    type(KeyCode.ESCAPE);
    await(() -> stage().isMaximized() && stage().getWidth() > 1500);
  }
}
