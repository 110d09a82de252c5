package dev.backstep.training.session;

import dev.backstep.training.history.RunSnapshot;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The box with one place through which snapshots come out of the training thread. What the screen
 * never looked at is taken back, and told again with the next.
 */
final class SnapshotBox {
  private final AtomicReference<@Nullable Snapshot> place = new AtomicReference<>();
  private @Nullable Notice notice;

  /** The snapshot in it, once; null if there is none. From any thread. */
  @Nullable Snapshot take() {
    return place.getAndSet(null);
  }

  boolean isEmpty() {
    return place.get() == null;
  }

  /** Something that the next snapshot is to tell. */
  void tell(Notice newNotice) {
    notice = newNotice;
  }

  /**
   * Puts in what there is to tell.
   *
   * @param openRuns null before anything was opened
   * @param replay null if no update is gone to
   */
  void publish(
      TrainingState state,
      @Nullable OpenRuns openRuns,
      SpeedMeter speed,
      Snapshot.@Nullable Replay replay) {
    takeBack(openRuns);
    long now = System.nanoTime();
    boolean isRunning = state == TrainingState.RUNNING;
    List<RunSnapshot> runs = openRuns == null ? List.of() : openRuns.take(isRunning, now);
    put(state, openRuns, runs, isRunning ? speed.perSecond(now) : 0, replay);
  }

  /**
   * Tells that training failed, and nothing of the runs: they may be in the middle of something.
   */
  void publishFailure(@Nullable OpenRuns openRuns) {
    takeBack(openRuns);
    put(TrainingState.FAILED, openRuns, List.of(), 0, null);
  }

  private void put(
      TrainingState state,
      @Nullable OpenRuns openRuns,
      List<RunSnapshot> runs,
      double speed,
      Snapshot.@Nullable Replay replay) {
    place.set(
        new Snapshot(
            state, openRuns == null ? null : openRuns.data(), runs, notice, speed, replay));
    notice = null;
  }

  private void takeBack(@Nullable OpenRuns openRuns) {
    Snapshot untaken = take();
    if (untaken == null) {
      return;
    }
    if (notice == null) {
      notice = untaken.notice();
    }
    if (openRuns != null && openRuns.data() == untaken.data()) {
      openRuns.reclaim(untaken.runs());
    }
  }
}
