package dev.backstep.ui.paint;

/**
 * A rectangle of a heatmap, in its own units.
 *
 * @param argb its colour, or that of the lines where it is hatched
 * @param isHatched whether it stands for what is not computed yet
 */
public record Patch(double x, double y, double width, double height, int argb, boolean isHatched) {}
