/** Step: one sequence, one equation at a time. */
@NullMarked
package dev.backstep.ui.step;

import org.jspecify.annotations.NullMarked;
