package dev.backstep.ui.sentence;

import javafx.scene.layout.VBox;

/**
 * A box of text that is as high as the highest text that stood in it at its width was, so that what
 * is below does not move up and down as sentences get shorter and longer.
 */
public final class KeptRoom extends VBox {
  private double width = -1;
  private double room;

  @Override
  protected double computeMinHeight(double forWidth) {
    return computePrefHeight(forWidth);
  }

  @Override
  protected double computePrefHeight(double forWidth) {
    double needed = super.computePrefHeight(forWidth);
    if (forWidth != width) {
      width = forWidth;
      room = 0;
    }
    room = Math.max(room, needed);
    return room;
  }
}
