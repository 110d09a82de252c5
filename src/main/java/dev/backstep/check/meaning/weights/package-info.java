/** Which arrays of somebody's file are weights and their gradients, and of which cells. */
@NullMarked
package dev.backstep.check.meaning.weights;

import org.jspecify.annotations.NullMarked;
