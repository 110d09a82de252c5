package dev.backstep.ui.tour;

import dev.backstep.math.Numbers;
import dev.backstep.model.Parameters;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.trace.Entry;
import dev.backstep.words.Texts;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The chapters of the guided tour, in order: where each leads, and which numbers its text names.
 * The words are in the resource bundle. Where a chapter leads does not depend on where one was.
 */
enum Chapter {
  WORD(TourContext::readToCell, at -> of(at.word(), at.length(), at.cell())),
  HIDDEN(
      at -> at.point(at.unitOf(Cell.H, at.cell())),
      at -> of(at.shape().hidden(), at.unit(), at.cell())),
  SAME_WEIGHTS(at -> at.point(at.unitOf(Cell.H, at.next())), at -> of(at.length())),
  OUTPUT(
      at -> at.pointAtLoss(at.targetOf(Head.O)),
      at -> of(at.shape().vocabulary(), Numbers.three(StrictMath.log(at.shape().vocabulary())))),
  ERROR(
      at -> at.point(at.targetOf(Head.E)),
      at -> of(at.target(), at.six(at.targetOf(Head.O)), at.six(at.targetOf(Head.E)))),
  TWO_PARTS(
      at -> at.point(at.unitOf(Cell.DH, at.cell())),
      at ->
          of(
              at.cell(),
              at.unit(),
              at.six(at.unitOf(Head.DH_FROM_OUTPUT, at.cell())),
              at.six(at.unitOf(Cell.DH_FROM_LATER, at.cell())))),
  SLOPE(
      at -> at.point(at.unitOf(at.preActivation(), at.cell())),
      at -> of(at.unit(), at.six(at.unitOf(Cell.H, at.cell())), at.slope())),
  PRODUCT(
      at -> at.point(new Entry.OfShare(Parameters.W2, at.cell(), at.row(), at.unit())),
      at -> of(at.row(), at.unit())),
  SUM(
      at -> at.point(new Entry.OfAccumulator(Parameters.W2, at.cell(), at.row(), at.unit())),
      at -> of(at.length())),
  HANDED_BACK(
      at ->
          at.point(
              at.cell() > 0
                  ? at.unitOf(Cell.DH_FROM_LATER, at.cell() - 1)
                  : at.unitOf(Cell.DH_PREV, 0)),
      at -> of(at.cell(), at.cell() - 1)),
  UPDATE(TourContext::toUpdate, at -> of(at.gradientNorm(), at.clipLimit())),
  CARRIED(at -> at.point(at.unitOf(Cell.H, 0)), at -> of()),
  CLICK(TourContext::clickAndFollow, at -> of(at.unit())),
  OWN_WORD(at -> {}, at -> of());

  private final Consumer<TourContext> move;
  private final Function<TourContext, Object[]> numbers;

  Chapter(Consumer<TourContext> move, Function<TourContext, Object[]> numbers) {
    this.move = move;
    this.numbers = numbers;
  }

  private static Object[] of(Object... numbers) {
    return numbers;
  }

  /** Leads to what the chapter is about. */
  void show(TourContext context) {
    move.accept(context);
  }

  String title(Texts texts) {
    return texts.of("tour.chapter." + (ordinal() + 1) + ".title");
  }

  /** What is to be read before the move; some chapters have other words for what is not usual. */
  String text(Texts texts, TourContext context) {
    String key = "tour.chapter." + (ordinal() + 1) + ".text";
    String special = key + "." + context.special(this);
    return texts.of(texts.bundle().containsKey(special) ? special : key, numbers.apply(context));
  }

  boolean isLast() {
    return this == OWN_WORD;
  }
}
