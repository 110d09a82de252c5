package dev.backstep.ui.time;

import dev.backstep.net.Phase;
import javafx.scene.paint.Color;

/** The colours of a {@link TimelineBar}'s own, each a CSS property. */
enum TimelineInk {
  FORWARD("-timeline-forward"),
  LOSS("-timeline-loss"),
  BACKWARD("-timeline-backward"),
  UPDATE("-timeline-update"),
  EMPTY("-timeline-empty"),
  BACKGROUND("-timeline-background"),
  TEXT("-timeline-text"),
  THUMB("-timeline-thumb"),
  FOCUS("-timeline-focus");

  final String css;

  TimelineInk(String css) {
    this.css = css;
  }

  /** Until a stylesheet says more. */
  Color fallback() {
    return this == BACKGROUND ? Color.WHITE : Color.GRAY;
  }

  static TimelineInk of(Phase phase) {
    return switch (phase) {
      case FORWARD -> FORWARD;
      case LOSS -> LOSS;
      case BACKWARD -> BACKWARD;
      case UPDATE -> UPDATE;
    };
  }
}
