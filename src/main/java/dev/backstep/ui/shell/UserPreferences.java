package dev.backstep.ui.shell;

import dev.backstep.ui.paint.Background;
import dev.backstep.ui.tour.Level;
import java.util.List;
import java.util.prefs.Preferences;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * The values remembered from one start to the next: how things are shown, where the window was, and
 * how far the guided tour has come.
 */
public final class UserPreferences {
  private static final String GUIDE_ANSWERED = "guideAnswered";
  private static final String CHAPTER = "guideAt";
  private static final String LEVEL = "guideIsLong";
  private static final String HEATMAPS = "heatmaps";
  private static final String SCALES = "scales";
  private static final String PANELS = "panels";
  private static final String TYPE_SIZE = "typeSize";

  /** A window that is being resized is not written before it has its size. */
  private static final Duration PAUSE = Duration.millis(200);

  private final PauseTransition pause = new PauseTransition(PAUSE);
  private final RememberedValues stored;
  private final MainViewModel main;
  private final Stage stage;

  public UserPreferences(MainViewModel main, Stage stage) {
    this(main, stage, Preferences.userNodeForPackage(UserPreferences.class));
  }

  /** The same, with another place where it is kept. */
  public UserPreferences(MainViewModel main, Stage stage, Preferences place) {
    stored = new RememberedValues(place);
    this.main = main;
    this.stage = stage;
  }

  public void restore() {
    main.options()
        .kept()
        .forEach((name, option) -> option.set(stored.getBoolean(name, option.get())));
    main.panelSizes().restore(stored.getString(PANELS, ""));
    main.typeSize().set(stored.getInt(TYPE_SIZE, main.typeSize().percentProperty().get()));
    main.step().rows().restore(stored.getString(HEATMAPS, ""));
    main.step().scales().restore(stored.getString(SCALES, ""));
    main.guide()
        .resumeFrom(
            stored.getBoolean(GUIDE_ANSWERED, false),
            stored.getBoolean(LEVEL, false) ? Level.TWENTY : Level.FIVE,
            stored.getString(CHAPTER, ""));
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

  /** Writes from now on what changes, when it changes: the program may be ended any time. */
  public void follow() {
    pause.setOnFinished(event -> writeInBackground());
    InvalidationListener soon = observable -> pause.playFromStart();
    main.options().kept().values().forEach(option -> option.addListener(soon));
    List.<Observable>of(
            main.guide().offeredProperty(),
            main.guide().chapterProperty(),
            main.guide().levelProperty(),
            main.codeVisit().sideProperty(),
            main.step().rows().stateProperty(),
            main.step().scales().keptProperty(),
            main.typeSize().percentProperty(),
            main.panelSizes().keptProperty(),
            stage.maximizedProperty(),
            stage.xProperty(),
            stage.yProperty(),
            stage.widthProperty(),
            stage.heightProperty())
        .forEach(value -> value.addListener(soon));
  }

  private void writeInBackground() {
    put();
    Background.run(
        () -> {
          stored.flush();
          return true;
        },
        isDone -> {});
  }

  public void save() {
    main.codeVisit().leave();
    put();
    stored.flush();
  }

  private void put() {
    main.options()
        .kept()
        .forEach(
            (name, option) -> {
              if (!isLent(option)) {
                stored.putBoolean(name, option.get());
              }
            });
    stored.putBoolean(GUIDE_ANSWERED, main.guide().isAnswered());
    stored.putString(PANELS, main.panelSizes().keptProperty().get());
    stored.putInt(TYPE_SIZE, main.typeSize().percentProperty().get());
    stored.putString(HEATMAPS, main.step().rows().kept());
    stored.putString(SCALES, main.step().scales().keptProperty().get());
    stored.putString(CHAPTER, main.guide().chapter());
    stored.putBoolean(LEVEL, main.guide().levelProperty().get() == Level.TWENTY);
    if (!stage.isFullScreen()) {
      putWindow();
    }
  }

  /** True for an option that has the names of the program that is looked at, not the user's. */
  private boolean isLent(BooleanProperty option) {
    return main.codeVisit().sideProperty().get() != null
        && option == main.options().fieldNamesProperty();
  }

  private void putWindow() {
    stored.putBoolean("maximized", stage.isMaximized());
    if (!stage.isMaximized() && !stage.isIconified()) {
      stored.putDouble("x", stage.getX());
      stored.putDouble("y", stage.getY());
      stored.putDouble("width", stage.getWidth());
      stored.putDouble("height", stage.getHeight());
    }
  }
}
