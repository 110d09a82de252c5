package dev.backstep.ui.mycode;

import dev.backstep.ui.common.FormFields;
import dev.backstep.ui.mycode.PythonViewModel.State;
import dev.backstep.words.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** Asks whether a Python file is to be run, with the command, and says what came of it. */
public final class PythonController {
  private final PythonViewModel python;
  private final Texts texts;

  @FXML private Node root;
  @FXML private Label file;
  @FXML private Label said;
  @FXML private Node ask;
  @FXML private Label folder;
  @FXML private Label command;
  @FXML private TextField interpreter;
  @FXML private TextField function;
  @FXML private CheckBox again;
  @FXML private Button run;
  @FXML private Node busy;
  @FXML private Button cancel;
  @FXML private Label output;

  public PythonController(PythonViewModel python, Texts texts) {
    this.python = python;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    BooleanBinding isRunning = python.stateProperty().isEqualTo(State.RUNNING);
    BooleanBinding isDone = python.stateProperty().isEqualTo(State.DONE);
    FormFields.showOnly(python.fileProperty().isNotNull(), root);
    FormFields.showOnly(isDone.not(), ask);
    FormFields.showOnly(isRunning, busy, cancel);
    FormFields.showOnly(isRunning.not(), run);
    FormFields.showOnly(python.saidProperty().isNotEmpty(), said);
    FormFields.showOnly(python.outputProperty().isNotEmpty(), output);
    interpreter.disableProperty().bind(isRunning);
    function.disableProperty().bind(isRunning);
    interpreter.textProperty().bindBidirectional(python.pythonProperty());
    function.textProperty().bindBidirectional(python.functionProperty());
    again.selectedProperty().bindBidirectional(python.againProperty());
    command.textProperty().bind(python.commandProperty());
    said.textProperty().bind(python.saidProperty());
    output.textProperty().bind(python.outputProperty());
    run.textProperty()
        .bind(
            Bindings.when(python.stateProperty().isEqualTo(State.ASKING))
                .then(texts.of("mycode.python.run"))
                .otherwise(texts.of("mycode.python.run-again")));
    run.disableProperty().bind(python.pythonProperty().isEmpty());
    python.fileProperty().addListener(observable -> showFile());
    showFile();
  }

  private void showFile() {
    if (python.fileProperty().get() != null) {
      file.setText(String.valueOf(python.fileProperty().get().getFileName()));
      folder.setText(
          texts.of(
              "mycode.python.folder", String.valueOf(python.fileProperty().get().getParent())));
    }
  }

  @FXML
  private void run() {
    python.run();
  }

  @FXML
  private void cancel() {
    python.cancel();
  }

  @FXML
  private void close() {
    python.hide();
  }
}
