package dev.backstep.ui.settings;

/** The ways to clip gradients. */
public enum ClipChoice {
  GLOBAL_NORM,
  ELEMENTWISE,
  NONE
}
