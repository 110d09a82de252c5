package dev.backstep.ui.lab;

import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultTexts;
import dev.backstep.math.TypedNumber;
import dev.backstep.net.Notation;
import dev.backstep.ui.common.FormFields;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The quiz: a seed to begin with, the fault that is asked for, hints, a name, and the summary. */
public final class QuizController {
  private final BugLabViewModel lab;
  private final Quiz quiz;
  private final Texts texts;
  private final ObservableValue<Notation> notation;
  private final FaultTexts words = FaultTexts.load();

  @FXML private TextField quizSeed;
  @FXML private Button quizStart;
  @FXML private Label quizError;
  @FXML private Node asking;
  @FXML private Label question;
  @FXML private VBox told;
  @FXML private Button hint;
  @FXML private Button nameIt;
  @FXML private Button giveUp;
  @FXML private Button nextFault;
  @FXML private VBox summary;

  public QuizController(BugLabViewModel lab, Texts texts, ObservableValue<Notation> notation) {
    this.lab = lab;
    this.texts = texts;
    this.notation = notation;
    quiz = lab.quiz();
  }

  @FXML
  private void initialize() {
    FormFields.showOnly(quizError.textProperty().isNotEmpty(), quizError);
    quiz.revisionProperty().addListener(observable -> show());
    lab.faultProperty().addListener(observable -> show());
    notation.addListener(observable -> show());
    lab.bench().comparingProperty().addListener((property, before, now) -> show());
    show();
  }

  @FXML
  private void start() {
    try {
      lab.startQuiz(TypedNumber.whole(quizSeed.getText()));
      quizError.setText("");
    } catch (NumberFormatException e) {
      quizError.setText(texts.of("lab.quiz.seed.refused", quizSeed.getText()));
    }
  }

  private void show() {
    showOnly(asking, quiz.isRunning());
    showOnly(summary, quiz.isFinished());
    if (quiz.isRunning()) {
      showRound(quiz.round());
    } else if (quiz.isFinished()) {
      summary.getChildren().setAll(summaryLines());
    }
  }

  private static void showOnly(Node node, boolean isShown) {
    node.setVisible(isShown);
    node.setManaged(isShown);
  }

  private void showRound(Quiz.Round round) {
    question.setText(question(round));
    told.getChildren().setAll(round.hints().stream().map(each -> hint(each, round)).toList());
    round.wrongNames().stream()
        .map(fault -> line(texts.of("lab.quiz.not", title(fault)), "hint"))
        .forEach(told.getChildren()::add);
    if (round.isOver()) {
      told.getChildren().add(line(verdict(round), "section-title"));
    }
    boolean hasHint = round.hints().size() < Quiz.Hint.values().length;
    hint.setDisable(round.isOver() || !hasHint);
    hint.setText(
        hasHint
            ? texts.of("lab.quiz.hint", Quiz.Hint.values()[round.hints().size()].cost())
            : texts.of("lab.quiz.no-hint"));
    boolean isAsked = lab.bench().comparingProperty().get();
    boolean isKnown = round.wrongNames().contains(lab.faultProperty().get());
    nameIt.setDisable(round.isOver() || isAsked || isKnown);
    giveUp.setDisable(round.isOver() || isAsked);
    nextFault.setDisable(!round.isOver());
    nextFault.setText(
        texts.of(quiz.number() < Quiz.ROUNDS ? "lab.quiz.next" : "lab.quiz.to-summary"));
  }

  private String question(Quiz.Round round) {
    int points = quiz.points();
    return round.isOver()
        ? texts.count(points, "lab.quiz.answered", quiz.number(), Quiz.ROUNDS, points)
        : texts.of("lab.quiz.question", quiz.number(), Quiz.ROUNDS, round.points(), points);
  }

  private Label hint(Quiz.Hint hint, Quiz.Round round) {
    Fault fault = round.fault();
    return switch (hint) {
      case GROUP ->
          line(
              texts.of("lab.quiz.hint.group", words.title(Objects.requireNonNull(fault.group()))),
              "");
      case LOOK_FOR ->
          line(
              texts.of("lab.quiz.hint.look", words.lookFor(fault, lab.net(), notation.getValue())),
              "");
      case RIGHT_LINE ->
          line(
              texts.of(
                  "lab.quiz.hint.line", words.rightLine(fault, lab.net(), notation.getValue())),
              "mono");
    };
  }

  private String title(Fault fault) {
    return words.title(fault, lab.net(), notation.getValue());
  }

  private String verdict(Quiz.Round round) {
    String title = title(round.fault());
    if (round.isGivenUp()) {
      return texts.of("lab.quiz.given-up", title);
    }
    Fault accepted = Objects.requireNonNull(round.accepted());
    return accepted == round.fault()
        ? texts.count(round.points(), "lab.quiz.found", title, round.points())
        : texts.count(round.points(), "lab.quiz.same", title, title(accepted), round.points());
  }

  private List<Label> summaryLines() {
    List<Label> lines =
        quiz.rounds().stream()
            .map(round -> line(texts.of("lab.quiz.summary.line", verdict(round), costs(round)), ""))
            .collect(Collectors.toList());
    int most = Quiz.ROUNDS * Quiz.FULL;
    lines.add(
        0,
        line(
            texts.of("lab.quiz.summary", quiz.points(), most, String.valueOf(quiz.seed())),
            "section-title"));
    return lines;
  }

  private String costs(Quiz.Round round) {
    return texts.of("lab.quiz.costs", round.hints().size(), round.wrongNames().size());
  }

  private static Label line(String words, String style) {
    Label label = new Label(words);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }

  @FXML
  private void hint() {
    quiz.hint();
  }

  @FXML
  private void nameIt() {
    lab.name();
  }

  @FXML
  private void giveUp() {
    quiz.giveUp();
  }

  @FXML
  private void next() {
    lab.nextRound();
    // This button cannot be pressed now; the focus would go on to the grid, and the panel with it.
    (quiz.isRunning() ? nameIt : quizStart).requestFocus();
  }
}
