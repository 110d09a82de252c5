package dev.backstep.ui.viewmodel;

import dev.backstep.math.Combined;
import dev.backstep.math.MatrixView;
import dev.backstep.trace.Quantity;
import dev.backstep.trace.Trace;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.RunSettings;
import dev.backstep.training.TrainingData;
import java.util.List;
import java.util.stream.IntStream;

/** Two runs in lock step that differ in one thing: what a sequence's hidden state begins with. */
public final class CompareViewModel {
  private final SessionViewModel session;
  private TrainingData prepared;

  /**
   * @param session of two runs
   */
  public CompareViewModel(SessionViewModel session) {
    this.session = session;
  }

  /** Begins a pair of runs, unless the one that lies open was begun for this very run already. */
  public void prepare(TrainingData data, RunSettings base) {
    if (data == prepared) {
      return;
    }
    prepared = data;
    RunSettings zero = base.withHiddenState(new HiddenStatePolicy.Zero());
    RunSettings carried = zero.withHiddenState(new HiddenStatePolicy.Carried(true));
    session.open(data::corpus, List.of(zero, carried));
  }

  public SessionViewModel session() {
    return session;
  }

  public RunViewModel zero() {
    return session.runs().get(0);
  }

  public RunViewModel carried() {
    return session.runs().get(1);
  }

  /** {@code zero − carried}, or null before there is anything. */
  public MatrixView difference(Quantity quantity) {
    Trace left = zero().traceProperty().get();
    Trace right = carried().traceProperty().get();
    boolean isPair = left != null && right != null && left.length() == right.length();
    return isPair ? Combined.difference(left.values(quantity), right.values(quantity)) : null;
  }

  /** How many samples of the two runs, drawn with the same random numbers, are the same. */
  public int equalSamples() {
    List<String> left = zero().samples();
    List<String> right = carried().samples();
    return (int)
        IntStream.range(0, Math.min(left.size(), right.size()))
            .filter(i -> left.get(i).equals(right.get(i)))
            .count();
  }
}
