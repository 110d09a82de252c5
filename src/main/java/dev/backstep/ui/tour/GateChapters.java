package dev.backstep.ui.tour;

import static dev.backstep.ui.tour.GoalChapters.numbers;

import dev.backstep.net.Cell;
import dev.backstep.net.Lstm;
import dev.backstep.ui.tour.Question.Option;
import dev.backstep.ui.tour.Question.Reply;
import java.util.List;

/** The chapters about gates, on an LSTM. */
final class GateChapters {
  private GateChapters() {}

  static List<Chapter> all() {
    return List.of(gates(), cellState(), twoParts(), carousel());
  }

  private static Option right(String chapter, String option) {
    return new Option(
        Wording.of(chapter, "option." + option), Reply.right(Wording.of(chapter, "right")));
  }

  private static Option wrong(String chapter, String option) {
    return new Option(
        Wording.of(chapter, "option." + option),
        Reply.wrong(Wording.of(chapter, "wrong." + option)));
  }

  private static Chapter gates() {
    return Chapter.of("gates", Level.TWENTY)
        .ofGates()
        .leading(at -> at.leading().to(at.unitOf(Lstm.F, at.cell())))
        .lighting(at -> MeantParts.of(Lstm.I, Lstm.F, Lstm.GATE_O, Lstm.G, Lstm.C, Cell.H))
        .naming(at -> numbers(at.text()))
        .inOtherWords(at -> at.trainsGates() ? "" : "untrained")
        .asking(
            at ->
                new Question.Chosen(
                    Wording.of("gates", "question"),
                    List.of(
                        wrong("gates", "zero"), wrong("gates", "new"), right("gates", "before"))));
  }

  private static Chapter cellState() {
    return Chapter.of("cell-state", Level.TWENTY)
        .ofGates()
        .leading(at -> at.leading().to(at.unitOf(Lstm.C, at.cell())))
        .lighting(at -> MeantParts.of(Lstm.I, Lstm.F, Lstm.GATE_O, Lstm.G, Lstm.C, Cell.H))
        .naming(
            at ->
                numbers(
                    at.cell(),
                    at.letter(),
                    at.unit(),
                    at.six(at.unitOf(Lstm.F, at.cell())),
                    at.six(at.unitOf(Lstm.I, at.cell())),
                    at.six(at.unitOf(Lstm.GATE_O, at.cell()))))
        .asking(
            at ->
                new Question.Typed(
                    Wording.of("cell-state", "question", at.unit()),
                    0,
                    1e-9,
                    Wording.of("cell-state", "right"),
                    Wording.of("cell-state", "wrong")));
  }

  private static Chapter twoParts() {
    return Chapter.of("two-parts-of-dc", Level.TWENTY)
        .ofGates()
        .leading(at -> at.leading().to(at.unitOf(Lstm.DC, at.cell())))
        .lighting(at -> MeantParts.of(Cell.DH, Lstm.DC, Lstm.DC_FROM_H, Lstm.DC_FROM_LATER))
        .naming(
            at ->
                numbers(
                    at.cell(),
                    at.unit(),
                    at.six(at.unitOf(Lstm.DC_FROM_H, at.cell())),
                    at.added(at.unitOf(Lstm.DC_FROM_LATER, at.cell()))))
        .inOtherWords(at -> at.length() == 1 ? "one" : "")
        .asking(
            at ->
                new Question.Chosen(
                    Wording.of("two-parts-of-dc", "question"),
                    List.of(
                        right("two-parts-of-dc", "later"), wrong("two-parts-of-dc", "from-h"))));
  }

  private static Chapter carousel() {
    return Chapter.of("carousel", Level.TWENTY)
        .ofGates()
        .leading(at -> at.leading().to(at.unitOf(Lstm.DC_PREV, at.next())))
        .lighting(at -> MeantParts.of(Lstm.F, Lstm.DC, Lstm.DC_PREV))
        .naming(TourContext::carousel)
        .inOtherWords(at -> at.length() == 1 ? "one" : at.keepsMoreOfDc() ? "" : "less")
        .asking(
            at ->
                new Question.Typed(
                    Wording.of("carousel", "question"),
                    1,
                    1e-6,
                    Wording.of("carousel", "right"),
                    Wording.of("carousel", "wrong")));
  }
}
