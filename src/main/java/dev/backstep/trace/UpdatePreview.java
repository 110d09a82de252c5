package dev.backstep.trace;

import dev.backstep.model.Parameters;

/** What an optimiser would do with these weights and gradients, without doing it. */
@FunctionalInterface
public interface UpdatePreview {
  /** Neither argument is modified. */
  Update of(Parameters weights, Parameters gradients);
}
