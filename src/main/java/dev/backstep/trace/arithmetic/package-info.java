/** How each number of a trace was computed, term by term. */
@NullMarked
package dev.backstep.trace.arithmetic;

import org.jspecify.annotations.NullMarked;
