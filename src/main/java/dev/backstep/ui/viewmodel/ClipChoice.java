package dev.backstep.ui.viewmodel;

/** How gradients are clipped. */
public enum ClipChoice {
  GLOBAL_NORM,
  ELEMENTWISE,
  NONE
}
