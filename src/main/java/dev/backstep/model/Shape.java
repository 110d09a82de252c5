package dev.backstep.model;

import dev.backstep.net.Axis;
import dev.backstep.net.Net;
import dev.backstep.net.Vanilla;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which net it is, and its sizes: V characters and H hidden units.
 *
 * @param vocabulary V, the characters or words that an id may stand for
 * @param inputs D, the numbers that a cell reads; V where it reads one-hot vectors
 * @param outputs K, the numbers that are predicted; V where those are the characters
 */
public record Shape(Net net, int vocabulary, int inputs, int hidden, int outputs) {
  /**
   * @throws IllegalArgumentException if a size is less than 1
   */
  public Shape {
    if (vocabulary < 1 || hidden < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "V is %d and H is %d; both must be at least 1", vocabulary, hidden));
    }
    if (inputs < 1 || outputs < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "D is %d and K is %d; both must be at least 1", inputs, outputs));
    }
  }

  /** A net that reads the characters that it predicts. */
  public Shape(Net net, int vocabulary, int hidden) {
    this(net, vocabulary, vocabulary, hidden, vocabulary);
  }

  /** The vanilla net. */
  public Shape(int vocabulary, int hidden) {
    this(Vanilla.NET, vocabulary, hidden);
  }

  /** The net as rules compute it, of the same sizes. */
  public Shape by(BackwardRules rules) {
    return new Shape(rules.net(net), vocabulary, inputs, hidden, outputs);
  }

  /** How many numbers a sequence begins with: all states of the net, H each. */
  public int stateSize() {
    return net.states().size() * hidden;
  }

  /** How many numbers all weights of the net are together. */
  public long parameters() {
    return net.weights().stream()
        .mapToLong(weight -> (long) size(weight.rows()) * size(weight.cols()))
        .sum();
  }

  /** How many entries an axis has; a bias has one row. */
  public int size(@Nullable Axis axis) {
    if (axis == null) {
      return 1;
    }
    return switch (axis) {
      case CHARACTERS -> vocabulary;
      case INPUTS -> inputs;
      case UNITS -> hidden;
      case OUTPUTS -> outputs;
    };
  }
}
