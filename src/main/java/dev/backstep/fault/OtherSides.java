package dev.backstep.fault;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.ChangedRules;
import dev.backstep.net.Net;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Rules by which the equations of a fault stand in the place of those of the net. */
final class OtherSides extends ChangedRules {
  private final Fault fault;

  /** By the net as it should be, which is asked for again for every pass. */
  private final Map<Net, Net> changed = new ConcurrentHashMap<>();

  OtherSides(BackwardRules rules, Fault fault) {
    super(rules);
    this.fault = fault;
  }

  @Override
  public Net net(Net right) {
    return changed.computeIfAbsent(right, this::changed);
  }

  @Override
  protected boolean changesOnlyEquations() {
    return true;
  }

  private Net changed(Net right) {
    if (!fault.fits(right)) {
      throw new IllegalArgumentException(
          "the net is " + right + "; the fault " + fault + " is one of another cell");
    }
    Net with = super.net(right);
    for (OtherSide side : fault.otherSides(right)) {
      with = side.in(with).net();
    }
    return with;
  }
}
