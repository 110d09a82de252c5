package dev.backstep.ui.viewmodel;

/** How weights begin. */
public enum InitChoice {
  UNIFORM,
  GAUSSIAN
}
