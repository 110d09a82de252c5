package dev.backstep.ui.compare;

import dev.backstep.experiment.Progress;
import dev.backstep.experiment.Result;
import dev.backstep.io.csv.ExperimentCsv;
import dev.backstep.ui.common.FormFields;
import dev.backstep.ui.common.Saving;
import dev.backstep.ui.common.ScrolledIntoView;
import dev.backstep.words.ExperimentWords;
import dev.backstep.words.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;

/** The repetition of the pair with many seeds: its fields, its progress, its result. */
public final class RepeatController {
  private static final PseudoClass OTHER = PseudoClass.getPseudoClass("other");

  private final CompareViewModel compare;
  private final RepeatViewModel repeat;
  private final Saving saving;
  private final Texts texts;
  private final ExperimentWords words;
  private List<ExperimentWords.Row> shown = List.of();

  @FXML private Node root;
  @FXML private TextField repeatPairs;
  @FXML private Label repeatPairsRefusal;
  @FXML private TextField repeatEpochs;
  @FXML private Label repeatEpochsRefusal;
  @FXML private Button repeatStart;
  @FXML private Button repeatCancel;
  @FXML private ProgressBar repeatShare;
  @FXML private Label repeatProgress;
  @FXML private Label repeatError;
  @FXML private Node repeatResult;
  @FXML private Label repeatSentence;
  @FXML private Label repeatHolds;
  @FXML private GridPane repeatTable;
  @FXML private Button repeatSave;

  public RepeatController(CompareViewModel compare, Texts texts, Saving saving) {
    this.compare = compare;
    this.texts = texts;
    this.saving = saving;
    repeat = compare.repeat();
    words = new ExperimentWords(texts);
  }

  @FXML
  private void initialize() {
    FormFields.mark(repeatPairs, repeat.pairs(), repeatPairsRefusal);
    FormFields.mark(repeatEpochs, repeat.epochs(), repeatEpochsRefusal);
    ScrolledIntoView.keep(repeatPairsRefusal);
    ScrolledIntoView.keep(repeatEpochsRefusal);
    repeatError.textProperty().bind(repeat.errorProperty());
    FormFields.showOnly(repeat.errorProperty().isNotEmpty(), repeatError);
    BooleanBinding isRunning =
        Bindings.createBooleanBinding(
            () -> isBegun() && repeat.progressProperty().get().isRunning(),
            repeat.progressProperty());
    FormFields.showOnly(isRunning, repeatCancel, repeatShare);
    FormFields.showOnly(isRunning.not(), repeatStart);
    repeatPairs.disableProperty().bind(isRunning);
    repeatEpochs.disableProperty().bind(isRunning);
    FormFields.showOnly(
        repeat.progressProperty().isNotNull(), repeatResult, repeatProgress, repeatSave);
    repeatTable.setAccessibleText(texts.of("compare.repeat.table"));
    repeat.progressProperty().addListener(observable -> show());
    compare.comparisonProperty().addListener(observable -> showHolds());
    compare.session().dataProperty().addListener(observable -> showHolds());
    show();
  }

  /** Is shown while a button is selected. */
  void openWith(ToggleButton button) {
    FormFields.showWith(button, repeat.shownProperty(), root);
    button
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.of("compare.repeat.show", repeat.askedProperty().get()),
                repeat.askedProperty()));
  }

  private boolean isBegun() {
    return repeat.progressProperty().get() != null;
  }

  private void show() {
    if (!isBegun()) {
      return;
    }
    Progress now = repeat.progressProperty().get();
    repeatShare.setProgress(now.share());
    repeatProgress.setText(repeat.describeProgress());
    String sentence = words.sentence(now.result());
    repeatSentence.setText(
        now.isRunning() ? texts.of("compare.repeat.so-far", sentence) : sentence);
    repeatSave.setDisable(now.result().pairs().isEmpty());
    showHolds();
    showTable(now.result());
  }

  /** For which pair and which text all this holds. */
  private void showHolds() {
    if (!isBegun()) {
      return;
    }
    boolean isOfOpen = repeat.isOfOpenPair();
    ComparisonWords pair = new ComparisonWords(texts);
    repeatHolds.setText(
        texts.of(
            isOfOpen ? "compare.repeat.holds" : "compare.repeat.holds.other",
            pair.headline(repeat.repeated()),
            pair.common(repeat.repeated()),
            words.basis(repeat.progressProperty().get().result())));
    repeatHolds.pseudoClassStateChanged(OTHER, !isOfOpen);
  }

  private void showTable(Result result) {
    List<ExperimentWords.Row> rows = words.rows(result);
    if (rows.equals(shown)) {
      return;
    }
    shown = rows;
    repeatTable.getChildren().clear();
    if (!rows.isEmpty()) {
      addRow(words.head(), "hint");
      rows.forEach(row -> addRow(row, "mono"));
    }
  }

  private void addRow(ExperimentWords.Row row, String style) {
    int at = repeatTable.getRowCount();
    List<String> cells = row.cells();
    for (int column = 0; column < cells.size(); column++) {
      Label cell = new Label(cells.get(column));
      cell.getStyleClass().add(column == 0 ? "hint" : style);
      GridPane.setHalignment(cell, column == 0 ? HPos.LEFT : HPos.RIGHT);
      repeatTable.add(cell, column, at);
    }
  }

  @FXML
  private void start() {
    repeat.start();
  }

  @FXML
  private void startChanged() {
    repeat.startChanged();
  }

  @FXML
  private void cancel() {
    repeat.cancel();
  }

  @FXML
  private void save() {
    Result result = repeat.progressProperty().get().result();
    saving.saveText(
        root.getScene().getWindow(), texts.of("compare.repeat.file"), ExperimentCsv.of(result));
  }
}
