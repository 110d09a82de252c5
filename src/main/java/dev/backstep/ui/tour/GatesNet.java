package dev.backstep.ui.tour;

import dev.backstep.net.Lstm;
import dev.backstep.text.Sequence;
import dev.backstep.trace.Trace;
import dev.backstep.training.RunSettings;
import dev.backstep.training.TrainingData;
import dev.backstep.training.session.TrainingSession;
import dev.backstep.training.session.TrainingState;
import dev.backstep.ui.run.SessionViewModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The LSTM of the chapter about gates: a run of its own on the text that is open, trained for one
 * epoch where that is done in passing.
 */
final class GatesNet implements AutoCloseable {
  private static final RunSettings SETTINGS = RunSettings.defaults().withCell(Lstm.NET);

  private final TrainingSession training = new TrainingSession("guided tour gates");
  private final SessionViewModel session = new SessionViewModel(training, 1);
  private @Nullable TrainingData text;
  private boolean trains;

  /** Begins with a text, unless it did already, and looks at a sequence of it. */
  void begin(TrainingData data, @Nullable Sequence looked) {
    if (data != text) {
      text = data;
      trains = TourNet.isQuick(data);
      training.open(data::corpus, List.of(SETTINGS));
      if (trains) {
        training.finishEpoch();
      }
    }
    training.choose(looked);
  }

  /** The trace to be seen; null before it is there, and while it is trained. */
  @Nullable Trace trace() {
    boolean isReady =
        session.stateProperty().get() != TrainingState.RUNNING
            && (!trains || session.run().progressProperty().get().epoch() > 0)
            && session.dataProperty().get() != null
            && text != null
            && session.dataProperty().get().corpus() == text.corpus();
    return isReady ? session.run().traceProperty().get() : null;
  }

  SessionViewModel session() {
    return session;
  }

  @Override
  public void close() {
    session.close();
  }
}
