package dev.backstep.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.text.Dataset;
import dev.backstep.ui.shell.MainViewModel;
import dev.backstep.ui.shell.WindowTest;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TextField;
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

  private void move() throws TimeoutException {
    type(KeyCode.SPACE);
    restAtNet();
    if (guide.chapter().equals("word")) {
      await(() -> guide.epoch() == 1);
      rest();
    }
  }

  @Test
  void theWholeTourIsTakenWithTheSpaceKey() throws TimeoutException {
    WaitForAsyncUtils.asyncFx(() -> guide.open(Level.TWENTY));
    await(() -> guide.openProperty().get() && !guide.textProperty().get().isEmpty());
    Set<String> titles = new HashSet<>();
    int chapters = Tour.LESSON.size(Level.TWENTY);
    for (int chapter = 0; chapter < chapters; chapter++) {
      assertThat(textOf("#guideProgress")).isEqualTo(chapter + 1 + " of " + chapters);
      await(() -> !textOf("#guideText").isBlank());
      titles.add(textOf("#guideTitle"));
      move();
      if (guide.openProperty().get()) {
        await(() -> !textOf("#guideAsked").isBlank());
        type(KeyCode.SPACE);
        restAtNet();
      }
    }
    assertThat(titles).hasSize(chapters);
    assertThat(isSeen("#guideChapter")).isFalse();
    assertThat(lookup("#typed").query().isFocused()).isTrue();
    assertThat(main.step().playingProperty().get()).isFalse();
  }

  @Test
  void questionsAreAnsweredWithTheKeysAloneAndWhatIsNotMeantIsDimmed() throws TimeoutException {
    write("?");
    await(() -> guide.openProperty().get() && !guide.textProperty().get().isEmpty());
    move();
    await(() -> isSeen("#guideOption1"));
    assertThat(isDim("#H")).isTrue();
    assertThat(isDim("#O")).isFalse();
    type(KeyCode.DIGIT1);
    await(() -> !textOf("#guideReply").isBlank());
    type(KeyCode.SPACE);
    assertThat(guide.chapter()).isEqualTo("loss");
    move();
    await(() -> lookup("#guideNumber").tryQuery().filter(Node::isFocused).isPresent());
    write("7");
    type(KeyCode.ENTER);
    assertThat(guide.answering().stateProperty().get()).isEqualTo(Answering.State.WRONG);
    assertThat(textOf("#guideReply")).contains("−ln 1 is 0");
    type(KeyCode.BACK_SPACE);
    write("0");
    type(KeyCode.ENTER);
    assertThat(guide.answering().stateProperty().get()).isEqualTo(Answering.State.RIGHT);
    type(KeyCode.SPACE);
    assertThat(guide.chapter()).isEqualTo("nudge");
    type(KeyCode.SPACE);
    await(() -> lookup("#guideNumber").tryQuery().filter(Node::isFocused).isPresent());
    write("1");
    type(KeyCode.SPACE);
    assertThat(guide.chapter())
        .as("Space skips, also where a number is typed")
        .isEqualTo("downhill");
    assertThat(lookup("#guideNumber").tryQueryAs(TextField.class)).isEmpty();
    type(KeyCode.ESCAPE);
    assertThat(guide.openProperty().get()).isFalse();
    assertThat(isDim("#H")).isFalse();
  }

  private boolean isDim(String row) {
    Node node = lookup(row).query();
    while (!"rows".equals(node.getParent().getId())) {
      node = node.getParent();
    }
    return node.getPseudoClassStates().contains(PseudoClass.getPseudoClass("dim"));
  }

  @Test
  void itIsOfferedQuietlyTakenAndLeftAndComesBackWhereItWas() throws TimeoutException {
    WaitForAsyncUtils.asyncFx(guide::offer);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(isSeen("#guideOffer")).isTrue();
    clickOn("#guideTake");
    assertThat(isSeen("#guideOffer")).isFalse();
    await(() -> !guide.textProperty().get().isEmpty());
    move();
    type(KeyCode.SPACE, KeyCode.SPACE);
    clickOn("#guideNext");
    assertThat(guide.chapter()).isEqualTo("nudge");
    type(KeyCode.BACK_SPACE);
    assertThat(guide.chapter()).isEqualTo("loss");
    type(KeyCode.ESCAPE);
    assertThat(isSeen("#guideChapter")).isFalse();
    clickOn("#guideButton");
    assertThat(textOf("#guideProgress")).isEqualTo("2 of 12");
    clickOn("#guideTwenty");
    assertThat(textOf("#guideProgress")).isEqualTo("3 of 22");
    clickOn("#guideRestart");
    assertThat(textOf("#guideProgress")).isEqualTo("1 of 22");
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
