package dev.backstep.training;

import dev.backstep.fault.FaultLines;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.text.Sequence;
import dev.backstep.trace.Backward;
import dev.backstep.trace.HandOver;
import dev.backstep.trace.Trace;
import dev.backstep.trace.Update;
import dev.backstep.training.optimizer.Optimizer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of a trainer at the moment, to trace a sequence by.
 *
 * @param example a copy of the weights, which the trace keeps, the sequence as it is gone through,
 *     and the states that it begins with
 * @param gradients what the next sequence finds in them; null where it finds zeros
 * @param optimizer kept; the caller does not change it any more
 * @param previous the place of the last sequence in the data; −1 before the first
 */
record TraceSource(
    TrainingData data,
    RunSettings settings,
    Example example,
    @Nullable Parameters gradients,
    Optimizer optimizer,
    int previous) {

  /** The forward and the backward pass of the sequence, with what an update would make of it. */
  Trace trace() {
    BackwardRules rules = settings.fault().rules();
    Parameters found = gradients == null ? Parameters.zeros(example.shape()) : gradients;
    Trace trace =
        Trace.of(
            data.corpus().vocabulary().labels(),
            example,
            new Backward(
                rules,
                found,
                FaultLines.of(settings.fault(), settings.cell()),
                settings.truncation()),
            this::preview);
    return settings.hiddenState().handsOver()
        ? trace.carriedFrom(handOver(trace.initialStateNorm()))
        : trace;
  }

  private HandOver handOver(double normOfH0) {
    boolean isKnown = normOfH0 > 0 && previous >= 0;
    return new HandOver(isKnown ? labels(data.train().get(previous)) : List.of());
  }

  private List<String> labels(Sequence sequence) {
    List<String> labels = data.corpus().vocabulary().labels();
    return Arrays.stream(sequence.inputs()).mapToObj(labels::get).toList();
  }

  private Update preview(Parameters before, Parameters gradientsOfTrace) {
    Parameters clipped = gradientsOfTrace.copy();
    double norm = clipped.norm();
    double scale = settings.clipping().apply(clipped, norm);
    Parameters after = before.copy();
    Optimizer used = optimizer.copy();
    used.update(after, clipped, settings.learningRate());
    return new Update(after, norm, scale, new AppliedRule(settings, optimizer, scale));
  }
}
