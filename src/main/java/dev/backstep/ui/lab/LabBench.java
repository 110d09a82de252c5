package dev.backstep.ui.lab;

import dev.backstep.fault.Examination;
import dev.backstep.fault.Fault;
import dev.backstep.fault.Specimen;
import java.util.List;
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
  private final ReadOnlyObjectWrapper<Examination> examination = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<Fault>> unseen = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private @Nullable CompletableFuture<Examination> examined;
  private @Nullable CompletableFuture<List<Fault>> gone;
  private final ReadOnlyBooleanWrapper comparing = new ReadOnlyBooleanWrapper();
  private @Nullable CompletableFuture<Boolean> compared;
  private Consumer<Boolean> answer = isSame -> {};
  private @Nullable CompletableFuture<Specimen> last;

  /** Asks what a fault does to a specimen, and which others it would not show. */
  void examine(Fault fault, CompletableFuture<Specimen> specimen) {
    examined = specimen.thenApplyAsync(ready -> Examination.of(fault, ready));
    busy.set(true);
    if (specimen != last) {
      last = specimen;
      unseen.set(null);
      gone = specimen.thenApplyAsync(ready -> Examination.unseen(Fault.catalogue(), ready));
    }
  }

  /**
   * Asks whether a fault gives the same totals as the one that was examined. One question at a
   * time: another is not heard before this one has its answer.
   *
   * @param then told the answer by {@link #poll}
   */
  void compare(Fault named, Examination examined, Consumer<Boolean> then) {
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
      CompletableFuture<Examination> finished = examined;
      examined = null;
      busy.set(false);
      examination.set(finished.join());
    }
    if (gone != null && gone.isDone()) {
      CompletableFuture<List<Fault>> finished = gone;
      gone = null;
      unseen.set(finished.join());
    }
  }

  /** What came out last; null before anything did. */
  public ReadOnlyObjectProperty<Examination> examinationProperty() {
    return examination.getReadOnlyProperty();
  }

  /** The faults that a check on these numbers lets pass; null until that is known. */
  public ReadOnlyObjectProperty<List<Fault>> unseenProperty() {
    return unseen.getReadOnlyProperty();
  }

  /** Whether an answer of {@link #compare} is still to come. */
  public ReadOnlyBooleanProperty comparingProperty() {
    return comparing.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }
}
