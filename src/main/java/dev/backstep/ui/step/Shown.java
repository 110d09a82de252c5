package dev.backstep.ui.step;

import dev.backstep.net.Net;
import dev.backstep.trace.Moment;
import dev.backstep.trace.Timeline;
import dev.backstep.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * The numbers on the Step screen and the cursor on their timeline, which change together.
 *
 * @param trace null before there is anything
 * @param against what the heatmaps show the difference from; null where they show the numbers
 * @param timeline null before there is anything
 * @param place the place of the cursor on the timeline
 * @param net the net that the numbers are of, or are expected to be of before there are any
 */
public record Shown(
    @Nullable Trace trace,
    @Nullable Trace against,
    @Nullable Timeline timeline,
    int place,
    Net net) {
  /** Nothing of a net, or nothing yet. */
  static Shown nothingOf(Net net) {
    return new Shown(null, null, null, 0, net);
  }

  /** The moment where the cursor stands; null before there is anything. */
  public @Nullable Moment moment() {
    return timeline == null ? null : timeline.at(place);
  }

  boolean isAtEnd() {
    return timeline != null && place == timeline.size() - 1;
  }

  Shown at(int target) {
    return new Shown(trace, against, timeline, target, net);
  }

  /**
   * Other numbers. The cursor stays where it is if the timeline is the same, and stays at the end
   * if it was there.
   */
  Shown with(@Nullable Trace shown, @Nullable Timeline line, @Nullable Trace other) {
    Net of = shown == null ? net : shown.net();
    if (line != null && line.equals(timeline)) {
      return new Shown(shown, other, timeline, place, of);
    }
    int there = line != null && isAtEnd() ? line.size() - 1 : 0;
    return new Shown(shown, other, line, there, of);
  }
}
