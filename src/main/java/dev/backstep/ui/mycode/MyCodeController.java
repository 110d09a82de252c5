package dev.backstep.ui.mycode;

import dev.backstep.ui.common.FormFields;
import dev.backstep.ui.common.Saving;
import dev.backstep.ui.time.Zooming;
import dev.backstep.words.Texts;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.BooleanExpression;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The My code screen: a file of the user's numbers, what is wrong with them, and why. */
public final class MyCodeController implements Zooming {
  private final MyCodeViewModel code;
  private final Texts texts;
  private final Saving saving;

  @FXML private VBox root;
  @FXML private Button openCode;
  @FXML private Region facts;
  @FXML private Label file;
  @FXML private Label dialect;
  @FXML private Label tolerance;
  @FXML private HBox readingBox;
  @FXML private Label reading;
  @FXML private ToggleButton howTo;
  @FXML private Button saveReport;
  @FXML private Node help;
  @FXML private Node result;
  @FXML private Node pasted;
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
    BooleanBinding isPasted = code.pasted().checkProperty().isNotNull();
    BooleanBinding isOpen = code.checkProperty().isNotNull();
    BooleanBinding hasResult = isOpen.or(isPasted);
    FormFields.showOnly(hasResult, howTo, saveReport);
    // A long name is shortened, and does not make the window wider than the screen.
    file.maxWidthProperty().bind(facts.widthProperty());
    facts.visibleProperty().bind(isOpen.and(isPasted.not()));
    FormFields.showOnly(isOpen.and(isPasted.not()).and(howTo.selectedProperty().not()), result);
    FormFields.showOnly(isPasted.and(howTo.selectedProperty().not()), pasted);
    FormFields.showOnly(hasResult.not().or(howTo.selectedProperty()), help);
    BooleanExpression isJudging = code.pasted().judgingProperty();
    FormFields.showOnly(code.readingProperty().isNotEmpty().or(isJudging), readingBox);
    reading
        .textProperty()
        .bind(Bindings.createStringBinding(this::reading, code.readingProperty(), isJudging));
    code.pasted().checkProperty().addListener(observable -> howTo.setSelected(false));
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

  private String reading() {
    return code.pasted().judgingProperty().get()
        ? texts.of("mycode.pasted.judging")
        : texts.of("mycode.reading", code.readingProperty().get());
  }

  private Label remark(String sentence) {
    Label label = new Label(sentence);
    label.getStyleClass().add("hint");
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
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
  private void paste() {
    code.pasted().paste(Clipboard.getSystemClipboard().getString());
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
    code.pasted().cancel();
  }

  @FXML
  private void saveReport() {
    boolean isPasted = code.pasted().checkProperty().get() != null;
    String report = isPasted ? code.pasted().report() : code.report();
    String name =
        isPasted
            ? texts.of("mycode.pasted.source")
            : code.checkProperty().get().submission().source();
    String stem = Stream.of(name.split("\\.", 0)).findFirst().orElse(name);
    saving.save(
        root.getScene().getWindow(),
        texts.of("mycode.report", stem),
        "txt",
        () -> report.getBytes(StandardCharsets.UTF_8));
  }
}
