package dev.backstep.ui.settings;

/** The ways to initialise weights. */
public enum InitChoice {
  UNIFORM,
  GAUSSIAN
}
