package dev.backstep.ui.run;

import dev.backstep.math.Series;
import dev.backstep.math.Smoothing;
import dev.backstep.trace.Trace;
import dev.backstep.training.Divergence;
import dev.backstep.training.HeldOutPoint;
import dev.backstep.training.RunSettings;
import dev.backstep.training.history.RunSnapshot;
import dev.backstep.training.history.RunSnapshot.Progress;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** One run as the screen knows it: gathers what its snapshots tell. */
public final class RunViewModel {
  public static final double DECAY = 0.99;

  private final Series losses = new Series();
  private final Smoothing smoothing = new Smoothing(DECAY);
  private final Series heldOutUpdates = new Series();
  private final Series heldOutLosses = new Series();
  private final Series ownStateLosses = new Series();
  private final ObservableList<String> samples = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Trace> trace = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<RunSettings> settings = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Progress> progress =
      new ReadOnlyObjectWrapper<>(new Progress(0, 0, 0, 0));
  private final ReadOnlyObjectWrapper<Divergence> divergence = new ReadOnlyObjectWrapper<>();
  private final RunBranches branches = new RunBranches();
  private long traceUpdates;
  private double[] positionLosses = {};

  /** Forgets the run before, when another one begins. */
  void clear() {
    losses.clear();
    smoothing.clear();
    heldOutUpdates.clear();
    heldOutLosses.clear();
    ownStateLosses.clear();
    samples.clear();
    trace.set(null);
    positionLosses = new double[0];
    branches.clear();
  }

  /** Takes over everything but the trace. */
  void accept(RunSnapshot snapshot) {
    branches.accept(snapshot);
    if (snapshot.firstUpdate() < losses.size()) {
      losses.cutTo(snapshot.firstUpdate());
      smoothing.restart(losses);
    }
    heldOutUpdates.cutTo(Math.min(snapshot.firstHeldOut(), heldOutUpdates.size()));
    heldOutLosses.cutTo(heldOutUpdates.size());
    ownStateLosses.cutTo(heldOutUpdates.size());
    losses.addAll(snapshot.losses());
    smoothing.addAll(snapshot.losses());
    for (HeldOutPoint point : snapshot.heldOut()) {
      heldOutUpdates.add(point.updates());
      heldOutLosses.add(point.loss());
      ownStateLosses.add(point.ownState());
    }
    if (!snapshot.samples().isEmpty()) {
      samples.setAll(snapshot.samples());
    }
    positionLosses = snapshot.positionLosses();
    settings.set(snapshot.settings());
    divergence.set(snapshot.divergence());
    progress.set(snapshot.progress());
  }

  /** Takes over the trace, if one came along. */
  void acceptTrace(RunSnapshot snapshot) {
    if (snapshot.trace() != null) {
      traceUpdates = snapshot.progress().updates();
      trace.set(snapshot.trace());
    }
  }

  /** The number of updates of the run when it had the weights of the trace. */
  public long traceUpdates() {
    return traceUpdates;
  }

  /** Nats per character, one an update. */
  public Series losses() {
    return losses;
  }

  /** The same, smoothed. */
  public Series smoothedLosses() {
    return smoothing.series();
  }

  public Series heldOutUpdates() {
    return heldOutUpdates;
  }

  /** With every sequence from h0 = 0, or from the h0 that is learned. */
  public Series heldOutLosses() {
    return heldOutLosses;
  }

  /** With every sequence from what the run begins sequences with in training. */
  public Series ownStateLosses() {
    return ownStateLosses;
  }

  /** The mean training loss at position 0, 1, 2 … in nats. Not to be modified. */
  public double[] positionLosses() {
    return positionLosses;
  }

  /** The newest sequences drawn from the net. */
  public ObservableList<String> samples() {
    return samples;
  }

  /** The chosen sequence on the newest weights. */
  public ReadOnlyObjectProperty<Trace> traceProperty() {
    return trace.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<RunSettings> settingsProperty() {
    return settings.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Progress> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** Null while all numbers are finite. */
  public ReadOnlyObjectProperty<Divergence> divergenceProperty() {
    return divergence.getReadOnlyProperty();
  }

  /** Where the run went otherwise before, and what it does if it goes on. */
  public RunBranches branches() {
    return branches;
  }
}
