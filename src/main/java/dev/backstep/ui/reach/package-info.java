/** How far gradients reached back over training. */
@NullMarked
package dev.backstep.ui.reach;

import org.jspecify.annotations.NullMarked;
