package dev.backstep.ui.time;

/** A screen whose timesteps are zoomed by typing. */
public interface Zooming {
  /** Zooms, if it is a character for that. */
  void onTyped(String character);
}
