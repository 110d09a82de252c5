package dev.backstep.ui.shell;

import dev.backstep.ui.common.Screen;
import dev.backstep.ui.screen.ScreenPart;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/**
 * The screens, one of which is shown, and the button of each. The window opens with one of them;
 * the others are loaded one by one soon after, and each joins the window, which styles it and lays
 * it out, when it is first shown.
 */
final class ScreenStack {
  private static final Duration PAUSE = Duration.seconds(2);

  private final PauseTransition pause = new PauseTransition(PAUSE);
  private final StackPane pane;
  private final Screens screens;
  private final Function<Class<?>, FXMLLoader> views;
  private final Map<Screen, FXMLLoader> loaded = new HashMap<>();

  ScreenStack(StackPane pane, Screens screens, Function<Class<?>, FXMLLoader> views) {
    this.pane = pane;
    this.screens = screens;
    this.views = views;
  }

  /** Adds a screen, which is loaded now if it is the one shown. */
  void add(ScreenPart screen, ToggleButton button) {
    button.setOnAction(
        event -> {
          screens.show(screen);
          button.setSelected(true);
        });
    screens.shownProperty().addListener((property, before, now) -> show(screen, button));
    show(screen, button);
  }

  /** The controller of a screen, which is loaded if it is not yet. */
  Object controller(Screen screen) {
    return loader(screen).getController();
  }

  /** The root of the screen that is shown. */
  Node root() {
    return loader(screens.shown().screen()).getRoot();
  }

  /**
   * Loads the others, one after each pause.
   *
   * @param isQuiet whether nothing moves on the screen, which loading would hold up
   */
  void loadInPauses(BooleanSupplier isQuiet) {
    pause.setOnFinished(
        event -> {
          if (isQuiet.getAsBoolean()) {
            loadNext();
          }
          if (loaded.size() < screens.all().size()) {
            pause.playFromStart();
          }
        });
    pause.play();
  }

  /** Stops it; a screen that is not loaded by now is loaded when it is shown. */
  void stopLoading() {
    pause.stop();
  }

  private void loadNext() {
    screens.all().stream()
        .map(ScreenPart::screen)
        .filter(screen -> !loaded.containsKey(screen))
        .findFirst()
        .ifPresent(this::loader);
  }

  private FXMLLoader loader(Screen screen) {
    // Not computeIfAbsent: what is loaded may ask for another screen.
    if (!loaded.containsKey(screen)) {
      loaded.put(screen, views.apply(screens.of(screen).controller()));
    }
    return loaded.get(screen);
  }

  private void show(ScreenPart screen, ToggleButton button) {
    boolean isShown = screens.shown() == screen;
    button.setSelected(isShown);
    if (isShown || loaded.containsKey(screen.screen())) {
      show(loader(screen.screen()).getRoot(), isShown);
    }
  }

  private void show(Node screen, boolean isShown) {
    if (isShown && screen.getParent() == null) {
      // Below what lies over all screens.
      pane.getChildren().add(0, screen);
    }
    screen.setVisible(isShown);
    screen.setManaged(isShown);
  }
}
