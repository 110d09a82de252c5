package dev.backstep.ui.flow;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The answer to the question that was asked last, worked out on another thread than the screen's,
 * one at a time: what is asked while another is worked on waits, and only the newest of it.
 *
 * @param <Q> questions, of which equal ones have equal answers
 * @param <A> answers
 */
final class LatestAnswer<Q, A> {
  private final Function<Q, A> work;
  private @Nullable Q asked;
  private @Nullable Q worked;
  private @Nullable CompletableFuture<A> answer;

  /**
   * @param work not done by two threads at the same time
   */
  LatestAnswer(Function<Q, A> work) {
    this.work = work;
  }

  /** Asks, if it is not what was asked last. */
  void ask(Q question) {
    if (!question.equals(asked)) {
      asked = question;
      startIfIdle();
    }
  }

  /** Asks nothing; what is worked on is not answered any more. */
  void forget() {
    asked = null;
  }

  private void startIfIdle() {
    if (answer == null && asked != null) {
      Q question = asked;
      worked = question;
      answer = CompletableFuture.supplyAsync(() -> work.apply(question));
    }
  }

  /** The answer to what was asked last, once, when it is there. */
  Optional<A> poll() {
    CompletableFuture<A> finished = answer;
    if (finished == null || !finished.isDone()) {
      return Optional.empty();
    }
    Q of = worked;
    answer = null;
    A found = finished.join();
    if (of != null && of.equals(asked)) {
      return Optional.of(found);
    }
    startIfIdle();
    return Optional.empty();
  }

  /** Whether an answer is still to come. */
  boolean isBusy() {
    return answer != null;
  }
}
