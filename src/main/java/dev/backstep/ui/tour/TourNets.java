package dev.backstep.ui.tour;

import dev.backstep.trace.Trace;
import dev.backstep.training.RunSettings;
import dev.backstep.training.TrainingData;
import dev.backstep.training.session.TrainingState;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.step.SequenceViewModel;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The nets that the guided tour shows: a copy of the run that is open, and an LSTM for the chapter
 * about gates. They are made when they are first needed.
 */
final class TourNets implements AutoCloseable {
  private final SessionViewModel open;
  private final SequenceViewModel sequences;
  private final Runnable show;
  private final Runnable look;
  private @Nullable TourNet copy;
  private @Nullable GatesNet gates;
  private boolean isOfGates;

  /**
   * Nets beside a run.
   *
   * @param show told of numbers that are to be shown
   * @param look told of everything that is new, once all of it is known
   */
  TourNets(SessionViewModel open, SequenceViewModel sequences, Runnable show, Runnable look) {
    this.open = open;
    this.sequences = sequences;
    this.show = show;
    this.look = look;
  }

  /** Has a copy of the run as it is now, and the LSTM read what is looked at now. */
  void begin() {
    if (copy == null) {
      copy = new TourNet(open, sequences);
      listen(copy.session());
    } else {
      copy.copyIfChanged();
      beginGates();
    }
  }

  private void listen(SessionViewModel session) {
    session.run().traceProperty().addListener(observable -> show.run());
    session.stateProperty().addListener((property, before, now) -> onState(now));
    session.revisionProperty().addListener(observable -> look.run());
  }

  /** Shows what was trained, also where the user stepped meanwhile. */
  private void onState(TrainingState state) {
    if (state != TrainingState.RUNNING) {
      show.run();
    }
  }

  /** Copies the run again, and begins the LSTM with its text where that one is shown. */
  void copy() {
    if (copy != null) {
      copy.copy();
      beginGates();
    }
  }

  /** Looks at what the user has chosen. */
  void chooseSequence() {
    if (copy != null) {
      copy.chooseSequence();
      beginGates();
    }
  }

  /** Shows the LSTM or the copy of the run. */
  void choose(boolean ofGates) {
    if (ofGates != isOfGates) {
      isOfGates = ofGates;
      beginGates();
    }
  }

  private void beginGates() {
    if (!isOfGates || copy == null || open.dataProperty().get() == null) {
      return;
    }
    if (gates == null) {
      gates = new GatesNet();
      listen(gates.session());
    }
    gates.begin(open.dataProperty().get(), copy.sequence());
  }

  /** The trace to be seen; null before it is there, and what is said of the copy beside it. */
  @Nullable Trace trace() {
    if (copy == null || !copy.isMade()) {
      return null;
    }
    return !isOfGates ? copy.trace() : gates == null ? null : gates.trace();
  }

  /** The settings of the net that is shown. */
  RunSettings settings() {
    return isOfGates && gates != null
        ? gates.session().run().settingsProperty().get()
        : copyOfRun().settings();
  }

  /** The copy of the run, which is there from {@link #begin} on. */
  TourNet copyOfRun() {
    return Objects.requireNonNull(copy);
  }

  /** Whether there is a copy of the run. */
  boolean hasCopy() {
    return copy != null;
  }

  /** Whether the LSTM is trained in passing. */
  boolean trainsGates() {
    TrainingData data = open.dataProperty().get();
    return data != null && TourNet.isQuick(data);
  }

  /** For how many epochs the copy of the run was trained. */
  int epoch() {
    return copy == null ? 0 : copy.session().run().progressProperty().get().epoch();
  }

  /** Those that were needed so far: that of the copy, then that of the LSTM. */
  Stream<SessionViewModel> sessions() {
    return Stream.concat(
        Stream.ofNullable(copy).map(TourNet::session),
        Stream.ofNullable(gates).map(GatesNet::session));
  }

  /** Takes what they have to tell; called once a pulse. */
  void poll() {
    sessions().toList().forEach(SessionViewModel::poll);
  }

  /** Shows what was taken before and waits. */
  void tick() {
    sessions().toList().forEach(SessionViewModel::tick);
  }

  boolean isTraining() {
    return sessions().anyMatch(SessionViewModel::isRunning);
  }

  /** Ends their threads. */
  @Override
  public void close() {
    if (copy != null) {
      copy.close();
      copy = null;
    }
    if (gates != null) {
      gates.close();
      gates = null;
    }
    isOfGates = false;
  }
}
