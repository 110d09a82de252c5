package dev.backstep.trace;

import dev.backstep.model.Parameters;

/** The update an optimiser would make of weights and gradients, without doing it. */
@FunctionalInterface
public interface UpdatePreview {
  /** Neither argument is modified. */
  Update of(Parameters weights, Parameters gradients);
}
