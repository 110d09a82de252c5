/** Which arrays of somebody's file are sequences, states, losses, and gradients of timesteps. */
@NullMarked
package dev.backstep.check.meaning.sequences;

import org.jspecify.annotations.NullMarked;
