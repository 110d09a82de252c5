package dev.backstep.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.text.Dataset;
import dev.backstep.training.TrainingData;
import dev.backstep.ui.compare.CompareScreen;
import dev.backstep.ui.compare.CompareViewModel;
import dev.backstep.ui.compare.Preset;
import dev.backstep.ui.settings.ClipChoice;
import dev.backstep.ui.settings.InitChoice;
import dev.backstep.ui.settings.StateChoice;
import dev.backstep.ui.shell.MainViewModel;
import dev.backstep.ui.shell.WindowTest;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pairs and the fields in which they are set, in the smallest window. */
class PairsOnScreenTest extends WindowTest {
  private MainViewModel main;
  private CompareViewModel compare;

  @Override
  public void start(Stage stage) {
    super.start(stage);
    stage.setWidth(1024);
    stage.setHeight(700);
  }

  @BeforeEach
  void openCompare() throws TimeoutException {
    main = window.viewModel();
    compare = main.compare();
    interact(() -> main.open(Dataset.DINOSAURS));
    await(() -> main.step().traceProperty().get() != null);
    interact(() -> main.screenProperty().set(CompareScreen.ID));
    await(() -> compare.comparisonProperty().get() != null && isSeen("#ownSettings"));
  }

  private void enter(TextField typed, String text) {
    interact(
        () -> {
          typed.requestFocus();
          typed.setText(text);
        });
    type(KeyCode.ENTER);
  }

  private static Bounds onScreen(Node node) {
    return node.localToScene(node.getBoundsInLocal());
  }

  /** All of it, not cut off by the edge of the pane that it scrolls in. */
  private boolean isInView(Node node) {
    Bounds view = onScreen(lookup(".compare .scroll-pane .viewport").query());
    Bounds place = onScreen(node);
    return place.getHeight() > 10
        && place.getMinY() >= view.getMinY()
        && place.getMaxY() <= view.getMaxY()
        && place.getMaxX() <= view.getMaxX();
  }

  /** The sentence stands to the right of the field or below it, and is all there. */
  private void awaitMark(TextField field, Label refusal) throws TimeoutException {
    await(() -> refusal.isVisible() && isInView(refusal));
    assertThat(refusal.getText()).contains("“abc”");
    assertThat(field.getPseudoClassStates().toString()).contains("danger");
    boolean isBeside = onScreen(refusal).getMinX() >= onScreen(field).getMaxX();
    double below = onScreen(refusal).getMinY() - onScreen(field).getMaxY();
    assertThat(isBeside || below >= 0 && below < 8).as(refusal.getId()).isTrue();
    assertThat(refusal.getHeight()).isGreaterThanOrEqualTo(refusal.prefHeight(refusal.getWidth()));
  }

  private <T extends Node> T ofB(String id, Class<T> type) {
    // What was never shown of A is not in the window yet.
    List<T> all = List.copyOf(lookup("#" + id).queryAllAs(type));
    return all.get(all.size() - 1);
  }

  @Test
  void aRefusedSettingOfAPairIsMarkedWhereItStandsAndInView() throws TimeoutException {
    interact(
        () -> {
          compare.own().b().clipProperty().set(ClipChoice.GLOBAL_NORM);
          compare.own().b().initProperty().set(InitChoice.GAUSSIAN);
          compare.own().b().stateProperty().set(StateChoice.FIXED_ARRAY);
        });
    clickOn("#ownSettings");
    for (String id :
        List.of(
            "sideColumns",
            "sideLearningRate",
            "sideClipLimit",
            "sideSigma",
            "sideSeed",
            "sideHidden")) {
      TextField field = ofB(id, TextField.class);
      String right = field.getText();
      enter(field, "abc");
      awaitMark(field, ofB(id + "Refusal", Label.class));
      interact(() -> field.setText(right));
      assertThat(ofB(id + "Refusal", Label.class).isVisible()).isFalse();
      assertThat(isSeen("#ownError")).isFalse();
    }
  }

  @Test
  void aRefusedNumberOfPairsIsMarkedAndTheButtonSaysTheLastThatWasRight() throws TimeoutException {
    clickOn("#repeatShown");
    TextField pairs = lookup("#repeatPairs").query();
    interact(() -> pairs.setText("12"));
    await(() -> textOf("#repeatShown").equals("Repeat over 12 seeds…"));
    enter(pairs, "abc");
    awaitMark(pairs, lookup("#repeatPairsRefusal").query());
    TextField epochs = lookup("#repeatEpochs").query();
    enter(epochs, "abc");
    awaitMark(epochs, lookup("#repeatEpochsRefusal").query());
    assertThat(textOf("#repeatShown")).isEqualTo("Repeat over 12 seeds…");
  }

  @Test
  void aLongPairIsAskedForAndTheBarBringsItBack() throws TimeoutException {
    interact(compare.session()::update);
    await(() -> compare.a().progressProperty().get().updates() == 1);
    interact(compare.session()::toggle);
    await(compare.session()::isRunning);
    interact(() -> main.tick(70));
    interact(compare.session()::toggle);
    await(() -> !compare.session().isRunning());
    long updates = compare.a().progressProperty().get().updates();
    TrainingData before = compare.session().dataProperty().get();
    interact(() -> compare.choose(Preset.SEEDS));
    await(() -> isSeen(".dialog-pane"));
    assertThat(textOf("#presets")).isEqualTo("Zero or carried state");
    type(KeyCode.ESCAPE);
    await(() -> !isSeen(".dialog-pane"));
    assertThat(compare.session().dataProperty().get()).isSameAs(before);
    interact(() -> compare.choose(Preset.SEEDS));
    await(() -> isSeen(".dialog-pane"));
    clickOn("Begin another");
    await(
        () ->
            compare.session().dataProperty().get() != before && isSeen(".compare #bringPairBack"));
    await(() -> textOf("#presets").equals("Two seeds"));
    clickOn(".compare #bringPairBack");
    await(() -> compare.session().dataProperty().get() == before);
    assertThat(compare.a().progressProperty().get().updates()).isEqualTo(updates);
    await(() -> textOf("#presets").equals("Zero or carried state"));
    assertThat(isSeen(".compare #bringPairBack")).isFalse();
  }
}
