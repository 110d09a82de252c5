package dev.backstep.ui.lab;

import dev.backstep.fault.evidence.FaultEffect;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/**
 * A prediction of what a fault spoils, before it is shown: which totals, and the timestep at which
 * the first wrong number is computed. Each total and the timestep are worth a point.
 */
public final class Prediction {
  /** In the place of a timestep: no cell is wrong. */
  public static final int NOWHERE = -1;

  /** Which of what was predicted was right. */
  public record Outcome(
      int points, int most, Optional<Integer> timestep, boolean isTimestepRight) {}

  private final ObservableSet<String> totals = FXCollections.observableSet();
  private final IntegerProperty timestep = new SimpleIntegerProperty(NOWHERE);
  private final ReadOnlyObjectWrapper<Outcome> outcome = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper points = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper most = new ReadOnlyIntegerWrapper();

  /** Forgets what was predicted of the fault before; the score stays. */
  void clear() {
    totals.clear();
    timestep.set(NOWHERE);
    outcome.set(null);
  }

  /** Compares with what is so, once. */
  void reveal(FaultEffect examination) {
    if (outcome.get() != null) {
      return;
    }
    Optional<Integer> first = examination.firstWrongTimestep();
    boolean isTimestepRight = first.orElse(NOWHERE) == timestep.get();
    int right =
        (int)
            examination.signature().totals().keySet().stream()
                .filter(total -> examination.isWrong(total) == totals.contains(total))
                .count();
    int possible = examination.signature().totals().size() + 1;
    int reached = right + (isTimestepRight ? 1 : 0);
    points.set(points.get() + reached);
    most.set(most.get() + possible);
    outcome.set(new Outcome(reached, possible, first, isTimestepRight));
  }

  /** The totals that are thought to be wrong, by name: dW1, dh0. */
  public ObservableSet<String> totals() {
    return totals;
  }

  /** The timestep whose cell is thought to be the first wrong one; {@link #NOWHERE} for none. */
  public IntegerProperty timestepProperty() {
    return timestep;
  }

  /** Null until it is revealed. */
  public ReadOnlyObjectProperty<Outcome> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  /** The points of all predictions so far. */
  public ReadOnlyIntegerProperty pointsProperty() {
    return points.getReadOnlyProperty();
  }

  /** The points that there were. */
  public ReadOnlyIntegerProperty mostProperty() {
    return most.getReadOnlyProperty();
  }
}
