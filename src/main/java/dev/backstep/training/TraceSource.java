package dev.backstep.training;

import dev.backstep.fault.FaultLines;
import dev.backstep.math.MatrixView;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.net.Vector;
import dev.backstep.text.Sequence;
import dev.backstep.trace.Backward;
import dev.backstep.trace.HandOver;
import dev.backstep.trace.Trace;
import dev.backstep.trace.Update;
import dev.backstep.trace.UpdatePreview;
import dev.backstep.training.optimizer.Optimizer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The state of a trainer at the moment, to trace a sequence by.
 *
 * @param example a copy of the weights, which the trace keeps, the sequence as it is gone through,
 *     and the states that it begins with
 * @param gradients what the next sequence finds in them; null where it finds zeros
 * @param initialGradients what other rows leave in those of the states that sequences begin with;
 *     null where these are not learned
 * @param optimizer kept; the caller does not change it any more
 * @param previous the place of the last sequence in the data; −1 before the first
 */
record TraceSource(
    TrainingData data,
    RunSettings settings,
    Example example,
    @Nullable Parameters gradients,
    @Nullable Parameters initialGradients,
    Optimizer optimizer,
    int previous)
    implements UpdatePreview {

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
            this);
    if (settings.hiddenState().isLearned()) {
      return trace.learnedState();
    }
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

  @Override
  public Update of(Parameters before, Parameters gradientsOfTrace) {
    return update(before, gradientsOfTrace, gradientsOfTrace.norm(), 0);
  }

  @Override
  public Update of(
      Parameters before, Parameters gradientsOfTrace, Function<Vector, MatrixView> ofStates) {
    if (initialGradients == null) {
      return of(before, gradientsOfTrace);
    }
    Parameters all = initialGradients.copy();
    List<Vector> states = before.shape().net().states();
    for (int i = 0; i < all.count(); i++) {
      MatrixView own = ofStates.apply(states.get(i));
      for (int j = 0; j < own.cols(); j++) {
        all.data(i)[j] += own.get(0, j);
      }
    }
    double norm = LearnedState.norm(gradientsOfTrace, all);
    return update(before, gradientsOfTrace, norm, all.sumOfSquares());
  }

  private Update update(
      Parameters before, Parameters gradientsOfTrace, double norm, double squaresBeside) {
    Parameters clipped = gradientsOfTrace.copy();
    double scale = settings.clipping().apply(clipped, norm);
    Parameters after = before.copy();
    Optimizer used = optimizer.copy();
    used.update(after, clipped, settings.learningRate());
    return new Update(
        after, norm, scale, new AppliedRule(settings, optimizer, scale, squaresBeside));
  }
}
