package dev.backstep.ui.paint;

import dev.backstep.Deadline;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.testfx.util.WaitForAsyncUtils;

/** The pulses of JavaFX, in each of which it lays out and draws what has changed. */
public final class Pulses {
  private static final int ENOUGH = 2;
  private static final boolean IS_HEADLESS = Boolean.getBoolean("testfx.headless");

  private Pulses() {}

  /**
   * Waits until what was just done shows, however long that takes. On a real display keys and mouse
   * come through the window system, which is given the time that TestFX gives it.
   */
  public static void settle() {
    if (IS_HEADLESS) {
      await(ENOUGH);
    } else {
      WaitForAsyncUtils.waitForFxEvents();
    }
  }

  private static void await(int pulses) {
    CountDownLatch left = new CountDownLatch(pulses);
    Platform.runLater(() -> count(left).start());
    try {
      if (!left.await(Deadline.SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("no pulse in " + Deadline.SECONDS + " seconds");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    WaitForAsyncUtils.waitForAsyncFx(Deadline.MILLIS, () -> {});
  }

  private static AnimationTimer count(CountDownLatch left) {
    return new AnimationTimer() {
      @Override
      public void handle(long now) {
        left.countDown();
        if (left.getCount() == 0) {
          stop();
        }
      }
    };
  }
}
