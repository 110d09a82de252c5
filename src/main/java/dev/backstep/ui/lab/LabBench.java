package dev.backstep.ui.lab;

import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultCatalogue;
import dev.backstep.fault.evidence.FaultEffect;
import dev.backstep.fault.evidence.FaultSurvey;
import dev.backstep.fault.evidence.Specimen;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Tries faults on numbers, on another thread than the screen's; {@link #poll} takes what came out.
 * What was asked last is what is shown in the end.
 */
public final class LabBench {
  private final ReadOnlyObjectWrapper<FaultEffect> examination = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<FaultSurvey> survey = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private @Nullable CompletableFuture<FaultEffect> examined;
  private @Nullable CompletableFuture<FaultSurvey> surveyed;
  private final ReadOnlyBooleanWrapper comparing = new ReadOnlyBooleanWrapper();
  private @Nullable CompletableFuture<Boolean> compared;
  private Consumer<Boolean> answer = isSame -> {};
  private @Nullable CompletableFuture<Specimen> last;

  /** Asks what a fault does to a specimen, and how the faults of its net show on it. */
  void examine(Fault fault, CompletableFuture<Specimen> specimen) {
    examined = specimen.thenApplyAsync(ready -> FaultEffect.of(fault, ready));
    busy.set(true);
    if (specimen != last) {
      last = specimen;
      survey.set(null);
      surveyed = specimen.thenApplyAsync(LabBench::survey);
    }
  }

  private static FaultSurvey survey(Specimen specimen) {
    return FaultSurvey.of(FaultCatalogue.of(specimen.example().net()).listed(), specimen);
  }

  /**
   * Asks whether a fault gives the same totals as the one that was examined. One question at a
   * time: another is not heard before this one has its answer.
   *
   * @param then told the answer by {@link #poll}
   */
  void compare(Fault named, FaultEffect examined, Consumer<Boolean> then) {
    if (compared == null) {
      answer = then;
      compared = CompletableFuture.supplyAsync(() -> examined.isSameAs(named));
      comparing.set(true);
    }
  }

  /** Takes what is finished; called once a pulse. */
  void poll() {
    if (compared != null && compared.isDone()) {
      CompletableFuture<Boolean> finished = compared;
      compared = null;
      comparing.set(false);
      answer.accept(finished.join());
    }
    if (examined != null && examined.isDone()) {
      CompletableFuture<FaultEffect> finished = examined;
      examined = null;
      busy.set(false);
      examination.set(finished.join());
    }
    if (surveyed != null && surveyed.isDone()) {
      CompletableFuture<FaultSurvey> finished = surveyed;
      surveyed = null;
      survey.set(finished.join());
    }
  }

  /** The last examination; null before there is any. */
  public ReadOnlyObjectProperty<FaultEffect> examinationProperty() {
    return examination.getReadOnlyProperty();
  }

  /** The survey of the faults on these numbers; null until it is known. */
  public ReadOnlyObjectProperty<FaultSurvey> surveyProperty() {
    return survey.getReadOnlyProperty();
  }

  /** Whether an answer of {@link #compare} is still to come. */
  public ReadOnlyBooleanProperty comparingProperty() {
    return comparing.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }
}
