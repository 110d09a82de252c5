package dev.backstep.ui.heatmap;

import org.jspecify.annotations.Nullable;

/** Where a square stands in a picture: how far to the right, and how far down; both from 0. */
public record Place(int across, int down) {
  /** The nearest place of a picture of this size; null in a picture without squares. */
  @Nullable Place within(int width, int height) {
    return width < 1 || height < 1 ? null : new Place(clamp(across, width), clamp(down, height));
  }

  private static int clamp(int index, int count) {
    return Math.max(0, Math.min(count - 1, index));
  }
}
