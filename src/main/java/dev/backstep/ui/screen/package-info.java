/** The parts of the window that screens are, and names for files of them. */
@NullMarked
package dev.backstep.ui.screen;

import org.jspecify.annotations.NullMarked;
