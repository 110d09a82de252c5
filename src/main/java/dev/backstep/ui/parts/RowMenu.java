package dev.backstep.ui.parts;

import dev.backstep.net.Cell.Family;
import dev.backstep.net.Net;
import dev.backstep.words.Texts;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.SeparatorMenuItem;

/** Which vectors of the net have a heatmap, to be chosen. */
public record RowMenu(Menu menu, ObservableValue<Net> net, RowChoice rows, Texts texts) {
  /** Fills the menu now and whenever there is something else to choose. */
  public void keepFilled() {
    net.addListener((property, before, now) -> fill());
    rows.stateProperty().addListener((property, before, now) -> fill());
    fill();
  }

  private void fill() {
    menu.getItems().clear();
    Net shown = net.getValue();
    for (RowChoice.Row row : RowChoice.of(shown)) {
      add(name(row), rows.isShown(shown, row), () -> rows.toggle(shown, row));
    }
    if (!shown.gating().families().isEmpty()) {
      menu.getItems().add(new SeparatorMenuItem());
    }
    for (Family family : shown.gating().families()) {
      add(
          texts.of("step.rows.each", texts.of("step.family." + family.id())),
          rows.isEach(family),
          () -> rows.toggleEach(family));
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
