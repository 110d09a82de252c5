/** Heatmaps, with a lens, a cursor and a scale. */
package dev.backstep.ui.heatmap;
