package dev.backstep.ui.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import dev.backstep.math.Numbers;
import dev.backstep.math.RowView;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Input;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Trace;
import dev.backstep.ui.paint.Pulses;
import dev.backstep.ui.paint.ScaleKind;
import dev.backstep.ui.shell.WindowTest;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.DialogPane;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Zoom, scales and the order of O, by keys and mouse. */
class HeatmapChoicesTest extends WindowTest {
  @BeforeEach
  void openAWord() throws TimeoutException {
    openDinosaursAndShow("triceratops");
    WaitForAsyncUtils.asyncFx(() -> window.viewModel().step().last());
    Pulses.settle();
  }

  private Trace trace() {
    return window.viewModel().step().traceProperty().get();
  }

  private TimeHeatmap heatmap(Vector quantity) {
    return lookup("#" + quantity.symbol()).queryAs(TimeHeatmap.class);
  }

  private double heightOf(Vector quantity) {
    return WaitForAsyncUtils.waitForAsyncFx(Deadline.MILLIS, () -> heatmap(quantity).getHeight());
  }

  /** Opens the menu of a button by keys and chooses the entry whose words begin so. */
  private void choose(String button, String words) {
    MenuButton menu = lookup(button).queryAs(MenuButton.class);
    interact(menu::requestFocus);
    type(KeyCode.SPACE);
    Pulses.settle();
    assertThat(menu.isShowing()).as("the menu opens by the keyboard").isTrue();
    MenuItem item =
        menu.getItems().stream()
            .filter(each -> each.getText() != null && each.getText().startsWith(words))
            .findFirst()
            .orElseThrow();
    interact(menu::hide);
    WaitForAsyncUtils.asyncFx(item::fire);
    Pulses.settle();
  }

  @Test
  void plusMakesTheRowsHigherAndZeroMakesThemAsTheyWere() {
    double before = heightOf(Cell.H);

    write("+++++");
    assertThat(heightOf(Cell.H)).isGreaterThan(2 * before);
    write("-----");
    assertThat(heightOf(Cell.H)).isEqualTo(before);
  }

  @Test
  void theWheelZoomsWithControlAndScrollsWithout() {
    double before = heightOf(Cell.H);
    interact(() -> heatmap(Cell.H).fireEvent(wheel(40, true)));
    interact(() -> heatmap(Cell.H).fireEvent(wheel(40, true)));
    interact(() -> heatmap(Cell.H).fireEvent(wheel(40, true)));
    double zoomed = heightOf(Cell.H);
    assertThat(zoomed).isGreaterThan(before);

    interact(() -> heatmap(Cell.H).fireEvent(wheel(-40, false)));
    assertThat(heightOf(Cell.H)).isEqualTo(zoomed);
  }

  private static ScrollEvent wheel(double delta, boolean control) {
    return new ScrollEvent(
        ScrollEvent.SCROLL,
        50,
        10,
        50,
        10,
        false,
        control,
        false,
        false,
        false,
        false,
        0,
        delta,
        0,
        delta,
        ScrollEvent.HorizontalTextScrollUnits.NONE,
        0,
        ScrollEvent.VerticalTextScrollUnits.NONE,
        0,
        0,
        null);
  }

  @Test
  void aTypedWordMayHoldAPlusWithoutZooming() {
    double before = heightOf(Cell.H);
    TextInputControl field = lookup("#typed").queryAs(TextInputControl.class);
    interact(field::requestFocus);

    write("+0-");

    assertThat(field.getText()).endsWith("+0-");
    assertThat(heightOf(Cell.H)).isEqualTo(before);
  }

  @Test
  void anOwnLimitOrASharedOneIsChosenAtTheScaleBar() {
    choose("#scale-dtanh", "Limit: the largest of this");
    assertThat(heatmap(Vanilla.DTANH).limitProperty().get())
        .isEqualTo(trace().limit(Vanilla.DTANH));

    assertThat(heatmap(Vanilla.DTANH).limitsProperty().get()).isNull();

    choose("#scale-dxt", "Limit: the largest of e,");
    assertThat(heatmap(Input.DXT).limitProperty().get())
        .isEqualTo(Math.max(trace().limit(Input.DXT), trace().limit(Head.E)));
  }

  @Test
  void aLimitOfEachColumnIsChosenAtTheScaleBarAndSaidThere() {
    choose("#scale-H", "Limit: the largest of each column");

    for (int t = 0; t < trace().length(); t++) {
      double largest = new RowView(trace().values(Cell.H), t).maxAbs();
      assertThat(heatmap(Cell.H).limitsProperty().get().applyAsDouble(t)).isEqualTo(largest);
    }
    MenuButton scale = lookup("#scale-H").queryAs(MenuButton.class);
    assertThat(scale.getGraphic().getAccessibleText())
        .isEqualTo("each column up to its own largest");
    hover("#H", 0.01, 0.1);
    assertThat(textOf("#readOut"))
        .endsWith(", limit of the column " + Numbers.three(trace().limit(Cell.H, 0)));
  }

  /** Types into the dialog, over what it suggests. */
  private void answer(String typed) {
    DialogPane pane = lookup(node -> node instanceof DialogPane).query();
    targetWindow(pane.getScene().getWindow());
    write(typed);
    clickOn("OK");
    Pulses.settle();
  }

  @Test
  void aFixedLimitIsTypedAndAWrongOneIsRefusedInASentence() {
    choose("#scale-e", "Limit: fixed");
    answer("0.25");
    assertThat(heatmap(Head.E).limitProperty().get()).isEqualTo(0.25);

    choose("#scale-e", "Limit: fixed at 0.25");
    answer("none");
    assertThat(lookup("The limit is “none”; it must be a number above 0.").tryQuery()).isPresent();
    clickOn("OK");
    assertThat(heatmap(Head.E).limitProperty().get()).as("stays").isEqualTo(0.25);
  }

  @Test
  void theRowsOfOStandByProbabilityAndAreReadAsTheCharactersTheyAre() {
    choose("#outputOrder", "By probability");
    choose("#outputOrder", "The 5 most");
    assertThat(heatmap(Head.O).valuesProperty().get().cols()).isEqualTo(5);
    int t = window.viewModel().step().momentProperty().get().timestep();
    int best = 0;
    for (int id = 1; id < trace().shape().vocabulary(); id++) {
      if (trace().values(Head.O).get(t, id) > trace().values(Head.O).get(t, best)) {
        best = id;
      }
    }

    hover("#O", 0.01, 0.1);

    assertThat(textOf("#readOut"))
        .startsWith("O[" + best + " “" + trace().label(best) + "”] at t = 0")
        .endsWith("= " + Numbers.six(trace().values(Head.O).get(0, best)));
    clickOn(MouseButton.PRIMARY);
    assertThat(window.viewModel().step().selection().entryProperty().get())
        .isEqualTo(new Entry.OfCell(Head.O, 0, best));
  }

  @Test
  void gradientsAndWeightsAreColouredLogarithmicallyTogether() {
    WaitForAsyncUtils.asyncFx(() -> window.viewModel().step().goTo(14));
    press(KeyCode.CONTROL).type(KeyCode.G).release(KeyCode.CONTROL);
    Pulses.settle();

    for (String map : List.of("#accumulator-after", "#step-W2", "#vector-dh")) {
      assertThat(lookup(map).queryAs(MatrixHeatmap.class).kindProperty().get())
          .as(map)
          .isEqualTo(ScaleKind.SYMMETRIC_LOG);
    }
    assertThat(heatmap(Head.O).kindProperty().get()).isEqualTo(ScaleKind.LINEAR);
  }
}
