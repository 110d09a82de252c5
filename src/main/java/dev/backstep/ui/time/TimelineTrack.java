package dev.backstep.ui.time;

import dev.backstep.net.Phase;
import dev.backstep.trace.Timeline;

/**
 * Where the places of a timeline lie along the bar: two tracks of equal length, cut into T equal
 * slots each, with the loss between and the update after them.
 */
record TimelineTrack(Timeline timeline, double left, double right) {
  private static final double GAP = 4;
  private static final double LOSS = 14;
  private static final double MIN_UPDATE = 16;
  private static final double MAX_UPDATE = 34;

  /** One part of the bar. */
  record Part(double start, double end) {
    double center() {
      return (start + end) / 2;
    }

    double width() {
      return end - start;
    }
  }

  Part part(Phase phase) {
    double track = trackWidth();
    double loss = left + track + GAP;
    double backward = loss + LOSS + GAP;
    return switch (phase) {
      case FORWARD -> new Part(left, left + track);
      case LOSS -> new Part(loss, loss + LOSS);
      case BACKWARD -> new Part(backward, backward + track);
      case UPDATE -> new Part(right - updateWidth(), right);
    };
  }

  /** The middle of the slot of a place. */
  double xOf(int place) {
    Phase phase = timeline.at(place).phase();
    Part part = part(phase);
    int first = firstPlace(phase);
    return part.start() + (place - first + 0.5) * part.width() / slots(phase);
  }

  /** The place whose slot lies nearest to x. */
  int placeAt(double x) {
    Phase nearest = Phase.FORWARD;
    for (Phase phase : timeline.phases()) {
      if (distance(phase, x) < distance(nearest, x)) {
        nearest = phase;
      }
    }
    Part part = part(nearest);
    int slot = (int) Math.floor((x - part.start()) / part.width() * slots(nearest));
    return firstPlace(nearest) + Math.max(0, Math.min(slots(nearest) - 1, slot));
  }

  private int firstPlace(Phase phase) {
    return switch (phase) {
      case FORWARD -> timeline.forward(0);
      case LOSS -> timeline.loss();
      case BACKWARD -> timeline.backward(timeline.length() - 1);
      case UPDATE -> timeline.update();
    };
  }

  private int slots(Phase phase) {
    return phase == Phase.FORWARD || phase == Phase.BACKWARD ? timeline.length() : 1;
  }

  private double distance(Phase phase, double x) {
    Part part = part(phase);
    return Math.max(0, Math.max(part.start() - x, x - part.end()));
  }

  private double trackWidth() {
    return Math.max(2, (right - left - LOSS - updateWidth() - 3 * GAP) / 2);
  }

  private double updateWidth() {
    return Math.max(MIN_UPDATE, Math.min(MAX_UPDATE, (right - left) / 16));
  }
}
