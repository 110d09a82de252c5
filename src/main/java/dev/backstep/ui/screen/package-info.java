/** What the window has to know of a screen. */
@NullMarked
package dev.backstep.ui.screen;

import org.jspecify.annotations.NullMarked;
