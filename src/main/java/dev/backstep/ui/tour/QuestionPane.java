package dev.backstep.ui.tour;

import dev.backstep.words.Texts;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The question of a chapter, what it is answered with, and what is said to the answer. */
final class QuestionPane extends VBox {
  private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final Answering answering;
  private final Texts texts;
  private final Label asked = new Label();
  private final TextField number = new TextField();
  private final Button check;
  private final FlowPane answers = new FlowPane();
  private final Label howToPoint = new Label();
  private final Label reply = new Label();

  /**
   * The question of a tour.
   *
   * @param skip goes on, whatever was answered
   */
  QuestionPane(Answering answering, Texts texts, Runnable skip) {
    this.answering = answering;
    this.texts = texts;
    getStyleClass().add("guide-question");
    asked.setId("guideAsked");
    asked.setWrapText(true);
    asked.setMinHeight(USE_PREF_SIZE);
    asked.getStyleClass().add("guide-asked");
    answers.getStyleClass().add("guide-answers");
    howToPoint.setText(texts.of("tour.answer.point"));
    howToPoint.setWrapText(true);
    howToPoint.setMinHeight(USE_PREF_SIZE);
    howToPoint.getStyleClass().add("hint");
    reply.setId("guideReply");
    reply.setWrapText(true);
    reply.setMinHeight(USE_PREF_SIZE);
    reply.getStyleClass().add("guide-reply");
    reply.textProperty().bind(answering.replyProperty());
    reply.visibleProperty().bind(reply.textProperty().isNotEmpty());
    reply.managedProperty().bind(reply.visibleProperty());
    number.setId("guideNumber");
    number.setPromptText(texts.of("tour.answer.prompt"));
    number.setAccessibleText(texts.of("tour.answer.number"));
    number.setTooltip(new Tooltip(texts.of("tour.answer.number")));
    number.setOnAction(event -> answering.type(number.getText()));
    number.addEventFilter(KeyEvent.ANY, event -> goOnWithSpace(event, skip));
    check = button(texts.of("tour.answer.check"), texts.of("tour.answer.check.help"));
    check.setId("guideCheck");
    check.setOnAction(event -> answering.type(number.getText()));
    getChildren().addAll(asked, howToPoint, answers, reply);
    answering.askedProperty().addListener(observable -> ask());
    answering.stateProperty().addListener(observable -> showState());
    ask();
  }

  /** A number has no space in it: the key goes on, as everywhere in the tour. */
  private static void goOnWithSpace(KeyEvent event, Runnable skip) {
    if (event.getEventType() == KeyEvent.KEY_PRESSED && event.getCode() == KeyCode.SPACE) {
      skip.run();
      event.consume();
    } else if (event.getEventType() == KeyEvent.KEY_TYPED && event.getCharacter().equals(" ")) {
      event.consume();
    }
  }

  private static Button button(String words, String help) {
    Button button = new Button(words);
    button.setMnemonicParsing(false);
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip(help));
    button.setAccessibleText(help);
    return button;
  }

  private void ask() {
    boolean hadFocus = answers.getChildren().stream().anyMatch(Node::isFocused);
    asked.setText(answering.asked());
    setVisible(!asked.getText().isEmpty());
    setManaged(isVisible());
    howToPoint.setVisible(answering.isPointed());
    howToPoint.setManaged(howToPoint.isVisible());
    answers.getChildren().clear();
    number.clear();
    if (answering.isTyped()) {
      answers.getChildren().addAll(number, check);
    } else {
      addOptions(answering.options());
    }
    answers.setVisible(!answers.getChildren().isEmpty());
    answers.setManaged(answers.isVisible());
    showState();
    if (answering.isTyped()) {
      number.requestFocus();
    } else if (hadFocus) {
      getScene().getRoot().requestFocus();
    }
  }

  private void addOptions(List<String> options) {
    for (int i = 0; i < options.size(); i++) {
      int option = i;
      Button button =
          button(
              texts.of("tour.answer.option", i + 1, options.get(i)),
              texts.of("tour.answer.option.help", options.get(i), i + 1));
      button.setId("guideOption" + (i + 1));
      button.setOnAction(event -> answering.choose(option));
      answers.getChildren().add(button);
    }
  }

  /** A question that is answered leaves the keys to the tour. */
  private void showState() {
    Answering.State state = answering.stateProperty().get();
    boolean isRight = state == Answering.State.RIGHT;
    reply.pseudoClassStateChanged(RIGHT, isRight);
    reply.pseudoClassStateChanged(WRONG, state == Answering.State.WRONG);
    if (isRight && number.isFocused()) {
      getScene().getRoot().requestFocus();
    }
    answers.getChildren().forEach(each -> each.setDisable(isRight));
  }
}
