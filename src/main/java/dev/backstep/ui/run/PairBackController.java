package dev.backstep.ui.run;

import dev.backstep.ui.common.FormFields;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The band that says which pair has made way for another, and brings it back. */
public final class PairBackController {
  private EarlierPairs<?> pairs;

  @FXML private HBox root;
  @FXML private Label pairOffer;

  /** Ties the band to the pairs of a screen. */
  public void offer(EarlierPairs<?> ofScreen) {
    pairs = ofScreen;
    pairOffer.textProperty().bind(pairs.offerProperty());
    FormFields.showOnly(pairs.offerProperty().isNotEmpty(), root);
  }

  @FXML
  private void bringBack() {
    giveFocusBack();
    pairs.bringBack();
  }

  @FXML
  private void dismiss() {
    giveFocusBack();
    pairs.dismiss();
  }

  /** Else the next control would have it, wherever that is. */
  private void giveFocusBack() {
    root.getScene().getRoot().requestFocus();
  }
}
