package dev.backstep.ui.step;

import dev.backstep.net.Net;
import dev.backstep.net.Rule;
import dev.backstep.net.Vector;
import dev.backstep.trace.Moment;
import dev.backstep.trace.Timeline;
import dev.backstep.trace.Trace;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The numbers on the Step screen and the cursor on their timeline, which change together.
 *
 * @param trace null before there is anything
 * @param against what the heatmaps show the difference from; null where they show the numbers
 * @param timeline null before there is anything
 * @param place the place of the cursor on the timeline
 * @param pending how many equations of the moment are not computed yet, the last of them; 0 where
 *     all are
 * @param net the net that the numbers are of, or are expected to be of before there are any
 */
public record Shown(
    @Nullable Trace trace,
    @Nullable Trace against,
    @Nullable Timeline timeline,
    int place,
    int pending,
    Net net) {
  /** A place where everything is computed. */
  Shown(
      @Nullable Trace trace,
      @Nullable Trace against,
      @Nullable Timeline timeline,
      int place,
      Net net) {
    this(trace, against, timeline, place, 0, net);
  }

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
    return at(target, 0);
  }

  Shown at(int target, int equationsPending) {
    return new Shown(trace, against, timeline, target, equationsPending, net);
  }

  /** The equations of a place, in order. */
  private List<Rule> equations(int target) {
    return timeline == null ? List.of() : net.rules(timeline.at(target).phase());
  }

  /** How many equations of the moment are computed. */
  public int computed() {
    return equations(place).size() - pending;
  }

  /** With one equation more: of the same moment, or the first of the next. */
  Shown withNextEquation() {
    if (pending > 0) {
      return at(place, pending - 1);
    }
    return timeline == null || isAtEnd()
        ? this
        : at(place + 1, Math.max(0, equations(place + 1).size() - 1));
  }

  /**
   * With one equation less: of the same moment, or all of the moment before. Only of the first
   * moment of all none may be left.
   */
  Shown withoutLastEquation() {
    int least = place == 0 ? 0 : 1;
    if (computed() > least) {
      return at(place, pending + 1);
    }
    return timeline == null || place == 0 ? this : at(place - 1);
  }

  /** With an equation of the moment and those before it. */
  Shown withEquation(Rule rule) {
    int number = equations(place).indexOf(rule);
    return number < computed() ? this : at(place, equations(place).size() - 1 - number);
  }

  /** The equation of the moment that was computed last; null where none is. */
  public @Nullable Rule lastComputed() {
    return computed() > 0 ? equations(place).get(computed() - 1) : null;
  }

  /** The equation of the moment that is computed next; null where all are. */
  public @Nullable Rule nextToCompute() {
    return pending > 0 ? equations(place).get(computed()) : null;
  }

  /** The equations of the moment that are not computed yet. */
  private List<Rule> pendingEquations() {
    return equations(place).subList(computed(), equations(place).size());
  }

  /** The vectors of the moment that are not computed yet. */
  public Set<Vector> pendingVectors() {
    return pendingEquations().stream()
        .filter(Rule.OfVector.class::isInstance)
        .flatMap(rule -> rule.vectors().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The place up to which the cells have computed an equation: that of the cursor, or the one
   * before while the cell there has not come to it.
   */
  int placeOf(Rule rule) {
    return pendingEquations().contains(rule) ? place - 1 : place;
  }

  /**
   * Other numbers. The cursor stays where it is if the timeline is the same, and stays at the end
   * if it was there.
   */
  Shown with(@Nullable Trace shown, @Nullable Timeline line, @Nullable Trace other) {
    Net of = shown == null ? net : shown.net();
    if (line != null && line.equals(timeline)) {
      return new Shown(shown, other, timeline, place, of == net ? pending : 0, of);
    }
    int there = line != null && isAtEnd() ? line.size() - 1 : 0;
    return new Shown(shown, other, line, there, of);
  }
}
