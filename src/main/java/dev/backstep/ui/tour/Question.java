package dev.backstep.ui.tour;

import dev.backstep.trace.Entry;
import java.util.List;
import java.util.function.Function;

/** The question of a chapter, whose answer is checked. */
sealed interface Question {
  /** The question itself. */
  Wording asked();

  /**
   * A square is pointed at: clicked, or reached with the keys.
   *
   * @param judge what is said to a number that is selected
   */
  record Pointed(Wording asked, Function<Entry, Reply> judge) implements Question {}

  /** One of a few answers is chosen. */
  record Chosen(Wording asked, List<Option> options) implements Question {
    public Chosen {
      options = List.copyOf(options);
    }
  }

  /** An answer to choose, and what is said to it. */
  record Option(Wording label, Reply reply) {}

  /**
   * A number is typed.
   *
   * @param right the number
   * @param tolerance how far beside it is right too
   * @param yes what is said to a right one
   * @param no what is said to another one
   */
  record Typed(Wording asked, double right, double tolerance, Wording yes, Wording no)
      implements Question {
    Reply check(double answer) {
      return Math.abs(answer - right) <= tolerance ? Reply.right(yes) : Reply.wrong(no);
    }
  }

  /**
   * What is said to an answer.
   *
   * @param words of a wrong one: why it is wrong
   */
  record Reply(boolean isRight, Wording words) {
    static Reply right(Wording words) {
      return new Reply(true, words);
    }

    static Reply wrong(Wording words) {
      return new Reply(false, words);
    }
  }
}
