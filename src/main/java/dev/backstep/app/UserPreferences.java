package dev.backstep.app;

import dev.backstep.ui.viewmodel.MainViewModel;
import java.util.prefs.Preferences;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;

/**
 * What is remembered from one start to the next: how things are shown, where the window was, and
 * how far the guided tour has come.
 */
final class UserPreferences {
  private static final String GUIDE_ANSWERED = "guideAnswered";
  private static final String CHAPTER = "guideChapter";

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
    main.guide().resumeFrom(stored.getBoolean(GUIDE_ANSWERED, false), stored.getInt(CHAPTER, 0));
    main.guide().offer();
    restoreWindow();
  }

  private void restoreWindow() {
    Rectangle2D place =
        WindowBounds.here().again(number("x"), number("y"), number("width"), number("height"));
    new StageBounds(stage, place).open(stored.getBoolean("maximized", false));
  }

  private double number(String key) {
    return stored.getDouble(key, Double.NaN);
  }

  void save() {
    // It has the names of the program that is looked at, not those that the user chose.
    main.codeVisit().leave();
    main.options().kept().forEach((name, option) -> stored.putBoolean(name, option.get()));
    stored.putBoolean(GUIDE_ANSWERED, main.guide().isAnswered());
    stored.putInt(CHAPTER, main.guide().chapterProperty().get());
    stored.putBoolean("maximized", stage.isMaximized());
    if (!stage.isMaximized() && !stage.isIconified()) {
      stored.putDouble("x", stage.getX());
      stored.putDouble("y", stage.getY());
      stored.putDouble("width", stage.getWidth());
      stored.putDouble("height", stage.getHeight());
    }
  }
}
