package dev.backstep.check.submission;

import dev.backstep.math.SeededRandom;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.model.Weights;

/**
 * The right rules, with every number that is kept moved by one unit in its last place, up or down
 * as a generator says. A program that rounds each of them keeps numbers that are as good.
 */
final class MovedRules extends BackwardRules {
  private final Precision precision;
  private final SeededRandom signs;

  /**
   * @param seed which numbers go up and which down
   */
  MovedRules(Precision precision, long seed) {
    this.precision = precision;
    signs = new SeededRandom(seed);
  }

  /** What is given, moved likewise. */
  Example moved(Example given) {
    Parameters parameters = given.weights().copy();
    parameters.names().forEach(name -> move(parameters.get(name).data));
    double[] state = given.states().clone();
    move(state);
    return given.with(parameters).from(state);
  }

  private void move(double[] values) {
    for (int i = 0; i < values.length; i++) {
      // Below the least exponent a unit is more than the number; its sign stays.
      double unit = Math.min(precision.unit(values[i]), Math.abs(values[i]) / 2);
      values[i] += signs.nextDouble() < 0.5 ? unit : -unit;
    }
  }

  @Override
  public void keep(SequenceBuffers buffers) {
    for (int t = 0; t < buffers.length(); t++) {
      move(buffers.h(t));
      move(buffers.o(t));
    }
  }

  @Override
  public void outputError(SequenceBuffers buffers, int t) {
    super.outputError(buffers, t);
    move(buffers.e(t));
  }

  @Override
  public void fromOutput(Weights weights, SequenceBuffers buffers) {
    super.fromOutput(weights, buffers);
    for (int t = 0; t < buffers.length(); t++) {
      move(buffers.dhFromOutput(t));
    }
  }

  @Override
  public void total(SequenceBuffers buffers, int t) {
    super.total(buffers, t);
    move(buffers.dh(t));
  }

  @Override
  public void throughTanh(SequenceBuffers buffers, int t) {
    super.throughTanh(buffers, t);
    move(buffers.dtanh(t));
  }

  @Override
  public void toPrevious(Weights weights, SequenceBuffers buffers, int t) {
    super.toPrevious(weights, buffers, t);
    move(buffers.dhPrev(t));
  }
}
