package dev.backstep.ui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.net.Head;
import dev.backstep.trace.Entry;
import dev.backstep.training.TrainingSession;
import org.junit.jupiter.api.Test;

/** Taking the tour, leaving it, and coming back: what was open stays as it was. */
class GuidedTourComingAndGoingTest extends TourTest {
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
    assertThat(selected()).isEqualTo(new Entry.OfCell(Head.E, 6, trace().target(6)));
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
}
