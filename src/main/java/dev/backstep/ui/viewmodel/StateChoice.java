package dev.backstep.ui.viewmodel;

/** What sequences begin with. */
public enum StateChoice {
  ZERO,
  CARRIED,
  FIXED_ARRAY
}
