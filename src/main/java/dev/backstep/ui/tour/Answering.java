package dev.backstep.ui.tour;

import dev.backstep.trace.Entry;
import dev.backstep.ui.tour.Question.Reply;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.OptionalDouble;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The question that is asked now, and what was said to the last answer. */
public final class Answering {
  /** What was said: nothing yet, that it is right, that it is not. */
  public enum State {
    OPEN,
    WRONG,
    RIGHT
  }

  private final Texts texts;
  private final ReadOnlyObjectWrapper<@Nullable Question> question = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.OPEN);
  private final ReadOnlyStringWrapper reply = new ReadOnlyStringWrapper("");

  Answering(Texts texts) {
    this.texts = texts;
  }

  /** Asks a question, or none; what was said before is taken away. */
  void ask(@Nullable Question asked) {
    state.set(State.OPEN);
    reply.set("");
    question.set(asked);
  }

  /** Whether a question waits for its answer. */
  public boolean isOpen() {
    return question.get() != null && state.get() != State.RIGHT;
  }

  /** A number was selected: the answer, where one is to be pointed at. */
  void point(@Nullable Entry entry) {
    if (isOpen() && entry != null && question.get() instanceof Question.Pointed asked) {
      say(asked.judge().apply(entry));
    }
  }

  /** Chooses one of the answers, from 0. */
  public void choose(int option) {
    if (isOpen() && question.get() instanceof Question.Chosen asked && option < options().size()) {
      say(asked.options().get(option).reply());
    }
  }

  /** Takes what was typed. */
  public void type(String typed) {
    if (isOpen() && question.get() instanceof Question.Typed asked) {
      OptionalDouble number = TypedAnswer.of(typed);
      if (number.isPresent()) {
        say(asked.check(number.getAsDouble()));
      } else {
        state.set(State.WRONG);
        reply.set(
            typed.isBlank() ? texts.of("tour.answer.none") : texts.of("tour.answer.text", typed));
      }
    }
  }

  private void say(Reply said) {
    // The state comes first: who is told of the words sees both.
    state.set(said.isRight() ? State.RIGHT : State.WRONG);
    reply.set(said.words().in(texts));
  }

  /** The answers to choose from; none where nothing is to be chosen. */
  public List<String> options() {
    return question.get() instanceof Question.Chosen asked
        ? asked.options().stream().map(each -> each.label().in(texts)).toList()
        : List.of();
  }

  /** Whether a square is to be pointed at. */
  public boolean isPointed() {
    return question.get() instanceof Question.Pointed;
  }

  /** Whether a number is to be typed. */
  public boolean isTyped() {
    return question.get() instanceof Question.Typed;
  }

  /** The question in words; empty where none is asked. */
  public String asked() {
    return question.get() == null ? "" : question.get().asked().in(texts);
  }

  /** Told of whenever another question is asked, or none. */
  public Observable askedProperty() {
    return question.getReadOnlyProperty();
  }

  /** The question that is asked; null for none. */
  @Nullable Question question() {
    return question.get();
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** What was said to the last answer; empty before there is one. */
  public ReadOnlyStringProperty replyProperty() {
    return reply.getReadOnlyProperty();
  }
}
