package dev.backstep.training;

import dev.backstep.model.SamplingSettings;
import dev.backstep.text.Sequence;
import dev.backstep.trace.Trace;
import java.util.List;

/**
 * What lies open in a session: one run, or several in lock step on the same sequences, and what the
 * screen wants to see of them. Only the training thread touches it.
 */
final class Desk {
  private static final long BETWEEN_TRACES_NANOS = 100_000_000L;
  private static final long BETWEEN_SAMPLES_NANOS = 500_000_000L;

  /** A trace may take this share of the time: one part in eleven. */
  private static final int TRAINING_PER_TRACE = 10;

  private final TrainingData data;
  private final List<RunFeed> runs;
  private SamplingSettings sampling;
  private Sequence chosen;
  private boolean traceIsOld = true;
  private boolean samplesAreOld = true;
  private long nextTraceAt;
  private long nextSamplesAt;

  /**
   * @throws IllegalArgumentException if a run's settings do not go with the data
   */
  Desk(TrainingData data, List<RunSettings> settings, SamplingSettings sampling) {
    this.data = data;
    this.sampling = sampling;
    runs = settings.stream().map(each -> new RunFeed(data, each)).toList();
  }

  TrainingData data() {
    return data;
  }

  List<RunSettings> settings() {
    return runs.stream().map(run -> run.trainer().settings()).toList();
  }

  /** One update of every run. */
  void update() {
    for (RunFeed run : runs) {
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
    for (RunFeed run : runs) {
      if (run.trainer().divergence().isPresent()) {
        return true;
      }
    }
    return false;
  }

  void setLearningRate(double learningRate) {
    runs.forEach(run -> run.trainer().setLearningRate(learningRate));
    traceIsOld = true;
  }

  void setHiddenState(HiddenStatePolicy policy) {
    runs.forEach(run -> run.trainer().setHiddenState(policy));
    traceIsOld = true;
  }

  /** The sequence to look at; null for whichever one training sees next. */
  void choose(Sequence sequence) {
    chosen = sequence;
    traceIsOld = true;
    nextTraceAt = 0;
  }

  void setSampling(SamplingSettings settings) {
    sampling = settings;
    samplesAreOld = true;
    nextSamplesAt = 0;
  }

  /**
   * What is new of every run.
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
    return runs.stream().map(run -> run.trainer().trace(sequence)).toList();
  }

  /** Takes back a snapshot that the screen never looked at. */
  void reclaim(List<RunSnapshot> untaken) {
    for (int i = 0; i < runs.size(); i++) {
      RunSnapshot snapshot = untaken.get(i);
      runs.get(i).reclaim(snapshot);
      traceIsOld |= snapshot.trace() != null;
      samplesAreOld |= !snapshot.samples().isEmpty();
    }
  }
}
