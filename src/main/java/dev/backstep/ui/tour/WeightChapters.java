package dev.backstep.ui.tour;

import static dev.backstep.ui.tour.GoalChapters.numbers;

import dev.backstep.math.Numbers;
import dev.backstep.net.Cell;
import dev.backstep.trace.Entry;
import dev.backstep.training.optimizer.Clipping;
import dev.backstep.ui.tour.Chapter.Deed;
import dev.backstep.ui.tour.Question.Option;
import dev.backstep.ui.tour.Question.Reply;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The chapters about what becomes of the gradients, and of the state in the end. */
final class WeightChapters {
  private WeightChapters() {}

  static List<Chapter> all() {
    return List.of(sum(), update(), carried());
  }

  private static Chapter sum() {
    return Chapter.of("sum", Level.FIVE)
        .leading(
            at ->
                at.leading()
                    .to(
                        new Entry.OfAccumulator(
                            at.input().weight().name(), at.cell(), at.row(), at.unit())))
        .lighting(at -> MeantParts.of(Cell.H, at.input().gradientOfSum()).withGraph())
        .naming(at -> numbers(at.length(), at.input().weight(), at.cell()))
        .inOtherWords(at -> at.length() == 1 ? "one" : "")
        .asking(WeightChapters::cellsOfALetter);
  }

  private static Question cellsOfALetter(TourContext at) {
    int letter = commonest(at);
    List<Integer> where = where(at, letter);
    String name = at.trace().label(letter);
    String timesteps = where.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return new Question.Typed(
        Wording.of("sum", "question", at.letterWeight(), at.length(), name),
        where.size(),
        0.01,
        Wording.of("sum", "right", timesteps, name),
        Wording.of("sum", "wrong", timesteps, name));
  }

  /** The letter that the sequence has most often, the first of them. */
  private static int commonest(TourContext at) {
    return IntStream.range(0, at.length())
        .mapToObj(t -> at.trace().input(t))
        .distinct()
        .max(
            Comparator.comparingInt((Integer letter) -> where(at, letter).size())
                .thenComparing(letter -> -where(at, letter).get(0)))
        .orElseThrow();
  }

  private static List<Integer> where(TourContext at, int letter) {
    return IntStream.range(0, at.length())
        .filter(t -> at.trace().input(t) == letter)
        .boxed()
        .toList();
  }

  private static Chapter update() {
    return Chapter.of("update", Level.TWENTY)
        .leading(at -> at.leading().toUpdate())
        .lighting(at -> MeantParts.PANEL)
        .naming(at -> numbers(at.gradientNorm(), at.clipLimit()))
        .inOtherWords(
            at ->
                at.settings().clipping() instanceof Clipping.None
                    ? "none"
                    : at.settings().clipping() instanceof Clipping.Elementwise ? "elementwise" : "")
        .asking(WeightChapters::clipped);
  }

  private static Question clipped(TourContext at) {
    double scale = at.trace().update().clipScale();
    Clipping clipping = at.settings().clipping();
    if (clipping instanceof Clipping.Elementwise each) {
      return new Question.Typed(
          Wording.of("update", "question.elementwise", Numbers.plain(2 * each.limit())),
          each.limit(),
          0.001 * each.limit(),
          Wording.of("update", "right.elementwise", at.clipLimit()),
          Wording.of("update", "wrong.elementwise", at.clipLimit()));
    }
    String kind =
        clipping instanceof Clipping.None ? ".none" : scale < 1 ? ".scaled" : ".as-they-are";
    Object[] numbers = numbers(at.gradientNorm(), at.clipLimit(), Numbers.three(scale));
    return new Question.Typed(
        Wording.of("update", "question"),
        scale,
        0.03 * scale,
        Wording.of("update", "right" + kind, numbers),
        Wording.of("update", "wrong" + kind, numbers));
  }

  private static Chapter carried() {
    return Chapter.of("carried", Level.TWENTY)
        .doing(Deed.CARRY_STATE)
        .leading(at -> at.leading().to(at.unitOf(Cell.H, 0)))
        .lighting(at -> MeantParts.PANEL.withGraph())
        .naming(at -> numbers(at.before(), at.initial(), at.states()))
        .inOtherWords(at -> at.wasZero() ? "" : "already")
        .asking(
            at ->
                new Question.Chosen(
                    Wording.of("carried", "question"),
                    List.of(
                        new Option(
                            Wording.of("carried", "option.yes"),
                            Reply.wrong(Wording.of("carried", "wrong"))),
                        new Option(
                            Wording.of("carried", "option.no"),
                            Reply.right(Wording.of("carried", "right"))))));
  }
}
