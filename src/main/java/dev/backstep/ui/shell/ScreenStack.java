package dev.backstep.ui.shell;

import dev.backstep.ui.common.Screen;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
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
  private final ObjectProperty<Screen> shown;
  private final Function<Class<?>, FXMLLoader> views;
  private final Map<Screen, Class<?>> files = new EnumMap<>(Screen.class);
  private final Map<Screen, FXMLLoader> loaded = new EnumMap<>(Screen.class);

  ScreenStack(StackPane pane, ObjectProperty<Screen> shown, Function<Class<?>, FXMLLoader> views) {
    this.pane = pane;
    this.shown = shown;
    this.views = views;
  }

  /** Adds a screen, which is loaded now if it is the one shown. */
  void add(Screen screen, ToggleButton button, Class<?> controller) {
    files.put(screen, controller);
    button.setOnAction(
        event -> {
          shown.set(screen);
          button.setSelected(true);
        });
    shown.addListener((property, before, now) -> show(screen, button, now == screen));
    show(screen, button, shown.get() == screen);
  }

  /** The controller of a screen, which is loaded if it is not yet. */
  Object controller(Screen screen) {
    return loader(screen).getController();
  }

  /** What is shown of the screen that is shown. */
  Node root() {
    return loader(shown.get()).getRoot();
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
          if (loaded.size() < files.size()) {
            pause.playFromStart();
          }
        });
    pause.play();
  }

  /** What is not loaded by now is loaded when it is shown. */
  void stopLoading() {
    pause.stop();
  }

  private void loadNext() {
    files.keySet().stream()
        .filter(screen -> !loaded.containsKey(screen))
        .findFirst()
        .ifPresent(this::loader);
  }

  private FXMLLoader loader(Screen screen) {
    // Not computeIfAbsent: what is loaded may ask for another screen.
    if (!loaded.containsKey(screen)) {
      loaded.put(screen, views.apply(files.get(screen)));
    }
    return loaded.get(screen);
  }

  private void show(Screen screen, ToggleButton button, boolean isShown) {
    button.setSelected(isShown);
    if (isShown || loaded.containsKey(screen)) {
      show(loader(screen).getRoot(), isShown);
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
