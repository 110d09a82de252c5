/** The computation of each number of a trace, term by term. */
@NullMarked
package dev.backstep.trace.arithmetic;

import org.jspecify.annotations.NullMarked;
