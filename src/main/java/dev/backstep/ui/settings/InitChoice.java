package dev.backstep.ui.settings;

/** How weights begin. */
public enum InitChoice {
  UNIFORM,
  GAUSSIAN
}
