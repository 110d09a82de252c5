package dev.backstep.ui.lab;

import dev.backstep.fault.FaultTexts;
import dev.backstep.math.Series;
import dev.backstep.ui.chart.ChartLine;
import dev.backstep.ui.chart.ChartWords;
import dev.backstep.ui.chart.LossChart;
import dev.backstep.ui.common.FormFields;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.common.WhileShown;
import dev.backstep.ui.run.RunViewModel;
import dev.backstep.words.Texts;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** The losses of the right and the wrong run, while they train, and what they teach. */
public final class LabPairController {
  private final BugLabViewModel lab;
  private final LabPair pair;
  private final Texts texts;
  private final ObservableValue<Screen> screen;
  private final LabWords words;
  private List<ChartLine> lines;

  @FXML private LossChart labChart;
  @FXML private Node otherPair;
  @FXML private Label otherName;
  @FXML private Label verdict;
  @FXML private Label verdictRule;

  public LabPairController(BugLabViewModel lab, Texts texts, ObservableValue<Screen> screen) {
    this.lab = lab;
    this.texts = texts;
    this.screen = screen;
    pair = lab.pair();
    words = new LabWords(texts, FaultTexts.load());
  }

  @FXML
  private void initialize() {
    labChart.textsProperty().set(ChartWords.from(texts));
    labChart.compactProperty().set(true);
    lines =
        List.of(
            line("lab.line.right", ChartLine.Role.RUN_A, pair.right()),
            line("lab.line.wrong", ChartLine.Role.RUN_B, pair.wrong()));
    FormFields.showOnly(pair.otherProperty(), otherPair);
    List<Observable> changes =
        List.of(
            pair.session().revisionProperty(),
            pair.otherProperty(),
            lab.modeProperty(),
            lab.prediction().outcomeProperty());
    changes.forEach(change -> WhileShown.run(screen, BugLabScreen.ID, change, this::show));
  }

  private ChartLine line(String key, ChartLine.Role role, RunViewModel run) {
    Series losses = run.losses();
    return ChartLine.of(texts.of(key), role, losses, run.smoothedLosses());
  }

  private void show() {
    boolean isCovered = lab.isCovered();
    otherName.setText(texts.of("lab.pair.other", pair.name()));
    showLosses(isCovered ? List.of() : lines);
    labChart.placeholderProperty().set(texts.of(isCovered ? "lab.covered.help" : "lab.no-loss"));
    verdict.setText(isCovered ? texts.of("lab.covered.help") : words.verdict(pair));
    LossVerdict now = pair.verdict();
    boolean isJudged = !isCovered && now != LossVerdict.NOT_TRAINED && now != LossVerdict.TOO_EARLY;
    verdictRule.setText(isJudged ? texts.of("lab.verdict.rule") : "");
  }

  @FXML
  private void beginShown() {
    pair.beginShown();
  }

  private void showLosses(List<ChartLine> shown) {
    if (!labChart.getLines().equals(shown)) {
      labChart.getLines().setAll(shown);
    }
    labChart.refresh();
  }
}
