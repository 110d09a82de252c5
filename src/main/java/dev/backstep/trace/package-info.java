/** One sequence with everything that was computed of it, and the steps through it. */
@NullMarked
package dev.backstep.trace;

import org.jspecify.annotations.NullMarked;
