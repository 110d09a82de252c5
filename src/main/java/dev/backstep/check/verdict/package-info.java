/**
 * Whether the numbers of a program are those of the engine, entry by entry, as far as rounding lets
 * one tell.
 */
@NullMarked
package dev.backstep.check.verdict;

import org.jspecify.annotations.NullMarked;
