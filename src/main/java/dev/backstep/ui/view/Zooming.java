package dev.backstep.ui.view;

/** A screen whose timesteps are zoomed by typing. */
interface Zooming {
  /** Zooms, if it is a character for that. */
  void onTyped(String character);
}
