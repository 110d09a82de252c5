package dev.backstep.ui.labbatch;

import dev.backstep.fault.batch.BatchEffect;
import dev.backstep.fault.batch.BatchFault;
import dev.backstep.fault.batch.BatchFaultTexts;
import dev.backstep.fault.batch.BatchNames;
import dev.backstep.fault.evidence.Difference;
import dev.backstep.fault.evidence.FaultEffect;
import dev.backstep.net.Notation;
import dev.backstep.net.Vector;
import dev.backstep.ui.common.ViewOptions;
import dev.backstep.ui.parts.CheckGrid;
import dev.backstep.ui.parts.CheckTable;
import dev.backstep.ui.parts.CodePieces;
import dev.backstep.ui.time.TimeScroll;
import dev.backstep.words.MarkedLine;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.javafx.FontIcon;

/** A fault of batches: its lines, the sequences, the rows of one of them, and the totals. */
public final class BatchLabController {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final BatchLabViewModel lab;
  private final Texts texts;
  private final ViewOptions options;
  private final BatchFaultTexts faults = BatchFaultTexts.load();
  private final BatchLabWords words;
  private CheckTable table;

  @FXML private VBox batchRows;
  @FXML private Label batchTitle;
  @FXML private Label batchGroup;
  @FXML private TextFlow batchWrong;
  @FXML private TextFlow batchRight;
  @FXML private Label batchLookFor;
  @FXML private Label batchHides;
  @FXML private ToggleButton unequal;
  @FXML private ToggleButton equal;
  @FXML private Label batchRests;
  @FXML private FlowPane sequences;
  @FXML private HBox batchLetters;
  @FXML private HBox batchGridRow;
  @FXML private VBox batchNames;
  @FXML private ScrollBar batchTime;
  @FXML private FlowPane batchTotals;
  @FXML private Label batchReadOut;
  @FXML private Label batchLoss;
  @FXML private Label batchVerdict;
  @FXML private Label batchSurvey;

  public BatchLabController(BatchLabViewModel lab, Texts texts, ViewOptions options) {
    this.lab = lab;
    this.texts = texts;
    this.options = options;
    words = new BatchLabWords(texts, lab);
  }

  @FXML
  private void initialize() {
    table = CheckTable.in(batchLetters, batchGridRow, batchNames);
    table.axis().foldedProperty().bind(options.squaresProperty());
    new TimeScroll(table.axis(), batchTime).followWheelOver(batchRows, table.letters());
    CheckGrid grid = table.grid();
    grid.setId("batch-grid");
    grid.setAccessibleText(texts.of("labbatch.grid"));
    grid.setPicked(null);
    grid.wordsProperty().addListener((property, before, now) -> batchReadOut.setText(now));
    bind(unequal, false);
    bind(equal, true);
    lab.foundProperty().addListener(observable -> show());
    lab.sequenceProperty().addListener(observable -> show());
    lab.surveyProperty().addListener(observable -> showSurvey());
    options.notation().addListener(observable -> show());
    show();
  }

  private void bind(ToggleButton button, boolean isEqual) {
    Runnable show = () -> button.setSelected(lab.equalProperty().get() == isEqual);
    button.setOnAction(
        event -> {
          lab.equalProperty().set(isEqual);
          show.run();
        });
    lab.equalProperty().addListener(observable -> show.run());
    show.run();
  }

  private void show() {
    BatchEffect effect = lab.effect();
    if (effect == null) {
      return;
    }
    showLines(effect.fault());
    batchRests.setText(words.rests(effect));
    showSequences(effect);
    int sequence = lab.sequenceProperty().get();
    List<Vector> vectors = BatchGrid.vectors(effect.net());
    table.show(
        words.signs(effect.padded(), sequence), vectors.stream().map(Vector::written).toList());
    table.grid().setContent(new BatchGrid(effect, sequence, vectors, words));
    batchTotals.getChildren().clear();
    BatchTotals.of(effect, options.notation().getValue(), texts)
        .forEach((name, off) -> batchTotals.getChildren().add(total(name, off)));
    batchLoss.setText(words.loss(effect));
    batchVerdict.setText(words.verdict(effect));
    batchVerdict.pseudoClassStateChanged(WRONG, effect.isSeen());
    showSurvey();
  }

  private void showSurvey() {
    BatchEffect effect = lab.effect();
    if (effect != null) {
      boolean isEqual = !effect.padded().hasPadding();
      batchSurvey.setText(words.survey(isEqual, lab.survey(isEqual)));
    }
  }

  private void showLines(BatchFault fault) {
    Notation notation = options.notation().getValue();
    batchTitle.setText(faults.title(fault));
    batchGroup.setText(texts.of("labbatch.group.of", fault.id()));
    String wrong = faults.faultyLine(fault, lab.net(), notation, BatchNames.USUAL);
    String right = faults.rightLine(fault, lab.net(), notation, BatchNames.USUAL);
    show(batchWrong, MarkedLine.of(wrong, right), texts.of("lab.wrong"));
    show(batchRight, MarkedLine.of(right, wrong), texts.of("lab.right"));
    batchLookFor.setText(faults.lookFor(fault, notation));
    batchHides.setText(faults.hides(fault));
  }

  private static void show(TextFlow flow, MarkedLine line, String name) {
    flow.getChildren().setAll(CodePieces.of(line));
    flow.setAccessibleText(name + ": " + line.text());
  }

  /** The buttons stay the same, so that the keys stay on the one that was pressed. */
  private void showSequences(BatchEffect effect) {
    int count = effect.padded().size();
    if (sequences.getChildren().size() != count) {
      sequences.getChildren().setAll(IntStream.range(0, count).mapToObj(this::sequence).toList());
    }
    for (int b = 0; b < count; b++) {
      ToggleButton button = (ToggleButton) sequences.getChildren().get(b);
      button.setText(words.sequence(effect.padded(), b));
      String help = words.sequenceHelp(effect.padded(), b);
      button.setAccessibleText(help);
      button.getTooltip().setText(help);
      button.setSelected(b == lab.sequenceProperty().get());
    }
  }

  private ToggleButton sequence(int b) {
    ToggleButton button = new ToggleButton();
    button.setId("batch-sequence-" + (b + 1));
    button.getStyleClass().addAll("mono", "batch-sequence");
    button.setTooltip(new Tooltip());
    button.setOnAction(
        event -> {
          lab.sequenceProperty().set(b);
          button.setSelected(true);
        });
    return button;
  }

  private Label total(String name, Difference off) {
    boolean isWrong = FaultEffect.isWrong(off);
    Label label = new Label(name + " " + words.told(off));
    label.setGraphic(new FontIcon(isWrong ? "fth-x" : "fth-check"));
    label.getStyleClass().addAll("total", "mono");
    label.setMinWidth(Label.USE_PREF_SIZE);
    label.pseudoClassStateChanged(WRONG, isWrong);
    return label;
  }
}
