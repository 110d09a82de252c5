package dev.backstep.trace;

import dev.backstep.model.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * The update an optimiser makes of the gradients of one sequence.
 *
 * @param after the weights after the update
 * @param gradientNorm the norm of all weight gradients together, before clipping
 * @param clipScale what the gradients were multiplied by, 1 where nothing was clipped
 * @param rule how it came to the weights after; null where that is not known
 */
public record Update(
    Parameters after, double gradientNorm, double clipScale, @Nullable UpdateRule rule) {
  /** Weights of which only what they came to is known. */
  public Update(Parameters after, double gradientNorm, double clipScale) {
    this(after, gradientNorm, clipScale, null);
  }
}
