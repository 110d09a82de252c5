package dev.backstep.training;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.ChangedRules;
import dev.backstep.model.Parameters;

/** Rules that have the last word only when the gradients of all sequences of a batch are there. */
final class Unfinished extends ChangedRules {
  Unfinished(BackwardRules rules) {
    super(rules);
  }

  @Override
  public void finish(Parameters gradients) {}
}
