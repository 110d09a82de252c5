package dev.backstep.ui.settings;

/** How gradients are clipped. */
public enum ClipChoice {
  GLOBAL_NORM,
  ELEMENTWISE,
  NONE
}
