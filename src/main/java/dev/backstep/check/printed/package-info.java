/**
 * Numbers that a notebook printed, from whose seeded inputs the right ones and those of every known
 * fault follow.
 */
@NullMarked
package dev.backstep.check.printed;

import org.jspecify.annotations.NullMarked;
