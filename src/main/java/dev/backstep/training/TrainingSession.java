package dev.backstep.training;

import dev.backstep.model.SamplingSettings;
import dev.backstep.text.Corpus;
import dev.backstep.text.CorpusException;
import dev.backstep.text.Sequence;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

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
  private final AtomicReference<Snapshot> box = new AtomicReference<>();
  private final Thread thread;
  private volatile boolean open = true;

  // What follows belongs to the training thread.
  private final SpeedMeter speed = new SpeedMeter();
  private TrainingState state = TrainingState.READY;
  private SamplingSettings sampling = SamplingSettings.defaults();
  private long pauseAt;
  private Desk desk;
  private Notice notice;

  public TrainingSession(String threadName) {
    thread = new Thread(this::work, threadName);
    thread.setDaemon(true);
    thread.start();
  }

  /** The newest snapshot, once; null if there is none since the last call. */
  public Snapshot take() {
    return box.getAndSet(null);
  }

  /** Reads a corpus and begins one run for each of the settings, which then train in lock step. */
  public void open(CorpusSource source, List<RunSettings> settings) {
    commands.add(() -> begin(source, settings));
  }

  /** Begins again on the same corpus with other settings. */
  public void changeSettings(List<RunSettings> settings) {
    onDesk(lying -> begin(() -> lying.data().corpus(), settings));
  }

  /** Begins again with the same settings. */
  public void reset() {
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
    onDesk(lying -> lying.setLearningRate(learningRate));
  }

  /** Changes what sequences begin with from the next one on, in every run. */
  public void setHiddenState(HiddenStatePolicy policy) {
    onDesk(
        lying -> {
          try {
            lying.setHiddenState(policy);
          } catch (IllegalArgumentException e) {
            notice = new Notice(true, e.getMessage());
          }
        });
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
        notice = new Notice(false, corpus.name() + ": " + String.join(" ", corpus.notes()));
      }
    } catch (CorpusException | IllegalArgumentException e) {
      notice = new Notice(true, e.getMessage());
    }
  }

  private void fail(Throwable cause) {
    state = TrainingState.FAILED;
    notice = new Notice(true, "Training stopped on an error of the program: " + cause);
    System.getLogger(TrainingSession.class.getName())
        .log(System.Logger.Level.ERROR, "training failed", cause);
    box.set(new Snapshot(state, desk == null ? null : desk.data(), List.of(), notice, 0));
  }

  private void publishIfTaken() {
    if (box.get() == null) {
      publish();
    }
  }

  private void publish() {
    Snapshot untaken = box.getAndSet(null);
    if (untaken != null) {
      reclaim(untaken);
    }
    long now = System.nanoTime();
    boolean isRunning = state == TrainingState.RUNNING;
    List<RunSnapshot> runs = desk == null ? List.of() : desk.take(isRunning, now);
    TrainingData data = desk == null ? null : desk.data();
    box.set(new Snapshot(state, data, runs, notice, isRunning ? speed.perSecond(now) : 0));
    notice = null;
  }

  private void reclaim(Snapshot untaken) {
    if (notice == null) {
      notice = untaken.notice();
    }
    if (desk != null && desk.data() == untaken.data()) {
      desk.reclaim(untaken.runs());
    }
  }
}
