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

  @Test
  void theWholeTourIsTakenWithTheSpaceKey() throws TimeoutException {
    write("?");
    await(() -> guide.openProperty().get() && !guide.textProperty().get().isEmpty());
    Set<String> titles = new HashSet<>();
    for (int chapter = 0; chapter < guide.size(); chapter++) {
      assertThat(textOf("#guideProgress")).isEqualTo(chapter + 1 + " of 15");
      assertThat(textOf("#guideText")).isNotBlank();
      titles.add(textOf("#guideTitle"));
      type(KeyCode.SPACE);
      rest();
      type(KeyCode.SPACE);
      rest();
      if (chapter == 0) {
        await(() -> guide.epoch() == 1);
        rest();
      }
    }
    assertThat(titles).hasSize(14);
    assertThat(isSeen("#guideChapter")).isFalse();
    assertThat(lookup("#word").query().isFocused()).isTrue();
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
    clickOn("#word").write("a?");
    assertThat(guide.openProperty().get()).isFalse();
  }
}
