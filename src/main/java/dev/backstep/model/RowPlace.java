package dev.backstep.model;

import dev.backstep.math.Rows;
import dev.backstep.net.Expr;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;

/**
 * Where a vector of an expression stands in the buffers.
 *
 * @param vector that stands there
 * @param place of the vector among those of the net
 * @param offset of its row from the timestep
 * @param zeros what the last cell is handed back, where nothing else is given
 */
record RowPlace(Vector vector, int place, int offset, double[] zeros) {
  static RowPlace of(Shape shape, Expr.Of of) {
    Net net = shape.net();
    return new RowPlace(
        of.vector(),
        net.place(of.vector()),
        of.shift() + (net.states().contains(of.vector()) ? 1 : 0),
        new double[shape.size(of.vector().axis())]);
  }

  /** The row of a timestep, or of its neighbour. */
  double[] row(SequenceBuffers buffers, int t) {
    Rows rows = buffers.rows(place);
    return t + offset < rows.rows() ? rows.row(t + offset) : beyond(buffers);
  }

  private double[] beyond(SequenceBuffers buffers) {
    double[] given = buffers.beyond(vector);
    return given == null ? zeros : given;
  }
}
