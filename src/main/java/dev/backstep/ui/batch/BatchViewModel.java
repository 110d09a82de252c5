package dev.backstep.ui.batch;

import dev.backstep.net.Gradient;
import dev.backstep.net.Phase;
import dev.backstep.net.Rule;
import dev.backstep.trace.Moment;
import dev.backstep.trace.Trace;
import dev.backstep.trace.TracedBatch;
import dev.backstep.training.session.TrainingState;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.step.GuessFirst;
import dev.backstep.ui.step.StepSource;
import dev.backstep.ui.step.StepViewModel;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The batch that the sequence on Step stands in: which row unfolds into the picture, and what the
 * column under the cursor adds to a weight gradient.
 */
public final class BatchViewModel {
  /** The weight whose gradient is looked at where no rule of another is lit. */
  private static final String RECURRENT = "W2";

  private final SessionViewModel session;
  private final StepViewModel step;
  private final StepSource source;
  private final GuessFirst guessFirst;
  private final ObjectBinding<@Nullable TracedBatch> batch;
  private final Newest<TracedBatch, TracedBatch.Sum> sum = new Newest<>(TracedBatch::sum);
  private final Newest<Place, TracedBatch.Column> added =
      new Newest<>(place -> place.batch().column(place.weight(), place.column()));
  private final Newest<RowOf, Trace> unfolded = new Newest<>(of -> of.batch().trace(of.row()));

  /** The row that was asked for last; it unfolds as soon as it is computed. */
  private int wanted;

  /** A column of cells, and a weight to whose gradient they add. */
  record Place(TracedBatch batch, String weight, int column) {}

  /** A row of a batch. */
  private record RowOf(TracedBatch batch, int row) {}

  public BatchViewModel(
      SessionViewModel session, StepViewModel step, StepSource source, GuessFirst guessFirst) {
    this.session = session;
    this.step = step;
    this.source = source;
    this.guessFirst = guessFirst;
    batch = Bindings.createObjectBinding(this::shownBatch, step.traceProperty());
    step.traceProperty().addListener(observable -> wanted = row());
    step.shownProperty().addListener(observable -> ask());
    step.activeProperty().addListener(observable -> ask());
    session.stateProperty().addListener(observable -> ask());
    guessFirst.coveredProperty().addListener(observable -> ask());
    unfolded
        .answerProperty()
        .addListener(
            (property, before, now) -> {
              if (now != null && now.batch() == batch.get()) {
                step.show(now);
              }
            });
    ask();
  }

  private @Nullable TracedBatch shownBatch() {
    Trace trace = step.traceProperty().get();
    TracedBatch of = trace == null ? null : trace.batch();
    return of == null || of.size() == 1 ? null : of;
  }

  /** While training goes by, nothing is added up of it. */
  private void ask() {
    TracedBatch shown = batch.get();
    boolean isStill =
        session.stateProperty().get() != TrainingState.RUNNING || source.heldProperty().get();
    sum.ask(isStill ? shown : null);
    Moment moment = step.momentProperty().get();
    boolean isBackward = moment != null && moment.phase() == Phase.BACKWARD;
    boolean isSeen = isBackward && !guessFirst.coveredProperty().get();
    added.ask(isStill && isSeen && shown != null ? new Place(shown, weight(), column()) : null);
  }

  /** The weight whose gradient is looked at: that of the rule that is lit, or a recurrent one. */
  String weight() {
    List<String> names = step.net().names();
    if (step.activeProperty().get() instanceof Rule.OfGradients rule) {
      Gradient first = rule.gradients().get(0);
      return first.weight().name();
    }
    return names.stream().filter(name -> name.startsWith(RECURRENT)).findFirst().orElseThrow();
  }

  /** The row that unfolds below. */
  int row() {
    Trace trace = step.traceProperty().get();
    return trace == null ? 0 : trace.row();
  }

  /** The column under the cursor; −1 where it stands at none. */
  int column() {
    TracedBatch shown = batch.get();
    Moment moment = step.momentProperty().get();
    return shown == null || moment == null || moment.phase() == Phase.UPDATE
        ? -1
        : shown.column(row(), moment.timestep());
  }

  /** Unfolds the next row. */
  void next() {
    unfold(wanted + 1);
  }

  /** Unfolds the row before. */
  void previous() {
    unfold(wanted - 1);
  }

  /** Unfolds a row, if there is such a one. */
  void unfold(int row) {
    TracedBatch shown = batch.get();
    if (shown == null || row < 0 || row >= shown.size() || row == wanted) {
      return;
    }
    wanted = row;
    if (source.heldProperty().get()) {
      unfolded.ask(new RowOf(shown, row));
    } else {
      session.chooseRow(row);
    }
  }

  /** Moves the cursor to a column, where the row that is unfolded has a cell there. */
  void goToColumn(int column) {
    TracedBatch shown = batch.get();
    if (shown != null && shown.isComputed(row(), column)) {
      step.goToTimestep(shown.timestep(row(), column));
    }
  }

  /** The trace of the row; null before there is any. */
  @Nullable Trace trace() {
    return step.traceProperty().get();
  }

  StepViewModel step() {
    return step;
  }

  /** The batch that is shown; null where an update is of one sequence. */
  ObjectBinding<@Nullable TracedBatch> batchBinding() {
    return batch;
  }

  /** Whether there is one. */
  BooleanBinding isThere() {
    return batch.isNotNull();
  }

  /** The gradient of the batch beside those of its sequences; null until that is known. */
  ReadOnlyObjectProperty<TracedBatch.@Nullable Sum> sumProperty() {
    return sum.answerProperty();
  }

  /** What the column under the cursor adds; null where it adds nothing yet. */
  ReadOnlyObjectProperty<TracedBatch.@Nullable Column> addedProperty() {
    return added.answerProperty();
  }
}
