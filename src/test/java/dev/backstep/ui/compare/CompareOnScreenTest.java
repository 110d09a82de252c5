package dev.backstep.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.MatrixView;
import dev.backstep.math.Numbers;
import dev.backstep.net.Cell;
import dev.backstep.training.session.TrainingState;
import dev.backstep.ui.heatmap.TimeHeatmap;
import dev.backstep.ui.settings.ClipChoice;
import dev.backstep.ui.shell.KeyboardTest;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompareOnScreenTest extends KeyboardTest {
  private static final List<String> STRIPS =
      List.of(
          "compare-H-a",
          "compare-H-b",
          "compare-H-difference",
          "compare-dh-a",
          "compare-dh-b",
          "compare-dh-difference");

  private CompareViewModel compare;

  @BeforeEach
  void showCompare() throws TimeoutException {
    compare = main.compare();
    show(CompareScreen.ID);
  }

  private void chooseInTheMenu(Preset preset) throws TimeoutException {
    choosing(
        () -> clickOn("#presets").clickOn("#preset-" + preset.name().toLowerCase(Locale.ROOT)));
  }

  private void choose(Preset preset) throws TimeoutException {
    choosing(() -> interact(() -> compare.choose(preset)));
  }

  private void choosing(Runnable action) throws TimeoutException {
    Object before = compare.session().dataProperty().get();
    action.run();
    await(
        () ->
            compare.session().dataProperty().get() != before
                && compare.b().traceProperty().get() != null);
  }

  private void update() throws TimeoutException {
    long updates = compare.a().progressProperty().get().updates();
    interact(lookup(".compare #update").queryButton()::fire);
    await(
        () ->
            compare.b().progressProperty().get().updates() == updates + 1
                && compare.session().stateProperty().get() == TrainingState.PAUSED);
  }

  @Test
  void everyPresetIsInTheMenuAndWhatDiffersIsInTheHeadline() throws TimeoutException {
    assertChoosing(Preset.LEARNING_RATES, "learning rate 0.1", "learning rate 0.3");
    assertChoosing(Preset.FIXED_ARRAY, "h0 zero", "h0 fixed array of 24 columns");
    assertChoosing(Preset.OPTIMIZERS, "Adagrad, learning rate 0.1", "SGD, learning rate 0.03");
    assertChoosing(Preset.CLIPPING, "clipping by norm at 5", "no clipping");
    assertChoosing(Preset.SEEDS, "seed 1", "seed 2");
    assertChoosing(Preset.HIDDEN, "H 16", "H 32");
    assertChoosing(Preset.CARRIED, "h0 zero", "h0 carried");
  }

  private void assertChoosing(Preset preset, String a, String b) throws TimeoutException {
    chooseInTheMenu(preset);
    assertThat(textOf(".compare #headline")).isEqualTo("A: " + a + "   against   B: " + b);
    assertThat(textOf(".compare #everythingElse"))
        .contains("everything else equal", "same sequences, same order")
        .doesNotContain(a);
  }

  @Test
  void equalBitsAreShownAsSuchAndOnlyWhereTheyAre() throws TimeoutException {
    choose(Preset.FIXED_ARRAY);
    assertThat(isSeen("#equality")).as("nothing trained yet").isFalse();
    update();
    update();
    assertThat(textOf("#equality"))
        .isEqualTo("Equal bit for bit so far: every vector and all 2 losses");
    assertThat(isSeen("#equality")).isTrue();
    assertThat(textOf(".compare #equalCount")).isEqualTo("10 of 10 equal");
    choose(Preset.SEEDS);
    update();
    assertThat(isSeen("#equality")).isFalse();
  }

  @Test
  void netsOfTwoSizesAreShownWithoutADifferenceAndWhyIsSaid() throws TimeoutException {
    choose(Preset.HIDDEN);
    assertThat(lookup("#compare-H-difference").tryQuery()).isEmpty();
    assertThat(lookup("#compare-H-b").queryAs(TimeHeatmap.class).valuesProperty().get().cols())
        .isEqualTo(32);
    List<Label> reasons = List.copyOf(lookup(".reason").queryAllAs(Label.class));
    assertThat(reasons)
        .hasSize(2)
        .allSatisfy(reason -> assertThat(reason.getText()).contains("16 hidden units", "B 32"));
    choose(Preset.CARRIED);
    assertThat(lookup("#compare-H-difference").tryQuery()).isPresent();
    assertThat(lookup(".reason").queryAll()).isEmpty();
  }

  @Test
  void whatOnlyOneCellHasIsShownForItAloneAndWhyIsSaid() throws TimeoutException {
    choose(Preset.RNN_LSTM);
    await(() -> lookup("#compare-C-b").tryQuery().isPresent());
    assertThat(lookup("#compare-C-a").tryQuery()).isEmpty();
    assertThat(isSeen("#compare-C-difference")).isFalse();
    assertThat(values("compare-C-b").cols()).isEqualTo(16);
    assertThat(values("compare-dc-b").rows()).isEqualTo(values("compare-dh-a").rows());
    assertThat(lookup(".reason").queryAllAs(Label.class))
        .extracting(Label::getText)
        .containsExactlyInAnyOrder(
            "A (vanilla RNN) has no C.",
            "A (vanilla RNN) has no dc.",
            "No difference is drawn: vanilla RNN and LSTM are two kinds of cell, so unit i of the"
                + " one is not unit i of the other.",
            "No difference is drawn: vanilla RNN and LSTM are two kinds of cell, so unit i of the"
                + " one is not unit i of the other.");
    assertThat(textOf(".compare #readOut")).contains("‖c‖: A –, B ", "‖dc‖: A –, B ");

    choose(Preset.FORGET_BIAS);
    await(() -> lookup("#compare-dc-difference").tryQuery().isPresent());
    assertThat(lookup(".reason").queryAll()).isEmpty();
    choose(Preset.CARRIED);
    await(() -> lookup("#compare-C-b").tryQuery().isEmpty());
    assertThat(lookup("#compare-H-difference").tryQuery()).isPresent();
  }

  private MatrixView values(String map) {
    return lookup("#" + map).queryAs(TimeHeatmap.class).valuesProperty().get();
  }

  @Test
  void theRecallTextIsOfferedForTwoCellsAndSaysWhatItIsFor() throws TimeoutException {
    assertThat(isSeen("#changeText")).isFalse();
    choose(Preset.RNN_LSTM);
    await(() -> isSeen("#changeText"));
    assertThat(textOf("#recallWords")).contains("recall.txt", "the same letter again");
    clickOn("#changeText");
    await(() -> textOf("#changeText").equals("Compare on dinosaurs.txt"));
    assertThat(textOf(".compare #everythingElse")).contains("trains on recall.txt");
    clickOn("#changeText");
    await(() -> textOf("#changeText").equals("Compare on recall.txt"));
    assertThat(main.session().dataProperty().get().corpus().name()).isEqualTo("dinosaurs.txt");
  }

  @Test
  void theArrowsMoveOneCursorThroughAllRows() {
    type(KeyCode.RIGHT).type(KeyCode.RIGHT).type(KeyCode.LEFT);
    assertThat(marked()).containsOnly(1);
    type(KeyCode.END);
    int last = compare.a().traceProperty().get().length() - 1;
    assertThat(marked()).containsOnly(last);
    assertThat(textOf(".compare #readOut"))
        .startsWith("t = " + last + " “")
        .contains("‖h‖: A " + Numbers.three(compare.a().traceProperty().get().norm(Cell.H, last)));
    type(KeyCode.RIGHT).type(KeyCode.HOME);
    assertThat(marked()).containsOnly(0);
  }

  private Stream<Integer> marked() {
    return STRIPS.stream()
        .map(id -> lookup("#" + id).queryAs(TimeHeatmap.class).markedProperty().get());
  }

  @Test
  void aClickOnAColumnPutsTheCursorThere() {
    double columns = compare.a().traceProperty().get().length();
    hover("#compare-dh-b", 2.4 / columns, 0.5);
    clickOn();
    assertThat(marked()).containsOnly(2);
  }

  @Test
  void theThreeRowsOfAQuantityHaveOneScale() throws TimeoutException {
    update();
    update();
    for (String quantity : List.of("H", "dh")) {
      assertThat(STRIPS.stream().filter(id -> id.startsWith("compare-" + quantity + "-")))
          .extracting(id -> lookup("#" + id).queryAs(TimeHeatmap.class).limitProperty().get())
          .hasSize(3)
          .allSatisfy(
              limit ->
                  assertThat(limit)
                      .isGreaterThanOrEqualTo(
                          compare.difference(quantity.equals("H") ? Cell.H : Cell.DH).maxAbs())
                      .isEqualTo(heatmap("compare-" + quantity + "-a").limitProperty().get()));
    }
  }

  @Test
  void aRunThatDivergedHasNoTrainingLossThatCouldBeTakenForABetterOne() throws TimeoutException {
    interact(
        () -> {
          compare.own().b().learningRate().textProperty().set("1000");
          compare.own().b().clipProperty().set(ClipChoice.NONE);
          compare.chooseOwn();
        });
    await(() -> compare.comparisonProperty().get().b().learningRate() == 1000);
    await(() -> !compare.session().busyProperty().get());
    interact(() -> compare.session().toggle());
    await(() -> compare.b().divergenceProperty().get() != null);
    await(() -> textOf(".compare #lossNow").startsWith("A number is not finite: B at update "));
    assertThat(textOf("#mean-training-1")).isNotEqualTo("–");
    assertThat(textOf("#mean-training-2")).isEqualTo("–");
    assertThat(textOf("#mean-training-3")).isEqualTo("–");
  }

  @Test
  void theLossesAreThereInNumbersInTrainingAndHeldOutInBothWays() throws TimeoutException {
    clickOn(".compare #epoch");
    await(() -> compare.a().progressProperty().get().epoch() == 1);
    await(() -> compare.session().stateProperty().get() == TrainingState.PAUSED);
    assertThat(textOf("#heldOutAt")).isEqualTo("held-out at update 697");
    double a = compare.a().ownStateLosses().last();
    double b = compare.b().ownStateLosses().last();
    assertThat(textOf("#mean-own_state-1")).isEqualTo(Numbers.decimals(a, 3));
    assertThat(textOf("#mean-own_state-2")).isEqualTo(Numbers.decimals(b, 3));
    assertThat(textOf("#mean-own_state-3")).isEqualTo(Numbers.signed(b - a, 3));
    assertThat(b).isNotEqualTo(compare.b().heldOutLosses().last());
    tabTo("bars");
    type(KeyCode.RIGHT);
    double second = compare.b().positionLosses()[1] - compare.a().positionLosses()[1];
    assertThat(spoken(focused())).contains("letter 2: " + Numbers.signed(second, 3));
  }
}
