package dev.backstep.ui.shell;

import dev.backstep.Deadline;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.compare.CompareScreen;
import dev.backstep.ui.heatmap.Heatmap;
import dev.backstep.ui.paint.Pulses;
import dev.backstep.ui.step.StepViewModel;
import java.util.concurrent.TimeoutException;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.util.WaitForAsyncUtils;

/** The real window without a mouse, a word of five letters in it. */
public abstract class KeyboardTest extends WindowTest {
  private static final int MORE_THAN_ALL = 150;

  public MainViewModel main;
  public StepViewModel step;

  @BeforeEach
  void openAWord() throws TimeoutException {
    main = window.viewModel();
    step = main.step();
    openDinosaursAndShow("stego");
  }

  public void show(Screen screen) throws TimeoutException {
    interact(() -> main.screenProperty().set(screen));
    if (screen == CompareScreen.ID) {
      await(() -> main.compare().b().traceProperty().get() != null);
    }
    interact(() -> window.scene().getRoot().requestFocus());
  }

  public Node focused() {
    return WaitForAsyncUtils.waitForAsyncFx(Deadline.MILLIS, () -> window.scene().getFocusOwner());
  }

  public void tabTo(String id) {
    for (int i = 0; i < MORE_THAN_ALL; i++) {
      if (id.equals(focused().getId())) {
        return;
      }
      type(KeyCode.TAB);
    }
    throw new AssertionError("Tab never comes to " + id);
  }

  public void control(KeyCode code) {
    press(KeyCode.CONTROL).type(code).release(KeyCode.CONTROL);
  }

  public Heatmap heatmap(String id) {
    return lookup("#" + id).queryAs(Heatmap.class);
  }

  /** The words for a screen reader. */
  public String spoken(Node node) {
    Pulses.settle();
    return WaitForAsyncUtils.waitForAsyncFx(
        Deadline.MILLIS, () -> (String) node.queryAccessibleAttribute(AccessibleAttribute.TEXT));
  }
}
