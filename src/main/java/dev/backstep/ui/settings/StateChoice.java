package dev.backstep.ui.settings;

/** What sequences begin with. */
public enum StateChoice {
  ZERO,
  CARRIED,
  FIXED_ARRAY
}
