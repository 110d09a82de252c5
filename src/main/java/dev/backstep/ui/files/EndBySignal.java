package dev.backstep.ui.files;

import dev.backstep.io.session.KeptRun;
import dev.backstep.io.session.Session;
import dev.backstep.io.session.SessionFile;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The end of a program that is told to end, as by a desktop session that ends: what is not saved is
 * left for the next window, which offers it without saying that something went wrong.
 */
record EndBySignal(SessionFiles files) {
  /** A system that shuts down does not wait much longer for a program. */
  private static final long PATIENCE_SECONDS = 20;

  /**
   * Leaves what is kept.
   *
   * @param own where the run that is open is kept as it is now; null if it need not be
   * @param places of the window; those without a run are tidied up
   */
  void leave(@Nullable KeptRun own, List<KeptRun> places) {
    if (own != null) {
      keep(own);
    }
    places.forEach(EndBySignal::leave);
  }

  /** Waits until it is kept, but not for a disk that never answers. */
  private void keep(KeptRun own) {
    CountDownLatch done = new CountDownLatch(1);
    files.capture(
        whole -> {
          write(own, whole);
          done.countDown();
        });
    try {
      done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void write(KeptRun own, Session whole) {
    try {
      SessionFile.writePrivate(own.file(), whole);
    } catch (IOException e) {
      // There is no window left to say so in; what was kept before is still there.
    }
  }

  private static void leave(KeptRun place) {
    try {
      if (place.newest().isPresent()) {
        place.markEnded(true);
      } else {
        place.discard();
      }
    } catch (IOException e) {
      // Then it is offered as what ended unexpectedly.
    }
  }
}
