package dev.backstep.training.session;

import dev.backstep.model.SamplingSettings;
import dev.backstep.text.Corpus;
import dev.backstep.text.CorpusException;
import dev.backstep.text.Heap;
import dev.backstep.training.RunSettings;
import dev.backstep.training.TrainingData;
import dev.backstep.training.history.SavedRun;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The work of the training thread, one thing after the other: it keeps the state of the session,
 * and tells of it through the box. Only that thread touches it.
 */
final class TrainingWork {
  /** Where runs come from that were saved. */
  interface Source {
    List<SavedRun> load() throws SessionException;
  }

  private final SnapshotBox box;
  private final SpeedMeter speed = new SpeedMeter();
  private TrainingState state = TrainingState.READY;
  private SamplingSettings sampling = SamplingSettings.defaults();
  private long pauseAt;
  private @Nullable OpenRuns openRuns;
  private Snapshot.@Nullable Replay replay;
  private volatile Consumer<List<SavedRun>> replaced = runs -> {};

  TrainingWork(SnapshotBox box) {
    this.box = box;
  }

  boolean isRunning() {
    return state == TrainingState.RUNNING;
  }

  /** From any thread. */
  void onReplaced(Consumer<List<SavedRun>> receiver) {
    replaced = receiver;
  }

  /** Does something that means nothing before something was opened. */
  void onOpenRuns(Consumer<OpenRuns> command) {
    if (openRuns != null) {
      command.accept(openRuns);
    }
  }

  void begin(CorpusSource source, List<RunSettings> settings) {
    try {
      Corpus corpus = source.load();
      RunSettings first = settings.get(0);
      TrainingData data = TrainingData.split(corpus, first.heldOutShare(), first.seed());
      boolean isOther = openRuns == null || openRuns.data().corpus() != corpus;
      lay(new OpenRuns(data, settings, sampling));
      state = TrainingState.READY;
      if (isOther && !corpus.notes().isEmpty()) {
        box.tell(new Notice(false, corpus.name() + ": " + String.join(" ", corpus.notes())));
      }
    } catch (CorpusException | IllegalArgumentException e) {
      refuse(e);
    } catch (OutOfMemoryError tooLarge) {
      refuse("A new run cannot begin: " + Heap.exceeded() + ".");
    }
  }

  /** Goes on with runs that were saved, once it is told to. */
  void resume(Source source) {
    try {
      List<SavedRun> saved = source.load();
      lay(new OpenRuns(saved, sampling));
      state =
          saved.stream().anyMatch(SavedRun::diverged)
              ? TrainingState.DIVERGED
              : saved.get(0).updatesMade() > 0 ? TrainingState.PAUSED : TrainingState.READY;
    } catch (SessionException | IllegalArgumentException e) {
      refuse(e);
    } catch (OutOfMemoryError tooLarge) {
      refuse("The session cannot be opened: " + Heap.exceeded() + ".");
    }
  }

  /** The only way in which runs make way for others; what failed may not be whole. */
  private void lay(OpenRuns next) {
    if (openRuns != null && state != TrainingState.FAILED) {
      replaced.accept(openRuns.saved());
    }
    openRuns = next;
  }

  private void refuse(Exception reason) {
    refuse(String.valueOf(reason.getMessage()));
  }

  private void refuse(String sentence) {
    box.tell(new Notice(true, sentence));
  }

  void start(long until) {
    if (state.canStart()) {
      state = TrainingState.RUNNING;
      pauseAt = until;
      speed.start(System.nanoTime());
    }
  }

  void pause() {
    if (state.canPause()) {
      state = TrainingState.PAUSED;
    }
  }

  /** One update, and a pause. */
  void update() {
    if (state.canUpdate()) {
      state = TrainingState.PAUSED;
      train();
    }
  }

  private OpenRuns opened() {
    return Objects.requireNonNull(openRuns, "nothing was opened");
  }

  /** One update of those that are made while training runs. */
  void train() {
    OpenRuns runs = opened();
    runs.update();
    speed.add(runs.lastCharacters());
    if (runs.isDiverged()) {
      state = TrainingState.DIVERGED;
    } else if (runs.updates() == pauseAt) {
      state = TrainingState.PAUSED;
    }
    if (!isRunning()) {
      publish();
    }
  }

  /** A run that diverged can go on with other settings. */
  void change(UnaryOperator<RunSettings> difference) {
    try {
      OpenRuns runs = opened();
      runs.change(difference);
      if (state == TrainingState.DIVERGED && !runs.isDiverged()) {
        state = TrainingState.PAUSED;
      }
    } catch (IllegalArgumentException e) {
      refuse(e);
    }
  }

  /**
   * Goes to an update and pauses there, or stays as it was.
   *
   * @param isWanted asked again and again on the way
   */
  void goTo(int branch, long update, BooleanSupplier isWanted) {
    if (!state.canGoTo() || !isWanted.getAsBoolean()) {
      return;
    }
    TrainingState before = state;
    state = TrainingState.REPLAYING;
    try {
      boolean isThere =
          opened().goTo(branch, update, share -> tell(branch, update, share, isWanted));
      state = isThere ? TrainingState.PAUSED : before;
    } catch (IllegalArgumentException e) {
      state = before;
      refuse(e);
    }
    replay = null;
    speed.start(System.nanoTime());
  }

  private boolean tell(int branch, long update, double share, BooleanSupplier isWanted) {
    replay = new Snapshot.Replay(branch, update, share);
    publishIfTaken();
    return isWanted.getAsBoolean();
  }

  void setSampling(SamplingSettings settings) {
    sampling = settings;
    onOpenRuns(openRuns -> openRuns.setSampling(settings));
  }

  void fail(Throwable cause) {
    state = TrainingState.FAILED;
    replay = null;
    refuse(
        cause instanceof OutOfMemoryError
            ? "Training stopped: " + Heap.exceeded() + "."
            : "Training stopped on an error of the program: " + cause);
    if (!(cause instanceof OutOfMemoryError)) {
      log(cause);
    }
    box.publishFailure(openRuns);
  }

  private static void log(Throwable cause) {
    System.getLogger(TrainingSession.class.getName())
        .log(System.Logger.Level.ERROR, "training failed", cause);
  }

  void publishIfTaken() {
    if (box.isEmpty()) {
      publish();
    }
  }

  void publish() {
    box.publish(state, openRuns, speed, replay);
  }
}
