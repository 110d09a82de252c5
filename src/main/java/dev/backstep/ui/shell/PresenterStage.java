package dev.backstep.ui.shell;

import javafx.beans.property.BooleanProperty;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

/** Fills the screen while presenting, and afterwards is the window that it was. */
final class PresenterStage {
  private final Stage stage;
  private final BooleanProperty presenting;
  private boolean wasMaximized;
  private double x;
  private double y;
  private double width;
  private double height;

  private PresenterStage(Stage stage, BooleanProperty presenting) {
    this.stage = stage;
    this.presenting = presenting;
  }

  static void follow(Stage stage, BooleanProperty presenting) {
    PresenterStage follower = new PresenterStage(stage, presenting);
    // Escape and F11 are keys of the program; the toolkit's own would leave the type large.
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    stage.setFullScreenExitHint("");
    presenting.addListener((property, before, now) -> follower.show(now));
    stage.fullScreenProperty().addListener((property, before, now) -> follower.onStage(now));
    if (presenting.get()) {
      follower.show(true);
    }
  }

  private void show(boolean isPresenting) {
    if (isPresenting) {
      remember();
      stage.setFullScreen(true);
    } else {
      stage.setFullScreen(false);
      restore();
    }
  }

  /** The window manager may end it too. */
  private void onStage(boolean isFullScreen) {
    if (!isFullScreen) {
      presenting.set(false);
    }
  }

  private void remember() {
    wasMaximized = stage.isMaximized();
    x = stage.getX();
    y = stage.getY();
    width = stage.getWidth();
    height = stage.getHeight();
  }

  private void restore() {
    if (wasMaximized) {
      stage.setMaximized(true);
      return;
    }
    stage.setX(x);
    stage.setY(y);
    stage.setWidth(width);
    stage.setHeight(height);
  }
}
