/** One training run on the screen: its curve, its state, its branches. */
@NullMarked
package dev.backstep.ui.run;

import org.jspecify.annotations.NullMarked;
