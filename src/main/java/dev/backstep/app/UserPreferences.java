package dev.backstep.app;

import dev.backstep.ui.viewmodel.MainViewModel;
import java.util.prefs.Preferences;
import javafx.stage.Stage;

/**
 * What is remembered from one start to the next: how things are shown, and where the window was.
 */
final class UserPreferences {
  private final Preferences stored = Preferences.userNodeForPackage(UserPreferences.class);
  private final MainViewModel main;
  private final Stage stage;

  UserPreferences(MainViewModel main, Stage stage) {
    this.main = main;
    this.stage = stage;
  }

  void restore() {
    main.options()
        .kept()
        .forEach((name, option) -> option.set(stored.getBoolean(name, option.get())));
    if (stored.getBoolean("maximized", false)) {
      stage.setMaximized(true);
    } else if (stored.getDouble("width", 0) > 0) {
      stage.setWidth(stored.getDouble("width", 0));
      stage.setHeight(stored.getDouble("height", 0));
    }
  }

  void save() {
    main.options().kept().forEach((name, option) -> stored.putBoolean(name, option.get()));
    stored.putBoolean("maximized", stage.isMaximized());
    if (!stage.isMaximized()) {
      stored.putDouble("width", stage.getWidth());
      stored.putDouble("height", stage.getHeight());
    }
  }
}
