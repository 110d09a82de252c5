package dev.backstep.app;

import dev.backstep.Deadline;
import dev.backstep.ui.control.Heatmap;
import dev.backstep.ui.control.Pulses;
import dev.backstep.ui.viewmodel.MainViewModel;
import dev.backstep.ui.viewmodel.Screen;
import dev.backstep.ui.viewmodel.StepViewModel;
import java.util.concurrent.TimeoutException;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.util.WaitForAsyncUtils;

/** The real window without a mouse, a word of five letters in it. */
abstract class KeyboardTest extends WindowTest {
  private static final int MORE_THAN_ALL = 150;

  MainViewModel main;
  StepViewModel step;

  @BeforeEach
  void openAWord() throws TimeoutException {
    main = window.viewModel();
    step = main.step();
    openDinosaursAndShow("stego");
  }

  void show(Screen screen) throws TimeoutException {
    interact(() -> main.screenProperty().set(screen));
    if (screen == Screen.COMPARE) {
      await(() -> main.compare().b().traceProperty().get() != null);
    }
    interact(() -> window.scene().getRoot().requestFocus());
  }

  Node focused() {
    return WaitForAsyncUtils.waitForAsyncFx(Deadline.MILLIS, () -> window.scene().getFocusOwner());
  }

  void tabTo(String id) {
    for (int i = 0; i < MORE_THAN_ALL; i++) {
      if (id.equals(focused().getId())) {
        return;
      }
      type(KeyCode.TAB);
    }
    throw new AssertionError("Tab never comes to " + id);
  }

  void control(KeyCode code) {
    press(KeyCode.CONTROL).type(code).release(KeyCode.CONTROL);
  }

  Heatmap heatmap(String id) {
    return lookup("#" + id).queryAs(Heatmap.class);
  }

  /** What a screen reader is told. */
  String spoken(Node node) {
    Pulses.settle();
    return WaitForAsyncUtils.waitForAsyncFx(
        Deadline.MILLIS, () -> (String) node.queryAccessibleAttribute(AccessibleAttribute.TEXT));
  }
}
