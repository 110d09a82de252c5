package dev.backstep.ui.mycode;

import dev.backstep.ui.common.FormFields;
import dev.backstep.ui.common.Saving;
import dev.backstep.ui.time.Zooming;
import dev.backstep.words.Texts;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The My code screen: a file of the user's numbers, what is wrong with them, and why. */
public final class MyCodeController implements Zooming {
  private final MyCodeViewModel code;
  private final Texts texts;
  private final Saving saving;

  @FXML private VBox root;
  @FXML private Button openCode;
  @FXML private Node facts;
  @FXML private Label file;
  @FXML private Label dialect;
  @FXML private Label tolerance;
  @FXML private HBox readingBox;
  @FXML private Label reading;
  @FXML private ToggleButton howTo;
  @FXML private Button saveReport;
  @FXML private Node help;
  @FXML private Node result;
  @FXML private Label headline;
  @FXML private Label underHeadline;
  @FXML private VBox remarks;
  @FXML private CodeGridController gridController;

  public MyCodeController(MyCodeViewModel code, Texts texts, Saving saving) {
    this.code = code;
    this.texts = texts;
    this.saving = saving;
  }

  @FXML
  private void initialize() {
    BooleanBinding isOpen = code.checkProperty().isNotNull();
    FormFields.showOnly(isOpen, howTo, saveReport);
    facts.visibleProperty().bind(isOpen);
    FormFields.showOnly(isOpen.and(howTo.selectedProperty().not()), result);
    FormFields.showOnly(isOpen.not().or(howTo.selectedProperty()), help);
    FormFields.showOnly(code.readingProperty().isNotEmpty(), readingBox);
    reading
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.of("mycode.reading", code.readingProperty().get()),
                code.readingProperty()));
    code.checkProperty().addListener((property, before, now) -> show(now));
    show(code.checkProperty().get());
  }

  private void show(CodeCheck check) {
    if (check == null) {
      return;
    }
    CodeWords words = new CodeWords(texts, check);
    howTo.setSelected(false);
    openCode.getStyleClass().remove("accent");
    file.setText(words.file());
    dialect.setText(words.dialect());
    tolerance.setText(words.diagnosis().tolerance());
    headline.setText(words.headline());
    underHeadline.setText(words.underHeadline());
    remarks
        .getChildren()
        .setAll(
            Stream.concat(check.notes().stream(), check.verdict().remarks().stream())
                .map(this::remark)
                .toList());
  }

  private Label remark(String sentence) {
    Label label = new Label(sentence);
    label.getStyleClass().add("hint");
    label.setWrapText(true);
    return label;
  }

  @Override
  public void onTyped(String character) {
    gridController.onTyped(character);
  }

  @FXML
  private void open() {
    new CodeChooser(texts).ask(root.getScene().getWindow()).ifPresent(code::open);
  }

  @FXML
  private void openPython() {
    new CodeChooser(texts)
        .askForPython(root.getScene().getWindow())
        .ifPresent(code.python()::choose);
  }

  @FXML
  private void cancel() {
    code.cancel();
  }

  @FXML
  private void saveReport() {
    String report = code.report();
    String name = code.checkProperty().get().submission().source();
    String stem = Stream.of(name.split("\\.")).findFirst().orElse(name);
    saving.save(
        root.getScene().getWindow(),
        texts.of("mycode.report", stem),
        "txt",
        () -> report.getBytes(StandardCharsets.UTF_8));
  }
}
