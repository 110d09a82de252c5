package dev.backstep.ui.common;

import java.util.function.BooleanSupplier;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javafx.util.Duration;

/**
 * Asks for the size of a window again while it opens. Some window managers, openbox among them,
 * open a window of JavaFX at its least size, whatever was asked for before.
 */
public final class RequestedSize {
  private static final Duration BETWEEN = Duration.millis(150);

  /** As often in a row it has the size; after that it is the user who makes it smaller. */
  private static final int SETTLED = 6;

  /** After that a window manager that has its own mind is left alone. */
  private static final int TIMES = 20;

  private final BooleanSupplier isTooSmall;
  private final Runnable ask;
  private final Timeline checks = new Timeline(new KeyFrame(BETWEEN, event -> check()));
  private int settled;

  private RequestedSize(BooleanSupplier isTooSmall, Runnable ask) {
    this.isTooSmall = isTooSmall;
    this.ask = ask;
    checks.setCycleCount(TIMES);
  }

  /**
   * Looks at the size of a window whenever it is shown.
   *
   * @param isTooSmall whether it has less than was asked for
   * @param ask asks for it again
   */
  public static void keep(Window window, BooleanSupplier isTooSmall, Runnable ask) {
    RequestedSize size = new RequestedSize(isTooSmall, ask);
    window.addEventHandler(WindowEvent.WINDOW_SHOWN, event -> size.begin());
    window.addEventHandler(WindowEvent.WINDOW_HIDDEN, event -> size.checks.stop());
  }

  /**
   * Asks for a size soon, when the toolkit has done with what took it, and again if need be.
   *
   * @param isMissing whether it is not there
   */
  static void ask(BooleanSupplier isMissing, Runnable ask) {
    new RequestedSize(isMissing, ask).begin();
  }

  private void begin() {
    settled = 0;
    checks.playFromStart();
  }

  private void check() {
    if (isTooSmall.getAsBoolean()) {
      settled = 0;
      ask.run();
    } else if (++settled == SETTLED) {
      checks.stop();
    }
  }
}
