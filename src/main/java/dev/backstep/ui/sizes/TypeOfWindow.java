package dev.backstep.ui.sizes;

import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/**
 * Gives a window type of the size that belongs to it. Menus, tooltips and dialogs take it from the
 * style sheets of the window.
 */
public final class TypeOfWindow {
  private final Scene scene;
  private final TypeSize wished;
  private final ObservableBooleanValue presenting;
  private final ReadOnlyDoubleWrapper pixels = new ReadOnlyDoubleWrapper();
  private final ReadOnlyDoubleWrapper usualWidth = new ReadOnlyDoubleWrapper();
  private final ReadOnlyDoubleWrapper usualHeight = new ReadOnlyDoubleWrapper();

  public TypeOfWindow(Scene scene, TypeSize wished, ObservableBooleanValue presenting) {
    this.scene = scene;
    this.wished = wished;
    this.presenting = presenting;
    InvalidationListener show = observable -> show();
    wished.percentProperty().addListener(show);
    presenting.addListener(show);
    scene.widthProperty().addListener(show);
    scene.heightProperty().addListener(show);
    show();
    addKeys(scene, wished);
  }

  private void show() {
    WindowType type =
        new WindowType(
            scene.getWidth(), scene.getHeight(), presenting.get(), wished.percentProperty().get());
    usualWidth.set(type.usualWidth());
    usualHeight.set(type.usualHeight());
    if (type.pixels() != pixels.get()) {
      pixels.set(type.pixels());
      scene.getProperties().put(TypeOfWindow.class, type.pixels());
      replace(scene.getStylesheets(), TypeSheet.of(type.pixels()));
    }
  }

  /** How many times larger the type of a window is than usual. */
  public static double times(Scene scene) {
    Object pixels = scene.getProperties().get(TypeOfWindow.class);
    return pixels instanceof Double known ? known / WindowType.USUAL : 1;
  }

  /** The sheet is the last one, so that it has the last word. */
  private static void replace(ObservableList<String> sheets, String sheet) {
    int last = sheets.size() - 1;
    if (last >= 0 && TypeSheet.isOne(sheets.get(last))) {
      sheets.set(last, sheet);
    } else {
      sheets.add(sheet);
    }
  }

  /** Beside those that the menu shows: where plus has a key of its own, and on the number pad. */
  private static void addKeys(Scene scene, TypeSize size) {
    for (KeyCode plus : new KeyCode[] {KeyCode.PLUS, KeyCode.ADD}) {
      scene.getAccelerators().put(key(plus), size::larger);
    }
    scene.getAccelerators().put(key(KeyCode.SUBTRACT), size::smaller);
  }

  private static KeyCodeCombination key(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  }

  /** The width of a window in which type of the usual size had as much room as this one has. */
  public ReadOnlyDoubleProperty usualWidthProperty() {
    return usualWidth.getReadOnlyProperty();
  }

  /** The same of its height. */
  public ReadOnlyDoubleProperty usualHeightProperty() {
    return usualHeight.getReadOnlyProperty();
  }
}
