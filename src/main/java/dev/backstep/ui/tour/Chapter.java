package dev.backstep.ui.tour;

import dev.backstep.math.Numbers;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Lstm;
import dev.backstep.trace.Entry;
import dev.backstep.words.Texts;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The texts of the guided tour, in order: where each leads, and which numbers it names. Most are a
 * chapter of their own; that about gates has several. The words are in the resource bundle. Where a
 * text leads does not depend on where one was.
 */
enum Chapter {
  WORD(TourContext::readToCell, at -> of(at.text(), at.length(), at.cell())),
  HIDDEN(
      at -> at.point(at.unitOf(Cell.H, at.cell())),
      at -> of(at.shape().hidden(), at.unit(), at.cell())),
  SAME_WEIGHTS(
      at -> at.point(at.unitOf(at.input().computed(), at.next())),
      at -> of(at.length(), at.weights(), at.before(), at.input().weight())),
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
              at.added(at.unitOf(Cell.DH_FROM_LATER, at.cell())))),
  SLOPE(
      at -> at.point(at.unitOf(at.input().gradientOfSum(), at.cell())),
      at ->
          of(
              at.unit(),
              at.six(at.unitOf(at.input().computed(), at.cell())),
              at.slope(),
              at.input().computed())),
  PRODUCT(
      at -> at.point(new Entry.OfShare(at.input().weight().name(), at.cell(), at.row(), at.unit())),
      at -> of(at.row(), at.unit(), at.input().weight(), at.input().gradientOfSum())),
  SUM(
      at ->
          at.point(
              new Entry.OfAccumulator(at.input().weight().name(), at.cell(), at.row(), at.unit())),
      at -> of(at.length(), at.input().weight())),
  HANDED_BACK(
      at ->
          at.point(
              at.cell() > 0
                  ? at.unitOf(Cell.DH_FROM_LATER, at.cell() - 1)
                  : at.unitOf(Cell.DH_PREV, 0)),
      at -> of(at.cell(), at.cell() - 1, at.handedBack())),
  UPDATE(TourContext::toUpdate, at -> of(at.gradientNorm(), at.clipLimit())),
  CARRIED(at -> at.point(at.unitOf(Cell.H, 0)), at -> of(at.before(), at.initial(), at.states())),
  CLICK(TourContext::clickAndFollow, at -> of(at.unit())),
  GATES(at -> at.point(at.unitOf(Lstm.F, at.cell())), at -> of(at.text())),
  CELL_STATE(
      at -> at.point(at.unitOf(Lstm.C, at.cell())),
      at ->
          of(
              at.cell(),
              at.letter(),
              at.unit(),
              at.six(at.unitOf(Lstm.F, at.cell())),
              at.six(at.unitOf(Lstm.I, at.cell())),
              at.six(at.unitOf(Lstm.GATE_O, at.cell())))),
  TWO_PARTS_OF_DC(
      at -> at.point(at.unitOf(Lstm.DC, at.cell())),
      at ->
          of(
              at.cell(),
              at.unit(),
              at.six(at.unitOf(Lstm.DC_FROM_H, at.cell())),
              at.added(at.unitOf(Lstm.DC_FROM_LATER, at.cell())))),
  CAROUSEL(at -> at.point(at.unitOf(Lstm.DC_PREV, at.next())), TourContext::carousel),
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

  /** The text before the move; some chapters have other words for what is not usual. */
  String text(Texts texts, TourContext context) {
    String key = "tour.chapter." + (ordinal() + 1) + ".text";
    String special = key + "." + context.special(this);
    return texts.of(texts.bundle().containsKey(special) ? special : key, numbers.apply(context));
  }

  /** Whether it is about the LSTM of the tour and not about the net of the run. */
  boolean isOfGates() {
    return this == GATES || goesOn();
  }

  /** Whether it goes on with the chapter of the text before. */
  private boolean goesOn() {
    return this == CELL_STATE || this == TWO_PARTS_OF_DC || this == CAROUSEL;
  }

  /** The number of its chapter, from 0. */
  int number() {
    return (int) Arrays.stream(values()).limit(ordinal() + 1L).filter(all -> !all.goesOn()).count()
        - 1;
  }

  boolean isLast() {
    return this == OWN_WORD;
  }
}
