package dev.backstep.ui.step;

import dev.backstep.words.Texts;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The legend of the frames, while anything is framed. */
public final class LegendController {
  private final Highlight highlight;
  private final Texts texts;

  @FXML private HBox root;
  @FXML private Label source;
  @FXML private Label destination;

  public LegendController(Highlight highlight, Texts texts) {
    this.highlight = highlight;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    highlight.lightsProperty().addListener((property, before, now) -> show());
    show();
  }

  private void show() {
    root.setVisible(!highlight.lightsProperty().get().isEmpty());
    source.setVisible(!highlight.lightsProperty().get().sources().isEmpty());
    destination.setVisible(!highlight.lightsProperty().get().destinations().isEmpty());
    source.setText(texts.of(highlight.isOfFactor() ? "step.legend.factor" : "step.legend.source"));
  }
}
