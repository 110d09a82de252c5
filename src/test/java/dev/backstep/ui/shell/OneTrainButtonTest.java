package dev.backstep.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import dev.backstep.check.reading.Programs;
import dev.backstep.fault.Fault;
import dev.backstep.training.session.TrainingState;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.compare.CompareScreen;
import dev.backstep.ui.lab.BugLabScreen;
import dev.backstep.ui.mycode.MyCodeScreen;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.train.TrainScreen;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** Each screen has one button that trains, and one that has the full colour. */
class OneTrainButtonTest extends KeyboardTest {
  @TempDir Path folder;

  private Button train() {
    return lookup("#trainButton").queryAs(Button.class);
  }

  private List<Button> coloured() {
    return WaitForAsyncUtils.waitForAsyncFx(
        Deadline.MILLIS,
        () ->
            lookup(".button").queryAllAs(Button.class).stream()
                .filter(OneTrainButtonTest::isShown)
                .filter(
                    button ->
                        button.getStyleClass().contains("success")
                            || button.getStyleClass().contains("accent"))
                .filter(button -> !button.getStyleClass().contains("button-outlined"))
                .toList());
  }

  private static boolean isShown(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  @Test
  void everyScreenHasOneButtonInTheFullColour() throws Exception {
    for (Screen screen : main.screens().names()) {
      show(screen);
      assertThat(coloured()).as(screen.name()).hasSize(1);
    }
    show(TrainScreen.ID);
    assertThat(coloured()).containsExactly(train());
    Path file = Programs.saved(folder, "mine.npz", Programs.ours(Fault.MISSING_TRANSPOSE));
    interact(() -> main.open(file));
    await(() -> main.screenProperty().get().equals(MyCodeScreen.ID));
    assertThat(coloured()).extracting(Node::getId).containsExactly("stepThrough");
    assertThat(train().isVisible()).as("a file cannot be trained").isFalse();
  }

  private void assertTrains(Screen screen, SessionViewModel session, String words)
      throws TimeoutException {
    show(screen);
    await(() -> session.dataProperty().get() != null);
    await(() -> train().getText().equals(words) && !train().isDisabled());
    clickOn(train());
    await(() -> session.run().progressProperty().get().updates() > 0);
    await(() -> train().getText().equals("Pause"));
    for (SessionViewModel other : main.screens().sessions()) {
      assertThat(other.isRunning()).as(screen.name()).isEqualTo(other == session);
    }
    clickOn(train());
    await(() -> session.stateProperty().get() == TrainingState.PAUSED);
    await(() -> train().getText().equals(words));
  }

  @Test
  void itTrainsWhatTheScreenShowsAndSaysHowFarThatIs() throws TimeoutException {
    assertTrains(TrainScreen.ID, main.session(), "Train");
    await(() -> textOf("#status").endsWith("nats/char"));
    assertTrains(CompareScreen.ID, main.compare().session(), "Train both");
    await(() -> textOf("#status").startsWith("both: update "));
    assertTrains(BugLabScreen.ID, main.bugLab().pair().session(), "Train both");
    show(TrainScreen.ID);
    assertThat(textOf("#status")).startsWith("update ").endsWith("nats/char");
    assertThat(train().getText()).isEqualTo("Train");
  }

  @Test
  void aRunThatIsOnItsWayCanBePausedFromEverywhere() throws TimeoutException {
    show(TrainScreen.ID);
    clickOn(train());
    await(() -> main.session().isRunning());
    show(MyCodeScreen.ID);
    assertThat(train().isVisible()).isTrue();
    clickOn(train());
    await(() -> !train().isVisible());
    assertThat(main.session().isRunning()).isFalse();
  }
}
