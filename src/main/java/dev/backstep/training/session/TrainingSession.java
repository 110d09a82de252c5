package dev.backstep.training.session;

import dev.backstep.model.SamplingSettings;
import dev.backstep.text.Sequence;
import dev.backstep.training.RunSettings;
import dev.backstep.training.history.SavedRun;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Trains on a thread of its own, the only one that touches the networks. Commands go in through a
 * queue and are carried out between two updates; an immutable {@link Snapshot} comes out through a
 * box with one place, which is filled only when it is empty, so training never waits for the
 * screen.
 *
 * <p>Every method returns at once and may be called from any thread.
 */
public final class TrainingSession implements AutoCloseable {
  private final BlockingQueue<Runnable> commands = new LinkedBlockingQueue<>();
  private final SnapshotBox box = new SnapshotBox();
  private final TrainingWork work = new TrainingWork(box);

  /** Counts what was asked of {@link #goTo}: only the newest is gone to. */
  private final AtomicLong journeys = new AtomicLong();

  private final Thread thread;
  private volatile boolean open = true;

  public TrainingSession(String threadName) {
    thread = new Thread(this::serve, threadName);
    thread.setDaemon(true);
    thread.start();
  }

  /** The newest snapshot, once; null if there is none since the last call. */
  public @Nullable Snapshot take() {
    return box.take();
  }

  /** Reads a corpus and begins one run for each of the settings, which then train in lock step. */
  public void open(CorpusSource source, List<RunSettings> settings) {
    cancelGoTo();
    commands.add(() -> work.begin(source, settings));
  }

  /** Reads a run that was saved and goes on with it, once it is told to. */
  public void open(SavedRunSource source) {
    cancelGoTo();
    commands.add(() -> work.resume(() -> List.of(source.load())));
  }

  /** Goes on with runs in lock step that were handed over together, once it is told to. */
  public void open(List<SavedRun> runs) {
    cancelGoTo();
    commands.add(() -> work.resume(() -> runs));
  }

  /**
   * Says who is handed the runs whenever others take their place, whatever was asked for.
   *
   * @param receiver called on the training thread, so it had better only pass it on
   */
  public void onReplaced(Consumer<List<SavedRun>> receiver) {
    work.onReplaced(receiver);
  }

  /**
   * Hands over the first run as it is between two updates.
   *
   * @param receiver called on the training thread, so it had better only pass it on
   */
  public void capture(Consumer<SavedRun> receiver) {
    onOpenRuns(openRuns -> receiver.accept(openRuns.saved().get(0)));
  }

  /** Begins again on the same corpus with other settings. */
  public void changeSettings(List<RunSettings> settings) {
    cancelGoTo();
    onOpenRuns(openRuns -> work.begin(() -> openRuns.data().corpus(), settings));
  }

  /** Begins again with the same settings. */
  public void reset() {
    cancelGoTo();
    onOpenRuns(openRuns -> work.begin(() -> openRuns.data().corpus(), openRuns.settings()));
  }

  public void start() {
    onOpenRuns(openRuns -> work.start(Long.MAX_VALUE));
  }

  /** Trains to the end of the epoch that is under way, then pauses. */
  public void finishEpoch() {
    onOpenRuns(openRuns -> work.start(openRuns.updatesAtEndOfEpoch()));
  }

  public void pause() {
    commands.add(work::pause);
  }

  /** One update. */
  public void update() {
    onOpenRuns(openRuns -> work.update());
  }

  /**
   * Changes settings of every run from the next update on, whether training is running or not.
   *
   * @param difference makes the new ones of those in force; how a run begins must be left as it is
   */
  public void change(UnaryOperator<RunSettings> difference) {
    onOpenRuns(openRuns -> work.change(difference));
  }

  /**
   * Goes to an update on the path of the current branch, and pauses there; snapshots tell how far
   * it is. Another call takes the place of one that is not there yet.
   *
   * @param update the number of updates done there; the next one is what the screen then shows
   */
  public void goTo(long update) {
    goTo(OpenRuns::currentBranch, update);
  }

  /** Goes to an update on the path of a branch, which then is the current one. */
  public void goTo(int branch, long update) {
    goTo(openRuns -> branch, update);
  }

  private void goTo(ToIntFunction<OpenRuns> branch, long update) {
    long journey = journeys.incrementAndGet();
    onOpenRuns(
        openRuns ->
            work.goTo(
                branch.applyAsInt(openRuns), update, () -> open && journey == journeys.get()));
  }

  /** Stops going to an update; the run is then as if that had not been asked for. */
  public void cancelGoTo() {
    journeys.incrementAndGet();
  }

  /** Chooses the sequence to be looked at; null for the one that training will see next. */
  public void choose(@Nullable Sequence sequence) {
    onOpenRuns(openRuns -> openRuns.choose(sequence));
  }

  /** Chooses the row to be looked at of the batch that training will see next. */
  public void chooseRow(int row) {
    onOpenRuns(openRuns -> openRuns.chooseRow(row));
  }

  public void setSampling(SamplingSettings settings) {
    commands.add(() -> work.setSampling(settings));
  }

  /** Ends the thread after the update that it is in. */
  @Override
  public void close() {
    open = false;
    thread.interrupt();
  }

  /** A command that means nothing before something was opened. */
  private void onOpenRuns(Consumer<OpenRuns> command) {
    commands.add(() -> work.onOpenRuns(command));
  }

  private void serve() {
    while (open) {
      try {
        Runnable command = work.isRunning() ? commands.poll() : commands.take();
        if (command == null) {
          work.train();
          work.publishIfTaken();
        } else {
          command.run();
          work.publish();
        }
      } catch (InterruptedException e) {
        open = false;
      } catch (RuntimeException | Error e) {
        work.fail(e);
      }
    }
  }
}
