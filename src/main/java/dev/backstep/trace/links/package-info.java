/** The sources of each number of a trace, and what it is part of. */
@NullMarked
package dev.backstep.trace.links;

import org.jspecify.annotations.NullMarked;
