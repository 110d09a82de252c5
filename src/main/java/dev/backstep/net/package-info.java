/**
 * Nets as data: an input, a cell and a head, each a list of equations. What is said about a net
 * (formulas, lines of NumPy, the arithmetic of an entry and what it was made of, the rows of a
 * screen or a file) follows from its equations, so a new cell is one file here.
 *
 * <p>Row vectors throughout: V characters, H units, t counted from 0. {@code W1 (V,H)}, {@code W2
 * (H,H)}, {@code W3 (V,H)}, {@code bh (H)}, {@code bo (V)}; losses in nats, summed over t.
 */
@NullMarked
package dev.backstep.net;

import org.jspecify.annotations.NullMarked;
