package dev.backstep.trace.links;

import dev.backstep.model.Shape;
import dev.backstep.model.Truncation;
import dev.backstep.net.Expr;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import dev.backstep.net.Weight;
import java.util.List;
import java.util.stream.Stream;

/** Makes lights on the matrices of one trace. Those of cells that do not exist are dropped. */
record LightFactory(Net net, int length, Shape shape, Truncation truncation) {
  /** The timestep of a cell that does not exist. */
  private static final int NONE = -1;

  Lights lights(Stream<Light> sources, Stream<Light> destinations) {
    return new Lights(existing(sources), existing(destinations));
  }

  private List<Light> existing(Stream<Light> lights) {
    return lights
        .filter(light -> !light.block().isEmpty())
        .filter(light -> !(light.site() instanceof LitMatrix.OfShare s) || exists(s.timestep()))
        .filter(
            light -> !(light.site() instanceof LitMatrix.OfAccumulator s) || exists(s.timestep()))
        .distinct()
        .toList();
  }

  private boolean exists(int t) {
    return t >= 0 && t < length;
  }

  /** An entry of a cell. */
  Light one(Vector vector, int t, int index) {
    return over(vector, t, t + 1, index);
  }

  /** The same entry of all cells {@code from … until−1}. */
  private Light over(Vector vector, int from, int until, int index) {
    Block block = new Block(from, until, index, index + 1);
    return new Light(new LitMatrix.OfCells(vector), block.withinRows(0, length));
  }

  /** All of a vector of a cell. */
  Light all(Vector vector, int t) {
    Block block = Block.row(t, shape.size(vector.axis())).withinRows(0, length);
    return new Light(new LitMatrix.OfCells(vector), block);
  }

  /** The timestep of what cell t reads; none where gradients are cut. */
  private int read(Expr.Of of, int t) {
    int at = t + of.shift();
    return of.shift() > 0 && truncation.isCutBefore(at) ? NONE : at;
  }

  /** The timestep of the cell that reads what is of cell t; none where gradients are cut. */
  int reader(Expr.Of of, int t) {
    return of.shift() > 0 && truncation.isCutBefore(t) ? NONE : t - of.shift();
  }

  /** All of a vector that cell t reads, which may be the initial state. */
  Light all(Expr.Of of, int t) {
    int at = read(of, t);
    return at < 0 && of.shift() <= 0
        ? new Light(
            new LitMatrix.OfInitialState(of.vector()), Block.row(0, shape.size(of.vector().axis())))
        : all(of.vector(), at);
  }

  /** An entry of a vector that cell t reads. */
  Light one(Expr.Of of, int t, int index) {
    int at = read(of, t);
    return at < 0 && of.shift() <= 0 ? initial(of.vector(), index) : one(of.vector(), at, index);
  }

  /** The same entry of a vector that the cells {@code from … until−1} read. */
  Stream<Light> over(Expr.Of of, int from, int until, int index) {
    Light inCells = over(of.vector(), from + of.shift(), until + of.shift(), index);
    return from + of.shift() < 0
        ? Stream.of(initial(of.vector(), index), inCells)
        : Stream.of(inCells);
  }

  private static Light initial(Vector state, int index) {
    return new Light(new LitMatrix.OfInitialState(state), Block.one(0, index));
  }

  /** The input of the cells {@code from … until−1} at a character. */
  Light input(int from, int until, int character) {
    return new Light(new LitMatrix.OfInputs(), new Block(from, until, character, character + 1));
  }

  Light target(int t, int character) {
    return new Light(new LitMatrix.OfTargets(), Block.one(t, character));
  }

  Light weight(Weight weight, int row, int col) {
    return new Light(new LitMatrix.OfWeights(weight.name()), Block.one(row, col));
  }

  Light weightRow(Weight weight, int row) {
    return new Light(new LitMatrix.OfWeights(weight.name()), Block.row(row, cols(weight)));
  }

  Light weightColumn(Weight weight, int col) {
    return new Light(new LitMatrix.OfWeights(weight.name()), Block.column(col, rows(weight)));
  }

  Light weights(Weight weight) {
    return new Light(new LitMatrix.OfWeights(weight.name()), whole(weight));
  }

  Light share(Weight weight, int t, int row, int col) {
    return new Light(new LitMatrix.OfShare(weight.name(), t), Block.one(row, col));
  }

  Light shareRow(Weight weight, int t, int row) {
    return new Light(new LitMatrix.OfShare(weight.name(), t), Block.row(row, cols(weight)));
  }

  Light shareColumn(Weight weight, int t, int col) {
    return new Light(new LitMatrix.OfShare(weight.name(), t), Block.column(col, rows(weight)));
  }

  Light share(Weight weight, int t) {
    return new Light(new LitMatrix.OfShare(weight.name(), t), whole(weight));
  }

  Light sum(Weight weight, int t, int row, int col) {
    return new Light(new LitMatrix.OfAccumulator(weight.name(), t), Block.one(row, col));
  }

  private Block whole(Weight weight) {
    return new Block(0, rows(weight), 0, cols(weight));
  }

  private int rows(Weight weight) {
    return weight.isBias() ? 1 : shape.size(weight.rows());
  }

  private int cols(Weight weight) {
    return shape.size(weight.cols());
  }
}
