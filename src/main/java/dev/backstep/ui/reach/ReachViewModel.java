package dev.backstep.ui.reach;

import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import dev.backstep.training.history.SavedRun;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.flow.FlowScreen;
import dev.backstep.ui.flow.FlowViewModel;
import dev.backstep.ui.run.SessionViewModel;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * How far the gradient of the loss of Flow reached back after every checkpoint of the run, and ρ.
 * It is computed on another thread while the run is paused, and {@link #poll} takes it.
 */
public final class ReachViewModel {
  /** What the points are of. */
  private record Question(Trace trace, int loss, Vector state) {}

  /** A run as it was handed over by its thread, and what is asked of it. */
  private record Captured(Question question, SavedRun run) {}

  private final SessionViewModel session;
  private final FlowViewModel flow;
  private final ObservableValue<Screen> screen;
  private final KnownRadii radii = new KnownRadii();
  private final AtomicReference<@Nullable Captured> captured = new AtomicReference<>();
  private final ReadOnlyObjectWrapper<List<ReachWork.Point>> points =
      new ReadOnlyObjectWrapper<>(List.of());
  private @Nullable Question asked;
  private @Nullable ReachWork work;

  /**
   * @param screen that is shown; nothing is computed while it is not Flow
   */
  public ReachViewModel(
      SessionViewModel session, FlowViewModel flow, ObservableValue<Screen> screen) {
    this.session = session;
    this.flow = flow;
    this.screen = screen;
    screen.addListener(observable -> stopUnlessSeen());
  }

  private boolean isSeen() {
    return FlowScreen.ID.equals(screen.getValue());
  }

  private void stopUnlessSeen() {
    if (!isSeen()) {
      stop();
    }
  }

  /** Ends what is computed; it is begun again when it is looked at. */
  public void stop() {
    asked = null;
    if (work != null) {
      work.cancel();
      work = null;
    }
  }

  /** Takes what is there, and asks for what is not; called once a pulse. */
  public void poll() {
    if (!isSeen()) {
      return;
    }
    if (!session.isRunning()) {
      ask();
    }
    Captured run = captured.getAndSet(null);
    if (run != null && run.question().equals(asked)) {
      begin(run);
    }
    if (work != null && work.hasMore()) {
      points.set(work.points());
    }
  }

  private void ask() {
    Trace trace = session.run().traceProperty().get();
    Trace shown = flow.traceProperty().get();
    boolean canBe =
        trace != null
            && shown != null
            && shown.length() == trace.length()
            && trace.net().head().output().isPresent();
    Question wanted = canBe ? question(trace) : null;
    if (wanted == null) {
      stop();
      points.set(List.of());
    } else if (!wanted.equals(asked)) {
      stop();
      asked = wanted;
      session.capture(run -> captured.set(new Captured(wanted, run)));
    }
  }

  private Question question(Trace trace) {
    Vector state = flow.stateProperty().get();
    List<Vector> states = trace.net().states();
    return new Question(
        trace,
        Math.min(flow.lossProperty().get(), trace.length() - 1),
        states.contains(state) ? state : states.get(0));
  }

  private void begin(Captured run) {
    Question question = run.question();
    boolean isSameNet =
        run.run().here().weights().shape().equals(question.trace().example().shape());
    if (isSameNet) {
      work =
          new ReachWork(
              run.run().checkpointsOfPath(),
              question.trace().example(),
              question.loss(),
              question.state(),
              radii);
    }
  }

  /** Whether points are still to come. */
  public boolean isBusy() {
    return asked != null && (work == null || work.isBusy());
  }

  /** The loss that the points are of. */
  int loss() {
    return asked == null ? 0 : asked.loss();
  }

  /** In the order of their updates; empty where there is no run. */
  ReadOnlyObjectProperty<List<ReachWork.Point>> pointsProperty() {
    return points.getReadOnlyProperty();
  }
}
