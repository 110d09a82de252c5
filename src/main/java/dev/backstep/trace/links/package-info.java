/** What each number of a trace was made of, and what it is part of. */
@NullMarked
package dev.backstep.trace.links;

import org.jspecify.annotations.NullMarked;
