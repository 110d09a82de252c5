package dev.backstep.fault;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.ChangedRules;
import dev.backstep.net.Net;

/** Rules by which the equations of a fault stand in the place of those of the net. */
final class OtherSides extends ChangedRules {
  private final Fault fault;

  OtherSides(BackwardRules rules, Fault fault) {
    super(rules);
    this.fault = fault;
  }

  @Override
  public Net net(Net right) {
    if (!fault.isOf(right)) {
      throw new IllegalArgumentException(
          "the net is " + right + "; the fault " + fault + " is one of another cell");
    }
    Net changed = super.net(right);
    for (OtherSide side : fault.otherSides(right)) {
      changed = side.in(changed).net();
    }
    return changed;
  }
}
