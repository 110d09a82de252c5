package dev.backstep.ui.control;

/** A rectangle of whole device pixels; the last column and row are {@code x1 − 1, y1 − 1}. */
record PixelBox(int x0, int y0, int x1, int y1) {}
