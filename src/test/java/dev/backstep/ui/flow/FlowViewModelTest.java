package dev.backstep.ui.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Lstm;
import dev.backstep.net.Phase;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.text.Dataset;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Trace;
import dev.backstep.trace.flow.CopyChange;
import dev.backstep.trace.flow.FlowBalance;
import dev.backstep.trace.flow.LossFlow;
import dev.backstep.trace.flow.PresetNet;
import dev.backstep.training.session.TrainingState;
import dev.backstep.ui.shell.OneWindow;
import dev.backstep.ui.step.StepScreen;
import dev.backstep.ui.step.StepViewModel;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Flow screen without a window: the sequence and cursor of Step, and copies of its net. */
class FlowViewModelTest {
  private static final Offset<Double> ALMOST = within(1e-14);

  private final OneWindow window = new OneWindow();
  private final StepViewModel step = window.main.step();
  private final FlowViewModel flow = window.main.flow();
  private final LossVisit visit = window.main.lossVisit();

  @BeforeEach
  void showFlow() {
    window.main.open(Dataset.DINOSAURS);
    window.until(() -> step.traceProperty().get() != null);
    type("stegosaurus");
    window.main.screenProperty().set(FlowScreen.ID);
    settle();
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void type(String word) {
    window.main.sequence().type(word);
    window.until(() -> step.traceProperty().get().length() == word.length());
  }

  private void settle() {
    window.until(() -> !flow.isBusy() && flow.traceProperty().get() != null);
  }

  @Test
  void itOpensOnTheLastLossOfTheSequenceOfStep() {
    assertThat(flow.traceProperty().get()).isSameAs(step.traceProperty().get());
    step.first();
    assertThat(flow.lossProperty().get()).isEqualTo(10);
    flow.goTo(0);
    assertThat(flow.lossProperty().get()).isZero();
    step.last();
    assertThat(flow.lossProperty().get()).isEqualTo(10);
    assertThat(flow.row().orElseThrow().loss()).isEqualTo(10);
    assertThat(flow.difference()).isLessThan(1e-12);
    assertThat(flow.isOfAllLosses()).isTrue();
  }

  @Test
  void theCursorIsThatOfStepBothWays() {
    step.goTo(step.timelineProperty().get().forward(4));
    assertThat(flow.lossProperty().get()).isEqualTo(4);
    flow.goTo(7);
    assertThat(step.momentProperty().get().timestep()).isEqualTo(7);
    assertThat(flow.lossProperty().get()).isEqualTo(7);
    flow.goTo(1 << 24);
    assertThat(flow.lossProperty().get()).isEqualTo(10);
    flow.goTo(-5);
    assertThat(flow.lossProperty().get()).isZero();
  }

  @Test
  void thePairIsSomeLettersBackOrWhatIsPointedAt() {
    flow.goTo(9);
    assertThat(flow.pair()).isEqualTo(new StatePair(9, 5));
    flow.goBack(2);
    assertThat(flow.pair()).isEqualTo(new StatePair(9, 3));
    flow.goBack(99);
    assertThat(flow.pair()).isEqualTo(new StatePair(9, 0));
    flow.goBack(-1);
    assertThat(flow.pair()).isEqualTo(new StatePair(9, 1));
    flow.pointedProperty().set(new StatePair(6, 6));
    settle();
    FlowAsides.PairValues values = flow.asides().pairValuesProperty().get();
    assertThat(values.pair()).isEqualTo(new StatePair(6, 6));
    // A state by itself is the identity.
    assertThat(values.values().orElseThrow())
        .hasSize(flow.traceProperty().get().shape().hidden())
        .containsOnly(1);
    flow.pointedProperty().set(null);
    assertThat(flow.pair()).isEqualTo(new StatePair(9, 1));
  }

  @Test
  void everySingularValueBetweenTwoStatesIsOfTheLastPairAskedFor() {
    flow.goTo(9);
    for (int t = 0; t < 9; t++) {
      flow.pointedProperty().set(new StatePair(9, t));
    }
    settle();
    assertThat(flow.asides().pairValuesProperty().get().pair()).isEqualTo(new StatePair(9, 8));
  }

  @Test
  void theBalanceAddsUpToTheChangeOfTheNorm() {
    LossFlow row = flow.row(10).orElseThrow();
    for (int t = 0; t < 10; t++) {
      FlowBalance balance = BalanceView.balance(flow, row, t);
      double change = StrictMath.log10(row.norm(Cell.H, t) / row.norm(Cell.H, t + 1));
      assertThat(balance.inCell() + balance.between()).isCloseTo(change, within(1e-12));
      assertThat(Math.abs(balance.inCell())).isLessThanOrEqualTo(BalanceView.limit(flow, row));
    }
  }

  @Test
  void aCopyIsLookedAtAndTheRunComesBack() {
    Trace ofRun = flow.traceProperty().get();
    double before = flow.row(10).orElseThrow().norm(Cell.H, 0);
    flow.changeProperty().set(CopyChange.NOTHING.withRecurrent(0.5));
    flow.changeProperty().set(CopyChange.NOTHING.withRecurrent(0.2));
    window.until(() -> flow.traceProperty().get() != ofRun);
    settle();
    double w2 = ofRun.weights("W2").get(3, 4);
    assertThat(flow.traceProperty().get().weights("W2").get(3, 4)).isEqualTo(0.2 * w2);
    assertThat(flow.row(10).orElseThrow().norm(Cell.H, 0)).isLessThan(before);
    assertThat(step.traceProperty().get()).isSameAs(ofRun);

    assertThat(flow.endCopy()).isTrue();
    assertThat(flow.traceProperty().get()).isSameAs(ofRun);
    settle();
    assertThat(flow.row(10).orElseThrow().norm(Cell.H, 0)).isEqualTo(before);
    assertThat(flow.endCopy()).isFalse();
  }

  @Test
  void aPresetIsANetOfItsOwnOnTheSameLetters() {
    Trace ofRun = flow.traceProperty().get();
    flow.changeProperty().set(new CopyChange(PresetNet.EXPLODES, 1, null));
    window.until(() -> flow.traceProperty().get() != ofRun);
    settle();
    Trace preset = flow.traceProperty().get();
    assertThat(preset.net()).isEqualTo(Vanilla.NET);
    assertThat(preset.length()).isEqualTo(11);
    assertThat(preset.label(preset.input(3))).isEqualTo("g");
    assertThat(flow.asides().spectrumProperty().get().get(0).spectrum().orElseThrow().radius())
        .isCloseTo(1.3, within(1e-9));
  }

  @Test
  void anotherSequenceTakesThePlaceOfTheOne() {
    type("rex");
    settle();
    assertThat(flow.traceProperty().get().length()).isEqualTo(3);
    assertThat(flow.lossProperty().get()).isLessThan(3);
    assertThat(flow.row(2)).isPresent();
    assertThat(flow.row(5)).isEmpty();
  }

  @Test
  void aSquareIsShownOnStepWithItsLossAloneUntilTheVisitLeaves() {
    flow.goTo(9);
    Trace ofRun = step.traceProperty().get();
    flow.showInStep(new StatePair(7, 4));
    assertThat(window.main.screenProperty().get()).isEqualTo(StepScreen.ID);
    assertThat(step.momentProperty().get().phase()).isEqualTo(Phase.BACKWARD);
    assertThat(step.momentProperty().get().timestep()).isEqualTo(4);
    assertThat(step.selection().entryProperty().get()).isEqualTo(new Entry.OfCell(Cell.DH, 4, 0));
    Trace one = step.traceProperty().get();
    assertThat(one.lossWeight(7)).isEqualTo(1);
    assertThat(one.norm(Head.E, 6)).isZero();
    assertThat(one.norm(Cell.DH, 4)).isCloseTo(flow.row(7).orElseThrow().norm(Cell.H, 4), ALMOST);
    assertThat(step.timelineProperty().get().hasUpdate()).isFalse();
    assertThat(visit.mark()).isEqualTo("loss at t = 7 alone");
    assertThat(window.main.lent().presentProperty().get()).isTrue();

    assertThat(visit.close()).isTrue();
    assertThat(visit.close()).isFalse();
    assertThat(visit.mark()).isEmpty();
    assertThat(step.traceProperty().get()).isSameAs(ofRun);
    assertThat(step.momentProperty().get().timestep()).isEqualTo(9);
  }

  @Test
  void aNumberCanBeAnotherWhereOneLossCountsAndFlowHasAllAgain() {
    Trace ofRun = step.traceProperty().get();
    flow.showInStep(new StatePair(7, 4));
    Trace one = step.traceProperty().get();
    Entry weight = new Entry.OfWeights("W2", 1, 2);
    window.main.whatIf().edit(weight);
    window.main.whatIf().nudge(100);
    Trace edited = step.traceProperty().get();
    assertThat(edited.norm(Head.E, 6)).isZero();
    assertThat(edited.totalLoss()).isNotEqualTo(one.totalLoss());
    assertThat(window.main.whatIf().leave()).isTrue();
    assertThat(step.traceProperty().get()).isSameAs(one);
    window.main.whatIf().edit(weight);

    visit.backToFlow();
    assertThat(step.traceProperty().get()).isSameAs(ofRun);
    assertThat(flow.traceProperty().get()).isSameAs(ofRun);
    assertThat(visit.presentProperty().get()).isFalse();
  }

  @Test
  void aSquareOfACopyIsOneOfTheCopyAndAnotherSequenceEndsTheVisit() {
    Trace ofRun = step.traceProperty().get();
    flow.changeProperty().set(new CopyChange(PresetNet.STAYS, 1, null));
    window.until(() -> flow.traceProperty().get() != ofRun);
    settle();
    flow.showInStep(new StatePair(10, 2));
    assertThat(step.traceProperty().get().shape().hidden()).isEqualTo(PresetNet.HIDDEN);
    assertThat(visit.visitProperty().get().isCopy()).isTrue();
    window.main.sequence().type("rex");
    assertThat(visit.presentProperty().get()).isFalse();
    window.until(() -> step.traceProperty().get().length() == 3);
    assertThat(step.traceProperty().get().net()).isEqualTo(Vanilla.NET);
  }

  @Test
  void whileTrainingRunsItFollows() {
    Trace before = flow.traceProperty().get();
    window.session.toggle();
    window.until(() -> window.session.stateProperty().get() == TrainingState.RUNNING);
    window.until(() -> flow.traceProperty().get() != before);
    Trace next = flow.traceProperty().get();
    window.until(() -> flow.traceProperty().get() != next);
    assertThat(flow.traceProperty().get()).isSameAs(step.traceProperty().get());
  }

  @Test
  void anLstmHasTwoStatesAndFourRecurrentWeights() {
    window.session.changeSettings(List.of(window.run.settingsProperty().get().withCell(Lstm.NET)));
    window.until(() -> step.net() == Lstm.NET && flow.traceProperty().get().net() == Lstm.NET);
    Vector c = Lstm.NET.states().get(1);
    flow.stateProperty().set(c);
    settle();
    LossFlow row = flow.row().orElseThrow();
    assertThat(row.norm(c, row.loss())).isPositive();
    assertThat(flow.asides().spectrumProperty().get()).hasSize(4);
    window.session.changeSettings(
        List.of(window.run.settingsProperty().get().withCell(Vanilla.NET)));
    window.until(() -> flow.traceProperty().get().net() == Vanilla.NET);
    assertThat(flow.stateProperty().get()).isEqualTo(Cell.H);
  }
}
