/** How large things are: the type of the window, and the panels that a screen is divided into. */
@NullMarked
package dev.backstep.ui.sizes;

import org.jspecify.annotations.NullMarked;
