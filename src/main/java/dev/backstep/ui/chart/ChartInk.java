package dev.backstep.ui.chart;

import javafx.scene.paint.Color;

/** The things that a {@link LossChart} draws in colours of their own, each a CSS property. */
enum ChartInk {
  GRID("-chart-grid"),
  TEXT("-chart-text"),
  BACKGROUND("-chart-background"),
  RUN("-chart-run"),
  RUN_A("-chart-run-a"),
  RUN_B("-chart-run-b"),
  PAST("-chart-past"),
  DIFFERENCE("-chart-difference"),
  HELD_OUT("-chart-held-out"),
  WARNING("-chart-warning"),
  MARKER("-chart-marker"),
  CHANGE("-chart-change"),
  STEEPEST("-chart-steepest");

  final String css;

  ChartInk(String css) {
    this.css = css;
  }

  /** Until a stylesheet says more. */
  Color fallback() {
    return this == BACKGROUND ? Color.WHITE : Color.GRAY;
  }

  static ChartInk of(ChartLine.Role role) {
    return switch (role) {
      case RUN -> RUN;
      case RUN_A -> RUN_A;
      case RUN_B -> RUN_B;
      case PAST -> PAST;
      case DIFFERENCE -> DIFFERENCE;
    };
  }

  static ChartInk of(ChartMark.Kind kind) {
    return switch (kind) {
      case CHANGE -> CHANGE;
      case STEEPEST -> STEEPEST;
      case DIVERGED -> WARNING;
      case LOWEST -> HELD_OUT;
    };
  }

  /** Beside another run, held-out points have the colour of their run. */
  static ChartInk ofHeldOut(ChartLine.Role role) {
    return role == ChartLine.Role.RUN ? HELD_OUT : of(role);
  }
}
