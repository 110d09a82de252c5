package dev.backstep.ui.batch;

import dev.backstep.ui.paint.Background;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The answer to what was asked last, worked out on another thread than the screen's, one at a time;
 * null while there is none.
 *
 * @param <Q> questions, of which equal ones have equal answers
 * @param <A> answers
 */
final class Newest<Q, A> {
  private final Function<Q, A> work;
  private final ReadOnlyObjectWrapper<@Nullable A> answer = new ReadOnlyObjectWrapper<>();
  private @Nullable Q asked;
  private boolean isBusy;

  Newest(Function<Q, A> work) {
    this.work = work;
  }

  /** Asks, unless that was asked last; null asks nothing. */
  void ask(@Nullable Q question) {
    boolean isSame = question == null ? asked == null : question.equals(asked);
    if (!isSame) {
      asked = question;
      answer.set(null);
      workIfIdle();
    }
  }

  private void workIfIdle() {
    Q question = asked;
    if (!isBusy && question != null) {
      isBusy = true;
      Background.run(() -> work.apply(question), found -> take(question, found));
    }
  }

  private void take(Q question, A found) {
    isBusy = false;
    if (question.equals(asked)) {
      answer.set(found);
    } else {
      workIfIdle();
    }
  }

  ReadOnlyObjectProperty<@Nullable A> answerProperty() {
    return answer.getReadOnlyProperty();
  }
}
