package dev.backstep.ui.viewmodel;

import dev.backstep.math.Difference;
import dev.backstep.math.MatrixView;
import dev.backstep.text.Corpus;
import dev.backstep.trace.Quantity;
import dev.backstep.trace.Trace;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.RunSettings;
import java.util.List;
import java.util.stream.IntStream;

/** Two runs in lock step that differ in one thing: what a sequence's hidden state begins with. */
public final class CompareViewModel {
  private final SessionViewModel session;
  private Corpus corpus;
  private RunSettings base;

  /**
   * @param session of two runs
   */
  public CompareViewModel(SessionViewModel session) {
    this.session = session;
  }

  /** Begins a pair of runs unless one with these settings lies open already. */
  public void prepare(Corpus newCorpus, RunSettings newBase) {
    RunSettings zero = newBase.withHiddenState(new HiddenStatePolicy.Zero());
    if (newCorpus == corpus && zero.equals(base)) {
      return;
    }
    corpus = newCorpus;
    base = zero;
    RunSettings carried = zero.withHiddenState(new HiddenStatePolicy.Carried(true));
    session.open(() -> newCorpus, List.of(zero, carried));
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
    return isPair ? new Difference(left.values(quantity), right.values(quantity)) : null;
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
