/** Optimisers, clipping, and what an optimiser did told weight by weight. */
@NullMarked
package dev.backstep.training.optimizer;

import org.jspecify.annotations.NullMarked;
