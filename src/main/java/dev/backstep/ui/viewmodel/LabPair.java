package dev.backstep.ui.viewmodel;

import dev.backstep.fault.Fault;
import dev.backstep.training.RunSettings;
import dev.backstep.training.TrainingData;
import java.util.List;

/** A right run and one with a fault, in lock step on the same sequences in the same order. */
public final class LabPair {
  private final SessionViewModel session;
  private TrainingData data;
  private RunSettings wrong;

  /**
   * @param session of two runs
   */
  LabPair(SessionViewModel session) {
    this.session = session;
  }

  /** Begins a pair, unless the one that lies open is of this very run and fault already. */
  void prepare(TrainingData newData, RunSettings settings, Fault fault) {
    RunSettings faulty = settings.withFault(fault);
    if (newData == data && faulty.equals(wrong)) {
      return;
    }
    data = newData;
    wrong = faulty;
    session.open(newData::corpus, List.of(settings.withFault(Fault.NONE), faulty));
  }

  /** What the two losses say now. */
  public LossVerdict verdict() {
    if (right().losses().size() == 0 || wrong().losses().size() == 0) {
      return LossVerdict.NOT_TRAINED;
    }
    boolean isDiverged = wrong().divergenceProperty().get() != null;
    return LossVerdict.of(
        right().losses().size(),
        right().smoothedLosses().last(),
        isDiverged ? Double.NaN : wrong().smoothedLosses().last(),
        StrictMath.log(data.corpus().vocabulary().size()));
  }

  public RunViewModel right() {
    return session.runs().get(0);
  }

  public RunViewModel wrong() {
    return session.runs().get(1);
  }

  public SessionViewModel session() {
    return session;
  }
}
