/** How far the gradient of a loss reaches back through the states of a sequence, and why. */
@NullMarked
package dev.backstep.trace.flow;

import org.jspecify.annotations.NullMarked;
