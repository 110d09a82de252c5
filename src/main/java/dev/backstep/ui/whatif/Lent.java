package dev.backstep.ui.whatif;

import dev.backstep.ui.step.Guest;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;

/**
 * The guests of the Step screen, on whose numbers there may be changes, as there may be on those of
 * the run: where they leave, these are taken back too.
 */
public final class Lent implements Guest {
  private final WhatIfViewModel whatIf;
  private final List<Guest> guests;
  private final ObservableBooleanValue present;

  /**
   * @param guests one who may come to another before that one
   */
  public Lent(WhatIfViewModel whatIf, List<Guest> guests) {
    this.whatIf = whatIf;
    this.guests = List.copyOf(guests);
    ObservableBooleanValue isAny = new SimpleBooleanProperty();
    for (Guest guest : guests) {
      isAny = either(isAny, guest.presentProperty());
    }
    present = isAny;
  }

  private static BooleanBinding either(ObservableBooleanValue one, ObservableBooleanValue other) {
    return Bindings.or(one, other);
  }

  @Override
  public void showNext() {
    guests.forEach(Guest::showNext);
  }

  @Override
  public void leave() {
    whatIf.leave();
    guests.forEach(Guest::leave);
  }

  @Override
  public ObservableBooleanValue presentProperty() {
    return present;
  }
}
