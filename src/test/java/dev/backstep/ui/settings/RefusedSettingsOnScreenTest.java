package dev.backstep.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.Numbers;
import dev.backstep.net.Vanilla;
import dev.backstep.text.Dataset;
import dev.backstep.training.TrainingData;
import dev.backstep.ui.shell.MainViewModel;
import dev.backstep.ui.shell.WindowTest;
import dev.backstep.ui.train.TrainScreen;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings in the smallest window. */
class RefusedSettingsOnScreenTest extends WindowTest {
  private MainViewModel main;

  @Override
  public void start(Stage stage) {
    super.start(stage);
    stage.setWidth(1024);
    stage.setHeight(700);
  }

  @BeforeEach
  void openTrain() throws TimeoutException {
    main = window.viewModel();
    interact(() -> main.open(Dataset.DINOSAURS));
    await(() -> main.step().traceProperty().get() != null);
    interact(
        () -> {
          main.settings().clipProperty().set(ClipChoice.GLOBAL_NORM);
          main.settings().initProperty().set(InitChoice.GAUSSIAN);
          main.settings().stateProperty().set(StateChoice.FIXED_ARRAY);
          main.screenProperty().set(TrainScreen.ID);
        });
  }

  private void enter(String field, String text) {
    interact(
        () -> {
          TextField typed = lookup(field).queryAs(TextField.class);
          typed.requestFocus();
          typed.setText(text);
        });
    type(KeyCode.ENTER);
  }

  @Test
  void anotherCellIsOfferedWithItsGateAndBeginsWithTheButtonAndCanBeTakenBack()
      throws TimeoutException {
    assertThat(isSeen("#gateBias")).isFalse();
    interact(main.session()::update);
    await(() -> main.session().run().progressProperty().get().updates() == 1);
    TrainingData before = main.session().dataProperty().get();
    interact(lookup("#cell").queryAs(ComboBox.class).getSelectionModel()::selectLast);
    await(() -> isSeen("#gateBias"));
    assertThat(textOf("#gateBiasName")).isEqualTo("Forget bias");
    assertThat(textOf("#size")).startsWith(Numbers.grouped(3275) + " weights");
    enter("#gateBias", "11");
    await(() -> isSeen("#gateBiasRefusal"));
    enter("#gateBias", "2");
    await(() -> textOf("#newRunRule").contains("Cell; Forget bias"));
    assertThat(main.session().dataProperty().get()).isSameAs(before);
    press(KeyCode.CONTROL).type(KeyCode.B).release(KeyCode.CONTROL);
    await(() -> main.session().run().settingsProperty().get().gateBias() == 2);
    await(() -> textOf("#settingsButton").startsWith("LSTM · H 16"));
    await(() -> lookup("#weights-W2_f").tryQuery().isPresent());
    assertThat(lookup("#weights-W1").tryQuery()).isEmpty();
    press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
    await(() -> main.session().run().settingsProperty().get().cell() == Vanilla.NET);
    await(() -> !isSeen("#gateBias"));
    await(() -> lookup("#weights-W1").tryQuery().isPresent());
  }

  private Bounds onScreen(String query) {
    Node node = lookup(query).query();
    return node.localToScene(node.getBoundsInLocal());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"learningRate", "arrayColumns", "clipLimit", "hidden", "sigma", "seed", "heldOut"})
  void aRefusedSettingIsMarkedWithItsSentenceBelowAndInView(String field) throws TimeoutException {
    TrainingData before = main.session().dataProperty().get();
    enter("#" + field, "abc");
    String refusal = "#" + field + "Refusal";
    await(() -> isSeen(refusal) && isInView(refusal));
    assertThat(textOf(refusal)).contains("“abc”");
    assertThat(onScreen(refusal).getMinY() - onScreen("#" + field).getMaxY()).isBetween(0., 8.);
    assertThat(lookup("#" + field).query().getPseudoClassStates().toString()).contains("danger");
    press(KeyCode.CONTROL).type(KeyCode.T).release(KeyCode.CONTROL);
    press(KeyCode.CONTROL).type(KeyCode.E).release(KeyCode.CONTROL);
    press(KeyCode.CONTROL).type(KeyCode.B).release(KeyCode.CONTROL);
    await(() -> isSeen("#noticeText"));
    assertThat(textOf("#noticeText")).startsWith("Training does not start");
    assertThat(main.session().isRunning()).isFalse();
    assertThat(main.session().dataProperty().get()).isSameAs(before);
  }

  /** All of it, not cut off by the edge of the pane that it scrolls in. */
  private boolean isInView(String query) {
    Node pane = lookup(".settings").queryAs(ScrollPane.class).lookup(".viewport");
    Bounds view = pane.localToScene(pane.getBoundsInLocal());
    return onScreen(query).getHeight() > 10
        && onScreen(query).getMinY() >= view.getMinY()
        && onScreen(query).getMaxY() <= view.getMaxY();
  }

  @Test
  void enterInAFieldBeginsNoRunAndTheButtonDoes() throws TimeoutException {
    interact(main.session()::update);
    await(() -> main.session().run().progressProperty().get().updates() == 1);
    TrainingData before = main.session().dataProperty().get();
    enter("#hidden", "16");
    enter("#hidden", "8");
    enter("#seed", "5");
    await(() -> textOf("#newRunRule").contains("Hidden units, H"));
    assertThat(main.session().dataProperty().get()).isSameAs(before);
    assertThat(main.session().run().settingsProperty().get().hidden()).isEqualTo(16);
    press(KeyCode.CONTROL).type(KeyCode.B).release(KeyCode.CONTROL);
    await(() -> main.session().run().settingsProperty().get().hidden() == 8);
    await(() -> isSeen("#bringBack"));
    clickOn("#bringBack");
    await(() -> main.session().run().progressProperty().get().updates() == 1);
    assertThat(isSeen("#bringBack")).isFalse();
    assertThat(lookup("#hidden").queryAs(TextField.class).getText()).isEqualTo("16");
  }
}
