package dev.backstep.ui.step;

import dev.backstep.math.ColumnSelection;
import dev.backstep.net.Head;
import dev.backstep.trace.Trace;
import dev.backstep.trace.links.Block;
import dev.backstep.trace.links.Light;
import dev.backstep.trace.links.Lights;
import dev.backstep.ui.parts.Naming;
import dev.backstep.ui.parts.QuantityRow;
import dev.backstep.ui.parts.ReadOuts;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** The characters of O in the order that somebody chose, and the menu to choose it. */
final class OutputRow {
  private static final List<Integer> TOPS = List.of(3, 5, 10, 20);

  private final QuantityRow row;
  private final OutputOrder order;
  private final Texts texts;
  private int[] ids = {};

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
    menu.setTooltip(new Tooltip(texts.of("output.order.help")));
    menu.setAccessibleText(texts.of("output.order.help"));
    menu.setOnShowing(event -> fill(menu));
    fill(menu);
    return menu;
  }

  private void fill(MenuButton menu) {
    boolean isSorted = order.byProbabilityProperty().get();
    int top = order.topProperty().get();
    menu.getItems().clear();
    add(menu, texts.of("output.by-id"), !isSorted, () -> order.byProbabilityProperty().set(false));
    add(
        menu,
        texts.of("output.by-probability"),
        isSorted,
        () -> order.byProbabilityProperty().set(true));
    menu.getItems().add(new SeparatorMenuItem());
    add(
        menu,
        texts.of("output.all"),
        top == OutputOrder.ALL,
        () -> order.topProperty().set(OutputOrder.ALL));
    for (int count : TOPS) {
      add(menu, texts.of("output.top", count), top == count, () -> order.topProperty().set(count));
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
    ids = order.ids(trace.values(Head.O), timestep);
    row.setRowLabels(IntStream.of(ids).mapToObj(trace::label).toList());
    row.setNames(
        Naming.ofTimesteps(
            texts,
            trace,
            (t, place) -> numbers.name(Head.O, t, ids[place]),
            place -> ReadOuts.index(trace, Head.O, ids[place])));
    row.show(new ColumnSelection(numbers.values(Head.O), ids), numbers.scale(Head.O));
  }

  /** How many characters are shown. */
  int shown() {
    return ids.length;
  }

  /** The id of the character in a row of the picture. */
  int id(int place) {
    return ids[place];
  }

  /** Where a character stands in the picture; −1 if it is not shown. */
  int placeOf(int id) {
    return IntStream.range(0, ids.length).filter(place -> ids[place] == id).findFirst().orElse(-1);
  }

  /** What is lit, by place in the picture instead of by id; what is not shown is not lit. */
  Lights arranged(Lights lights) {
    return new Lights(arranged(lights.sources()), arranged(lights.destinations()));
  }

  private List<Light> arranged(List<Light> lights) {
    return lights.stream().flatMap(this::arranged).toList();
  }

  private Stream<Light> arranged(Light light) {
    Block block = light.block();
    if (block.untilCol() - block.fromCol() > 1) {
      Block whole = new Block(block.fromRow(), block.untilRow(), 0, ids.length);
      return Stream.of(new Light(light.site(), whole));
    }
    return IntStream.range(0, ids.length)
        .filter(place -> block.hasCol(ids[place]))
        .mapToObj(place -> new Block(block.fromRow(), block.untilRow(), place, place + 1))
        .map(one -> new Light(light.site(), one));
  }
}
