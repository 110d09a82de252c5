/** Pixels, colours, canvases and typeset formulas. */
package dev.backstep.ui.paint;
