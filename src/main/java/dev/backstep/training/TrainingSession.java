package dev.backstep.training;

import dev.backstep.model.SamplingSettings;
import dev.backstep.text.Corpus;
import dev.backstep.text.CorpusException;
import dev.backstep.text.Sequence;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

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

  /** Counts what was asked of {@link #goTo}: only the newest is gone to. */
  private final AtomicLong journeys = new AtomicLong();

  private final Thread thread;
  private volatile boolean open = true;

  // What follows belongs to the training thread.
  private final SpeedMeter speed = new SpeedMeter();
  private TrainingState state = TrainingState.READY;
  private SamplingSettings sampling = SamplingSettings.defaults();
  private long pauseAt;
  private Desk desk;
  private Snapshot.Replay replay;

  public TrainingSession(String threadName) {
    thread = new Thread(this::work, threadName);
    thread.setDaemon(true);
    thread.start();
  }

  /** The newest snapshot, once; null if there is none since the last call. */
  public Snapshot take() {
    return box.take();
  }

  /** Reads a corpus and begins one run for each of the settings, which then train in lock step. */
  public void open(CorpusSource source, List<RunSettings> settings) {
    cancelGoTo();
    commands.add(() -> begin(source, settings));
  }

  /** Begins again on the same corpus with other settings. */
  public void changeSettings(List<RunSettings> settings) {
    cancelGoTo();
    onDesk(lying -> begin(() -> lying.data().corpus(), settings));
  }

  /** Begins again with the same settings. */
  public void reset() {
    cancelGoTo();
    onDesk(lying -> begin(() -> lying.data().corpus(), lying.settings()));
  }

  public void start() {
    onDesk(lying -> start(Long.MAX_VALUE));
  }

  /** Trains to the end of the epoch that is under way, then pauses. */
  public void finishEpoch() {
    onDesk(lying -> start(lying.updatesAtEndOfEpoch()));
  }

  private void start(long until) {
    if (state.canStart()) {
      state = TrainingState.RUNNING;
      pauseAt = until;
      speed.start(System.nanoTime());
    }
  }

  public void pause() {
    commands.add(
        () -> {
          if (state.canPause()) {
            state = TrainingState.PAUSED;
          }
        });
  }

  /** One update. */
  public void update() {
    onDesk(
        lying -> {
          if (state.canUpdate()) {
            state = TrainingState.PAUSED;
            train();
          }
        });
  }

  /** Changes the learning rate of every run, whether training is running or not. */
  public void setLearningRate(double learningRate) {
    change(settings -> settings.withLearningRate(learningRate));
  }

  /** Changes what sequences begin with from the next one on, in every run. */
  public void setHiddenState(HiddenStatePolicy policy) {
    change(settings -> settings.withHiddenState(policy));
  }

  private void change(UnaryOperator<RunSettings> difference) {
    onDesk(
        lying -> {
          try {
            lying.change(difference);
          } catch (IllegalArgumentException e) {
            box.tell(new Notice(true, e.getMessage()));
          }
          if (state == TrainingState.DIVERGED && !lying.isDiverged()) {
            state = TrainingState.PAUSED;
          }
        });
  }

  /**
   * Goes to an update on the path of the current branch, and pauses there; snapshots tell how far
   * it is. Another call takes the place of one that is not there yet.
   */
  public void goTo(long update) {
    goTo(Desk::currentBranch, update);
  }

  /** Goes to an update on the path of a branch, which then is the current one. */
  public void goTo(int branch, long update) {
    goTo(lying -> branch, update);
  }

  private void goTo(ToIntFunction<Desk> branch, long update) {
    long journey = journeys.incrementAndGet();
    onDesk(
        lying -> {
          if (journey == journeys.get() && state.canGoTo()) {
            replay(branch.applyAsInt(lying), update, journey);
          }
        });
  }

  /** Stops going to an update; the run is then as if that had not been asked for. */
  public void cancelGoTo() {
    journeys.incrementAndGet();
  }

  private void replay(int branch, long update, long journey) {
    TrainingState before = state;
    state = TrainingState.REPLAYING;
    ReplayWatch watch =
        share -> {
          replay = new Snapshot.Replay(branch, update, share);
          publishIfTaken();
          return open && journey == journeys.get();
        };
    try {
      state = desk.goTo(branch, update, watch) ? TrainingState.PAUSED : before;
    } catch (IllegalArgumentException e) {
      state = before;
      box.tell(new Notice(true, e.getMessage()));
    }
    replay = null;
    speed.start(System.nanoTime());
  }

  /** Chooses the sequence to be looked at; null for the one that training will see next. */
  public void choose(Sequence sequence) {
    onDesk(lying -> lying.choose(sequence));
  }

  public void setSampling(SamplingSettings settings) {
    commands.add(
        () -> {
          sampling = settings;
          if (desk != null) {
            desk.setSampling(settings);
          }
        });
  }

  /** Ends the thread after the update that it is in. */
  @Override
  public void close() {
    open = false;
    thread.interrupt();
  }

  /** A command that means nothing before something was opened. */
  private void onDesk(Consumer<Desk> command) {
    commands.add(
        () -> {
          if (desk != null) {
            command.accept(desk);
          }
        });
  }

  private void work() {
    while (open) {
      try {
        Runnable command = state == TrainingState.RUNNING ? commands.poll() : commands.take();
        if (command == null) {
          train();
          publishIfTaken();
        } else {
          command.run();
          publish();
        }
      } catch (InterruptedException e) {
        open = false;
      } catch (RuntimeException | Error e) {
        fail(e);
      }
    }
  }

  private void train() {
    desk.update();
    speed.add(desk.lastCharacters());
    if (desk.isDiverged()) {
      state = TrainingState.DIVERGED;
    } else if (desk.updates() == pauseAt) {
      state = TrainingState.PAUSED;
    }
    if (state != TrainingState.RUNNING) {
      publish();
    }
  }

  private void begin(CorpusSource source, List<RunSettings> settings) {
    try {
      Corpus corpus = source.load();
      RunSettings first = settings.get(0);
      TrainingData data = TrainingData.split(corpus, first.heldOutShare(), first.seed());
      boolean isOther = desk == null || desk.data().corpus() != corpus;
      desk = new Desk(data, settings, sampling);
      state = TrainingState.READY;
      if (isOther && !corpus.notes().isEmpty()) {
        box.tell(new Notice(false, corpus.name() + ": " + String.join(" ", corpus.notes())));
      }
    } catch (CorpusException | IllegalArgumentException e) {
      box.tell(new Notice(true, e.getMessage()));
    }
  }

  private void fail(Throwable cause) {
    state = TrainingState.FAILED;
    box.tell(new Notice(true, "Training stopped on an error of the program: " + cause));
    System.getLogger(TrainingSession.class.getName())
        .log(System.Logger.Level.ERROR, "training failed", cause);
    box.publishFailure(desk);
  }

  private void publishIfTaken() {
    if (box.isEmpty()) {
      publish();
    }
  }

  private void publish() {
    box.publish(state, desk, speed, replay);
  }
}
