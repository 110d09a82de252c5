package dev.backstep.training.session;

import dev.backstep.model.SamplingSettings;
import dev.backstep.text.Sequence;
import dev.backstep.trace.Trace;
import dev.backstep.training.RunSettings;
import dev.backstep.training.Trainer;
import dev.backstep.training.TrainingData;
import dev.backstep.training.history.ReplayWatch;
import dev.backstep.training.history.RunHistory;
import dev.backstep.training.history.RunSnapshot;
import dev.backstep.training.history.SavedRun;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The runs that lie open in a session, one or several in lock step on the same sequences, and what
 * the screen wants to see of them. Only the training thread touches it.
 */
final class OpenRuns {
  private static final long BETWEEN_TRACES_NANOS = 100_000_000L;
  private static final long BETWEEN_SAMPLES_NANOS = 500_000_000L;

  /** A trace may take this share of the time: one part in eleven. */
  private static final int TRAINING_PER_TRACE = 10;

  /**
   * Checkpoints never take more than one of so many parts of the memory there is. The window has
   * three sessions, Compare's and the Bug lab's too, and much else to keep.
   */
  private static final int PARTS_OF_MEMORY = 8;

  private final TrainingData data;
  private final List<RunPublisher> runs;
  private SamplingSettings sampling;
  private @Nullable Sequence chosen;
  private int row;
  private boolean traceIsOld = true;
  private boolean samplesAreOld = true;
  private long nextTraceAt;
  private long nextSamplesAt;

  /**
   * @throws IllegalArgumentException if a run's settings do not go with the data
   */
  OpenRuns(TrainingData data, List<RunSettings> settings, SamplingSettings sampling) {
    this.data = data;
    this.sampling = sampling;
    long budget = RunHistory.USUAL_BUDGET / settings.size();
    long limit = limit() / settings.size();
    runs = settings.stream().map(each -> new RunPublisher(data, each, budget, limit)).toList();
  }

  /**
   * Runs that were saved at one moment.
   *
   * @throws IllegalArgumentException if the parts of one do not go together
   */
  OpenRuns(List<SavedRun> saved, SamplingSettings sampling) {
    data = saved.get(0).data();
    this.sampling = sampling;
    long budget = RunHistory.USUAL_BUDGET / saved.size();
    long limit = limit() / saved.size();
    runs = saved.stream().map(each -> new RunPublisher(each, budget, limit)).toList();
  }

  /** The most memory that the checkpoints of one session may take. */
  static long limit() {
    return Runtime.getRuntime().maxMemory() / PARTS_OF_MEMORY;
  }

  /** Every run as it is between two updates. */
  List<SavedRun> saved() {
    return runs.stream().map(run -> run.history().saved()).toList();
  }

  TrainingData data() {
    return data;
  }

  List<RunSettings> settings() {
    return runs.stream().map(run -> run.trainer().settings()).toList();
  }

  /** One update of every run. */
  void update() {
    for (RunPublisher run : runs) {
      run.update();
    }
    traceIsOld = true;
    samplesAreOld = true;
  }

  int lastCharacters() {
    return runs.size() * runs.get(0).trainer().lastLength();
  }

  long updates() {
    return runs.get(0).trainer().updates();
  }

  long updatesAtEndOfEpoch() {
    Trainer trainer = runs.get(0).trainer();
    return trainer.updates() + trainer.epochLength() - trainer.placeInEpoch();
  }

  boolean isDiverged() {
    for (RunPublisher run : runs) {
      if (run.trainer().divergence().isPresent()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Changes settings of every run from the next update on. Where runs are not at the tip of their
   * branch another begins, in all of them, so that they keep in step.
   *
   * @throws IllegalArgumentException if they do not go with the data; nothing is changed
   */
  void change(UnaryOperator<RunSettings> difference) {
    List<RunSettings> after = settings().stream().map(difference).toList();
    if (after.equals(settings())) {
      return;
    }
    after.forEach(each -> each.hiddenState().requireLength(data.corpus().longest()));
    if (isDiverged()) {
      goTo(currentBranch(), updates(), ReplayWatch.NEVER_STOPPED);
    }
    boolean leaves = runs.stream().anyMatch(run -> run.history().isBehind());
    for (int i = 0; i < runs.size(); i++) {
      runs.get(i).history().change(after.get(i), leaves);
    }
    traceIsOld = true;
  }

  int currentBranch() {
    return runs.get(0).history().current().number();
  }

  /**
   * Goes to an update of a branch with every run. Nothing changes before all are there.
   *
   * @return false if the watch stopped it; everything is then as it was
   * @throws IllegalArgumentException if no run has such an update
   */
  boolean goTo(int branch, long update, ReplayWatch watch) {
    LongSummaryStatistics tips =
        runs.stream().mapToLong(run -> run.history().branch(branch).tip()).summaryStatistics();
    // Where one run diverged the others may be one update ahead, which it cannot go to.
    long place = update <= tips.getMax() ? Math.min(update, tips.getMin()) : update;
    List<Trainer> there = new ArrayList<>();
    for (RunPublisher run : runs) {
      ReplayWatch ofAll = share -> watch.goesOn((there.size() + share) / runs.size());
      Optional<Trainer> trainer = run.history().at(branch, place, ofAll);
      if (trainer.isEmpty()) {
        return false;
      }
      there.add(trainer.get());
    }
    for (int i = 0; i < runs.size(); i++) {
      runs.get(i).goTo(branch, there.get(i));
    }
    samplesAreOld = true;
    nextSamplesAt = 0;
    choose(null);
    return true;
  }

  /** The sequence to look at; null for whichever one training sees next. */
  void choose(@Nullable Sequence sequence) {
    chosen = sequence;
    traceIsOld = true;
    nextTraceAt = 0;
  }

  /** The row to look at of a batch. */
  void chooseRow(int chosenRow) {
    row = chosenRow;
    traceIsOld = true;
    nextTraceAt = 0;
  }

  void setSampling(SamplingSettings settings) {
    sampling = settings;
    samplesAreOld = true;
    nextSamplesAt = 0;
  }

  /**
   * The news of every run.
   *
   * @param isRunning traces and samples are then only made now and then, to leave the time to
   *     training
   */
  List<RunSnapshot> take(boolean isRunning, long now) {
    boolean withTraces = traceIsOld && (!isRunning || now >= nextTraceAt);
    boolean withSamples = samplesAreOld && (!isRunning || now >= nextSamplesAt);
    List<Trace> traces = withTraces ? traces() : List.of();
    if (withTraces) {
      traceIsOld = false;
      long took = System.nanoTime() - now;
      nextTraceAt = now + Math.max(BETWEEN_TRACES_NANOS, TRAINING_PER_TRACE * took);
    }
    if (withSamples) {
      samplesAreOld = false;
      nextSamplesAt = now + BETWEEN_SAMPLES_NANOS;
    }
    return runs.stream()
        .map(
            run ->
                run.take(
                    withTraces ? traces.get(runs.indexOf(run)) : null,
                    withSamples ? run.samples(sampling) : List.of()))
        .toList();
  }

  private List<Trace> traces() {
    Sequence sequence = chosen == null ? runs.get(0).trainer().next() : chosen;
    // Runs that are compared may have other batches, of which one sequence is shown.
    return runs.stream()
        .map(RunPublisher::trainer)
        .map(run -> runs.size() == 1 ? run.trace(sequence, row) : run.traceAlone(sequence))
        .toList();
  }

  /** Takes back a snapshot that the screen never looked at. */
  void reclaim(List<RunSnapshot> untaken) {
    for (int i = 0; i < untaken.size(); i++) {
      RunSnapshot snapshot = untaken.get(i);
      runs.get(i).reclaim(snapshot);
      traceIsOld |= snapshot.trace() != null;
      samplesAreOld |= !snapshot.samples().isEmpty();
    }
  }
}
