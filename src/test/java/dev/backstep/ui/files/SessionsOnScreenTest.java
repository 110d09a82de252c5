package dev.backstep.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.io.session.KeptRuns;
import dev.backstep.io.session.SessionFile;
import dev.backstep.text.Dataset;
import dev.backstep.training.session.TrainingState;
import dev.backstep.ui.shell.MainViewModel;
import dev.backstep.ui.shell.MainWindow;
import dev.backstep.ui.shell.WindowTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

class SessionsOnScreenTest extends WindowTest {
  @TempDir Path folder;

  private final List<String> asked = new ArrayList<>();
  private MainViewModel main;
  private Stage stage;

  @Override
  public void start(Stage primary) {
    // Windows are closed here, after which other tests still want to open some.
    Platform.setImplicitExit(false);
    window = new MainWindow(1200, 800, this::answer);
    stage = show(1200, 800);
  }

  private Optional<Path> answer(Window owner, String name, String kind) {
    asked.add(name);
    return Optional.of(folder.resolve(name));
  }

  @BeforeEach
  void openDinosaurs() throws TimeoutException {
    main = window.viewModel();
    WaitForAsyncUtils.asyncFx(() -> main.open(Dataset.DINOSAURS));
    await(() -> main.step().traceProperty().get() != null);
  }

  private void trainAnUpdate() throws TimeoutException {
    long before = updates();
    type(KeyCode.U);
    await(() -> updates() == before + 1);
  }

  private long updates() {
    return main.session().run().progressProperty().get().updates();
  }

  private void control(KeyCode... keys) {
    press(KeyCode.CONTROL).press(keys).release(keys).release(KeyCode.CONTROL);
  }

  /** Asks the window to close, as its own button does; the question may keep it open. */
  private void askToClose() {
    Platform.runLater(
        () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
  }

  private boolean isQuestionShown() {
    return lookup(".dialog-pane").tryQuery().isPresent();
  }

  @Test
  void controlSSavesAndTheTitleNamesTheFile() throws TimeoutException {
    await(() -> stage.getTitle().equals("dinosaurs.txt – Backstep"));
    trainAnUpdate();
    await(() -> stage.getTitle().equals("• dinosaurs.txt – Backstep"));
    control(KeyCode.S);
    await(() -> stage.getTitle().equals("dinosaurs – Backstep"));
    assertThat(textOf("#noticeText")).isEqualTo("Saved as " + folder.resolve("dinosaurs.backstep"));
    trainAnUpdate();
    await(() -> stage.getTitle().equals("• dinosaurs – Backstep"));
    control(KeyCode.S);
    await(() -> stage.getTitle().equals("dinosaurs – Backstep"));
    assertThat(asked).containsExactly("dinosaurs.backstep");
    control(KeyCode.SHIFT, KeyCode.S);
    await(() -> asked.size() == 2);
    WaitForAsyncUtils.asyncFx(() -> main.session().reset());
    await(() -> updates() == 0);
    WaitForAsyncUtils.asyncFx(() -> main.open(folder.resolve("dinosaurs.backstep")));
    await(() -> updates() == 2 && main.session().stateProperty().get() == TrainingState.PAUSED);
  }

  @Test
  void aWindowInWhichNothingWasTrainedClosesAtOnce() throws TimeoutException {
    askToClose();
    await(() -> !stage.isShowing());
  }

  @Test
  void closingOverUnsavedUpdatesAsksAndEscapeKeepsTheWindow() throws TimeoutException {
    trainAnUpdate();
    askToClose();
    await(this::isQuestionShown);
    assertThat(textOf(".dialog-pane .content"))
        .contains("Not everything in “dinosaurs.txt” is saved");
    type(KeyCode.ESCAPE);
    await(() -> !isQuestionShown());
    assertThat(stage.isShowing()).isTrue();
    assertThat(asked).isEmpty();
  }

  @Test
  void closingOverARunThatAnotherTookThePlaceOfAsksToo() throws TimeoutException {
    WaitForAsyncUtils.asyncFx(
        () -> main.files().autosave().begin(new KeptRuns(folder.resolve("kept"))));
    await(main.files().autosave()::hasBegun);
    trainAnUpdate();
    WaitForAsyncUtils.asyncFx(() -> main.session().reset());
    await(() -> updates() == 0 && main.files().earlier().unsaved() == 1);
    askToClose();
    await(this::isQuestionShown);
    assertThat(textOf(".dialog-pane .content"))
        .contains("An earlier run is not saved either", "Ctrl+Z brings it back")
        .doesNotContain("Not everything");
    type(KeyCode.ESCAPE);
    await(() -> !isQuestionShown());
    control(KeyCode.Z);
    await(() -> updates() == 1);
    assertThat(main.files().earlier().before()).isEmpty();
    control(KeyCode.SHIFT, KeyCode.Z);
    await(() -> updates() == 0);
    clickOn("#trainNav");
    clickOn("#seed");
    control(KeyCode.Z);
    await(() -> updates() == 1);
    control(KeyCode.Y);
    await(() -> updates() == 0);
  }

  @Test
  void enterSavesAndThenCloses() throws Exception {
    trainAnUpdate();
    askToClose();
    await(this::isQuestionShown);
    type(KeyCode.ENTER);
    await(() -> !stage.isShowing());
    Path saved = folder.resolve("dinosaurs.backstep");
    assertThat(SessionFile.title(saved)).isEqualTo(new SessionFile.Title("dinosaurs.txt", 1));
  }

  @Test
  void whatTrainsWhileItIsAskedIsSavedToTheLastUpdate() throws Exception {
    WaitForAsyncUtils.asyncFx(main.session()::toggle);
    await(() -> updates() > 0);
    askToClose();
    await(this::isQuestionShown);
    type(KeyCode.ENTER);
    await(() -> !stage.isShowing());
    await(() -> main.session().stateProperty().get() == TrainingState.PAUSED);
    assertThat(SessionFile.title(folder.resolve("dinosaurs.backstep")).updates())
        .isEqualTo(updates());
  }

  @Test
  void whatIsNotToBeSavedIsNot() throws TimeoutException {
    trainAnUpdate();
    askToClose();
    await(this::isQuestionShown);
    clickOn("Don’t save");
    await(() -> !stage.isShowing());
    assertThat(asked).isEmpty();
  }
}
