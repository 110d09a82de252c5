package dev.backstep.trace;

import dev.backstep.math.MatrixView;

/**
 * One weight gradient while the backward pass stands at one cell: {@code before + cell = after},
 * all three of the parameter's shape.
 */
public record Accumulator(MatrixView before, MatrixView cell, MatrixView after) {}
