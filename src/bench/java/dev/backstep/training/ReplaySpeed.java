package dev.backstep.training;

import dev.backstep.math.SeededRandom;
import dev.backstep.training.history.ReplayWatch;
import dev.backstep.training.history.RunHistory;
import dev.backstep.training.optimizer.OptimizerKind;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Going back to any update of a run of the dinosaurs with H = 64. */
@State(Scope.Thread)
public class ReplaySpeed {
  private static final int UPDATES = 20_000;

  @Param public OptimizerKind optimizer;

  private final SeededRandom random = new SeededRandom(1);
  private RunHistory history;

  @Setup
  public void train() {
    RunSettings settings = Runs.settings(64, optimizer, new HiddenStatePolicy.Carried(true));
    TrainingData data = TrainingData.split(Runs.dinosaurs(), 0.1, settings.seed());
    history = new RunHistory(data, settings, RunHistory.USUAL_BUDGET, RunHistory.USUAL_BUDGET);
    for (int i = 0; i < UPDATES; i++) {
      history.update();
    }
  }

  @Benchmark
  public Trainer goBack() {
    return history.at(0, random.nextInt(UPDATES), ReplayWatch.NEVER_STOPPED).orElseThrow();
  }
}
