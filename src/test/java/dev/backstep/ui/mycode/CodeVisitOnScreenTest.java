package dev.backstep.ui.mycode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.reading.Programs;
import dev.backstep.fault.Fault;
import dev.backstep.math.NdArray;
import dev.backstep.net.Cell;
import dev.backstep.net.Notation;
import dev.backstep.net.Phase;
import dev.backstep.net.Vanilla;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Moment;
import dev.backstep.trace.Trace;
import dev.backstep.ui.heatmap.TimeHeatmap;
import dev.backstep.ui.step.StepScreen;
import dev.backstep.ui.takeaway.TakeAwayWindowTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.css.PseudoClass;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From My code to the Step screen and back: right, yours, the difference, and the run again. */
class CodeVisitOnScreenTest extends TakeAwayWindowTest {
  private static final int T = 6;
  private static final Entry LOOKED_AT = new Entry.OfCell(Cell.DH, 3, 2);

  private Trace ofRun;
  private int placeInRun;

  @BeforeEach
  void lookAtANumberOfTheRun() {
    onScreen(() -> step.selection().select(LOOKED_AT));
    ofRun = step.traceProperty().get();
    placeInRun = step.placeProperty().get();
  }

  private void stepThrough(Map<String, NdArray> arrays) throws IOException, TimeoutException {
    Path file = Programs.saved(folder, "mine.npz", arrays);
    onScreen(() -> main.open(file));
    await(() -> main.screenProperty().get() == MyCodeScreen.ID);
    clickOn("#stepThrough");
    assertThat(seen(() -> main.screenProperty().get())).isEqualTo(StepScreen.ID);
  }

  private boolean isMarked(String equation) {
    return lookup(equation)
        .query()
        .getPseudoClassStates()
        .contains(PseudoClass.getPseudoClass("wrong"));
  }

  private double shown(String heatmap, int t, int i) {
    return lookup(heatmap).queryAs(TimeHeatmap.class).valuesProperty().get().get(t, i);
  }

  private void assertTheRunIsShownWhereItWasLeft() {
    assertThat(step.traceProperty().get()).isSameAs(ofRun);
    assertThat(step.placeProperty().get()).isEqualTo(placeInRun);
    assertThat(step.selection().entryProperty().get()).isEqualTo(LOOKED_AT);
    assertThat(isSeen("#typed")).isTrue();
    assertThat(isSeen("#backToRun")).isFalse();
  }

  @Test
  void theRightNumbersAreSteppedThroughWhereTheyWentWrongFirst() throws Exception {
    stepThrough(Programs.ours(Fault.MISSING_TRANSPOSE));
    assertThat(step.momentProperty().get()).isEqualTo(new Moment(Phase.BACKWARD, T - 1));
    assertThat(step.selection().entryProperty().get())
        .isInstanceOfSatisfying(
            Entry.OfCell.class, cell -> assertThat(cell.quantity()).isEqualTo(Cell.DH_PREV));
    assertThat(step.activeProperty().get()).isEqualTo(Vanilla.NET.rule("dh_prev"));
    assertThat(step.traceProperty().get()).isSameAs(main.myCode().trace());
    assertThat(textOf("#source")).isEqualTo("mine.npz · missing-transpose");
    assertThat(isMarked("#equation-dh_prev")).isFalse();
    assertThat(isSeen("#typed")).isFalse();
    type(KeyCode.END);
    assertThat(step.momentProperty().get()).isEqualTo(new Moment(Phase.BACKWARD, 0));
  }

  @Test
  void theWrongOnesAndTheDifferenceAreShownAtTheSamePlace() throws Exception {
    stepThrough(Programs.ours(Fault.MISSING_TRANSPOSE));
    type(KeyCode.END);
    Trace right = step.traceProperty().get();
    type(KeyCode.X);
    Trace yours = step.traceProperty().get();
    assertThat(yours.faultyLine().in(Notation.OURS)).isEqualTo("dh_prev = dtanh @ W2");
    assertThat(isMarked("#equation-dh_prev")).isTrue();
    assertThat(isMarked("#equation-dtanh")).isFalse();
    assertThat(lookup("#equation-dh_prev").query().getAccessibleText())
        .endsWith("written wrong: dh_prev = dtanh @ W2");
    assertThat(isSeen("#equations-faulty-line")).as("it is said once").isFalse();
    assertThat(step.momentProperty().get()).isEqualTo(new Moment(Phase.BACKWARD, 0));
    clickOn("#difference");
    double off = yours.values(Cell.DH).get(2, 1) - right.values(Cell.DH).get(2, 1);
    assertThat(shown("#dh", 2, 1)).isEqualTo(off).isNotZero();
    assertThat(shown("#H", 2, 1)).isZero();
    assertThat(shown("#O", 2, 1)).isZero();
    clickOn("#right");
    assertThat(shown("#dh", 2, 1)).isEqualTo(right.values(Cell.DH).get(2, 1));
    assertThat(step.momentProperty().get()).isEqualTo(new Moment(Phase.BACKWARD, 0));
  }

  @Test
  void theRunComesBackAsItWasLeftByTheButtonAndByEscape() throws Exception {
    stepThrough(Programs.ours(Fault.TANH_TWICE));
    type(KeyCode.HOME).type(KeyCode.X);
    clickOn("#backToRun");
    assertTheRunIsShownWhereItWasLeft();
    press(KeyCode.CONTROL).type(KeyCode.DIGIT5).release(KeyCode.CONTROL);
    clickOn("#stepThrough");
    assertThat(isSeen("#backToRun")).isTrue();
    type(KeyCode.ESCAPE);
    assertTheRunIsShownWhereItWasLeft();
  }

  @Test
  void aProgramOfTotalsIsSteppedThroughInItsOwnNamesAndThoseOfTheUserComeBack() throws Exception {
    stepThrough(Programs.minCharRnn(Programs.totalsOf(Programs.ours(Fault.MISSING_TRANSPOSE))));
    assertThat(step.notationProperty().get()).isEqualTo(Notation.FIELD);
    assertThat(step.momentProperty().get()).isEqualTo(new Moment(Phase.BACKWARD, T - 1));
    assertThat(step.activeProperty().get()).isEqualTo(Vanilla.NET.rule("dh_prev"));
    type(KeyCode.X);
    assertThat(lookup("#equation-dh_prev").query().getAccessibleText())
        .endsWith("written wrong: dh_prev = Whh @ dtanh");
    type(KeyCode.ESCAPE);
    assertThat(step.notationProperty().get()).isEqualTo(Notation.OURS);
    assertTheRunIsShownWhereItWasLeft();
  }

  @Test
  void aWordThatIsTypedBelongsToTheRunAgain() throws Exception {
    stepThrough(Programs.ours(Fault.MISSING_TRANSPOSE));
    press(KeyCode.CONTROL).type(KeyCode.L).release(KeyCode.CONTROL);
    write("rex").type(KeyCode.ENTER);
    await(() -> step.traceProperty().get().length() == 3);
    assertThat(isSeen("#backToRun")).isFalse();
  }

  @Test
  void whatTrainingDoesMeanwhileDoesNotTakeTheScreen() throws Exception {
    stepThrough(Programs.ours(Fault.MISSING_TRANSPOSE));
    Trace visited = step.traceProperty().get();
    type(KeyCode.U);
    await(() -> main.session().run().progressProperty().get().updates() == 1);
    assertThat(step.traceProperty().get()).isSameAs(visited);
    clickOn("#backToRun");
    assertThat(step.traceProperty().get())
        .isSameAs(main.session().run().traceProperty().get())
        .isNotSameAs(ofRun);
    assertThat(step.placeProperty().get()).isEqualTo(placeInRun);
  }

  @Test
  void whereNoFaultIsNamedThereIsOnlyTheRightOne() throws Exception {
    stepThrough(Programs.ours(Fault.NONE));
    assertThat(textOf("#stepThrough")).isEqualTo("Step through it");
    assertThat(textOf("#source")).isEqualTo("mine.npz");
    assertThat(isSeen("#yours")).isFalse();
    Trace visited = step.traceProperty().get();
    type(KeyCode.X);
    assertThat(step.traceProperty().get()).isSameAs(visited);
  }
}
