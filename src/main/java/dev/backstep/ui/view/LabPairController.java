package dev.backstep.ui.view;

import dev.backstep.fault.FaultTexts;
import dev.backstep.math.Series;
import dev.backstep.ui.control.ChartLine;
import dev.backstep.ui.control.LossChart;
import dev.backstep.ui.viewmodel.BugLabViewModel;
import dev.backstep.ui.viewmodel.LabPair;
import dev.backstep.ui.viewmodel.LabWords;
import dev.backstep.ui.viewmodel.LossVerdict;
import dev.backstep.ui.viewmodel.MainViewModel;
import dev.backstep.ui.viewmodel.RunViewModel;
import dev.backstep.ui.viewmodel.Screen;
import dev.backstep.ui.viewmodel.Texts;
import javafx.fxml.FXML;
import javafx.scene.control.Label;

/** The losses of the right and the wrong run, while they train, and what they teach. */
public final class LabPairController {
  private final MainViewModel main;
  private final BugLabViewModel lab;
  private final LabPair pair;
  private final Texts texts;
  private final LabWords words;

  @FXML private LossChart labChart;
  @FXML private Label verdict;
  @FXML private Label verdictRule;

  public LabPairController(MainViewModel main) {
    this.main = main;
    lab = main.bugLab();
    pair = lab.pair();
    texts = main.texts();
    words = new LabWords(texts, FaultTexts.load());
  }

  @FXML
  private void initialize() {
    labChart.textsProperty().set(ChartWords.from(texts));
    labChart.placeholderProperty().set(texts.of("lab.no-loss"));
    labChart.compactProperty().set(true);
    labChart
        .getLines()
        .setAll(
            line("lab.line.right", ChartLine.Role.RUN_A, pair.right()),
            line("lab.line.wrong", ChartLine.Role.RUN_B, pair.wrong()));
    WhileShown.run(main, Screen.BUG_LAB, pair.session().revisionProperty(), this::show);
  }

  private ChartLine line(String key, ChartLine.Role role, RunViewModel run) {
    Series losses = run.losses();
    return ChartLine.of(texts.of(key), role, losses, run.smoothedLosses());
  }

  private void show() {
    labChart.refresh();
    verdict.setText(words.verdict(pair));
    LossVerdict now = pair.verdict();
    boolean isJudged = now != LossVerdict.NOT_TRAINED && now != LossVerdict.TOO_EARLY;
    verdictRule.setText(isJudged ? texts.of("lab.verdict.rule") : "");
  }
}
