package dev.backstep.cli;

import dev.backstep.cli.console.Sentence;
import dev.backstep.model.Parameters;
import dev.backstep.text.Sequence;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.MeanLoss;
import dev.backstep.training.TrainingData;
import dev.backstep.training.session.UnattendedRun;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** The outcome of a run, in one line. */
final class RunLine {
  private RunLine() {}

  /**
   * The line; a loss that was not computed is a dash.
   *
   * @param seconds that the training took
   * @param waits asked after each sequence that is judged
   */
  static String of(UnattendedRun run, double seconds, BooleanSupplier waits) {
    TrainingData data = run.trainer().data();
    String heldOut = loss(data.heldOut(), run, waits);
    return String.format(
        Locale.ROOT,
        "trained %s, %s in %.2f s (%.0f characters/s), train %s, held-out %s nats/char",
        Sentence.count(run.updatesMade(), "update"),
        Sentence.count(run.characters(), "character"),
        seconds,
        run.characters() / seconds,
        loss(data.train(), run, waits),
        heldOut);
  }

  private static String loss(List<Sequence> sequences, UnattendedRun run, BooleanSupplier waits) {
    Parameters weights = run.trainer().weights();
    double loss =
        new MeanLoss(sequences, weights.shape(), waits)
            .of(weights, new HiddenStatePolicy.Zero(), run.trainer().firstStates());
    return Double.isNaN(loss) ? "–" : String.format(Locale.ROOT, "%.4f", loss);
  }
}
