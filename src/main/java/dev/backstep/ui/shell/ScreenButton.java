package dev.backstep.ui.shell;

import dev.backstep.ui.screen.ScreenPart;
import dev.backstep.words.Texts;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** The button of a screen in the navigation. */
final class ScreenButton extends ToggleButton {
  /**
   * The button of a screen.
   *
   * @param place of the screen among all, from 1: its key is Ctrl with this number
   */
  ScreenButton(ScreenPart screen, int place, Texts texts) {
    super(texts.of(screen.nameKey()), new FontIcon(screen.icon()));
    String help = texts.of("shell.screen", texts.of(screen.nameKey() + ".help"), place);
    setId(screen.room() + "Nav");
    setContentDisplay(ContentDisplay.TOP);
    getStyleClass().add("nav-item");
    setAccessibleText(help);
    setTooltip(new Tooltip(help));
  }
}
