package dev.backstep.ui.takeaway;

import dev.backstep.io.picture.Pixels;
import dev.backstep.io.picture.SvgElement;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import dev.backstep.ui.common.Notices;
import dev.backstep.ui.common.Saving;
import dev.backstep.ui.common.ViewOptions;
import dev.backstep.ui.picture.Picture;
import dev.backstep.ui.screen.FileNames;
import dev.backstep.ui.step.StepExport;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.words.Texts;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/** The menu of all that can be taken away: the screen, the numbers of the cell and any matrix. */
public final class ExportMenuController {
  private final StepViewModel step;
  private final StepExport export;
  private final FileNames names;
  private final Notices notices;
  private final ObservableBooleanValue isEmpty;
  private final ObservableBooleanValue isHidden;
  private final Texts texts;
  private final Saving saving;

  @FXML private MenuItem saveCell;
  @FXML private MenuItem copyCell;
  @FXML private MenuItem saveStep;
  @FXML private Menu matrices;
  private @Nullable Supplier<Scene> scene;

  public ExportMenuController(
      StepViewModel step,
      ViewOptions options,
      StepExport export,
      FileNames names,
      Notices notices,
      Texts texts,
      Saving saving) {
    this.step = step;
    this.export = export;
    this.names = names;
    this.notices = notices;
    this.texts = texts;
    this.saving = saving;
    isEmpty = step.traceProperty().isNull();
    isHidden = options.valuesHiddenProperty();
  }

  @FXML
  private void initialize() {
    step.netProperty().subscribe(this::addMatrices);
    for (MenuItem item : new MenuItem[] {saveCell, copyCell, matrices}) {
      item.disableProperty().bind(isEmpty);
    }
    // The file holds every number of the step, also those that are still to be guessed.
    saveStep.disableProperty().bind(Bindings.or(isEmpty, isHidden));
  }

  /** In the place of those of the net before. */
  private void addMatrices(Net net) {
    matrices.getItems().clear();
    for (Vector quantity : net.vectors()) {
      addMatrix(quantity.symbol(), () -> export.quantity(quantity));
    }
    matrices.getItems().add(new SeparatorMenuItem());
    net.names().forEach(name -> addMatrix(name, () -> export.weights(name)));
    matrices.getItems().add(new SeparatorMenuItem());
    net.names().forEach(name -> addMatrix("d" + name, () -> export.gradient(name)));
  }

  private void addMatrix(String name, Supplier<String> csv) {
    MenuItem item = new MenuItem(name);
    item.setMnemonicParsing(false);
    item.setId("take-" + name);
    item.setOnAction(event -> saving.saveText(scene().getWindow(), names.of(name), csv.get()));
    matrices.getItems().add(item);
  }

  /** Says where the scene is found whose pictures are taken. */
  public void setScene(Supplier<Scene> where) {
    scene = where;
  }

  private Scene scene() {
    return Objects.requireNonNull(scene, "no scene yet").get();
  }

  /** A picture of the window, without the notice about the last one. */
  private Picture picture() {
    notices.dismiss();
    return new Picture(scene());
  }

  private String screenName() {
    return names.ofScreen();
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
    saving.copy(texts.of("takeaway.screen"), picture().image(), null);
  }

  @FXML
  private void saveCell() {
    saving.saveText(scene().getWindow(), names.of("cell"), export.cell());
  }

  @FXML
  private void copyCell() {
    saving.copy(texts.of("takeaway.cell"), null, export.cell());
  }

  @FXML
  private void saveStep() {
    Supplier<byte[]> step = export.step();
    saving.save(scene().getWindow(), names.of("step"), "npz", step);
  }
}
