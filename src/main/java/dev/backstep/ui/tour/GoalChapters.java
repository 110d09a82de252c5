package dev.backstep.ui.tour;

import dev.backstep.math.MatrixView;
import dev.backstep.math.Numbers;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.trace.Entry;
import dev.backstep.trace.flow.LossShares;
import dev.backstep.trace.whatif.Slope;
import dev.backstep.ui.tour.Chapter.Deed;
import dev.backstep.ui.tour.Question.Option;
import dev.backstep.ui.tour.Question.Reply;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The chapters about the goal: a loss, its slope, and how it is known through all cells. */
final class GoalChapters {
  private static final double STEP = 0.001;
  private static final int SAID = 5;
  private static final int BACK = 4;
  private static final int CELLS = 3;

  /** 0.6 to this power is the first that is less than one percent. */
  private static final int VANISHING_REACH = 10;

  private GoalChapters() {}

  static List<Chapter> all() {
    return List.of(word(), hidden(), loss(), nudge(), downhill(), chain(), product(), reach());
  }

  static Object[] numbers(Object... numbers) {
    return numbers;
  }

  private static Chapter word() {
    return Chapter.of("word", Level.FIVE)
        .doing(Deed.TRAIN)
        .leading(at -> at.leading().toCell(at.cell()))
        .lighting(at -> MeantParts.of(Head.O).withGraph())
        .naming(at -> numbers(at.text(), at.cell()))
        .inOtherWords(at -> at.isUntrained() ? "untrained" : "")
        .asking(GoalChapters::mostProbable);
  }

  /** One of a few letters has the largest probability. */
  private static Question mostProbable(TourContext at) {
    int t = at.cell();
    MatrixView o = at.trace().values(Head.O);
    List<Integer> ranked =
        IntStream.range(0, o.cols())
            .boxed()
            .sorted((a, b) -> Double.compare(o.get(t, b), o.get(t, a)))
            .toList();
    int best = ranked.get(0);
    List<Option> options =
        IntStream.concat(
                ranked.stream().limit(SAID - 2).mapToInt(id -> id),
                IntStream.of(at.trace().target(t)))
            .distinct()
            .sorted()
            .mapToObj(id -> letter(at, id, best))
            .toList();
    return new Question.Chosen(Wording.of("word", "question", t, at.readToCell()), options);
  }

  private static Option letter(TourContext at, int id, int best) {
    MatrixView o = at.trace().values(Head.O);
    String name = at.trace().label(id);
    double own = o.get(at.cell(), id);
    double most = o.get(at.cell(), best);
    Wording label = Wording.of("word", "option", name);
    return new Option(
        label,
        own == most
            ? Reply.right(Wording.of("word", "right", name, Numbers.percent(own), at.cell()))
            : Reply.wrong(
                Wording.of(
                    "word",
                    "wrong",
                    name,
                    Numbers.percent(own),
                    at.cell(),
                    at.trace().label(best),
                    Numbers.percent(most))));
  }

  private static Chapter hidden() {
    return Chapter.of("hidden", Level.TWENTY)
        .leading(at -> at.leading().to(at.unitOf(Cell.H, at.cell())))
        .lighting(at -> MeantParts.of(Cell.H).withGraph())
        .naming(at -> numbers(at.shape().hidden(), at.unit(), at.cell(), at.weights(), at.before()))
        .inOtherWords(TourContext::range)
        .asking(GoalChapters::stateBefore);
  }

  private static @Nullable Question stateBefore(TourContext at) {
    int before = at.cell() - 1;
    return before < 0
        ? null
        : new Question.Pointed(
            Wording.of("hidden", "question", at.cell()),
            entry ->
                entry instanceof Entry.OfCell cell && cell.quantity().equals(Cell.H)
                    ? cell.timestep() == before
                        ? Reply.right(Wording.of("hidden", "right", at.cell(), before))
                        : Reply.wrong(
                            Wording.of("hidden", "wrong", cell.timestep(), at.cell(), before))
                    : Reply.wrong(Wording.of("hidden", "wrong.row", before)));
  }

  private static Chapter loss() {
    return Chapter.of("loss", Level.FIVE)
        .leading(at -> at.leading().toLoss(at.targetOf(Head.O)))
        .lighting(at -> MeantParts.of(Head.O).withGraph())
        .naming(
            at ->
                numbers(
                    at.shape().vocabulary(),
                    Numbers.three(StrictMath.log(at.shape().vocabulary())),
                    Numbers.six(at.trace().totalLoss())))
        .asking(
            at ->
                new Question.Typed(
                    Wording.of("loss", "question", at.trace().label(at.trace().target(at.last()))),
                    0,
                    1e-9,
                    Wording.of("loss", "right"),
                    Wording.of(
                        "loss",
                        "wrong",
                        Numbers.three(at.trace().loss(at.last())),
                        Numbers.percent(at.value(at.targetOf(Head.O))))));
  }

  private static Chapter nudge() {
    return Chapter.of("nudge", Level.FIVE)
        .leading(GoalChapters::toWholeGradient)
        .lighting(at -> MeantParts.PANEL)
        .naming(GoalChapters::nudged)
        .asking(GoalChapters::nudgedTwice);
  }

  private static void toWholeGradient(TourContext at) {
    String weight = at.input().weight().name();
    at.leading().to(new Entry.OfAccumulator(weight, 0, at.row(), at.unit()));
  }

  private static Object[] nudged(TourContext at) {
    Slope nudge = at.nudge(STEP);
    double before = at.trace().totalLoss();
    double after = before + nudge.change();
    return numbers(
        at.oneWeight(),
        Numbers.six(at.trace().weights(at.input().weight().name()).get(at.row(), at.unit())),
        Numbers.apart(before, after),
        Numbers.apart(after, before),
        Numbers.three(nudge.change()),
        Numbers.three(nudge.perUnit()),
        Numbers.three(at.slopeOfWeight()));
  }

  private static Question nudgedTwice(TourContext at) {
    double byTheSlope = 2 * STEP * at.slopeOfWeight();
    double anew = at.nudge(2 * STEP).change();
    return new Question.Typed(
        Wording.of("nudge", "question", at.oneWeight()),
        byTheSlope,
        0.1 * Math.abs(byTheSlope) + Math.abs(byTheSlope - anew) + 1e-12,
        Wording.of(
            "nudge",
            "right",
            Numbers.three(at.slopeOfWeight()),
            Numbers.three(byTheSlope),
            Numbers.three(anew)),
        Wording.of(
            "nudge",
            "wrong",
            Numbers.three(at.slopeOfWeight()),
            Numbers.three(byTheSlope),
            Numbers.three(anew)));
  }

  private static Chapter downhill() {
    return Chapter.of("downhill", Level.FIVE)
        .leading(GoalChapters::toWholeGradient)
        .lighting(at -> MeantParts.PANEL)
        .naming(
            at ->
                numbers(
                    Numbers.grouped(at.countOfWeights()), Numbers.grouped(at.countOfWeights() + 1)))
        .asking(GoalChapters::whichWay);
  }

  private static Question whichWay(TourContext at) {
    double slope = at.slopeOfWeight();
    String right = slope > 0 ? "smaller" : slope < 0 ? "larger" : "either";
    String why = slope > 0 ? "rises" : slope < 0 ? "falls" : "flat";
    return new Question.Chosen(
        Wording.of("downhill", "question", at.oneWeight(), Numbers.three(slope)),
        List.of("larger", "smaller", "either").stream()
            .map(
                way ->
                    new Option(
                        Wording.of("downhill", "option." + way),
                        way.equals(right)
                            ? Reply.right(Wording.of("downhill", "right." + why))
                            : Reply.wrong(
                                Wording.of("downhill", "wrong." + why, Numbers.three(slope)))))
            .toList());
  }

  private static Chapter chain() {
    return Chapter.of("chain", Level.FIVE)
        .leading(at -> at.leading().to(at.unitOf(Cell.DH, at.cell())))
        .lighting(at -> MeantParts.of(Cell.DH).withGraph())
        .naming(GoalChapters::shares)
        .inOtherWords(at -> at.last() - at.cell() >= SAID ? "many" : "")
        .asking(
            at ->
                new Question.Typed(
                    Wording.of("chain", "question", at.length(), at.unit(), at.cell()),
                    at.length() - at.cell(),
                    0.01,
                    Wording.of("chain", "right", at.cell(), at.last()),
                    Wording.of("chain", "wrong", at.cell(), at.length() - at.cell())));
  }

  /** The slopes of single losses in one state, and their sum. */
  private static Object[] shares(TourContext at) {
    int t = at.cell();
    List<Double> said = new LossShares(at.trace()).of(t, at.unit(), SAID);
    String timesteps =
        IntStream.range(t, t + said.size())
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(", "));
    double dh = at.value(at.unitOf(Cell.DH, t));
    double rest = dh - said.stream().mapToDouble(share -> share).sum();
    return numbers(
        at.unit(), t, timesteps, TourContext.sum(said), Numbers.six(dh), Numbers.six(rest));
  }

  private static Chapter product() {
    return Chapter.of("product", Level.TWENTY)
        .leading(at -> at.leading().to(at.unitOf(Cell.DH_PREV, at.next())))
        .lighting(at -> MeantParts.of(Cell.DH, at.input().gradientOfSum()).withGraph())
        .naming(GoalChapters::links)
        .inOtherWords(
            at -> at.length() == 1 ? "one" : at.trace().net().states().size() > 1 ? "states" : "")
        .asking(
            at ->
                new Question.Typed(
                    Wording.of("product", "question", CELLS),
                    1.0 / (1 << CELLS),
                    0.005,
                    Wording.of("product", "right"),
                    Wording.of("product", "wrong")));
  }

  /** A later loss and a state, the factors between them, and how large the gradient is there. */
  private static Object[] links(TourContext at) {
    int t = at.cell();
    int loss = Math.min(t + BACK, at.last());
    String factors =
        IntStream.range(0, loss - t)
            .mapToObj(i -> " · ∂h[" + (loss - i) + "]/∂h[" + (loss - i - 1) + "]")
            .collect(Collectors.joining());
    return numbers(
        loss,
        t,
        "∂L[" + loss + "]/∂h[" + loss + "]" + factors,
        new LossShares(at.trace())
            .norms(loss, t).stream().map(Numbers::three).collect(Collectors.joining(", ")),
        at.handedBack());
  }

  /** One loss alone, as Flow has it. */
  private static Chapter reach() {
    return Chapter.of("reach", Level.FIVE)
        .leading(at -> at.leading().to(at.unitOf(Cell.DH, at.cell())))
        .lighting(at -> MeantParts.of(Cell.DH).withGraph())
        .naming(GoalChapters::ofLastLoss)
        .inOtherWords(at -> at.length() == 1 ? "one" : "")
        .asking(
            at ->
                new Question.Typed(
                    Wording.of("reach", "question"),
                    VANISHING_REACH,
                    0,
                    Wording.of("reach", "right"),
                    Wording.of("reach", "wrong")));
  }

  private static Object[] ofLastLoss(TourContext at) {
    List<Double> norms = new LossShares(at.trace()).norms(at.last(), 0);
    double own = norms.get(0);
    double first = norms.get(norms.size() - 1);
    return numbers(
        at.last(), Numbers.three(own), Numbers.three(first), Numbers.percent(first / own));
  }
}
