package dev.backstep.ui.view;

import dev.backstep.io.NumPyLines;
import dev.backstep.io.NumPyScript;
import dev.backstep.ui.viewmodel.MainViewModel;
import dev.backstep.ui.viewmodel.StepViewModel;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;

/** The active equation as NumPy lines, and the whole cell as a script that checks itself. */
public final class NumPyController {
  private final MainViewModel main;
  private final StepViewModel step;

  @FXML private VBox section;
  @FXML private Label lines;
  @FXML private Button copyTest;
  @FXML private Button copyLines;

  public NumPyController(MainViewModel main) {
    this.main = main;
    step = main.step();
  }

  @FXML
  private void initialize() {
    new Presenting(main.options()).hide(section);
    lines
        .textProperty()
        .bind(Bindings.createStringBinding(this::activeLines, step.activeProperty()));
    copyTest
        .disableProperty()
        .bind(step.traceProperty().isNull().or(main.covers().coveredProperty()));
  }

  private String activeLines() {
    return String.join("\n", NumPyLines.of(step.activeProperty().get()));
  }

  @FXML
  private void copyLines() {
    copy(activeLines());
  }

  @FXML
  private void copyTest() {
    copy(NumPyScript.of(step.traceProperty().get(), step.momentProperty().get().timestep()));
  }

  private static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
