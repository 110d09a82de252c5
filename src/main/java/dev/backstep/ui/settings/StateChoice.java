package dev.backstep.ui.settings;

/** The kinds of hidden state that sequences begin with. */
public enum StateChoice {
  ZERO,
  CARRIED,
  FIXED_ARRAY,
  LEARNED
}
