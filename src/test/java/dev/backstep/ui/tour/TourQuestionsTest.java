package dev.backstep.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.MatrixView;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Vector;
import dev.backstep.text.Corpus;
import dev.backstep.trace.Entry;
import dev.backstep.training.RunSettings;
import dev.backstep.ui.tour.Answering.State;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each question takes the right answer, and refuses a wrong one with the reason. */
class TourQuestionsTest extends TourTest {
  private static final int CELL = 3;
  private static final int UNIT = 3;

  private final Answering answering = guide.answering();

  private String reply() {
    return answering.replyProperty().get();
  }

  private void refused(String why) {
    assertThat(answering.stateProperty().get()).as(reply()).isEqualTo(State.WRONG);
    assertThat(reply()).contains(why).doesNotContain("{");
  }

  private void accepted(String why) {
    assertThat(answering.stateProperty().get()).as(reply()).isEqualTo(State.RIGHT);
    assertThat(reply()).contains(why).doesNotContain("{");
  }

  private void typed(double wrong, String whyWrong, double right, String whyRight) {
    answering.type(String.valueOf(wrong));
    refused(whyWrong);
    answering.type(String.valueOf(right));
    accepted(whyRight);
  }

  private void chosen(String wrong, String whyWrong, String right, String whyRight) {
    guide.choose(option(wrong));
    refused(whyWrong);
    guide.choose(option(right));
    accepted(whyRight);
  }

  private int option(String words) {
    assertThat(answering.options()).contains(words);
    return answering.options().indexOf(words);
  }

  private void pointed(Entry wrong, String whyWrong, Entry right, String whyRight) {
    step.selection().select(wrong);
    refused(whyWrong);
    step.selection().select(right);
    accepted(whyRight);
  }

  private double at(Vector vector, int t, int i) {
    return trace().values(vector).get(t, i);
  }

  @Test
  void theQuestionsAboutTheGoal() {
    goTo("word");
    MatrixView o = trace().values(Head.O);
    int best =
        IntStream.range(0, o.cols())
            .reduce((a, b) -> o.get(CELL, b) > o.get(CELL, a) ? b : a)
            .orElseThrow();
    String other =
        answering.options().stream()
            .filter(each -> !each.equals(trace().label(best)))
            .findFirst()
            .orElseThrow();
    chosen(other, "it is “" + trace().label(best), trace().label(best), "Yes");
    goOnTo("hidden");
    pointed(
        new Entry.OfCell(Cell.H, CELL - 2, 0),
        "a square in the column t = 2",
        new Entry.OfCell(Cell.H, CELL - 1, 5),
        "the h of t = 2");
    goOnTo("loss");
    typed(1, "−ln 1 is 0", 0, "−ln 1 = 0");
    goOnTo("nudge");
    double slope = slope();
    typed(-0.002 * slope, "step times slope", 0.002 * slope, "Computed anew");
    goOnTo("downhill");
    chosen(
        slope() > 0 ? "larger" : "smaller",
        slope() > 0 ? "is above 0" : "is below 0",
        slope() > 0 ? "smaller" : "larger",
        "Downhill is against the slope");
    goOnTo("chain");
    typed(7, "4. The earlier ones", 4, "t = 3 to t = 6");
    goOnTo("product");
    typed(0.5, "The links multiply", 0.125, "vanish");
  }

  private double slope() {
    Entry.OfAccumulator weight = (Entry.OfAccumulator) selected();
    return trace().gradient("W2").get(weight.row(), weight.col());
  }

  @Test
  void theQuestionsAboutTheCell() {
    goTo("error");
    int target = trace().target(CELL);
    int wrong = target == 0 ? 1 : 0;
    pointed(
        new Entry.OfCell(Head.E, CELL, wrong),
        "e = " + number(Head.E, CELL, wrong),
        new Entry.OfCell(Head.E, CELL, target),
        "− 1 = " + number(Head.E, CELL, target));
    goOnTo("two-parts");
    pointed(
        new Entry.OfCell(Cell.DH, 4, 1),
        "After t = 4 there are more",
        new Entry.OfCell(Cell.DH, 6, 1),
        "dh_later is 0");
    goOnTo("slope");
    boolean isFlat = IntStream.range(0, hidden()).anyMatch(i -> size(i) > size(UNIT));
    int sought =
        IntStream.range(0, hidden())
            .reduce((a, b) -> isFlat == size(b) > size(a) ? b : a)
            .orElseThrow();
    int not = IntStream.of(0, 1).filter(i -> i != sought).findFirst().orElseThrow();
    pointed(
        new Entry.OfCell(Cell.H, CELL, not),
        "h[" + sought + "] = " + number(Cell.H, CELL, sought),
        new Entry.OfCell(Cell.H, CELL, sought),
        "h[" + sought + "] is " + number(Cell.H, CELL, sought));
    goOnTo("handed-back");
    chosen("its column 3", "Column 3 is forward", "its row 3", "brings their slopes back");
    goOnTo("follow");
    step.selection().followTo(new Entry.OfCell(Cell.DH_FROM_LATER, CELL, UNIT));
    refused("Nearly");
    step.selection().followTo(new Entry.OfCell(Cell.DH_PREV, CELL + 1, UNIT));
    accepted("handed back as dh_prev, " + number(Cell.DH_PREV, CELL + 1, UNIT));
    goOnTo("outer");
    chosen("h", "only made after W2", "h_prev", "stands in its gradient");
  }

  private int hidden() {
    return trace().shape().hidden();
  }

  private double size(int unit) {
    return Math.abs(at(Cell.H, CELL, unit));
  }

  @Test
  void theQuestionsAboutTheWeightsAndTheState() {
    goTo("sum");
    assertThat(answering.asked()).contains("W1").contains("“c”");
    typed(7, "t = 1, 6", 2, "t = 1, 6");
    goOnTo("update");
    double scale = trace().update().clipScale();
    typed(scale / 2 - 0.1, scale < 1 ? "to become the limit" : "not above", scale, "Yes");
    goOnTo("carried");
    chosen(
        "yes, into the sequence before", "has had its update", "no, it ends here", "thrown away");
  }

  @Test
  void theQuestionsAboutGates() {
    goTo("gates");
    chosen("g", "That would be f = 0", "c_prev", "remembers");
    goOnTo("cell-state");
    typed(1, "whatever c is", 0, "can show it");
    goOnTo("two-parts-of-dc");
    chosen("what comes from h", "a loss of its own", "dc_later", "as with dh");
    goOnTo("carousel");
    typed(0, "multiplies by f", 1, "all of it");
  }

  @Test
  void anAnswerThatIsNoNumberIsToldSoAndARightOneStays() {
    goTo("product");
    answering.type("");
    refused("Type a number first");
    answering.type("a half");
    refused("“a half” is no number");
    answering.type("1/8");
    accepted("vanish");
    answering.type("7");
    accepted("vanish");
    assertThat(guide.choices()).isZero();
  }

  @Test
  void numbersAreTakenAsPeopleTypeThem() {
    assertThat(TypedAnswer.of(" −0,5 ").orElseThrow()).isEqualTo(-0.5);
    assertThat(TypedAnswer.of("12.5 %").orElseThrow()).isEqualTo(0.125);
    assertThat(TypedAnswer.of("1/8").orElseThrow()).isEqualTo(0.125);
    assertThat(TypedAnswer.of("1e-3").orElseThrow()).isEqualTo(0.001);
    for (String none : List.of("", "x", "1/0", "1/2/3", "NaN", "%")) {
      assertThat(TypedAnswer.of(none)).as(none).isEmpty();
    }
  }

  @Test
  void whatTheChapterItselfSelectsIsNoAnswerAndSkippingIsNoReply() {
    goTo("hidden");
    assertThat(answering.stateProperty().get()).isEqualTo(State.OPEN);
    assertThat(reply()).isEmpty();
    guide.next();
    assertThat(answering.asked()).as("while the next text is read").isEmpty();
    assertThat(guide.spotProperty().get().rows()).containsExactly(Cell.H);
    guide.leave();
    assertThat(guide.spotProperty().get()).isSameAs(MeantParts.ALL);
  }

  static List<Net> nets() {
    return Nets.ALL;
  }

  @ParameterizedTest
  @MethodSource("nets")
  void everyNetHasAQuestionInEachChapterThatCanBeAnswered(Net net) {
    openRunOf(net);
    guide.restart();
    settle();
    List<String> without = new ArrayList<>();
    while (!guide.chapter().equals(FIRST_OF_GATES)) {
      guide.next();
      settle();
      if (answering.asked().isEmpty()) {
        without.add(guide.chapter());
      }
      assertThat(answering.asked()).doesNotContain("{");
      for (int i = 0; i < guide.choices() && answering.isOpen(); i++) {
        guide.choose(i);
        assertThat(reply()).isNotBlank().doesNotContain("{");
      }
      assertThat(guide.choices() > 0 && answering.isOpen()).as(guide.chapter()).isFalse();
      guide.next();
      settle();
    }
    assertThat(without).isEmpty();
  }

  private void openRunOf(Net net) {
    Corpus corpus = session.dataProperty().get().corpus();
    Object before = session.dataProperty().get();
    session.open(() -> corpus, List.of(RunSettings.defaults().withCell(net)));
    until(() -> session.dataProperty().get() != before);
    settle();
    assertThat(trace().net()).isSameAs(net);
  }
}
