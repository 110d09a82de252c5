package dev.backstep.ui.sizes;

import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** The size of type that the user wishes, in percent of the usual one. */
public final class TypeSize {
  /** The sizes that the keys go through. */
  static final List<Integer> STEPS = List.of(80, 90, 100, 110, 125, 150, 175, 200);

  private static final int USUAL = 100;

  private final ReadOnlyIntegerWrapper percent = new ReadOnlyIntegerWrapper(USUAL);

  /** The next larger size, up to the largest. */
  public void larger() {
    STEPS.stream().filter(step -> step > percent.get()).findFirst().ifPresent(percent::set);
  }

  /** The next smaller size, down to the smallest. */
  public void smaller() {
    STEPS.stream()
        .filter(step -> step < percent.get())
        .reduce((before, after) -> after)
        .ifPresent(percent::set);
  }

  /** The usual size again. */
  public void reset() {
    percent.set(USUAL);
  }

  /** Takes a size that was kept; one that is out of range becomes the nearest that is not. */
  public void set(int wished) {
    int largest = STEPS.get(STEPS.size() - 1);
    percent.set(Math.max(STEPS.get(0), Math.min(largest, wished)));
  }

  public ReadOnlyIntegerProperty percentProperty() {
    return percent.getReadOnlyProperty();
  }
}
