/** What the names that programs give their arrays say of those: weights, gradients, sequences. */
@NullMarked
package dev.backstep.check.meaning.names;

import org.jspecify.annotations.NullMarked;
