package dev.backstep.ui.whatif;

import dev.backstep.ui.step.Guest;
import javafx.beans.value.ObservableBooleanValue;

/**
 * A guest of the Step screen on whose numbers there may be changes, as there may be on those of the
 * run: where it leaves, they are taken back too.
 */
public record Lent(Guest guest, WhatIfViewModel whatIf) implements Guest {
  @Override
  public void showNext() {
    guest.showNext();
  }

  @Override
  public void leave() {
    whatIf.leave();
    guest.leave();
  }

  @Override
  public ObservableBooleanValue presentProperty() {
    return guest.presentProperty();
  }
}
