package dev.backstep.ui.tour;

import dev.backstep.words.Texts;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A chapter of the guided tour, as data: a text with the numbers of the net that is shown, where
 * the picture is led to, what of it is meant, and a question. Its words are in the resource bundle,
 * under its name. Where it leads does not depend on where one was.
 *
 * @param id its name, in the bundle and in what is remembered
 * @param shortest the shortest level that has it
 * @param isOfGates whether it is about the LSTM of the tour and not about the net of the run
 * @param deed what it does beside leading
 * @param lead leads to what it is about
 * @param spot what of the picture it means
 * @param numbers that its text names
 * @param special which other words its text has; empty for the usual ones
 * @param question null where there is none to ask
 */
record Chapter(
    String id,
    Level shortest,
    boolean isOfGates,
    Deed deed,
    Consumer<TourContext> lead,
    Function<TourContext, MeantParts> spot,
    Function<TourContext, Object[]> numbers,
    Function<TourContext, String> special,
    Function<TourContext, @Nullable Question> question) {
  /** What a chapter does with the net of the tour. */
  enum Deed {
    NOTHING,
    TRAIN,
    CARRY_STATE,
    END
  }

  /** A chapter with nothing but its text. */
  static Chapter of(String id, Level shortest) {
    return new Chapter(
        id,
        shortest,
        false,
        Deed.NOTHING,
        at -> {},
        at -> MeantParts.ALL,
        at -> new Object[0],
        at -> "",
        at -> null);
  }

  /** The same about the LSTM. */
  Chapter ofGates() {
    return new Chapter(id, shortest, true, deed, lead, spot, numbers, special, question);
  }

  Chapter doing(Deed other) {
    return new Chapter(id, shortest, isOfGates, other, lead, spot, numbers, special, question);
  }

  Chapter leading(Consumer<TourContext> other) {
    return new Chapter(id, shortest, isOfGates, deed, other, spot, numbers, special, question);
  }

  Chapter lighting(Function<TourContext, MeantParts> other) {
    return new Chapter(id, shortest, isOfGates, deed, lead, other, numbers, special, question);
  }

  Chapter naming(Function<TourContext, Object[]> other) {
    return new Chapter(id, shortest, isOfGates, deed, lead, spot, other, special, question);
  }

  Chapter inOtherWords(Function<TourContext, String> other) {
    return new Chapter(id, shortest, isOfGates, deed, lead, spot, numbers, other, question);
  }

  Chapter asking(Function<TourContext, @Nullable Question> other) {
    return new Chapter(id, shortest, isOfGates, deed, lead, spot, numbers, special, other);
  }

  String title(Texts texts) {
    return Wording.of(id, "title").in(texts);
  }

  /** The text before the move. */
  String text(Texts texts, TourContext context) {
    return Wording.of(id, "text", numbers.apply(context))
        .special(texts, special.apply(context))
        .in(texts);
  }

  boolean isLast() {
    return deed == Deed.END;
  }
}
