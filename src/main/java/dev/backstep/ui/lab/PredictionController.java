package dev.backstep.ui.lab;

import dev.backstep.fault.FaultTexts;
import dev.backstep.fault.evidence.FaultEffect;
import dev.backstep.net.Notation;
import dev.backstep.ui.common.FormFields;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.collections.SetChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** The fields for a prediction of what is wrong, and the points that it was worth. */
public final class PredictionController {
  private final BugLabViewModel lab;
  private final Prediction prediction;
  private final Texts texts;
  private final ObservableValue<Notation> notation;
  private final LabWords words;

  @FXML private FlowPane guesses;
  @FXML private ComboBox<Integer> timestep;
  @FXML private Button reveal;
  @FXML private Label score;

  public PredictionController(
      BugLabViewModel lab, Texts texts, ObservableValue<Notation> notation) {
    this.lab = lab;
    this.texts = texts;
    this.notation = notation;
    prediction = lab.prediction();
    words = new LabWords(texts, FaultTexts.load());
  }

  @FXML
  private void initialize() {
    new FormFields(texts)
        .bind(
            timestep,
            new Integer[] {Prediction.NOWHERE},
            prediction.timestepProperty().asObject(),
            this::name);
    lab.bench().examinationProperty().addListener((property, before, now) -> offer(now));
    notation.addListener(observable -> offer(examination()));
    prediction.totals().addListener((SetChangeListener<String>) change -> showGuesses());
    prediction.outcomeProperty().addListener(observable -> showOutcome());
    FormFields.showOnly(score.textProperty().isNotEmpty(), score);
    offer(examination());
    showOutcome();
  }

  private FaultEffect examination() {
    return lab.bench().examinationProperty().get();
  }

  private String name(int t) {
    return t == Prediction.NOWHERE
        ? texts.of("lab.predict.nowhere")
        : texts.of("lab.predict.at", t);
  }

  /** The totals and timesteps that there are to choose among. */
  private void offer(FaultEffect now) {
    if (now == null) {
      return;
    }
    List<Integer> places =
        IntStream.rangeClosed(1, now.right().length())
            .mapToObj(back -> now.right().length() - back)
            .toList();
    if (!timestep.getItems().subList(1, timestep.getItems().size()).equals(places)) {
      timestep.getItems().remove(1, timestep.getItems().size());
      timestep.getItems().addAll(places);
    }
    guesses
        .getChildren()
        .setAll(now.signature().totals().keySet().stream().map(this::guess).toList());
    showGuesses();
  }

  private ToggleButton guess(String total) {
    ToggleButton button = new ToggleButton(words.total(total, notation.getValue()));
    button.setMnemonicParsing(false);
    button.setId("guess-" + total);
    button.getStyleClass().addAll("guess", "mono");
    button.setUserData(total);
    button.setTooltip(new Tooltip(texts.of("lab.predict.guess.help")));
    button.setOnAction(
        event -> {
          if (button.isSelected()) {
            prediction.totals().add(total);
          } else {
            prediction.totals().remove(total);
          }
        });
    return button;
  }

  /** Wrong has a cross and right a tick: not by colour alone. */
  private void showGuesses() {
    for (ToggleButton button :
        guesses.getChildrenUnmodifiable().stream().map(ToggleButton.class::cast).toList()) {
      boolean isWrong = prediction.totals().contains((String) button.getUserData());
      button.setSelected(isWrong);
      button.setGraphic(new FontIcon(isWrong ? "fth-x" : "fth-check"));
      button.setAccessibleText(
          texts.of(isWrong ? "lab.predict.wrong" : "lab.predict.right", button.getText()));
    }
  }

  private void showOutcome() {
    Prediction.Outcome outcome = prediction.outcomeProperty().get();
    boolean isOpen = outcome == null;
    guesses.setDisable(!isOpen);
    timestep.setDisable(!isOpen);
    reveal.setDisable(!isOpen);
    score.setText(isOpen ? soFar("lab.predict.score.open") : told(outcome));
  }

  private String told(Prediction.Outcome outcome) {
    String first = outcome.timestep().map(this::name).orElse(texts.of("lab.predict.nowhere"));
    String key =
        outcome.isTimestepRight() ? "lab.predict.score.place" : "lab.predict.score.no-place";
    String points = texts.of(key, outcome.points(), outcome.most(), first);
    return points + " " + soFar("lab.predict.score.all");
  }

  private String soFar(String key) {
    int most = prediction.mostProperty().get();
    return most == 0 ? "" : texts.of(key, prediction.pointsProperty().get(), most);
  }

  @FXML
  private void reveal() {
    lab.reveal();
  }
}
