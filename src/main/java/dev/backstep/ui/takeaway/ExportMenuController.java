package dev.backstep.ui.takeaway;

import dev.backstep.io.picture.Pixels;
import dev.backstep.io.picture.SvgElement;
import dev.backstep.model.Parameters;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.ui.common.Saving;
import dev.backstep.ui.picture.Picture;
import dev.backstep.ui.shell.MainViewModel;
import dev.backstep.words.Texts;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What can be taken away: the screen as a picture, the numbers of the cell and any matrix. */
public final class ExportMenuController {
  private final MainViewModel main;
  private final TakeAway takeAway;
  private final Texts texts;
  private final Saving saving;

  @FXML private MenuItem saveCell;
  @FXML private MenuItem copyCell;
  @FXML private MenuItem saveStep;
  @FXML private Menu matrices;
  private Supplier<Scene> scene;

  public ExportMenuController(MainViewModel main, Saving saving) {
    this.main = main;
    this.saving = saving;
    takeAway = main.takeAway();
    texts = main.texts();
  }

  @FXML
  private void initialize() {
    for (Vector quantity : Vanilla.NET.vectors()) {
      addMatrix(quantity.symbol(), () -> takeAway.quantity(quantity));
    }
    matrices.getItems().add(new SeparatorMenuItem());
    Parameters.NAMES.forEach(name -> addMatrix(name, () -> takeAway.weights(name)));
    matrices.getItems().add(new SeparatorMenuItem());
    Parameters.NAMES.forEach(name -> addMatrix("d" + name, () -> takeAway.gradient(name)));
    for (MenuItem item : new MenuItem[] {saveCell, copyCell, matrices}) {
      item.disableProperty().bind(main.step().traceProperty().isNull());
    }
    // The file holds every number of the step, also those that are still to be guessed.
    saveStep
        .disableProperty()
        .bind(main.step().traceProperty().isNull().or(main.options().valuesHiddenProperty()));
  }

  private void addMatrix(String name, Supplier<String> csv) {
    MenuItem item = new MenuItem(name);
    item.setMnemonicParsing(false);
    item.setId("take-" + name);
    item.setOnAction(
        event -> saving.saveText(scene().getWindow(), takeAway.fileName(name), csv.get()));
    matrices.getItems().add(item);
  }

  /** Where the scene is found whose pictures are taken. */
  public void setScene(Supplier<Scene> where) {
    scene = where;
  }

  private Scene scene() {
    return scene.get();
  }

  /** What was said about the last picture does not belong into the next. */
  private Picture picture() {
    takeAway.hush();
    return new Picture(scene());
  }

  private String screenName() {
    return takeAway.fileName(takeAway.screenName());
  }

  @FXML
  private void savePng() {
    Pixels pixels = picture().pixels();
    saving.save(scene().getWindow(), screenName(), "png", pixels::png);
  }

  @FXML
  private void saveSvg() {
    SvgElement svg = picture().svg();
    saving.save(scene().getWindow(), screenName(), "svg", svg::document);
  }

  @FXML
  private void copyScreen() {
    saving.copy(texts.of("take.screen"), picture().image(), null);
  }

  @FXML
  private void saveCell() {
    saving.saveText(scene().getWindow(), takeAway.fileName("cell"), takeAway.cell());
  }

  @FXML
  private void copyCell() {
    saving.copy(texts.of("take.cell"), null, takeAway.cell());
  }

  @FXML
  private void saveStep() {
    Supplier<byte[]> step = takeAway.step();
    saving.save(scene().getWindow(), takeAway.fileName("step"), "npz", step);
  }
}
