package dev.backstep.ui.step;

import dev.backstep.math.Numbers;
import dev.backstep.net.Vector;
import dev.backstep.ui.common.Dialogs;
import dev.backstep.ui.step.Scales.Choice;
import dev.backstep.ui.step.Scales.Limit;
import dev.backstep.words.Texts;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;

/** The scale of one heatmap, to be chosen where its limits stand. */
final class ScaleMenu {
  private final StepViewModel step;
  private final Vector quantity;
  private final BooleanProperty squares;
  private final Texts texts;
  private final MenuButton button = new MenuButton();

  /**
   * @param squares whether vectors are folded into squares, in every heatmap
   */
  ScaleMenu(StepViewModel step, Vector quantity, BooleanProperty squares, Texts texts) {
    this.step = step;
    this.squares = squares;
    this.quantity = quantity;
    this.texts = texts;
    button.setId("scale-" + quantity.symbol());
    button.getStyleClass().addAll("scale-menu", "flat");
    button.setTooltip(new Tooltip(texts.of("step.scale.help", quantity.symbol())));
    button.setAccessibleText(texts.of("step.scale.help", quantity.symbol()));
    button.setOnShowing(event -> fill());
    fill();
  }

  MenuButton button() {
    return button;
  }

  private Choice choice() {
    return step.scales().choiceProperty(quantity).get();
  }

  private void choose(Choice choice) {
    step.scales().choiceProperty(quantity).set(choice);
  }

  private void fill() {
    Choice now = choice();
    button.getItems().clear();
    if (quantity.isSigned()) {
      add("step.scale.linear", !now.logarithmic(), new Choice(false, now.limit(), now.fixed()));
      add("step.scale.logarithmic", now.logarithmic(), new Choice(true, now.limit(), now.fixed()));
      button.getItems().add(new SeparatorMenuItem());
    }
    add("step.scale.own", now.limit() == Limit.OWN, now.withLimit(Limit.OWN));
    add("step.scale.column", now.limit() == Limit.COLUMN, now.withLimit(Limit.COLUMN));
    addShared(now);
    addFixed(now);
    MenuItem all = new MenuItem(texts.of("step.scale.all"));
    all.setOnAction(event -> step.scales().useForAll(choice()));
    CheckMenuItem folded = new CheckMenuItem(texts.of("step.scale.squares"));
    folded.setSelected(squares.get());
    folded.setOnAction(event -> squares.set(folded.isSelected()));
    button.getItems().addAll(new SeparatorMenuItem(), all, new SeparatorMenuItem(), folded);
  }

  private void addShared(Choice now) {
    Set<Vector> sharing = Scales.sharing(step.net(), quantity);
    if (sharing.size() > 1) {
      String names = sharing.stream().map(Vector::symbol).collect(Collectors.joining(", "));
      add(
          texts.of("step.scale.shared", names),
          now.limit() == Limit.SHARED,
          () -> choose(now.withLimit(Limit.SHARED)));
    }
  }

  private void addFixed(Choice now) {
    boolean isFixed = now.limit() == Limit.FIXED;
    String words =
        isFixed
            ? texts.of("step.scale.fixed-at", Numbers.three(now.fixed()))
            : texts.of("step.scale.fixed");
    add(words, isFixed, this::askFixed);
  }

  private void askFixed() {
    double suggested = step.scales().limit(step.traceProperty().get(), quantity);
    new Dialogs(texts, button.getScene().getWindow())
        .askLimit(quantity.symbol(), suggested)
        .ifPresent(limit -> choose(choice().withFixed(limit)));
  }

  private void add(String key, boolean isChosen, Choice choice) {
    add(texts.of(key), isChosen, () -> choose(choice));
  }

  private void add(String words, boolean isChosen, Runnable action) {
    RadioMenuItem item = new RadioMenuItem(words);
    // The underscore in a name would be taken for the mark of a mnemonic.
    item.setMnemonicParsing(false);
    item.setSelected(isChosen);
    item.setOnAction(event -> action.run());
    button.getItems().add(item);
  }
}
