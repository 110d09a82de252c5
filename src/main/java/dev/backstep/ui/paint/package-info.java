/** Pixels, colours, canvases and typeset formulas. */
@NullMarked
package dev.backstep.ui.paint;

import org.jspecify.annotations.NullMarked;
