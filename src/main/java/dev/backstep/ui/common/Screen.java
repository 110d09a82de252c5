package dev.backstep.ui.common;

/** The screens, in the order of the navigation. */
public enum Screen {
  STEP,
  TRAIN,
  COMPARE,
  BUG_LAB,
  MY_CODE
}
