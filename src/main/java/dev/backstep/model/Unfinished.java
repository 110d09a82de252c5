package dev.backstep.model;

/** Rules that have the last word only when the gradients of all sequences of a batch are there. */
public final class Unfinished extends ChangedRules {
  public Unfinished(BackwardRules rules) {
    super(rules);
  }

  @Override
  public void finish(Parameters gradients) {}
}
