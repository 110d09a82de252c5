package dev.backstep.ui.step;

import dev.backstep.math.ColumnSelection;
import dev.backstep.net.Head;
import dev.backstep.trace.Trace;
import dev.backstep.ui.parts.HeatmapNames;
import dev.backstep.ui.parts.QuantityRow;
import dev.backstep.ui.parts.ReadOuts;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** The characters of O in the chosen order, and the menu to choose it. */
final class OutputRow {
  private static final List<Integer> TOPS = List.of(3, 5, 10, 20);

  private final QuantityRow row;
  private final OutputOrder order;
  private final Texts texts;
  private ShownOutputs shown = new ShownOutputs();

  OutputRow(QuantityRow row, OutputOrder order, Texts texts) {
    this.row = row;
    this.order = order;
    this.texts = texts;
    row.addToHead(menu());
  }

  private MenuButton menu() {
    MenuButton menu = new MenuButton();
    menu.setId("outputOrder");
    menu.setGraphic(new FontIcon("fth-filter"));
    menu.getStyleClass().addAll("flat", "order-menu");
    menu.setTooltip(new Tooltip(texts.of("step.output.order.help")));
    menu.setAccessibleText(texts.of("step.output.order.help"));
    menu.setOnShowing(event -> fill(menu));
    fill(menu);
    return menu;
  }

  private void fill(MenuButton menu) {
    boolean isSorted = order.byProbabilityProperty().get();
    int top = order.topProperty().get();
    menu.getItems().clear();
    add(
        menu,
        texts.of("step.output.by-id"),
        !isSorted,
        () -> order.byProbabilityProperty().set(false));
    add(
        menu,
        texts.of("step.output.by-probability"),
        isSorted,
        () -> order.byProbabilityProperty().set(true));
    menu.getItems().add(new SeparatorMenuItem());
    add(
        menu,
        texts.of("step.output.all"),
        top == OutputOrder.ALL,
        () -> order.topProperty().set(OutputOrder.ALL));
    for (int count : TOPS) {
      add(
          menu,
          texts.of("step.output.top", count),
          top == count,
          () -> order.topProperty().set(count));
    }
  }

  private static void add(MenuButton menu, String words, boolean isChosen, Runnable action) {
    RadioMenuItem item = new RadioMenuItem(words);
    item.setSelected(isChosen);
    item.setOnAction(event -> action.run());
    menu.getItems().add(item);
  }

  /** The most probable characters are those of one timestep. */
  void show(StepNumbers numbers, int timestep) {
    Trace trace = numbers.trace();
    int[] ids = order.ids(trace.values(Head.O), timestep);
    shown = new ShownOutputs(ids);
    row.setRowLabels(IntStream.of(ids).mapToObj(trace::label).toList());
    row.setNames(
        HeatmapNames.ofTimesteps(
            texts,
            trace,
            (t, place) -> numbers.name(Head.O, t, ids[place]),
            place -> ReadOuts.index(trace, Head.O, ids[place])));
    row.show(new ColumnSelection(numbers.values(Head.O), ids), numbers.scale(Head.O));
  }

  /** The characters that are shown. */
  ShownOutputs shown() {
    return shown;
  }
}
