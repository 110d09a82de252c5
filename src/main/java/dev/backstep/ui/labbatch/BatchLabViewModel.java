package dev.backstep.ui.labbatch;

import dev.backstep.fault.batch.BatchEffect;
import dev.backstep.fault.batch.BatchFault;
import dev.backstep.fault.batch.BatchSpecimen;
import dev.backstep.model.Batch;
import dev.backstep.model.Example;
import dev.backstep.model.Truncation;
import dev.backstep.net.Net;
import dev.backstep.trace.Trace;
import dev.backstep.training.TrainingData;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
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
  /** What faults are tried on. */
  private record Bench(BatchSpecimen unequal, BatchSpecimen equal, boolean areCut) {}

  /** What was found of one fault. */
  private record Found(BatchEffect effect, boolean areCut) {}

  /** What was found of all. */
  private record Surveys(BatchSurvey unequal, BatchSurvey equal) {}

  private final ObjectProperty<@Nullable BatchFault> chosen = new SimpleObjectProperty<>();
  private final BooleanProperty equal = new SimpleBooleanProperty();
  private final IntegerProperty sequence = new SimpleIntegerProperty();
  private final ReadOnlyObjectWrapper<@Nullable Found> found = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Surveys> surveys = new ReadOnlyObjectWrapper<>();
  private @Nullable Trace trace;
  private @Nullable TrainingData data;
  private @Nullable CompletableFuture<Bench> bench;
  private @Nullable CompletableFuture<Found> tried;
  private @Nullable CompletableFuture<Surveys> surveyed;

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
    CompletableFuture<Bench> ready = bench;
    if (ready == null) {
      Example example = trace.example();
      TrainingData text = Objects.requireNonNull(data);
      ready = CompletableFuture.supplyAsync(() -> bench(example, text));
      bench = ready;
      surveys.set(null);
      surveyed =
          ready.thenApplyAsync(
              each -> new Surveys(BatchSurvey.of(each.unequal()), BatchSurvey.of(each.equal())));
    }
    boolean isEqual = equal.get();
    tried =
        ready.thenApplyAsync(
            each ->
                new Found(
                    BatchEffect.of(fault, isEqual ? each.equal() : each.unequal()), each.areCut()));
  }

  private static Bench bench(Example example, TrainingData text) {
    LabSequences three = LabSequences.of(text.train());
    BatchSpecimen unequal =
        BatchSpecimen.of(
            new Batch(three.sequences().stream().map(example::on).toList(), Truncation.NONE));
    return new Bench(unequal, unequal.equal(), three.areCut());
  }

  /** Takes what is finished; called once a pulse. */
  public void poll() {
    CompletableFuture<Surveys> survey = surveyed;
    if (survey != null && survey.isDone()) {
      surveyed = null;
      surveys.set(survey.join());
    }
    CompletableFuture<Found> effect = tried;
    if (effect != null && effect.isDone()) {
      tried = null;
      Found now = effect.join();
      sequence.set(Math.min(sequence.get(), now.effect().padded().size() - 1));
      found.set(now);
    }
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
    Found now = found.get();
    return now == null ? null : now.effect();
  }

  /** Whether the sequences are but the beginnings of those of the text. */
  boolean areCut() {
    Found now = found.get();
    return now != null && now.areCut();
  }

  /** How all faults show where lengths differ, or where they are equal; null: not yet known. */
  @Nullable BatchSurvey survey(boolean ofEqual) {
    Surveys now = surveys.get();
    return now == null ? null : ofEqual ? now.equal() : now.unequal();
  }

  /** The net of the run. */
  Net net() {
    return trace().net();
  }

  /** How an id is written. */
  String label(int id) {
    return trace().label(id);
  }

  private Trace trace() {
    return Objects.requireNonNull(trace, "no run");
  }
}
