package dev.backstep.ui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.Numbers;
import dev.backstep.model.Parameters;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Equation;
import dev.backstep.trace.Moment;
import dev.backstep.trace.Phase;
import dev.backstep.trace.Quantity;
import dev.backstep.trace.Trace;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.TrainingSession;
import dev.backstep.training.TrainingState;
import dev.backstep.ui.viewmodel.SettingsViewModel.StateChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuidedTourTest {
  private static final int CARRIED = 11;

  private final SessionViewModel session = new SessionViewModel(new TrainingSession("guided"), 1);
  private final MainViewModel main =
      new MainViewModel(
          Texts.load(), session, new SessionViewModel(new TrainingSession("guided pair"), 2));
  private final GuidedTour guide = main.guide();
  private final StepViewModel step = main.step();
  @TempDir private Path folder;

  @BeforeEach
  void openWords() throws IOException {
    open("abc\nbcdaedc\ncdeab\nace\nbed\n");
  }

  @AfterEach
  void close() {
    main.close();
  }

  private void open(String text) throws IOException {
    Object before = session.dataProperty().get();
    main.open(Files.writeString(folder.resolve("words.txt"), text));
    until(() -> session.dataProperty().get() != before && step.traceProperty().get() != null);
    settle();
  }

  private void until(BooleanSupplier condition) {
    Sessions.repeatUntil(() -> main.pulse(0), condition);
  }

  /** Until the training thread has done all that it was asked to. */
  private void settle() {
    until(() -> session.stateProperty().get() != TrainingState.RUNNING);
    long revision = session.revisionProperty().get();
    session.choose(main.sequence().chosenProperty().get());
    until(() -> session.revisionProperty().get() > revision);
    until(() -> session.stateProperty().get() != TrainingState.RUNNING);
  }

  private long updates() {
    return session.run().progressProperty().get().updates();
  }

  /** Opens the tour and goes on until a chapter's move is made. */
  private void goTo(int chapter) {
    guide.restart();
    settle();
    while (guide.chapterProperty().get() < chapter || !guide.movedProperty().get()) {
      guide.next();
      settle();
    }
  }

  private Trace trace() {
    return step.traceProperty().get();
  }

  private Moment moment() {
    return step.momentProperty().get();
  }

  private Entry selected() {
    return step.selection().entryProperty().get();
  }

  private String text() {
    return guide.textProperty().get();
  }

  private String number(Quantity quantity, int t, int index) {
    return Numbers.six(trace().values(quantity).get(t, index));
  }

  @Test
  void theFirstChapterTrainsOneEpochWhereNothingIsTrainedAndSaysSo() {
    guide.open();
    settle();
    assertThat(text()).contains("abc".substring(0, 1)).contains("one epoch");
    guide.next();
    until(() -> session.run().progressProperty().get().epoch() == 1);
    settle();
    assertThat(updates()).isEqualTo(session.run().progressProperty().get().epochLength());
    assertThat(moment()).isEqualTo(new Moment(Phase.FORWARD, 3));
    assertThat(trace()).isSameAs(session.run().traceProperty().get());
  }

  @Test
  void whatIsTrainedIsNotTrainedOn() {
    session.update();
    until(() -> updates() == 1);
    goTo(0);
    assertThat(text()).doesNotContain("epoch");
    assertThat(updates()).isEqualTo(1);
  }

  @Test
  void theForwardChaptersShowHTheSameWeightsAndTheLoss() {
    goTo(1);
    assertThat(text()).contains("h[3] at t = 3");
    assertThat(moment()).isEqualTo(new Moment(Phase.FORWARD, 3));
    assertThat(selected()).isEqualTo(new Entry.OfCell(Quantity.H, 3, 3));
    goTo(2);
    assertThat(selected()).isEqualTo(new Entry.OfCell(Quantity.H, 4, 3));
    goTo(3);
    assertThat(moment().phase()).isEqualTo(Phase.LOSS);
    assertThat(step.activeProperty().get()).isEqualTo(Equation.LOSS);
    assertThat(selected()).isEqualTo(new Entry.OfCell(Quantity.O, 6, trace().target(6)));
  }

  @Test
  void theBackwardChaptersNameTheNumbersThatStandInTheArithmetic() {
    goTo(4);
    int target = trace().target(6);
    assertThat(text()).contains(number(Quantity.E, 6, target));
    assertThat(selected()).isEqualTo(new Entry.OfCell(Quantity.E, 6, target));
    goTo(5);
    assertThat(text())
        .contains(
            "dh[3] = "
                + number(Quantity.DH_FROM_OUTPUT, 3, 3)
                + " + "
                + number(Quantity.DH_FROM_LATER, 3, 3));
    assertThat(moment()).isEqualTo(new Moment(Phase.BACKWARD, 3));
    assertThat(step.activeProperty().get()).isEqualTo(Equation.DH);
    goTo(6);
    double h = trace().values(Quantity.H).get(3, 3);
    assertThat(text()).contains(Numbers.six(1 - h * h));
    assertThat(selected()).isEqualTo(new Entry.OfCell(Quantity.DTANH, 3, 3));
  }

  @Test
  void theChaptersAboutWeightsShowTheShareTheSumAndTheUpdate() {
    goTo(7);
    assertThat(selected()).isEqualTo(new Entry.OfShare(Parameters.W2, 3, 5, 3));
    assertThat(step.activeProperty().get()).isEqualTo(Equation.DW_HIDDEN);
    goTo(8);
    assertThat(selected()).isEqualTo(new Entry.OfAccumulator(Parameters.W2, 3, 5, 3));
    goTo(9);
    assertThat(moment()).isEqualTo(new Moment(Phase.BACKWARD, 2));
    assertThat(selected()).isEqualTo(new Entry.OfCell(Quantity.DH_FROM_LATER, 2, 3));
    goTo(10);
    assertThat(moment().phase()).isEqualTo(Phase.UPDATE);
    assertThat(text())
        .contains(Numbers.six(trace().update().gradientNorm()))
        .contains("limit of 5");
  }

  @Test
  void carriedStateIsShownAndGivenBackAndTheRunIsTheOneItWouldHaveBeen() {
    goTo(CARRIED);
    until(() -> step.traceProperty().get().initialStateNorm() > 0);
    assertThat(moment()).isEqualTo(new Moment(Phase.FORWARD, 0));
    double loss = session.run().losses().last();

    guide.leave();
    settle();
    assertThat(session.run().settingsProperty().get().hiddenState())
        .isEqualTo(new HiddenStatePolicy.Zero());
    assertThat(main.settings().stateProperty().get()).isEqualTo(StateChoice.ZERO);
    assertThat(main.settings().zeroAtEpochStartProperty().get()).isTrue();

    long updates = updates();
    session.reset();
    until(() -> updates() == 0);
    for (long i = 0; i < updates; i++) {
      session.update();
    }
    until(() -> updates() == updates);
    assertThat(session.run().losses().last()).isEqualTo(loss);
  }

  @Test
  void whoHasChosenCarriedKeepsItAndWhatWasCarried() {
    main.settings().stateProperty().set(StateChoice.CARRIED);
    main.applyHiddenState();
    session.update();
    until(() -> updates() == 1);
    settle();
    goTo(CARRIED);
    guide.leave();
    settle();
    assertThat(updates()).isEqualTo(1);
    assertThat(session.run().settingsProperty().get().hiddenState())
        .isEqualTo(new HiddenStatePolicy.Carried(true));
    assertThat(trace().initialStateNorm()).isPositive();
  }

  @Test
  void clickingANumberIsShownByClickingOneAndBackReturns() {
    goTo(12);
    assertThat(selected()).isEqualTo(new Entry.OfCell(Quantity.DH_PREV, 4, 3));
    step.selection().back();
    step.selection().back();
    assertThat(selected()).isEqualTo(new Entry.OfCell(Quantity.DH, 3, 3));
  }

  @Test
  void theLastMoveEndsTheTourAndAsksForAWord() {
    List<String> asked = new ArrayList<>();
    guide.setWordFocus(() -> asked.add("word"));
    goTo(12);
    guide.next();
    guide.next();
    assertThat(guide.openProperty().get()).isFalse();
    assertThat(asked).containsExactly("word");
    assertThat(guide.chapterProperty().get()).isZero();
  }

  @Test
  void leavingGivesBackTheScreenTheSequenceAndTheCovers() {
    main.screenProperty().set(Screen.TRAIN);
    main.options().valuesHiddenProperty().set(true);
    guide.open();
    assertThat(main.screenProperty().get()).isEqualTo(Screen.STEP);
    assertThat(main.options().valuesHiddenProperty().get()).isFalse();
    assertThat(main.sequence().chosenProperty().get().text()).isEqualTo("bcdaedc");
    guide.leave();
    assertThat(main.screenProperty().get()).isEqualTo(Screen.TRAIN);
    assertThat(main.options().valuesHiddenProperty().get()).isTrue();
    assertThat(main.sequence().chosenProperty().get()).isNull();
  }

  @Test
  void aWordOfTheUsersOwnIsToured() {
    main.sequence().type("decade");
    settle();
    goTo(5);
    assertThat(trace().length()).isEqualTo(6);
    guide.leave();
    assertThat(main.sequence().chosenProperty().get().text()).isEqualTo("decade");
  }

  @Test
  void itIsResumedInFrontOfTheSameTextWithTheSamePicture() {
    goTo(6);
    guide.next();
    String read = text();
    Entry before = selected();
    guide.leave();
    settle();
    step.first();
    guide.open();
    settle();
    assertThat(text()).isEqualTo(read);
    assertThat(selected()).isEqualTo(before);
    assertThat(guide.movedProperty().get()).isFalse();
  }

  @Test
  void backGoesToTheTextBeforeAndToWhatWasSeenThen() {
    goTo(6);
    guide.back();
    assertThat(guide.chapterProperty().get()).isEqualTo(5);
    assertThat(guide.movedProperty().get()).isFalse();
    assertThat(selected()).isEqualTo(new Entry.OfCell(Quantity.E, 6, trace().target(6)));
    guide.restart();
    guide.back();
    assertThat(guide.chapterProperty().get()).isZero();
  }

  @Test
  void aWordOfOneLetterHasAllChaptersTooAndWordsOfItsOwn() {
    main.sequence().type("a");
    settle();
    assertThat(trace().length()).isEqualTo(1);
    guide.open();
    for (int chapter = 0; chapter < guide.size() - 1; chapter++) {
      assertThat(guide.chapterProperty().get()).isEqualTo(chapter);
      assertThat(text()).isNotBlank().doesNotContain("{");
      guide.next();
      settle();
      guide.next();
    }
    guide.back();
    assertThat(guide.chapterProperty().get()).isEqualTo(12);
    goTo(9);
    assertThat(text()).contains("not used");
    assertThat(selected()).isEqualTo(new Entry.OfCell(Quantity.DH_PREV, 0, 3));
    goTo(8);
    assertThat(text()).contains("used once");
  }

  @Test
  void itIsOfferedUntilItIsAnsweredAndNeverAgain() {
    guide.offer();
    assertThat(guide.offeredProperty().get()).isTrue();
    assertThat(guide.isAnswered()).isFalse();
    guide.decline();
    guide.offer();
    assertThat(guide.offeredProperty().get()).isFalse();
    guide.resumeFrom(false, 7);
    guide.offer();
    guide.open();
    assertThat(guide.offeredProperty().get()).isFalse();
    assertThat(guide.isAnswered()).isTrue();
    assertThat(guide.chapterProperty().get()).isEqualTo(7);
  }

  @Test
  void beforeAnythingIsOpenItWaits() {
    try (TrainingSession nothing = new TrainingSession("nothing")) {
      MainViewModel empty =
          new MainViewModel(
              Texts.load(),
              new SessionViewModel(nothing, 1),
              new SessionViewModel(new TrainingSession("nothing pair"), 2));
      empty.guide().open();
      empty.guide().next();
      assertThat(empty.guide().textProperty().get()).isEmpty();
      assertThat(empty.guide().chapterProperty().get()).isZero();
      assertThat(empty.guide().movedProperty().get()).isFalse();
      empty.close();
    }
  }
}
