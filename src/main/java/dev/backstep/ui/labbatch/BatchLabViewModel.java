package dev.backstep.ui.labbatch;

import dev.backstep.fault.batch.BatchEffect;
import dev.backstep.fault.batch.BatchFault;
import dev.backstep.net.Net;
import dev.backstep.trace.Trace;
import dev.backstep.training.TrainingData;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * One fault of batches on three sequences of the text, with the weights of the run: what it does
 * where their lengths differ, and what where they are equal.
 *
 * <p>Faults are tried on another thread than the screen's; {@link #poll} takes what came out.
 */
public final class BatchLabViewModel {
  private final ObjectProperty<@Nullable BatchFault> chosen = new SimpleObjectProperty<>();
  private final BooleanProperty equal = new SimpleBooleanProperty();
  private final IntegerProperty sequence = new SimpleIntegerProperty();
  private final ReadOnlyObjectWrapper<BatchBench.@Nullable Found> found =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<BatchBench.@Nullable Surveys> surveys =
      new ReadOnlyObjectWrapper<>();
  private @Nullable Trace trace;
  private @Nullable TrainingData data;
  private @Nullable BatchBench bench;

  public BatchLabViewModel() {
    chosen.addListener(observable -> ask());
    equal.addListener(observable -> ask());
  }

  /** The faults of batches that padding makes. */
  public static List<BatchFault> faults() {
    return BatchSurvey.tried();
  }

  /** Takes the weights and the text of the run. */
  public void follow(Trace ofRun, TrainingData text) {
    if (ofRun != trace) {
      trace = ofRun;
      data = text;
      bench = null;
      ask();
    }
  }

  private void ask() {
    BatchFault fault = chosen.get();
    if (fault == null || trace == null) {
      return;
    }
    BatchBench now = bench;
    if (now == null) {
      surveys.set(null);
      now = new BatchBench(trace, Objects.requireNonNull(data).train());
      bench = now;
    }
    now.ask(fault, equal.get());
  }

  /** Takes what is finished; called once a pulse. */
  public void poll() {
    BatchBench asked = bench;
    if (asked != null) {
      asked.surveys().ifPresent(surveys::set);
      asked.found().ifPresent(this::take);
    }
  }

  private void take(BatchBench.Found now) {
    sequence.set(Math.min(sequence.get(), now.effect().padded().size() - 1));
    found.set(now);
  }

  /** The fault that is looked at; null while it is one of the cell's. */
  public ObjectProperty<@Nullable BatchFault> chosenProperty() {
    return chosen;
  }

  /** Whether all sequences are cut to the length of the shortest. */
  public BooleanProperty equalProperty() {
    return equal;
  }

  /** The sequence whose rows are looked at. */
  public IntegerProperty sequenceProperty() {
    return sequence;
  }

  /** Changes when there is something else to show. */
  public ReadOnlyObjectProperty<?> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /** Changes when all faults were tried. */
  public ReadOnlyObjectProperty<?> surveyProperty() {
    return surveys.getReadOnlyProperty();
  }

  /** What the fault does; null before it is known. */
  public @Nullable BatchEffect effect() {
    BatchBench.Found now = found.get();
    return now == null ? null : now.effect();
  }

  /** Whether the sequences are but the beginnings of those of the text. */
  boolean areCut() {
    BatchBench.Found now = found.get();
    return now != null && now.areCut();
  }

  /** How all faults show where lengths differ, or where they are equal; null: not yet known. */
  @Nullable BatchSurvey survey(boolean ofEqual) {
    BatchBench.Surveys now = surveys.get();
    return now == null ? null : ofEqual ? now.equal() : now.unequal();
  }

  /** The net of the run that was looked at. */
  Net net() {
    return looked().net();
  }

  /** How an id of it is written. */
  String label(int id) {
    return looked().label(id);
  }

  private Trace looked() {
    return Objects.requireNonNull(found.get(), "nothing was tried").trace();
  }
}
