package dev.backstep.ui.takeaway;

import dev.backstep.io.picture.Pixels;
import dev.backstep.io.picture.SvgElement;
import dev.backstep.ui.common.Saving;
import dev.backstep.ui.picture.Picture;
import dev.backstep.ui.picture.SheetScene;
import dev.backstep.ui.screen.FileNames;
import dev.backstep.ui.screen.ScreenPart;
import dev.backstep.ui.step.StepExport;
import dev.backstep.words.Texts;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * The menu of every heatmap, on a right click or from the keyboard, and the key that copies the one
 * with the focus, or else the one under the mouse.
 */
public final class HeatmapMenu {
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination MENU =
      new KeyCodeCombination(KeyCode.F10, KeyCombination.SHIFT_DOWN);

  private final Supplier<ScreenPart> screen;
  private final StepExport export;
  private final Texts texts;
  private final Saving saving;
  private final ContextMenu menu = new ContextMenu();
  private final Scene scene;
  private @Nullable Node underMouse;

  public HeatmapMenu(
      Scene scene, Supplier<ScreenPart> screen, StepExport export, Texts texts, Saving saving) {
    this.scene = scene;
    this.screen = screen;
    this.export = export;
    this.texts = texts;
    this.saving = saving;
    menu.setId("heatmap-menu");
  }

  /** Listens to the window for as long as it is there. */
  public void install() {
    scene.addEventFilter(MouseEvent.MOUSE_MOVED, event -> underMouse = target(event.getTarget()));
    scene.addEventFilter(MouseEvent.MOUSE_CLICKED, this::keepFromSelecting);
    scene.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::onMenuRequested);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::onPressed);
  }

  private static @Nullable Node target(Object target) {
    return target instanceof Node node ? node : null;
  }

  private @Nullable ShownHeatmap shown(@Nullable Node node) {
    return ShownHeatmap.of(node, screen.get());
  }

  /** The right button only opens the menu. */
  private void keepFromSelecting(MouseEvent event) {
    if (event.getButton() == MouseButton.SECONDARY && shown(target(event.getTarget())) != null) {
      event.consume();
    }
  }

  private void onMenuRequested(ContextMenuEvent event) {
    Node node = event.isKeyboardTrigger() ? scene.getFocusOwner() : target(event.getTarget());
    ShownHeatmap heatmap = shown(node);
    if (node != null && heatmap != null) {
      open(node, heatmap, event.getScreenX(), event.getScreenY());
      event.consume();
    } else {
      menu.hide();
    }
  }

  private void onPressed(KeyEvent event) {
    Node focused = scene.getFocusOwner();
    ShownHeatmap ofFocus = shown(focused);
    if (MENU.match(event) && ofFocus != null) {
      Bounds bounds = focused.localToScreen(focused.getLayoutBounds());
      open(focused, ofFocus, bounds.getCenterX(), bounds.getCenterY());
      event.consume();
    } else if (COPY.match(event) && !(focused instanceof TextInputControl)) {
      ShownHeatmap heatmap = ofFocus == null ? shown(underMouse) : ofFocus;
      if (heatmap != null) {
        saving.copy(heatmap.name(), picture(heatmap).image(), heatmap.csv());
        event.consume();
      }
    }
  }

  private void open(Node node, ShownHeatmap heatmap, double x, double y) {
    menu.getItems()
        .setAll(
            item("picture.copy", () -> copyPicture(heatmap)),
            item("picture.png", () -> savePng(heatmap)),
            item("picture.svg", () -> saveSvg(heatmap)),
            new SeparatorMenuItem(),
            item("numbers.copy", () -> saving.copy(heatmap.name(), null, heatmap.csv())),
            item(
                "numbers.csv",
                () -> saving.saveText(scene.getWindow(), name(heatmap), heatmap.csv())));
    if (screen.get().hasCell()) {
      menu.getItems()
          .add(
              item("cell.copy", () -> saving.copy(texts.of("takeaway.cell"), null, export.cell())));
    }
    menu.show(node, x, y);
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(texts.of("takeaway." + key));
    item.setId("take-" + key.replace('.', '-'));
    item.setOnAction(event -> action.run());
    return item;
  }

  private String name(ShownHeatmap heatmap) {
    return new FileNames(screen).of(heatmap.name());
  }

  private static Picture picture(ShownHeatmap heatmap) {
    return new Picture(SheetScene.of(heatmap.sheet()));
  }

  private void copyPicture(ShownHeatmap heatmap) {
    saving.copy(heatmap.name(), picture(heatmap).image(), null);
  }

  private void savePng(ShownHeatmap heatmap) {
    Pixels pixels = picture(heatmap).pixels();
    saving.save(scene.getWindow(), name(heatmap), "png", pixels::png);
  }

  private void saveSvg(ShownHeatmap heatmap) {
    SvgElement svg = picture(heatmap).svg();
    saving.save(scene.getWindow(), name(heatmap), "svg", svg::document);
  }
}
