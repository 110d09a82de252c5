package dev.backstep.ui.shell;

import dev.backstep.ui.screen.ScreenPart;
import dev.backstep.words.Texts;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** The button of a screen in the navigation. */
final class ScreenButton extends ToggleButton {
  ScreenButton(ScreenPart screen, Texts texts) {
    super(texts.of("shell.screen." + screen.id()), new FontIcon(screen.icon()));
    String help = texts.of("shell.screen." + screen.id() + ".help");
    setId(screen.id() + "Nav");
    setContentDisplay(ContentDisplay.TOP);
    getStyleClass().add("nav-item");
    setAccessibleText(help);
    setTooltip(new Tooltip(help));
  }
}
