package dev.backstep.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.text.Dataset;
import dev.backstep.ui.shell.MainViewModel;
import dev.backstep.ui.shell.WindowTest;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Takes the guided tour as somebody does who sees the program for the first time. */
class GuidedTourOnScreenTest extends WindowTest {
  private MainViewModel main;
  private GuidedTour guide;

  @BeforeEach
  void openDinosaurs() throws TimeoutException {
    main = window.viewModel();
    guide = main.guide();
    WaitForAsyncUtils.asyncFx(() -> main.open(Dataset.DINOSAURS));
    await(() -> main.step().traceProperty().get() != null);
  }

  private void rest() throws TimeoutException {
    await(() -> !guide.isTraining());
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Until the net that a chapter leads to is there. */
  private void restAtNet() throws TimeoutException {
    await(
        () ->
            !guide.openProperty().get()
                || guide.nets().trace() != null
                    && guide.nets().trace() == main.step().traceProperty().get());
    rest();
  }

  @Test
  void theWholeTourIsTakenWithTheSpaceKey() throws TimeoutException {
    write("?");
    await(() -> guide.openProperty().get() && !guide.textProperty().get().isEmpty());
    Set<String> titles = new HashSet<>();
    for (Chapter chapter : Chapter.values()) {
      assertThat(textOf("#guideProgress")).isEqualTo(chapter.number() + 1 + " of 15");
      await(() -> !textOf("#guideText").isBlank());
      titles.add(textOf("#guideTitle"));
      type(KeyCode.SPACE);
      restAtNet();
      type(KeyCode.SPACE);
      restAtNet();
      if (chapter == Chapter.WORD) {
        await(() -> guide.epoch() == 1);
        rest();
      }
    }
    assertThat(titles).hasSize(Chapter.values().length);
    assertThat(isSeen("#guideChapter")).isFalse();
    assertThat(lookup("#typed").query().isFocused()).isTrue();
    assertThat(main.step().playingProperty().get()).isFalse();
  }

  @Test
  void itIsOfferedQuietlyTakenAndLeftAndComesBackWhereItWas() throws TimeoutException {
    WaitForAsyncUtils.asyncFx(guide::offer);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(isSeen("#guideOffer")).isTrue();
    clickOn("#guideTake");
    assertThat(isSeen("#guideOffer")).isFalse();
    await(() -> !guide.textProperty().get().isEmpty());
    type(KeyCode.SPACE);
    await(() -> guide.epoch() == 1);
    rest();
    type(KeyCode.SPACE, KeyCode.SPACE);
    clickOn("#guideNext");
    assertThat(guide.chapterProperty().get()).isEqualTo(2);
    type(KeyCode.BACK_SPACE);
    assertThat(guide.chapterProperty().get()).isEqualTo(1);
    type(KeyCode.ESCAPE);
    assertThat(isSeen("#guideChapter")).isFalse();
    clickOn("#guideButton");
    assertThat(textOf("#guideProgress")).isEqualTo("2 of 15");
    clickOn("#guideRestart");
    assertThat(textOf("#guideProgress")).isEqualTo("1 of 15");
    clickOn("#guideLeave");
    assertThat(guide.openProperty().get()).isFalse();
  }

  @Test
  void whoDoesNotWantItIsNotAskedAgainAndAQuestionMarkInAWordIsAQuestionMark() {
    WaitForAsyncUtils.asyncFx(guide::offer);
    WaitForAsyncUtils.waitForFxEvents();
    clickOn("#guideDecline");
    assertThat(isSeen("#guideOffer")).isFalse();
    assertThat(guide.isAnswered()).isTrue();
    clickOn("#typed").write("a?");
    assertThat(guide.openProperty().get()).isFalse();
  }
}
