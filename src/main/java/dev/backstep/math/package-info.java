/**
 * Numbers as rows and matrices, the loops over them, and sums that come to the same bits
 * everywhere.
 */
@NullMarked
package dev.backstep.math;

import org.jspecify.annotations.NullMarked;
