/** All that one number of a trace was made of, and the share of each timestep in it. */
@NullMarked
package dev.backstep.trace.pin;

import org.jspecify.annotations.NullMarked;
