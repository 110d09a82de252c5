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
import dev.backstep.ui.parts.RowChoice;
import dev.backstep.ui.time.TimeAxis;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** A trace and a cursor on its timeline: everything that the Step screen shows and does. */
public final class StepViewModel {
  private static final double STEPS_PER_SECOND = 2;

  /** The view, and the rule of it that is lit. */
  private record State(Shown shown, Rule active) {}

  private final ObjectProperty<State> state =
      new SimpleObjectProperty<>(
          new State(Shown.nothingOf(Vanilla.NET), Vanilla.NET.ruleOf(Cell.H)));

  // Listeners are told of the parts in this order; each sees all parts as they then are.
  private final ReadOnlyObjectProperty<Net> net = part(each -> each.shown().net());
  private final ReadOnlyObjectProperty<Trace> against = part(each -> each.shown().against());
  private final ReadOnlyObjectProperty<Integer> place = part(each -> each.shown().place());
  private final ReadOnlyObjectProperty<Integer> pending = part(each -> each.shown().pending());
  private final ReadOnlyObjectProperty<Timeline> timeline = part(each -> each.shown().timeline());
  private final ReadOnlyObjectProperty<Rule> active = part(State::active);
  private final ReadOnlyObjectProperty<Moment> moment = part(each -> each.shown().moment());
  private final ReadOnlyObjectProperty<Trace> trace = part(each -> each.shown().trace());
  private final ReadOnlyObjectProperty<Shown> shown = part(State::shown);

  private final BooleanProperty playing = new SimpleBooleanProperty();
  private final DoubleProperty speed = new SimpleDoubleProperty(1);
  private final ObjectProperty<Notation> notation = new SimpleObjectProperty<>(Notation.OURS);
  private final Highlight highlight;
  private final Selection selection;
  private final Scales scales = new Scales();
  private final RowChoice rows = new RowChoice();
  private final OutputOrder outputOrder = new OutputOrder();
  private final TimeAxis axis = new TimeAxis();
  private double playedSeconds;

  public StepViewModel() {
    highlight = new Highlight(this);
    selection = new Selection(this);
  }

  private <T> ReadOnlyObjectProperty<T> part(Function<State, T> part) {
    return new StatePart<>(state, part);
  }

  /**
   * Shows another trace. The cursor stays where it is if the sequence is as long as the last, and
   * stays at the end if it was there.
   */
  public void show(@Nullable Trace numbers) {
    show(numbers, numbers == null ? null : numbers.timeline(), null);
  }

  /**
   * Shows a trace of which only a part can be stepped through.
   *
   * @param other whose numbers are subtracted in the heatmaps; null for none
   */
  public void show(@Nullable Trace numbers, @Nullable Timeline line, @Nullable Trace other) {
    highlight.leave();
    if (line == null || !line.equals(timeline.get())) {
      playing.set(false);
    }
    become(shown.get().with(numbers, line, other));
  }

  /** Shows a moment with its last equation lit and one number of it written out. */
  private void compute(Shown next) {
    if (!next.equals(shown.get())) {
      playing.set(false);
      Rule last = next.lastComputed();
      state.set(new State(next, last == null ? net().rules().get(0) : last));
      selection.show(last);
    }
  }

  /** When the cursor enters another phase, the first equation of that phase is lit. */
  private void become(Shown next) {
    Moment before = moment.get();
    Moment now = next.moment();
    if (next.trace() != null && next.net() != net()) {
      selection.clear();
    }
    Rule lit =
        now == null || (before != null && before.phase() == now.phase())
            ? samePlace(next.net())
            : first(next.net(), now.phase());
    state.set(new State(next, lit));
  }

  /** In another net the equation that stands where the active one stood is lit. */
  private Rule samePlace(Net other) {
    if (other == net()) {
      return active.get();
    }
    List<Rule> rules = other.rules();
    Rule there = rules.get(Math.min(net().rules().indexOf(active.get()), rules.size() - 1));
    Phase phase = active.get().phase();
    return there.phase() == phase ? there : first(other, phase);
  }

  private static Rule first(Net net, Phase phase) {
    return phase == Phase.BACKWARD ? net.ruleOf(Cell.DH) : net.rules(phase).get(0);
  }

  /** Says of which net the first numbers will be; while there are some it is theirs. */
  public void expect(Net coming) {
    if (trace.get() == null && coming != net()) {
      state.set(new State(Shown.nothingOf(coming), coming.rules(Phase.FORWARD).get(0)));
    }
  }

  /** The net that is shown, or that will be once there is something. */
  public Net net() {
    return net.get();
  }

  public ReadOnlyObjectProperty<Net> netProperty() {
    return net;
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
      become(shown.get().at(timeline.get().clamp(target)));
    }
  }

  /** Moves the cursor to where it was, all equations of the cell computed that were then. */
  void goBackTo(Shown before) {
    if (timeline.get() != null) {
      become(shown.get().at(timeline.get().clamp(before.place()), before.pending()));
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

  /** Computes the next equation of the cell, after its last the first of the next cell. */
  public void nextEquation() {
    compute(shown.get().withNextEquation());
  }

  /** Takes the last equation back that was computed. */
  public void previousEquation() {
    compute(shown.get().withoutLastEquation());
  }

  /** Plays from here on, or from the beginning if the cursor stands at the end; or stops. */
  public void togglePlay() {
    if (timeline.get() == null) {
      return;
    }
    if (!playing.get() && shown.get().isAtEnd()) {
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
      playing.set(!shown.get().isAtEnd());
    }
  }

  /** The time of each place while playing. */
  public double secondsPerStep() {
    return 1 / (STEPS_PER_SECOND * speed.get());
  }

  /** Whether a quantity of a timestep is computed where the cursor stands. */
  public boolean isComputed(Vector quantity, int timestep) {
    return timeline.get() != null
        && timeline.get().isComputed(quantity, timestep, placeOf(quantity));
  }

  private int placeOf(Vector quantity) {
    return net().given().contains(quantity) || pending.get() == 0
        ? place.get()
        : shown.get().placeOf(net().ruleOf(quantity));
  }

  /** Whether an equation of the present moment is computed. */
  public boolean isComputed(Rule rule) {
    return shown.get().placeOf(rule) == place.get();
  }

  /** The trace shown; null before there is any. */
  public ReadOnlyObjectProperty<Trace> traceProperty() {
    return trace;
  }

  /** The trace that the heatmaps show the difference from; null where they show the numbers. */
  public ReadOnlyObjectProperty<Trace> againstProperty() {
    return against;
  }

  /** The cursor's timeline; null before there is any. */
  public ReadOnlyObjectProperty<Timeline> timelineProperty() {
    return timeline;
  }

  /** The place of the cursor on the timeline. */
  public ReadOnlyObjectProperty<Integer> placeProperty() {
    return place;
  }

  /** How many equations of the moment there are not computed yet. */
  public ReadOnlyObjectProperty<Integer> pendingProperty() {
    return pending;
  }

  /** The moment at that place; null before there is any. */
  public ReadOnlyObjectProperty<Moment> momentProperty() {
    return moment;
  }

  /** The trace, the timeline and the place of the cursor, told of after each of them. */
  public ReadOnlyObjectProperty<Shown> shownProperty() {
    return shown;
  }

  /** The number pointed at, and what is lit for it. */
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

  /** Which heatmaps there are. */
  public RowChoice rows() {
    return rows;
  }

  /** In which order the characters of O stand below one another. */
  public OutputOrder outputOrder() {
    return outputOrder;
  }

  /** The columns of the timesteps. */
  public TimeAxis axis() {
    return axis;
  }

  /** The names of the weights. */
  public ObjectProperty<Notation> notationProperty() {
    return notation;
  }

  /**
   * Lights the rule of a name, whatever net it is of. One of the present cell that is not computed
   * yet is, with those before it.
   */
  public void activate(Rule rule) {
    Rule here = net().rule(rule.id());
    state.set(new State(shown.get().withEquation(here), here));
  }

  /** The rule that is lit. */
  public ReadOnlyObjectProperty<Rule> activeProperty() {
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
