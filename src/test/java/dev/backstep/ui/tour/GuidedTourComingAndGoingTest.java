package dev.backstep.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.fault.Fault;
import dev.backstep.io.session.Session;
import dev.backstep.io.session.SessionFile;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Phase;
import dev.backstep.net.Vanilla;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Trace;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.history.BranchSummary;
import dev.backstep.training.session.TrainingSession;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.shell.MainViewModel;
import dev.backstep.ui.step.StepScreen;
import dev.backstep.ui.train.TrainScreen;
import dev.backstep.words.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Taking the tour, leaving it, and coming back: what was open stays as it was. */
class GuidedTourComingAndGoingTest extends TourTest {
  @Test
  void leavingGivesBackTheScreenTheSequenceAndTheCovers() {
    main.screenProperty().set(TrainScreen.ID);
    main.options().valuesHiddenProperty().set(true);
    guide.open();
    assertThat(main.screenProperty().get()).isEqualTo(StepScreen.ID);
    assertThat(main.options().valuesHiddenProperty().get()).isFalse();
    settle();
    assertThat(trace().length()).isEqualTo(7);
    guide.leave();
    assertThat(main.screenProperty().get()).isEqualTo(TrainScreen.ID);
    assertThat(main.options().valuesHiddenProperty().get()).isTrue();
    assertThat(main.sequence().chosenProperty().get()).isNull();
  }

  @Test
  void theWholeTourLeavesTheRunItsPastAndWhatIsLookedAtAsTheyWere() {
    for (int i = 0; i < 7; i++) {
      session.update();
    }
    until(() -> updates() == 7);
    main.sequence().choose(2);
    settle();
    main.goingBack().goTo(4);
    until(() -> updates() == 4 && session.replayProperty().get() == null);
    main.sequence().choose(2);
    settle();
    main.settings().hidden().textProperty().set("64");
    main.options().valuesHiddenProperty().set(false);
    step.selection().goTo(new Entry.OfCell(Cell.DH, 2, 1));
    step.selection().followTo(new Entry.OfCell(Cell.DH_PREV, 3, 1));
    step.activate(Vanilla.NET.ruleOf(Vanilla.DTANH));
    int place = step.placeProperty().get();
    List<BranchSummary.Content> content = session.run().branches().content();
    Trace before = trace();

    goTo(CARRIED);
    until(() -> tourUpdates() == 5);
    assertThat(main.files().unsavedProperty().get()).isTrue();
    guide.leave();
    settle();

    assertThat(session.run().branches().content()).isEqualTo(content);
    assertThat(session.run().branches().tip()).isEqualTo(7);
    assertThat(updates()).isEqualTo(4);
    assertThat(session.run().settingsProperty().get().hiddenState())
        .isEqualTo(new HiddenStatePolicy.Zero());
    assertThat(main.settings().hidden().textProperty().get()).isEqualTo("64");
    assertThat(main.sequence().indexProperty().get()).isEqualTo(2);
    assertThat(trace()).isSameAs(before);
    assertThat(step.placeProperty().get()).isEqualTo(place);
    assertThat(step.activeProperty().get()).isEqualTo(Vanilla.NET.ruleOf(Vanilla.DTANH));
    assertThat(selected()).isEqualTo(new Entry.OfCell(Cell.DH_PREV, 3, 1));
    step.selection().back();
    assertThat(selected()).isEqualTo(new Entry.OfCell(Cell.DH, 2, 1));
  }

  @Test
  void whatTrainsGoesOnTraining() {
    session.toggle();
    until(session::isRunning);
    guide.open();
    until(() -> !text().isEmpty());
    long updates = updates();
    until(() -> updates() > updates);
    assertThat(trace()).isSameAs(guide.nets().trace());
    guide.leave();
    assertThat(session.isRunning()).isTrue();
    session.toggle();
    settle();
    assertThat(trace()).isSameAs(session.run().traceProperty().get());
  }

  @Test
  void whatIsSavedDuringTheTourIsTheRunOfTheUserAndItsScreen(@TempDir Path elsewhere)
      throws Exception {
    session.update();
    until(() -> updates() == 1);
    main.screenProperty().set(TrainScreen.ID);
    goTo(CARRIED);
    Path file = elsewhere.resolve("run.backstep");
    boolean[] isDone = {false};
    main.files().save(file, () -> isDone[0] = true);
    until(() -> isDone[0]);
    Session saved = SessionFile.read(file);
    assertThat(saved.run().updatesMade()).isEqualTo(1);
    assertThat(saved.run().here().settings().hiddenState()).isEqualTo(new HiddenStatePolicy.Zero());
    assertThat(saved.view().screen()).isEqualTo("TRAIN");
    assertThat(saved.view().sequence()).isEqualTo(-1);
  }

  @Test
  void anotherTextOrWordDuringTheTourIsToured() throws IOException {
    goTo("loss");
    main.sequence().type("decade");
    settle();
    assertThat(trace().length()).isEqualTo(6);
    assertThat(moment().phase()).isEqualTo(Phase.LOSS);
    open("xyxyxyxy\n");
    settle();
    assertThat(trace().shape().vocabulary()).isEqualTo(3);
    assertThat(guide.nets().copyOfRun().session().noticeProperty().get()).isNull();
    guide.next();
    assertThat(text()).isNotBlank();
  }

  @Test
  void aWordOfTheUsersOwnIsToured() {
    main.sequence().type("decade");
    settle();
    goTo("two-parts");
    assertThat(trace().length()).isEqualTo(6);
    guide.leave();
    assertThat(main.sequence().chosenProperty().get().text()).isEqualTo("decade");
  }

  @Test
  void itIsResumedInFrontOfTheSameTextWithTheSamePicture() {
    goTo("slope");
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
    goTo("slope");
    guide.back();
    assertThat(guide.chapter()).isEqualTo("two-parts");
    assertThat(guide.movedProperty().get()).isFalse();
    assertThat(((Entry.OfCell) selected()).quantity()).as("of the errors").isEqualTo(Head.E);
    guide.restart();
    guide.back();
    assertThat(guide.chapterProperty().get()).isZero();
  }

  @Test
  void itIsOfferedUntilItIsAnsweredAndNeverAgain() {
    guide.offer();
    assertThat(guide.offeredProperty().get()).isTrue();
    assertThat(guide.isAnswered()).isFalse();
    guide.decline();
    guide.offer();
    assertThat(guide.offeredProperty().get()).isFalse();
    guide.resumeFrom(false, Level.TWENTY, "outer");
    guide.offer();
    guide.open();
    assertThat(guide.offeredProperty().get()).isFalse();
    assertThat(guide.isAnswered()).isTrue();
    assertThat(guide.chapter()).isEqualTo("outer");
  }

  @Test
  void beforeAnythingIsOpenItWaits() {
    try (TrainingSession nothing = new TrainingSession("nothing")) {
      MainViewModel empty =
          new MainViewModel(
              Texts.load(),
              new SessionViewModel(nothing, 1),
              new SessionViewModel(new TrainingSession("nothing pair"), 2),
              new SessionViewModel(new TrainingSession("nothing lab"), 2));
      empty.guide().open();
      empty.guide().next();
      assertThat(empty.guide().textProperty().get()).isEmpty();
      assertThat(empty.guide().chapterProperty().get()).isZero();
      assertThat(empty.guide().movedProperty().get()).isFalse();
      empty.close();
    }
  }

  @Test
  void whatIsTriedOnACopyMeanwhileIsTakenBackWhereTheTourGoesOnAndWhereItIsLeft() {
    goTo("nudge");
    tryAnotherWeight();
    guide.next();
    settle();
    assertThat(guide.chapter()).isEqualTo("downhill");
    assertThat(trace()).isSameAs(guide.nets().trace());
    tryAnotherWeight();
    guide.leave();
    settle();
    assertThat(trace()).isSameAs(session.run().traceProperty().get());
  }

  private void tryAnotherWeight() {
    main.whatIf().edit(new Entry.OfWeights("W2", 0, 0));
    main.whatIf().nudge(1);
    until(() -> trace() != guide.nets().trace());
  }

  @Test
  void aRunWithAFaultIsTouredByTheRightEquations() {
    session.change(now -> now.withFault(Fault.NO_TANH_DERIVATIVE));
    settle();
    goTo("chain");
    assertThat(tourRun().settingsProperty().get().fault()).isEqualTo(Fault.NONE);
    assertThat(session.run().settingsProperty().get().fault()).isNotEqualTo(Fault.NONE);
  }
}
