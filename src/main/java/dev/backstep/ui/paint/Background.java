package dev.backstep.ui.paint;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;

/** Work of the screen's own that takes more than a few milliseconds: drawing formulas, files. */
public final class Background {
  private Background() {}

  /**
   * Does the work on another thread, then hands its result to the FX thread. An exception goes to
   * the FX thread's handler of uncaught exceptions.
   */
  public static <T> void run(Supplier<T> work, Consumer<T> onScreen) {
    var unused =
        CompletableFuture.supplyAsync(work)
            .whenComplete(
                (result, failure) ->
                    Platform.runLater(
                        () -> {
                          if (failure != null) {
                            throw new IllegalStateException(failure.getCause());
                          }
                          onScreen.accept(result);
                        }));
  }
}
