package dev.backstep.ui.files;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The band that offers a run which was kept when the program ended unexpectedly. */
public final class KeptController {
  private final Autosave autosave;

  @FXML private HBox root;
  @FXML private Label keptOffer;

  public KeptController(Autosave autosave) {
    this.autosave = autosave;
  }

  @FXML
  private void initialize() {
    keptOffer.textProperty().bind(autosave.offerProperty());
    root.visibleProperty().bind(autosave.offerProperty().isNotEmpty());
    root.managedProperty().bind(root.visibleProperty());
  }

  @FXML
  private void open() {
    autosave.accept();
  }

  @FXML
  private void discard() {
    autosave.decline();
  }
}
