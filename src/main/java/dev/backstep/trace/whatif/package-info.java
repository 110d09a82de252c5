/** A trace as it would be if some of its weights, states or inputs were others. */
@NullMarked
package dev.backstep.trace.whatif;

import org.jspecify.annotations.NullMarked;
