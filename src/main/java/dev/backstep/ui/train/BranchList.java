package dev.backstep.ui.train;

import dev.backstep.training.history.BranchSummary;
import dev.backstep.ui.run.BranchWords;
import dev.backstep.ui.run.RunBranches;
import dev.backstep.words.Texts;
import java.util.List;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** The branches of the run, one a line; pressed, the run goes to the tip of it. */
final class BranchList {
  /** The contents of a line. */
  private record Row(int number, String text, boolean isCurrent) {}

  private static final double FRAME = 4;
  private static final double WIDEST_TOOLTIP = 480;
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final RunBranches branches;
  private final GoingBack goingBack;
  private final Texts texts;
  private final BranchWords words;
  private final ScrollPane pane;
  private final VBox lines = new VBox();
  private List<Row> shown = List.of();

  /**
   * @param pane shown only while there is a choice
   */
  BranchList(RunBranches branches, GoingBack goingBack, Texts texts, ScrollPane pane) {
    this.branches = branches;
    this.goingBack = goingBack;
    this.texts = texts;
    this.pane = pane;
    words = new BranchWords(texts);
    lines.getStyleClass().add("branch-lines");
    pane.setContent(lines);
    pane.setFitToWidth(true);
    pane.heightProperty().addListener(observable -> showCurrentLater());
    lines.heightProperty().addListener(observable -> showCurrentLater());
    pane.prefHeightProperty().bind(lines.heightProperty().add(FRAME));
  }

  /** Cheap where nothing changed, so that it can be called once a pulse. */
  void show() {
    BranchSummary current = branches.current();
    List<Row> wanted =
        current == null || branches.all().size() < 2
            ? List.of()
            : branches.all().stream().map(each -> row(each, current)).toList();
    if (!wanted.equals(shown)) {
      boolean isSameLines = wanted.size() == shown.size();
      boolean isSameCurrent = isSameLines && currentOf(wanted).equals(currentOf(shown));
      shown = wanted;
      pane.setVisible(!wanted.isEmpty());
      pane.setManaged(!wanted.isEmpty());
      if (!isSameLines) {
        lines.getChildren().setAll(wanted.stream().map(this::button).toList());
      }
      for (int i = 0; i < wanted.size(); i++) {
        fill((Button) lines.getChildren().get(i), wanted.get(i));
      }
      if (!isSameCurrent) {
        showCurrentLater();
      }
    }
  }

  private static List<Integer> currentOf(List<Row> rows) {
    return rows.stream().filter(Row::isCurrent).map(Row::number).toList();
  }

  /** Once all is laid out, for while lines are added the pane holds fast to those that it shows. */
  private void showCurrentLater() {
    Platform.runLater(this::showCurrent);
  }

  /** Of more lines than there is room for, the one that the run is on is among those seen. */
  private void showCurrent() {
    int count = shown.size();
    shown.stream()
        .filter(Row::isCurrent)
        .findFirst()
        .ifPresent(row -> pane.setVvalue((double) row.number() / (count - 1)));
  }

  private Row row(BranchSummary branch, BranchSummary current) {
    String text =
        texts.of(
            "train.branch.line",
            words.name(branch.number()),
            words.origin(branch),
            words.end(branch));
    String later = words.later(branch);
    return new Row(
        branch.number(),
        later.isEmpty() ? text : text + " · " + later.replace("\n", ", "),
        branch.number() == current.number());
  }

  private Button button(Row row) {
    Button button = new Button();
    button.getStyleClass().addAll("flat", "small", "branch");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setId("branch-" + row.number());
    button.setTooltip(tooltip());
    button.setOnAction(event -> goingBack.goToTip(row.number()));
    return button;
  }

  /** As many lines as it takes: a branch may have been changed often. */
  private static Tooltip tooltip() {
    Tooltip tooltip = new Tooltip();
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(WIDEST_TOOLTIP);
    return tooltip;
  }

  /** A button stays the same while its branch grows, so that it keeps the focus. */
  private void fill(Button button, Row row) {
    button.setText(row.text());
    button.setAccessibleText(
        row.isCurrent() ? texts.of("train.branch.current", row.text()) : row.text());
    button.getTooltip().setText(row.text() + "\n" + texts.of("train.branch.help"));
    button.pseudoClassStateChanged(CURRENT, row.isCurrent());
  }
}
