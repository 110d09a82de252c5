package dev.backstep.ui.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Input;
import dev.backstep.net.Phase;
import dev.backstep.net.Rule;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Moment;
import dev.backstep.trace.Timeline;
import dev.backstep.trace.Trace;
import dev.backstep.ui.shell.Traces;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StepViewModelTest {
  private static final int LENGTH = 4;
  private static final Timeline LINE = new Timeline(LENGTH);
  private static final int END = LINE.size() - 1;

  private final StepViewModel step = new StepViewModel();

  @BeforeEach
  void showAWord() {
    step.show(Traces.of("abca"));
  }

  private int place() {
    return step.placeProperty().get();
  }

  private Moment moment() {
    return step.momentProperty().get();
  }

  @Test
  void ofAnotherTraceWithAnotherMomentIsToldOnceWhenBothAreThere() {
    List<Moment> moments = new ArrayList<>();
    List<Trace> traces = new ArrayList<>();
    Trace longer = Traces.of("abcab");
    step.goTo(2);
    step.shownProperty()
        .addListener(
            (property, before, now) -> {
              moments.add(step.momentProperty().get());
              traces.add(step.traceProperty().get());
            });
    step.show(longer);
    step.next();

    assertThat(moments).containsExactly(new Moment(Phase.FORWARD, 0), new Moment(Phase.FORWARD, 1));
    assertThat(traces).containsExactly(longer, longer);
  }

  @Test
  void everyListenerSeesAllOfWhatIsShown() {
    List<Shown> seen = new ArrayList<>();
    Trace longer = Traces.of("abcab");
    step.last();
    Stream.of(
            step.traceProperty(),
            step.timelineProperty(),
            step.placeProperty(),
            step.momentProperty(),
            step.activeProperty())
        .forEach(part -> part.addListener((property, before, now) -> seen.add(inParts())));
    step.show(longer);
    int end = longer.timeline().size() - 1;
    assertThat(seen)
        .hasSize(3)
        .containsOnly(new Shown(longer, null, longer.timeline(), end, Vanilla.NET));

    seen.clear();
    step.first();
    assertThat(seen)
        .hasSize(3)
        .containsOnly(new Shown(longer, null, longer.timeline(), 0, Vanilla.NET));
  }

  private Shown inParts() {
    Timeline line = step.timelineProperty().get();
    assertThat(moment()).isEqualTo(line.at(place()));
    return new Shown(
        step.traceProperty().get(), step.againstProperty().get(), line, place(), step.net());
  }

  @Test
  void nextAndPreviousAreInverseOverTheWholeLine() {
    for (int at = 0; at < END; at++) {
      step.goTo(at);
      step.next();
      assertThat(place()).isEqualTo(at + 1);
      step.previous();
      assertThat(place()).isEqualTo(at);
    }
  }

  @Test
  void beforeTheFirstAndAfterTheLastPlaceTheCursorStays() {
    step.previous();
    assertThat(place()).isZero();
    step.last();
    step.next();
    assertThat(place()).isEqualTo(END);
    assertThat(moment().phase()).isEqualTo(Phase.UPDATE);
  }

  @Test
  void theLinePassesForwardLossBackwardAndUpdate() {
    assertThat(moment()).isEqualTo(new Moment(Phase.FORWARD, 0));
    step.goTo(LENGTH);
    assertThat(moment()).isEqualTo(new Moment(Phase.LOSS, LENGTH - 1));
    step.next();
    assertThat(moment()).isEqualTo(new Moment(Phase.BACKWARD, LENGTH - 1));
  }

  @Test
  void atDoubleSpeedAStepTakesAQuarterOfASecond() {
    step.speedProperty().set(2);
    step.togglePlay();

    step.tick(0.2);
    assertThat(place()).isZero();
    step.tick(0.0625);
    assertThat(place()).isEqualTo(1);
    step.tick(0.75);
    assertThat(place()).isEqualTo(4);
  }

  @Test
  void whilePausedNoTimePasses() {
    step.tick(100);
    assertThat(place()).isZero();
    step.togglePlay();
    step.tick(0.4);
    step.togglePlay();
    step.tick(100);
    step.togglePlay();
    step.tick(0.4);
    assertThat(place()).as("time before the pause is forgotten").isZero();
  }

  @Test
  void playingStopsAtTheEnd() {
    step.goTo(END - 2);
    step.togglePlay();

    step.tick(0.5);
    assertThat(step.playingProperty().get()).isTrue();
    step.tick(0.5);
    assertThat(place()).isEqualTo(END);
    assertThat(step.playingProperty().get()).isFalse();
  }

  @Test
  void playingAtTheEndBeginsAgain() {
    step.last();
    step.togglePlay();

    assertThat(place()).isZero();
    assertThat(step.playingProperty().get()).isTrue();
    step.tick(1e6);
    assertThat(place()).isEqualTo(END);
    assertThat(step.playingProperty().get()).isFalse();
  }

  @Test
  void aCellIsGoneToInThePassThatTheCursorIsIn() {
    step.goToTimestep(2);
    assertThat(moment()).isEqualTo(new Moment(Phase.FORWARD, 2));
    step.goTo(LINE.loss());
    step.goToTimestep(1);
    assertThat(moment()).isEqualTo(new Moment(Phase.FORWARD, 1));
    step.goTo(LINE.backward(3));
    step.goToTimestep(0);
    assertThat(moment()).isEqualTo(new Moment(Phase.BACKWARD, 0));
    step.last();
    step.goToTimestep(3);
    assertThat(moment()).isEqualTo(new Moment(Phase.BACKWARD, 3));
  }

  private List<String> computedOf(Phase pass, int timestep) {
    return Vanilla.NET.vectors().stream()
        .filter(vector -> vector.phase() == pass && step.isComputed(vector, timestep))
        .map(Vector::name)
        .toList();
  }

  @Test
  void equationByEquationTheCellIsComputed() {
    step.goTo(LINE.backward(2));
    step.nextEquation();
    assertThat(moment()).isEqualTo(new Moment(Phase.BACKWARD, 1));
    assertThat(computedOf(Phase.BACKWARD, 1)).containsExactly("e");
    assertThat(computedOf(Phase.BACKWARD, 2)).hasSize(7);
    step.nextEquation();
    assertThat(computedOf(Phase.BACKWARD, 1))
        .containsExactly("e", "dh_from_output", "dh_from_later", "dh");
    assertThat(step.activeProperty().get()).isEqualTo(Vanilla.NET.rule("dh"));
    step.previousEquation();
    assertThat(computedOf(Phase.BACKWARD, 1)).containsExactly("e");
    step.previousEquation();
    assertThat(place()).isEqualTo(LINE.backward(2));
    assertThat(step.pendingProperty().get()).isZero();
    assertThat(step.activeProperty().get()).isEqualTo(Vanilla.NET.rule("dh_prev"));
  }

  /** Every equation of all cells is met once, in order, and the other way round going back. */
  @Test
  void theEquationsLeadThroughTheWholeTimelineAndBack() {
    List<Rule> met = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    step.previousEquation();
    step.previousEquation();
    assertThat(step.isComputed(Cell.H, 0)).as("before the beginning").isFalse();
    step.previousEquation();
    for (int i = 0; i < 100 && !(place() == END && step.pendingProperty().get() == 0); i++) {
      step.nextEquation();
      met.add(step.activeProperty().get());
      places.add(place());
    }
    List<Rule> all = new ArrayList<>();
    for (int at = 0; at <= END; at++) {
      all.addAll(Vanilla.NET.rules(LINE.at(at).phase()));
    }
    assertThat(met).isEqualTo(all);
    assertThat(places).isSorted().endsWith(END).startsWith(0, 0, 1);
    step.nextEquation();
    assertThat(place()).isEqualTo(END);

    for (int i = met.size() - 2; i >= 0; i--) {
      step.previousEquation();
      assertThat(step.activeProperty().get()).isEqualTo(met.get(i));
      assertThat(place()).isEqualTo(places.get(i));
    }
  }

  @Test
  void aStepFromTheMiddleOfACellIsToAWholeCell() {
    step.goTo(LINE.backward(2));
    step.nextEquation();
    step.next();
    assertThat(moment()).isEqualTo(new Moment(Phase.BACKWARD, 0));
    assertThat(computedOf(Phase.BACKWARD, 0)).hasSize(7);
    step.nextEquation();
    assertThat(moment().phase()).isEqualTo(Phase.UPDATE);
    step.goTo(LINE.backward(2));
    step.nextEquation();
    step.previous();
    assertThat(computedOf(Phase.BACKWARD, 2)).hasSize(7);
  }

  @Test
  void theNumberOfTheSameUnitIsWrittenOutInEveryEquation() {
    step.goTo(LINE.backward(2));
    step.selection().select(new Entry.OfCell(Cell.DH, 2, 2));
    step.nextEquation();
    step.nextEquation();
    assertThat(step.selection().entryProperty().get()).isEqualTo(new Entry.OfCell(Cell.DH, 1, 2));
    step.nextEquation();
    assertThat(step.selection().entryProperty().get())
        .isEqualTo(new Entry.OfCell(Vanilla.DTANH, 1, 2));
    step.nextEquation();
    assertThat(step.selection().entryProperty().get())
        .as("no row of W3 was looked at: that of the right letter")
        .isEqualTo(new Entry.OfShare("W3", 1, step.traceProperty().get().target(1), 2));
    step.nextEquation();
    assertThat(step.selection().entryProperty().get()).isEqualTo(new Entry.OfShare("W2", 1, 2, 2));
  }

  @Test
  void anEquationThatIsPressedIsComputedWithThoseBeforeIt() {
    step.goTo(LINE.backward(2));
    step.nextEquation();
    step.activate(Vanilla.NET.rule("dtanh"));
    assertThat(computedOf(Phase.BACKWARD, 1)).endsWith("dtanh");
    step.activate(Vanilla.NET.rule("e"));
    assertThat(computedOf(Phase.BACKWARD, 1)).endsWith("dtanh");
  }

  @Test
  void fromAFollowedNumberOneComesBackToTheMiddleOfTheCell() {
    step.goTo(LINE.backward(2));
    step.nextEquation();
    step.nextEquation();
    Entry dh = step.selection().entryProperty().get();
    step.selection().followTo(new Entry.OfCell(Head.E, 1, 0));
    assertThat(computedOf(Phase.BACKWARD, 1)).as("followed within the cell").hasSize(4);
    step.selection().followTo(new Entry.OfCell(Head.O, 1, 0));
    assertThat(moment().phase()).isEqualTo(Phase.FORWARD);
    step.selection().back();
    assertThat(computedOf(Phase.BACKWARD, 1)).endsWith("dh");
    step.selection().back();
    assertThat(step.selection().entryProperty().get()).isEqualTo(dh);
  }

  @Test
  void stepsWithinAPassLeaveTheActiveEquationAlone() {
    step.goTo(LINE.backward(3));
    assertThat(step.activeProperty().get()).isEqualTo(Vanilla.NET.rule("dh"));
    step.activate(Vanilla.NET.rule("dxt"));
    step.next();
    assertThat(step.activeProperty().get()).isEqualTo(Vanilla.NET.rule("dxt"));
    step.first();
    assertThat(step.activeProperty().get()).isEqualTo(Vanilla.NET.rule("h"));
  }

  @Test
  void anotherSequenceOfTheSameLengthKeepsThePlace() {
    step.goTo(6);
    step.togglePlay();
    Trace other = Traces.of("ccbb");
    step.show(other);

    assertThat(place()).isEqualTo(6);
    assertThat(step.playingProperty().get()).isTrue();
    assertThat(step.traceProperty().get()).isSameAs(other);
  }

  @Test
  void aSequenceOfAnotherLengthIsShownFromItsBeginning() {
    step.goTo(6);
    step.togglePlay();
    step.show(Traces.of("ab"));

    assertThat(place()).isZero();
    assertThat(step.playingProperty().get()).isFalse();
  }

  @Test
  void whoStandsAtTheEndStaysAtTheEnd() {
    for (String word : new String[] {"ab", "abcabca", "ccbb"}) {
      step.last();
      step.show(Traces.of(word));
      assertThat(moment().phase()).isEqualTo(Phase.UPDATE);
      assertThat(place()).isEqualTo(2 * word.length() + 1);
    }
  }

  @Test
  void forwardNumbersAreThereFromTheirCellOnAndBackwardNumbersOnTheWayBack() {
    step.goTo(1);
    assertThat(step.isComputed(Cell.H, 1)).isTrue();
    assertThat(step.isComputed(Cell.H, 2)).isFalse();
    assertThat(step.isComputed(Cell.DH, 3)).isFalse();
    step.goTo(LINE.loss());
    assertThat(step.isComputed(Head.O, 3)).isTrue();
    assertThat(step.isComputed(Head.E, 3)).isFalse();
    step.goTo(LINE.backward(2));
    assertThat(step.isComputed(Cell.DH, 2)).isTrue();
    assertThat(step.isComputed(Cell.DH, 1)).isFalse();
    step.last();
    assertThat(step.isComputed(Input.DXT, 0)).isTrue();
  }

  @Test
  void withNothingToShowNothingHappens() {
    step.togglePlay();
    step.show(null);
    step.next();
    step.goToTimestep(2);
    step.togglePlay();
    step.tick(10);

    assertThat(moment()).isNull();
    assertThat(step.playingProperty().get()).isFalse();
    assertThat(step.isComputed(Cell.H, 0)).isFalse();
  }
}
