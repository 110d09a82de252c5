package dev.backstep.ui.viewmodel;

/** The screens, in the order of the navigation. */
public enum Screen {
  STEP,
  TRAIN,
  COMPARE,
  BUG_LAB,
  MY_CODE
}
