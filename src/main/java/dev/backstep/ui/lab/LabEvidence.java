package dev.backstep.ui.lab;

import dev.backstep.fault.evidence.Evidence;
import dev.backstep.fault.evidence.FaultEffect;
import dev.backstep.fault.evidence.Specimen;
import dev.backstep.trace.Trace;
import dev.backstep.training.TrainingData;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that faults are tried on: those of the run, or better ones in their place. For a
 * large net it takes a while to draw them, so another thread than the screen's does.
 */
public final class LabEvidence {
  private final ReadOnlyObjectWrapper<Set<BetterEvidence>> taken =
      new ReadOnlyObjectWrapper<>(Set.of());
  private @Nullable Trace source;
  private @Nullable TrainingData drawnFrom;
  private @Nullable CompletableFuture<Specimen> specimen;

  /**
   * Follows the run.
   *
   * @param seed what better numbers are drawn with
   * @return whether the numbers are others than before
   */
  boolean follow(Trace trace, TrainingData data, long seed) {
    if (trace == source) {
      return false;
    }
    source = trace;
    drawnFrom = data;
    Set<BetterEvidence> chosen = taken.get();
    specimen = CompletableFuture.supplyAsync(() -> specimen(trace, data, seed, chosen));
    return true;
  }

  private static Specimen specimen(
      Trace trace, TrainingData data, long seed, Set<BetterEvidence> chosen) {
    Specimen specimen = Specimen.of(trace, data.corpus().longest());
    for (BetterEvidence better : chosen) {
      specimen = better.applyTo(specimen, data.train(), seed);
    }
    return specimen;
  }

  /** Whether the numbers follow a trace. */
  boolean isOf(@Nullable Trace trace) {
    return trace != null && trace == source;
  }

  /** Takes these in the place of the numbers of the run, which it has to {@link #follow} then. */
  void take(Set<BetterEvidence> chosen) {
    taken.set(chosen.isEmpty() ? Set.of() : EnumSet.copyOf(chosen));
    source = null;
  }

  /**
   * The better evidence that is not taken yet; everything where a fault is not seen at all, and
   * that may be known. A longer sequence only where the data have one.
   */
  Set<BetterEvidence> offered(FaultEffect examination, boolean isKnownUnseen) {
    Set<BetterEvidence> offered =
        isKnownUnseen
            ? EnumSet.allOf(BetterEvidence.class)
            : BetterEvidence.against(Evidence.of(examination.right()));
    offered.removeAll(taken.get());
    if (usualLength() <= examination.right().length()) {
      offered.remove(BetterEvidence.LONGER_SEQUENCE);
    }
    return offered;
  }

  /** T of the sequence that stands, or would stand, in the place of that of the run. */
  int usualLength() {
    return drawnFrom == null ? 0 : BetterEvidence.usualLength(drawnFrom.train());
  }

  /** Null before there is a run. */
  @Nullable CompletableFuture<Specimen> specimen() {
    return specimen;
  }

  /** The evidence taken in the place of the numbers of the run. */
  public ReadOnlyObjectProperty<Set<BetterEvidence>> takenProperty() {
    return taken.getReadOnlyProperty();
  }
}
