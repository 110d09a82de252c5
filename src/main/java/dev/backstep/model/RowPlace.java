package dev.backstep.model;

import dev.backstep.math.Rows;
import dev.backstep.net.Expr;
import dev.backstep.net.Net;

/**
 * Where a vector of an expression stands in the buffers.
 *
 * @param place of the vector among those of the net
 * @param offset of its row from the timestep
 * @param zeros what the cell after the last hands back
 */
record RowPlace(int place, int offset, double[] zeros) {
  static RowPlace of(Shape shape, Expr.Of of) {
    Net net = shape.net();
    return new RowPlace(
        net.vectors().indexOf(of.vector()),
        of.shift() + (net.states().contains(of.vector()) ? 1 : 0),
        new double[shape.size(of.vector().axis())]);
  }

  /** The row of a timestep, or of its neighbour. */
  double[] row(SequenceBuffers buffers, int t) {
    Rows rows = buffers.rows(place);
    return t + offset < rows.rows() ? rows.row(t + offset) : zeros;
  }
}
