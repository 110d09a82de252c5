package dev.backstep.ui.heatmap;

import javafx.event.Event;
import javafx.event.EventType;

/** Something is pointed at in a heatmap, or no longer, or what is pointed at looks different. */
public final class HeatmapEvent extends Event {
  public static final EventType<HeatmapEvent> POINTED =
      new EventType<>(Event.ANY, "HEATMAP_POINTED");

  private static final long serialVersionUID = 1;

  HeatmapEvent() {
    super(POINTED);
  }
}
