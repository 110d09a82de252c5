package dev.backstep.ui.step;

import dev.backstep.net.Cell.Family;
import dev.backstep.net.Net;
import dev.backstep.ui.parts.RowChoice;
import dev.backstep.words.Texts;
import java.util.stream.Collectors;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.SeparatorMenuItem;

/** Which vectors of the net have a heatmap, to be chosen. */
record RowMenu(Menu menu, StepViewModel step, Texts texts) {
  /** Fills a menu now and whenever there is something else to choose. */
  static void fill(Menu menu, StepViewModel step, Texts texts) {
    RowMenu rows = new RowMenu(menu, step, texts);
    step.netProperty().addListener(observable -> rows.fill());
    step.rows().stateProperty().addListener((property, before, now) -> rows.fill());
    rows.fill();
  }

  private void fill() {
    menu.getItems().clear();
    Net net = step.net();
    for (RowChoice.Row row : RowChoice.of(net)) {
      add(name(row), step.rows().isShown(net, row), () -> step.rows().toggle(net, row));
    }
    if (!net.gating().families().isEmpty()) {
      menu.getItems().add(new SeparatorMenuItem());
    }
    for (Family family : net.gating().families()) {
      add(
          texts.of("step.rows.each", texts.of("step.family." + family.id())),
          step.rows().isEach(family),
          () -> step.rows().toggleEach(family));
    }
  }

  private String name(RowChoice.Row row) {
    return row.family()
        .map(
            family ->
                texts.of(
                    "step.rows.family", texts.of("step.family." + family.id()), letters(family)))
        .orElseGet(() -> row.vectors().get(0).symbol());
  }

  private static String letters(Family family) {
    return family.members().stream().map(Family.Member::letter).collect(Collectors.joining(" "));
  }

  private void add(String words, boolean isChosen, Runnable toggle) {
    CheckMenuItem item = new CheckMenuItem(words);
    // The underscore in a name would be taken for the mark of a mnemonic.
    item.setMnemonicParsing(false);
    item.setSelected(isChosen);
    // Also where the choice stays as it was.
    item.setOnAction(
        event -> {
          toggle.run();
          fill();
        });
    menu.getItems().add(item);
  }
}
