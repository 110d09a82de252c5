package dev.backstep.trace;

import dev.backstep.model.Parameters;
import dev.backstep.model.Shape;
import java.util.List;
import java.util.stream.Stream;

/** Makes lights on the matrices of one trace. Those of cells that do not exist are dropped. */
record Lamp(int length, Shape shape) {
  Lights lights(Stream<Light> sources, Stream<Light> destinations) {
    return new Lights(existing(sources), existing(destinations));
  }

  private List<Light> existing(Stream<Light> lights) {
    return lights
        .filter(light -> light != null && !light.block().isEmpty())
        .filter(light -> !(light.site() instanceof Site.OfShare s) || exists(s.timestep()))
        .filter(light -> !(light.site() instanceof Site.OfAccumulator s) || exists(s.timestep()))
        .toList();
  }

  private boolean exists(int t) {
    return t >= 0 && t < length;
  }

  /** An entry of a cell. */
  Light one(Quantity quantity, int t, int index) {
    return over(quantity, t, t + 1, index);
  }

  /** The same entry of all cells {@code from … until−1}. */
  Light over(Quantity quantity, int from, int until, int index) {
    Block block = new Block(from, until, index, index + 1);
    return new Light(new Site.OfCells(quantity), block.withinRows(0, length));
  }

  /** All of a vector of a cell. */
  Light all(Quantity quantity, int t) {
    Block block = Block.row(t, size(quantity)).withinRows(0, length);
    return new Light(new Site.OfCells(quantity), block);
  }

  private int size(Quantity quantity) {
    return switch (quantity) {
      case O, E, DXT -> shape.vocabulary();
      default -> shape.hidden();
    };
  }

  /** An entry of h0, if cell {@code from} is the first and reads it; null else. */
  Light initial(int from, int index) {
    return from == 0 ? new Light(new Site.OfInitialState(), Block.one(0, index)) : null;
  }

  /** All of the state that cell t finds. */
  Light previous(int t) {
    return t == 0
        ? new Light(new Site.OfInitialState(), Block.row(0, shape.hidden()))
        : all(Quantity.H, t - 1);
  }

  /** An entry of the state that cell t finds. */
  Light previous(int t, int index) {
    return t == 0 ? initial(0, index) : one(Quantity.H, t - 1, index);
  }

  /** The input of the cells {@code from … until−1} at a character. */
  Light input(int from, int until, int character) {
    return new Light(new Site.OfInputs(), new Block(from, until, character, character + 1));
  }

  Light target(int t, int character) {
    return new Light(new Site.OfTargets(), Block.one(t, character));
  }

  Light weight(String parameter, int row, int col) {
    return new Light(new Site.OfWeights(parameter), Block.one(row, col));
  }

  Light weightRow(String parameter, int row) {
    return new Light(new Site.OfWeights(parameter), Block.row(row, cols(parameter)));
  }

  Light weightColumn(String parameter, int col) {
    return new Light(new Site.OfWeights(parameter), Block.column(col, rows(parameter)));
  }

  Light weights(String parameter) {
    return new Light(new Site.OfWeights(parameter), whole(parameter));
  }

  Light share(String parameter, int t, int row, int col) {
    return new Light(new Site.OfShare(parameter, t), Block.one(row, col));
  }

  Light shareRow(String parameter, int t, int row) {
    return new Light(new Site.OfShare(parameter, t), Block.row(row, cols(parameter)));
  }

  Light shareColumn(String parameter, int t, int col) {
    return new Light(new Site.OfShare(parameter, t), Block.column(col, rows(parameter)));
  }

  Light share(String parameter, int t) {
    return new Light(new Site.OfShare(parameter, t), whole(parameter));
  }

  Light sum(String parameter, int t, int row, int col) {
    return new Light(new Site.OfAccumulator(parameter, t), Block.one(row, col));
  }

  private Block whole(String parameter) {
    return new Block(0, rows(parameter), 0, cols(parameter));
  }

  private int rows(String parameter) {
    return switch (parameter) {
      case Parameters.W1, Parameters.W3 -> shape.vocabulary();
      case Parameters.W2 -> shape.hidden();
      default -> 1;
    };
  }

  private int cols(String parameter) {
    return parameter.equals(Parameters.BO) ? shape.vocabulary() : shape.hidden();
  }
}
