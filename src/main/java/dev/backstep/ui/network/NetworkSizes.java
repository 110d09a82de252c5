package dev.backstep.ui.network;

import dev.backstep.net.Net;
import dev.backstep.net.Vector;

/**
 * How high the parts of the drawing of a net are, and where they stand below each other: target,
 * three predictions, arrow, cell, arrow, character. In a low window the drawing is a strip, without
 * the predictions and the arrows, so that the rows below it are seen.
 */
record NetworkSizes(Net net, boolean isStrip) {
  /** The height of each line of text below the characters. */
  static final double LINE = 13;

  /** The number of lines on a gate's openness. */
  static final int LINES = 3;

  static final double TARGET_Y = 8;
  static final double BARS_Y = 18;
  static final double BAR_PITCH = 14;

  /** The height that a second state adds to a cell. */
  private static final double MORE = 28;

  /** The height of all rows, and of what is said of a gate. */
  double height(boolean saysOpenness) {
    boolean isSaid = saysOpenness && net.gating().keeping().isPresent();
    return tileY() + tileHeight() + (isStrip ? 2 : 10) + (isSaid ? LINES * LINE : 0);
  }

  double cellY() {
    return isStrip ? 18 : 78;
  }

  double cellHeight() {
    return (isStrip ? 36 : 42) + MORE * (net.states().size() - 1);
  }

  double tileY() {
    return cellY() + cellHeight() + (isStrip ? 3 : 20);
  }

  double tileHeight() {
    return isStrip ? 20 : 26;
  }

  /** The middle of the line of a state through the cells, the last state at the top. */
  double middle(Vector state) {
    int count = net.states().size();
    double height = cellHeight() / count;
    return cellY() + (count - 1 - net.states().indexOf(state) + 0.5) * height;
  }

  /** Where a state goes forward. */
  double stateY(Vector state) {
    return middle(state) - (net.states().size() == 1 ? 8 : 6);
  }

  /** Where its gradient comes back. */
  double gradientY(Vector state) {
    return middle(state) + (net.states().size() == 1 ? 9 : 8);
  }
}
