package dev.backstep.ui.lab;

/** The three ways to use the Bug lab. */
public enum LabMode {
  /** Everything is shown. */
  LOOK,
  /** The check is covered until it is predicted. */
  PREDICT,
  /** The fault is hidden, and is to be named. */
  QUIZ
}
