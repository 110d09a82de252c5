package dev.backstep.ui.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.net.Cell;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.trace.Entry;
import dev.backstep.training.RunSettings;
import dev.backstep.ui.heatmap.TimeHeatmap;
import dev.backstep.ui.network.UnrolledNetwork;
import dev.backstep.ui.paint.ColorScale;
import dev.backstep.ui.takeaway.TakeAwayWindowTest;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run of an LSTM in the window: its rows, its tabs, its equations, its weights. */
class GatedCellOnScreenTest extends TakeAwayWindowTest {
  @BeforeEach
  void beginAnLstm() throws TimeoutException {
    begin(Lstm.NET);
    onScreen(() -> step.goTo(step.timelineProperty().get().backward(2)));
  }

  private void begin(Net cell) throws TimeoutException {
    RunSettings now = main.session().run().settingsProperty().get();
    onScreen(() -> main.session().changeSettings(List.of(now.withCell(cell))));
    await(() -> step.net() == cell);
    show("stegos");
  }

  private Set<String> visible(String query) {
    return seen(
            () ->
                lookup(query).queryAll().stream()
                    .filter(node -> isSeen(node))
                    .map(Node::getId)
                    .toList())
        .stream()
        .collect(Collectors.toSet());
  }

  private boolean hasHeatmap(String id) {
    return seen(() -> lookup("#" + id).tryQuery().isPresent());
  }

  private void press(String query) {
    onScreen(lookup(query).queryAs(ButtonBase.class)::fire);
  }

  @Test
  void theGatesAreOneRowThatGrowsWithTheOthersWithTabsOrARowEach() {
    double before = heightOf("C");
    assertThat(heightOf("I")).isEqualTo(before);
    write("++++++");
    double zoomed = heightOf("C");
    assertThat(zoomed).isGreaterThan(1.5 * before);
    assertThat(heightOf("I")).isEqualTo(zoomed);
    assertThat(heightOf("da_i")).isEqualTo(zoomed);

    assertThat(hasHeatmap("C")).isTrue();
    assertThat(hasHeatmap("dc_from_h")).isTrue();
    assertThat(hasHeatmap("I")).isTrue();
    assertThat(hasHeatmap("F")).isFalse();
    press("#tab-f");
    assertThat(hasHeatmap("F")).isTrue();
    assertThat(hasHeatmap("I")).isFalse();
    TimeHeatmap f = lookup("#F").query();
    assertThat(f.scaleProperty().get()).isEqualTo(ColorScale.GATE);
    assertThat(f.limitProperty().get()).isEqualTo(1);
    assertThat(seen(f::getAccessibleText)).isEqualTo("F");

    press("#tab-each-gates");
    assertThat(List.of("I", "F", "G", "gate_o")).allMatch(this::hasHeatmap);
    assertThat(visible(".family-tab")).contains("tab-f", "tab-da_f");
    press("#tab-g");
    assertThat(hasHeatmap("G")).isTrue();
    assertThat(List.of("I", "F", "gate_o")).noneMatch(this::hasHeatmap);
  }

  @Test
  void aTabThatIsPressedByKeyKeepsTheKeys() {
    onScreen(() -> lookup("#tab-i").query().requestFocus());
    type(KeyCode.TAB, KeyCode.SPACE);
    assertThat(hasHeatmap("F")).isTrue();
    assertThat(seen(() -> window.scene().getFocusOwner().getId())).isEqualTo("tab-f");
    assertThat(seen(() -> isSeen(window.scene().getFocusOwner()))).isTrue();
  }

  @Test
  void whatIsSelectedOrComputedComesToTheFrontWithWhyTheGradientOfTheCellStateIsASum() {
    onScreen(() -> step.selection().select(new Entry.OfCell(Lstm.OF_F.da(), 2, 1)));
    assertThat(hasHeatmap("da_f")).isTrue();
    assertThat(hasHeatmap("da_i")).isFalse();
    onScreen(() -> step.activate(Lstm.NET.rule("da_o")));
    assertThat(hasHeatmap("da_o")).isTrue();
    onScreen(() -> step.activate(Lstm.NET.rule("dw_hidden")));
    assertThat(hasHeatmap("da_o")).isTrue();

    onScreen(() -> step.activate(Lstm.NET.rule("dc")));
    assertThat(isSeen("#paths-c")).isTrue();
    assertThat(isSeen("#paths-h")).isFalse();
    assertThat(seen(lookup("#paths-c").queryAs(Labeled.class)::getText))
        .contains("c is read twice, by h of this timestep and by c of the next");
    onScreen(() -> step.activate(Lstm.NET.rule("dc_prev")));
    assertThat(isSeen("#paths-c")).isFalse();
  }

  @Test
  void aRowThatIsNotWantedGoesAndOneOfAnotherNetIsNotAskedFor() throws TimeoutException {
    onScreen(inStepMenu("dc_from_h")::fire);
    assertThat(hasHeatmap("dc_from_h")).isFalse();
    onScreen(inStepMenu("da: one heatmap each")::fire);
    assertThat(List.of("da_i", "da_f", "da_g", "da_o")).allMatch(this::hasHeatmap);
    assertThat(step.rows().kept()).isEqualTo("dc_from_h,each-da");
    begin(Vanilla.NET);
    assertThat(List.of("H", "dtanh", "dxt")).allMatch(this::hasHeatmap);
    assertThat(hasHeatmap("C")).isFalse();
  }

  private MenuItem inStepMenu(String text) {
    MenuBar bar = lookup(node -> node instanceof MenuBar).query();
    return bar.getMenus().stream()
        .filter(menu -> menu.getText().equals("_Step"))
        .flatMap(this::items)
        .filter(item -> text.equals(item.getText()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void ofTheEquationsOnlyTheGroupOfTheActiveOneIsOpen() {
    assertThat(visible(".equation-group"))
        .containsExactlyInAnyOrder(
            "equations-backward-output",
            "equations-backward-state",
            "equations-backward-gates",
            "equations-backward-weights");
    assertThat(visible(".equation"))
        .containsExactlyInAnyOrder(
            "equation-dh", "equation-dc", "equation-dxt", "equation-dh_prev", "equation-dc_prev");
    press("#equations-backward-gates");
    assertThat(visible(".equation"))
        .containsExactlyInAnyOrder(
            "equation-da_i", "equation-da_f", "equation-da_g", "equation-da_o");
    assertThat(seen(lookup("#equations-backward-gates").query()::getAccessibleText))
        .isEqualTo("Gates  da_i, da_f, da_g, da_o: unfolded");
    press("#equations-backward-weights");
    assertThat(visible(".equation"))
        .containsExactlyInAnyOrder("equation-dw_output", "equation-dw_hidden");
    assertThat(seen(lookup("#equation-dw_hidden").query()::getAccessibleText))
        .startsWith("dW1_i += xᵀ·da_i    db_i += da_i\ndW2_i += h_prevᵀ·da_i\ndW1_f");
  }

  @Test
  void everyWeightCanBeLookedAtAndWhatIsHandedBackStandsAsFourBarsUntilItIsCovered() {
    Set<String> weights =
        Lstm.NET.names().stream().map(name -> "step-" + name).collect(Collectors.toSet());
    assertThat(weights).allMatch(this::hasHeatmap);
    press("#parameter-W2_f");
    assertThat(seen(lookup("#accumulator-after").query()::getAccessibleText)).startsWith("dW2_f");
    onScreen(() -> step.selection().select(new Entry.OfShare("W1_g", 2, 0, 1)));
    assertThat(lookup("#parameter-W1_g").queryAs(ToggleButton.class).isSelected()).isTrue();
    assertThat(hasHeatmap("vector-c_prev")).isTrue();
    assertThat(hasHeatmap("vector-gate_o")).isTrue();

    onScreen(() -> step.selection().select(new Entry.OfCell(Cell.DH_PREV, 2, 3)));
    List<String> bars =
        seen(
            () ->
                from(lookup("#subtotals")).lookup(".subtotal-bar").queryAll().stream()
                    .map(Node::getAccessibleText)
                    .toList());
    assertThat(bars).hasSize(4);
    assertThat(bars.get(1)).startsWith("da_f·W2_fᵀ = ");
    onScreen(() -> main.options().valuesHiddenProperty().set(true));
    assertThat(hasHeatmap("subtotals")).isFalse();
  }

  @Test
  void theNetSaysBothNormsAndTheForgetGateAndARowIsTakenAwayAsNumbers() throws Exception {
    UnrolledNetwork network = lookup("#network").query();
    assertThat(seen(network::getAccessibleText))
        .contains("‖dh‖ = ", "‖dc‖ = ", "f: mean ", " above .9, ");
    double height = seen(network::getHeight);
    CheckMenuItem openness = (CheckMenuItem) inStepMenu("_Openness of the gate below the letters");
    assertThat(openness.isDisable()).isFalse();
    onScreen(() -> openness.setSelected(true));
    assertThat(seen(network::getHeight)).isGreaterThan(height + 30);
    assertThat(main.options().opennessProperty().get()).isTrue();

    ContextMenu menu = openMenu("#I");
    choose(menu, "take-numbers-csv");
    List<String> lines = Files.readAllLines(saved());
    assertThat(lines.get(0)).contains("i");
    assertThat(lines).hasSize(1 + step.traceProperty().get().length());
  }

  private String clipboard() {
    String text = Clipboard.getSystemClipboard().getString();
    return text == null ? "" : text;
  }

  private double heightOf(String row) {
    return seen(lookup("#" + row).queryAs(TimeHeatmap.class)::getHeight);
  }

  @Test
  void theCellIsCopiedAsATestAndTheScreenAndItsEquationsAreTakenAwayWithTheirGates()
      throws Exception {
    press("#copyTest");
    await(() -> clipboard().contains("c_prev = np.array"));
    assertThat(seen(this::clipboard))
        .contains("dc_later = np.array", "expected_dc_from_h", "dc_prev = dc * f");

    chooseInMenuBar("Save the screen as SVG…");
    assertThat(texts(parse(saved())))
        .contains("gates", "dc", "gate_o", "c_prev")
        .anyMatch(text -> text.contains("c0 = 0"));
    press("#copyTable");
    await(() -> clipboard().contains("tabular"));
    assertThat(seen(this::clipboard))
        .contains("\\mathrm{d}c = \\mathrm{d}h", "\\mathrm{d}c_{\\mathrm{prev}}");
  }

  @Test
  void everyStepAndEveryNumberCanBeVisited() {
    int size = step.timelineProperty().get().size();
    for (int place = 0; place < size; place++) {
      int to = place;
      onScreen(() -> step.goTo(to));
    }
    for (Vector vector : Lstm.NET.vectors()) {
      onScreen(() -> step.selection().goTo(new Entry.OfCell(vector, 1, 2)));
      assertThat(step.selection().derivation().name()).isEqualTo(vector.written() + "[2]");
    }
  }
}
