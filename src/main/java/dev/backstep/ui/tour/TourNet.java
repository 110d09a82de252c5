package dev.backstep.ui.tour;

import dev.backstep.fault.Fault;
import dev.backstep.text.Sequence;
import dev.backstep.trace.Trace;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.RunSettings;
import dev.backstep.training.TrainingData;
import dev.backstep.training.history.BranchSummary;
import dev.backstep.training.session.TrainingSession;
import dev.backstep.ui.run.RunViewModel;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.step.SequenceViewModel;
import java.util.List;

/**
 * The net of the guided tour: a copy of the run that is open, on a thread of its own, so that
 * nothing that the tour does with it is done to the run.
 */
final class TourNet implements AutoCloseable {
  private static final int SHORTEST = 5;
  private static final int LONGEST = 9;
  private static final int LOOKED_AT = 500;

  /** More characters than this are not trained in passing. */
  private static final int QUICK_EPOCH = 100_000;

  /** The bytes of the run's past to copy; the tour does not go back in it. */
  private static final long BYTES_OF_PAST = 1 << 20;

  /** The state of a run when it was copied. */
  private record Copied(
      TrainingData data, long updates, RunSettings settings, List<BranchSummary.Content> content) {}

  private final SessionViewModel open;
  private final SequenceViewModel sequences;
  private final TrainingSession training = new TrainingSession("guided tour");
  private final SessionViewModel session = new SessionViewModel(training, 1);
  private Copied copied;
  private boolean isStateChanged;

  /**
   * A copy of a run.
   *
   * @param open the run
   * @param sequences what is looked at in it
   */
  TourNet(SessionViewModel open, SequenceViewModel sequences) {
    this.open = open;
    this.sequences = sequences;
    copy();
  }

  /** Copies the run as it is now. */
  void copy() {
    copied = now();
    isStateChanged = false;
    TrainingData data = copied.data();
    Sequence looked = sequence();
    open.capture(
        run -> {
          training.open(() -> run.within(BYTES_OF_PAST));
          // What is said is said of the right equations.
          training.change(TourNet::withoutFault);
          training.choose(run.data() == data ? looked : null);
        });
  }

  private static RunSettings withoutFault(RunSettings settings) {
    return settings.fault() == Fault.NONE ? settings : settings.withFault(Fault.NONE);
  }

  /** Copies the run again if it was trained, gone back in or changed since. */
  void copyIfChanged() {
    if (!now().equals(copied)) {
      copy();
    } else {
      chooseSequence();
    }
  }

  private Copied now() {
    RunViewModel run = open.run();
    return new Copied(
        open.dataProperty().get(),
        run.progressProperty().get().updates(),
        run.settingsProperty().get(),
        run.branches().content());
  }

  /** Looks at what the user has chosen, or else at one sequence: the next in training changes. */
  void chooseSequence() {
    // A sequence of one text means nothing to a net for another.
    if (copied.data() == open.dataProperty().get()) {
      Sequence looked = sequence();
      // By way of the thread of the run, to come after a copy that is under way.
      TrainingData data = copied.data();
      open.capture(run -> training.choose(run.data() == data ? looked : null));
    }
  }

  /** The sequence looked at: what the user has chosen, or one of a good length. */
  Sequence sequence() {
    Sequence chosen = sequences.chosenProperty().get();
    List<Sequence> all = sequences.sequencesProperty().get();
    return chosen != null || all.isEmpty() ? chosen : all.get(ofGoodLength(all));
  }

  private static int ofGoodLength(List<Sequence> all) {
    for (int i = 0; i < Math.min(LOOKED_AT, all.size()); i++) {
      if (all.get(i).length() >= SHORTEST && all.get(i).length() <= LONGEST) {
        return i;
      }
    }
    return 0;
  }

  /** Whether nothing is trained and an epoch is trained in passing. */
  boolean isUntrained() {
    return session.dataProperty().get() != null
        && session.run().progressProperty().get().updates() == 0
        && session.stateProperty().get().canUpdate()
        && isQuick(session.dataProperty().get());
  }

  /** Whether an epoch of a text is trained in passing. */
  static boolean isQuick(TrainingData data) {
    return data.train().stream().mapToLong(Sequence::length).sum() <= QUICK_EPOCH;
  }

  void trainEpoch() {
    session.finishEpoch();
  }

  /** Hands the hidden state over after one update, where sequences begin with zeros. */
  void carryState() {
    boolean isZero = isMade() && settings().hiddenState() instanceof HiddenStatePolicy.Zero;
    if (isZero && !isStateChanged && session.stateProperty().get().canUpdate()) {
      isStateChanged = true;
      session.change(now -> now.withHiddenState(new HiddenStatePolicy.Carried(false)));
      session.update();
    }
  }

  /** Whether sequences began with zeros before the tour handed the hidden state over. */
  boolean wasZero() {
    return isStateChanged || settings().hiddenState() instanceof HiddenStatePolicy.Zero;
  }

  /** Whether a run was copied, and has its settings. */
  boolean isMade() {
    return settings() != null;
  }

  RunSettings settings() {
    return session.run().settingsProperty().get();
  }

  /** The trace to be seen; null before it is there. */
  Trace trace() {
    return session.run().traceProperty().get();
  }

  SessionViewModel session() {
    return session;
  }

  @Override
  public void close() {
    session.close();
  }
}
