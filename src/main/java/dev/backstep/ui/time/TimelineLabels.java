package dev.backstep.ui.time;

import dev.backstep.net.Phase;
import dev.backstep.trace.Moment;
import dev.backstep.trace.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The words of the timeline, and which of them fit under it. */
record TimelineLabels(String forward, String loss, String backward, String update) {
  private static final double GAP = 8;
  private static final List<Phase> BY_WEIGHT =
      List.of(Phase.FORWARD, Phase.BACKWARD, Phase.LOSS, Phase.UPDATE);

  /** A word and the middle of where it stands. */
  record Placed(String text, double center) {}

  /** "backward, t = 6"; the loss and the update have no timestep of their own. */
  String nameOf(Moment moment) {
    String word = word(moment.phase());
    boolean hasTimestep = moment.phase() == Phase.FORWARD || moment.phase() == Phase.BACKWARD;
    return hasTimestep ? word + ", t = " + moment.timestep() : word;
  }

  /**
   * Each label as long as there is room beside the ones that matter more: a track loses its
   * timesteps first and its word last, the loss and the update give way to the tracks.
   */
  List<Placed> fitting(TimelineTrack track, double width, ToDoubleFunction<String> widthOf) {
    List<Placed> placed = new ArrayList<>();
    for (Phase phase : BY_WEIGHT) {
      boolean isThere = track.timeline().phases().contains(phase);
      for (String text : isThere ? candidates(phase, track.timeline()) : List.<String>of()) {
        double half = widthOf.applyAsDouble(text) / 2;
        double center = Math.min(track.part(phase).center(), width - half);
        boolean isTrack = phase == Phase.FORWARD || phase == Phase.BACKWARD;
        boolean roomy = !isTrack || 2 * half <= track.part(phase).width();
        if (roomy && center - half >= 0 && isFree(placed, center, half, widthOf)) {
          placed.add(new Placed(text, center));
          break;
        }
      }
    }
    return placed;
  }

  private List<String> candidates(Phase phase, Timeline timeline) {
    String word = word(phase);
    int last = timeline.length() - 1;
    return switch (phase) {
      case FORWARD -> List.of(word + (last == 0 ? " 0" : " 0 … " + last), word);
      case BACKWARD -> List.of(word + (last == 0 ? " 0" : " " + last + " … 0"), word);
      default -> List.of(word);
    };
  }

  private String word(Phase phase) {
    return switch (phase) {
      case FORWARD -> forward;
      case LOSS -> loss;
      case BACKWARD -> backward;
      case UPDATE -> update;
    };
  }

  private static boolean isFree(
      List<Placed> placed, double center, double half, ToDoubleFunction<String> widthOf) {
    return placed.stream()
        .allMatch(
            other ->
                Math.abs(other.center() - center)
                    >= half + widthOf.applyAsDouble(other.text()) / 2 + GAP);
  }
}
