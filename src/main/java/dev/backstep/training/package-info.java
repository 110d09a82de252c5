/** Training: one update after the other, by settings that can be changed on the way. */
@NullMarked
package dev.backstep.training;

import org.jspecify.annotations.NullMarked;
