package dev.backstep.ui.step;

import dev.backstep.net.Cell;
import dev.backstep.net.Net;
import dev.backstep.net.Notation;
import dev.backstep.net.Phase;
import dev.backstep.net.Rule;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.trace.Moment;
import dev.backstep.trace.Timeline;
import dev.backstep.trace.Trace;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A trace and a cursor on its timeline: everything that the Step screen shows and does. */
public final class StepViewModel {
  private static final double STEPS_PER_SECOND = 2;

  private final ReadOnlyObjectWrapper<Trace> trace = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Trace> against = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<Timeline> timeline = new SimpleObjectProperty<>();
  private final IntegerProperty place = new SimpleIntegerProperty();
  private final ReadOnlyObjectWrapper<Moment> moment = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<Rule> active =
      new SimpleObjectProperty<>(Vanilla.NET.ruleOf(Cell.H));
  private final BooleanProperty playing = new SimpleBooleanProperty();
  private final DoubleProperty speed = new SimpleDoubleProperty(1);
  private final ObjectProperty<Notation> notation = new SimpleObjectProperty<>(Notation.OURS);
  private final Highlight highlight;
  private final Selection selection;
  private final Scales scales = new Scales();
  private final OutputOrder outputOrder = new OutputOrder();
  private double playedSeconds;
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
  private boolean isBetweenTimelines;

  public StepViewModel() {
    timeline.addListener((property, before, now) -> showMoment());
    place.addListener((property, before, now) -> showMoment());
    moment.addListener((property, before, now) -> activateFirst(before, now));
    highlight = new Highlight(this);
    selection = new Selection(this);
  }

  /**
   * Shows another trace. The cursor stays where it is if the sequence is as long as the last, and
   * stays at the end if it was there.
   */
  public void show(Trace shown) {
    show(shown, shown == null ? null : shown.timeline(), null);
  }

  /**
   * Shows a trace of which only a part can be stepped through.
   *
   * @param other whose numbers are subtracted in the heatmaps; null for none
   */
  public void show(Trace shown, Timeline line, Trace other) {
    highlight.leave();
    against.set(other);
    if (line == null || !line.equals(timeline.get())) {
      boolean wasAtEnd = line != null && timeline.get() != null && isAtEnd();
      playing.set(false);
      isBetweenTimelines = true;
      place.set(0);
      timeline.set(line);
      place.set(wasAtEnd ? line.size() - 1 : 0);
      isBetweenTimelines = false;
      moment.set(momentNow());
    }
    Net before = net();
    if (shown != null && shown.net() != before) {
      selection.clear();
    }
    trace.set(shown);
    lightSamePlace(before);
    revision.set(revision.get() + 1);
  }

  /** In another net the equation that stands where the active one stood is lit. */
  private void lightSamePlace(Net before) {
    List<Rule> rules = net().rules();
    int place = Math.min(before.rules().indexOf(active.get()), rules.size() - 1);
    if (net() != before && rules.get(place).phase() == active.get().phase()) {
      active.set(rules.get(place));
    }
  }

  /** On the way from one timeline to another there is no moment that is worth drawing. */
  private void showMoment() {
    if (!isBetweenTimelines) {
      moment.set(momentNow());
      revision.set(revision.get() + 1);
    }
  }

  private Moment momentNow() {
    return timeline.get() == null ? null : timeline.get().at(place.get());
  }

  /** When the cursor enters another phase, the first equation of that phase is lit. */
  private void activateFirst(Moment before, Moment now) {
    if (now == null || (before != null && before.phase() == now.phase())) {
      return;
    }
    active.set(
        now.phase() == Phase.BACKWARD ? net().ruleOf(Cell.DH) : net().rules(now.phase()).get(0));
  }

  /** The net that is shown, the vanilla one before there is any. */
  private Net net() {
    return trace.get() == null ? Vanilla.NET : trace.get().net();
  }

  public void next() {
    goTo(place.get() + 1);
  }

  public void previous() {
    goTo(place.get() - 1);
  }

  public void first() {
    goTo(0);
  }

  public void last() {
    goTo(Integer.MAX_VALUE);
  }

  /** Moves the cursor to a place of the timeline, or to the nearest that exists. */
  public void goTo(int target) {
    if (timeline.get() != null) {
      place.set(timeline.get().clamp(target));
    }
  }

  /** Moves the cursor to a cell, in the pass that it is in. */
  public void goToTimestep(int timestep) {
    if (timeline.get() != null) {
      Phase phase = moment.get().phase();
      boolean isBackward = phase == Phase.BACKWARD || phase == Phase.UPDATE;
      goTo(isBackward ? timeline.get().backward(timestep) : timeline.get().forward(timestep));
    }
  }

  /** Lights the equation before or after the active one, around at the ends of the cell. */
  public void moveActive(int by) {
    List<Rule> cell = net().rules(active.get().phase());
    active.set(cell.get(Math.floorMod(cell.indexOf(active.get()) + by, cell.size())));
  }

  /** Plays from here on, or from the beginning if the cursor stands at the end; or stops. */
  public void togglePlay() {
    if (timeline.get() == null) {
      return;
    }
    if (!playing.get() && isAtEnd()) {
      first();
    }
    playedSeconds = 0;
    playing.set(!playing.get());
  }

  /** Lets time pass while playing. */
  public void tick(double seconds) {
    if (!playing.get()) {
      return;
    }
    playedSeconds += seconds;
    while (playing.get() && playedSeconds >= secondsPerStep()) {
      playedSeconds -= secondsPerStep();
      next();
      playing.set(!isAtEnd());
    }
  }

  /** How long each place is shown while playing. */
  public double secondsPerStep() {
    return 1 / (STEPS_PER_SECOND * speed.get());
  }

  private boolean isAtEnd() {
    return place.get() == timeline.get().size() - 1;
  }

  /** Whether a quantity of a timestep is computed where the cursor stands. */
  public boolean isComputed(Vector quantity, int timestep) {
    return timeline.get() != null && timeline.get().isComputed(quantity, timestep, place.get());
  }

  /** What is shown; null before there is anything. */
  public ReadOnlyObjectProperty<Trace> traceProperty() {
    return trace.getReadOnlyProperty();
  }

  /** What the heatmaps show the difference from; null where they show the numbers themselves. */
  public ReadOnlyObjectProperty<Trace> againstProperty() {
    return against.getReadOnlyProperty();
  }

  public ObjectProperty<Timeline> timelineProperty() {
    return timeline;
  }

  /** The place of the cursor on the timeline. */
  public IntegerProperty placeProperty() {
    return place;
  }

  /** What happens at that place; null before there is anything. */
  public ReadOnlyObjectProperty<Moment> momentProperty() {
    return moment.getReadOnlyProperty();
  }

  /** Goes up when another trace or moment is shown, or both, which then are there. */
  public ReadOnlyLongProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  /** What is pointed at, and what is lit for it. */
  public Highlight highlight() {
    return highlight;
  }

  /** The number whose arithmetic is written out. */
  public Selection selection() {
    return selection;
  }

  /** On which scale each heatmap is coloured. */
  public Scales scales() {
    return scales;
  }

  /** In which order the characters of O stand below one another. */
  public OutputOrder outputOrder() {
    return outputOrder;
  }

  /** How the weights are called. */
  public ObjectProperty<Notation> notationProperty() {
    return notation;
  }

  /** Lights the rule of a name, whatever net it is of. */
  public void activate(Rule rule) {
    active.set(net().rule(rule.id()));
  }

  /** The rule that is lit. */
  public ObjectProperty<Rule> activeProperty() {
    return active;
  }

  public BooleanProperty playingProperty() {
    return playing;
  }

  /** 1 is two steps a second. */
  public DoubleProperty speedProperty() {
    return speed;
  }
}
