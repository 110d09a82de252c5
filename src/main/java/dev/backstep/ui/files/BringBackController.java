package dev.backstep.ui.files;

import dev.backstep.ui.common.FormFields;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The band that says which run has made way for another, and brings it back. */
public final class BringBackController {
  private final EarlierRuns earlier;

  @FXML private HBox root;
  @FXML private Label earlierOffer;

  public BringBackController(EarlierRuns earlier) {
    this.earlier = earlier;
  }

  @FXML
  private void initialize() {
    earlierOffer.textProperty().bind(earlier.offerProperty());
    FormFields.showOnly(earlier.offerProperty().isNotEmpty(), root);
  }

  @FXML
  private void bringBack() {
    giveFocusBack();
    earlier.undo();
  }

  @FXML
  private void dismiss() {
    giveFocusBack();
    earlier.dismiss();
  }

  /** Else the next control would have it, wherever that is. */
  private void giveFocusBack() {
    root.getScene().getRoot().requestFocus();
  }
}
