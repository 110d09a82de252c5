package dev.backstep.ui.heatmap;

/** One square of a heatmap: its row and column in the matrix, and its value. */
public record Square(int row, int col, double value) {}
