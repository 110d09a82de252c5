package dev.backstep.ui.tour;

import static dev.backstep.ui.tour.GoalChapters.numbers;

import dev.backstep.math.MatrixView;
import dev.backstep.math.Numbers;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Vector;
import dev.backstep.trace.Entry;
import dev.backstep.ui.tour.Question.Option;
import dev.backstep.ui.tour.Question.Reply;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The chapters about the backward cell, line by line. */
final class CellChapters {
  private CellChapters() {}

  static List<Chapter> all() {
    return List.of(error(), twoParts(), slope(), handedBack(), follow(), outer());
  }

  private static Chapter error() {
    return Chapter.of("error", Level.FIVE)
        .leading(at -> at.leading().to(wrongLetter(at)))
        .lighting(at -> MeantParts.of(Head.O, Head.E))
        .naming(
            at ->
                numbers(
                    at.cell(),
                    at.trace().label(wrongLetter(at).index()),
                    at.six(new Entry.OfCell(Head.O, at.cell(), wrongLetter(at).index())),
                    at.six(wrongLetter(at))))
        .asking(CellChapters::belowZero);
  }

  /** The error of the letter that is most probable of those that are not right. */
  private static Entry.OfCell wrongLetter(TourContext at) {
    MatrixView o = at.trace().values(Head.O);
    int most =
        IntStream.range(0, o.cols())
            .filter(id -> id != at.trace().target(at.cell()))
            .reduce((a, b) -> o.get(at.cell(), b) > o.get(at.cell(), a) ? b : a)
            .orElse(0);
    return new Entry.OfCell(Head.E, at.cell(), most);
  }

  private static @Nullable Question belowZero(TourContext at) {
    int t = at.cell();
    int target = at.trace().target(t);
    Entry.OfCell right = new Entry.OfCell(Head.E, t, target);
    if (at.value(right) >= 0) {
      return null;
    }
    String name = at.trace().label(target);
    return new Question.Pointed(
        Wording.of("error", "question", t),
        entry -> {
          if (entry.equals(right)) {
            String o = at.six(new Entry.OfCell(Head.O, t, target));
            return Reply.right(Wording.of("error", "right", name, o, at.six(right)));
          }
          return entry instanceof Entry.OfCell cell && isIn(cell, Head.E, t)
              ? Reply.wrong(
                  Wording.of("error", "wrong", at.trace().label(cell.index()), at.six(cell), name))
              : Reply.wrong(Wording.of("error", "wrong.row", t));
        });
  }

  private static boolean isIn(Entry.OfCell cell, Vector row, int timestep) {
    return cell.quantity().equals(row) && cell.timestep() == timestep;
  }

  private static Chapter twoParts() {
    return Chapter.of("two-parts", Level.FIVE)
        .leading(at -> at.leading().to(at.unitOf(Cell.DH, at.cell())))
        .lighting(
            at ->
                MeantParts.of(Head.E, Cell.DH, Head.DH_FROM_OUTPUT, Cell.DH_FROM_LATER).withGraph())
        .naming(
            at ->
                numbers(
                    at.cell(),
                    at.unit(),
                    at.six(at.unitOf(Head.DH_FROM_OUTPUT, at.cell())),
                    at.added(at.unitOf(Cell.DH_FROM_LATER, at.cell())),
                    at.six(at.unitOf(Cell.DH, at.cell()))))
        .inOtherWords(at -> at.length() == 1 ? "one" : "")
        .asking(CellChapters::nothingLater);
  }

  private static @Nullable Question nothingLater(TourContext at) {
    return at.cell() == at.last()
        ? null
        : new Question.Pointed(
            Wording.of("two-parts", "question"),
            entry ->
                entry instanceof Entry.OfCell cell && cell.quantity().equals(Cell.DH)
                    ? cell.timestep() == at.last()
                        ? Reply.right(Wording.of("two-parts", "right", at.last()))
                        : Reply.wrong(Wording.of("two-parts", "wrong", cell.timestep(), at.last()))
                    : Reply.wrong(Wording.of("two-parts", "wrong.row")));
  }

  private static Chapter slope() {
    return Chapter.of("slope", Level.FIVE)
        .leading(at -> at.leading().to(at.unitOf(at.input().gradientOfSum(), at.cell())))
        .lighting(at -> MeantParts.of(at.input().computed(), Cell.DH, at.input().gradientOfSum()))
        .naming(
            at ->
                numbers(
                    at.unit(),
                    at.six(at.unitOf(at.input().computed(), at.cell())),
                    at.slope(),
                    at.input().computed()))
        .inOtherWords(at -> at.input().function().name().toLowerCase(Locale.ROOT))
        .asking(CellChapters::flattest);
  }

  /** The unit in which the function is flattest; steepest where that one is shown already. */
  private static @Nullable Question flattest(TourContext at) {
    Vector computed = at.input().computed();
    int t = at.cell();
    double[] slopes = IntStream.range(0, at.shape().hidden()).mapToDouble(at::slopeAt).toArray();
    int flattest = extreme(slopes, 1);
    int steepest = extreme(slopes, -1);
    if (slopes[flattest] == slopes[steepest]) {
      return null;
    }
    boolean isFlat = slopes[at.unit()] > slopes[flattest];
    int sought = isFlat ? flattest : steepest;
    String kind = isFlat ? "" : ".most";
    return new Question.Pointed(
        Wording.of("slope", "question" + kind, computed, t),
        entry -> {
          if (!(entry instanceof Entry.OfCell cell) || !isIn(cell, computed, t)) {
            return Reply.wrong(Wording.of("slope", "wrong.row", computed, t));
          }
          String value = at.six(cell);
          String there = Numbers.three(slopes[cell.index()]);
          return slopes[cell.index()] == slopes[sought]
              ? Reply.right(Wording.of("slope", "right", computed, cell.index(), value, there))
              : Reply.wrong(
                  Wording.of(
                      "slope",
                      "wrong" + kind,
                      computed,
                      cell.index(),
                      value,
                      there,
                      sought,
                      at.six(new Entry.OfCell(computed, t, sought)),
                      Numbers.three(slopes[sought])));
        });
  }

  private static int extreme(double[] numbers, int sign) {
    return IntStream.range(0, numbers.length)
        .reduce((a, b) -> sign * numbers[b] < sign * numbers[a] ? b : a)
        .orElse(0);
  }

  private static Chapter handedBack() {
    return Chapter.of("handed-back", Level.FIVE)
        .leading(
            at ->
                at.leading()
                    .to(
                        at.cell() > 0
                            ? at.unitOf(Cell.DH_FROM_LATER, at.cell() - 1)
                            : at.unitOf(Cell.DH_PREV, 0)))
        .lighting(
            at ->
                MeantParts.of(
                    at.input().gradientOfSum(), Cell.DH, Cell.DH_PREV, Cell.DH_FROM_LATER))
        .naming(
            at ->
                numbers(at.unit(), at.input().weight(), at.handedBack(), at.cell(), at.cell() - 1))
        .inOtherWords(at -> at.cell() == 0 ? "first" : "")
        .asking(
            at ->
                new Question.Chosen(
                    Wording.of("handed-back", "question", at.input().weight(), at.unit()),
                    List.of(
                        new Option(
                            Wording.of("handed-back", "option.column", at.unit()),
                            Reply.wrong(Wording.of("handed-back", "wrong", at.unit()))),
                        new Option(
                            Wording.of("handed-back", "option.row", at.unit()),
                            Reply.right(Wording.of("handed-back", "right", at.unit()))))));
  }

  private static Chapter outer() {
    return Chapter.of("outer", Level.TWENTY)
        .leading(
            at ->
                at.leading()
                    .to(
                        new Entry.OfShare(
                            at.input().weight().name(), at.cell(), at.row(), at.unit())))
        .lighting(at -> MeantParts.of(Cell.H, at.input().gradientOfSum()))
        .naming(
            at ->
                numbers(
                    at.row(),
                    at.unit(),
                    at.input().weight(),
                    at.input().gradientOfSum(),
                    Numbers.six(
                        at.trace()
                            .share(at.input().weight().name(), at.cell())
                            .get(at.row(), at.unit())),
                    at.cell()))
        .asking(
            at ->
                new Question.Chosen(
                    Wording.of(
                        "outer", "question", at.input().weight(), at.input().gradientOfSum()),
                    List.of(
                        new Option(
                            Wording.of("outer", "option.h"),
                            Reply.wrong(Wording.of("outer", "wrong", at.input().weight()))),
                        new Option(
                            Wording.of("outer", "option.h-prev"),
                            Reply.right(Wording.of("outer", "right", at.input().weight()))),
                        new Option(
                            Wording.of("outer", "option.x"),
                            Reply.wrong(
                                Wording.of(
                                    "outer",
                                    "wrong.x",
                                    at.letterWeight(),
                                    at.input().weight()))))));
  }

  private static Chapter follow() {
    return Chapter.of("follow", Level.TWENTY)
        .leading(at -> at.leading().to(at.unitOf(Cell.DH, at.cell())))
        .lighting(at -> MeantParts.of(Cell.DH, Cell.DH_PREV, Cell.DH_FROM_LATER))
        .naming(at -> numbers(at.unit(), at.cell()))
        .asking(CellChapters::whereItCameFrom);
  }

  private static @Nullable Question whereItCameFrom(TourContext at) {
    Entry.OfCell source = at.unitOf(Cell.DH_PREV, at.next());
    return at.cell() == at.last()
        ? null
        : new Question.Pointed(
            Wording.of("follow", "question", at.next()),
            entry ->
                entry.equals(source)
                    ? Reply.right(Wording.of("follow", "right", at.next(), at.six(source)))
                    : Reply.wrong(
                        Wording.of(
                            "follow",
                            entry.equals(at.unitOf(Cell.DH_FROM_LATER, at.cell()))
                                ? "wrong.half"
                                : "wrong",
                            at.unit())));
  }
}
