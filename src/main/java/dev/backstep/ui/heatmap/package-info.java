/** Heatmaps, with a lens, a cursor and a scale. */
@NullMarked
package dev.backstep.ui.heatmap;

import org.jspecify.annotations.NullMarked;
