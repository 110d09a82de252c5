/** The past of a run: branches, checkpoints, and going back. */
@NullMarked
package dev.backstep.training.history;

import org.jspecify.annotations.NullMarked;
