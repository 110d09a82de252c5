package dev.backstep.ui.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.MatrixView;
import dev.backstep.math.Numbers;
import dev.backstep.math.SeededRandom;
import dev.backstep.model.Example;
import dev.backstep.model.Initialization;
import dev.backstep.model.Parameters;
import dev.backstep.model.RandomNet;
import dev.backstep.model.Shape;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Notation;
import dev.backstep.net.Phase;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.trace.HandOver;
import dev.backstep.trace.Timeline;
import dev.backstep.trace.Trace;
import dev.backstep.trace.Update;
import dev.backstep.training.BatchSettings;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.Runs;
import dev.backstep.training.Trainer;
import dev.backstep.training.optimizer.OptimizerKind;
import dev.backstep.ui.shell.Traces;
import dev.backstep.ui.step.GuessFirst;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SentencesTest {
  private final StepViewModel step = new StepViewModel();
  private final BooleanProperty hidden = new SimpleBooleanProperty();
  private final GuessFirst guessFirst = new GuessFirst(step, hidden);
  private final SentenceViewModel model = new SentenceViewModel(step, guessFirst, Texts.load());

  private String said() {
    return model.sentenceProperty().get().plain();
  }

  private Trace trace() {
    return step.traceProperty().get();
  }

  private static double norm(Trace trace, Vector vector, int t) {
    double sum = 0;
    for (int i = 0; i < trace.values(vector).cols(); i++) {
      sum += trace.values(vector).get(t, i) * trace.values(vector).get(t, i);
    }
    return Math.sqrt(sum);
  }

  private static Trace of(Net net, int length, double[] h0) {
    return of(
        net,
        IntStream.range(0, length).map(t -> t % 5).toArray(),
        IntStream.range(0, length).map(t -> (t + 1) % 5).toArray(),
        h0);
  }

  private static Trace of(Net net, int[] inputs, int[] targets, double[] h0) {
    Shape shape = new Shape(net, 6, 3);
    Parameters weights = new Initialization.Uniform().initialize(shape, new SeededRandom(3));
    double[] initial = h0.length == 0 ? new double[shape.stateSize()] : h0;
    return Trace.of(
        List.of("a", "b", "c", "d", "e", "f"),
        new Example(weights, inputs, targets, initial),
        (before, gradients) -> new Update(before, gradients.norm(), 1));
  }

  @Test
  void withNothingToShowItSaysWhatItWillSay() {
    assertThat(said()).contains("As soon as there is a sequence");
  }

  @Test
  void forwardItSaysWhatWasReadAndWhatIsThought() {
    step.show(Traces.of("abca"));
    step.goTo(2);
    int best = best(trace(), 2);
    assertThat(best).isNotEqualTo(trace().target(2));
    assertThat(said())
        .isEqualTo(
            "t = 2, forward: the net has read “abc” and thinks “%s” most probable next (%s);"
                    .formatted(
                        trace().label(best), Numbers.percent(trace().values(Head.O).get(2, best)))
                + " right is “a” (%s)."
                    .formatted(Numbers.percent(trace().values(Head.O).get(2, trace().target(2)))));
  }

  @Test
  void whatIsRightIsSaidToBeRight() {
    int best = best(of(Vanilla.NET, 3, new double[0]), 1);
    for (int target = 0; target < 6; target++) {
      step.show(of(Vanilla.NET, new int[] {0, 1, 2}, new int[] {1, target, 3}, new double[0]));
      step.goTo(1);
      assertThat(said().endsWith(", which is right.")).isEqualTo(target == best);
      assertThat(said()).contains("thinks “" + trace().label(best) + "” most probable");
    }
  }

  private static int best(Trace trace, int t) {
    MatrixView o = trace.values(Head.O);
    return IntStream.range(0, o.cols())
        .filter(id -> IntStream.range(0, o.cols()).allMatch(k -> o.get(t, k) <= o.get(t, id)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void backwardTheNormsAreThoseOfBothParts() {
    step.show(Traces.of("abca"));
    Timeline line = trace().timeline();
    step.goTo(line.backward(1));
    assertThat(said())
        .isEqualTo(
            "t = 1, backward: “b” is blamed for its own error (%s) and for what came after (%s)."
                .formatted(
                    Numbers.brief(norm(trace(), Head.DH_FROM_OUTPUT, 1)),
                    Numbers.brief(norm(trace(), Cell.DH_FROM_LATER, 1))));
    step.goTo(line.backward(3));
    assertThat(said())
        .isEqualTo(
            "t = 3, backward: “a” is blamed for its own error (%s); nothing came after it."
                .formatted(Numbers.brief(norm(trace(), Head.DH_FROM_OUTPUT, 3))));
  }

  @Test
  void theLossSaysWhereItIsLargest() {
    step.show(Traces.of("abca"));
    step.goTo(trace().timeline().loss());
    int worst = 0;
    for (int t = 0; t < 4; t++) {
      worst = trace().loss(t) > trace().loss(worst) ? t : worst;
    }
    assertThat(said())
        .startsWith("Loss: the 4 letters cost " + Numbers.three(trace().totalLoss()) + " nats")
        .contains("was “" + trace().label(trace().target(worst)) + "” after “")
        .endsWith("(" + Numbers.percent(StrictMath.exp(-trace().loss(worst))) + ").");
  }

  @Test
  void theUpdateSaysTheNormOfTheGradients() {
    step.show(Traces.of("abca"));
    step.last();
    assertThat(said())
        .startsWith("Update: the gradients of all 4 cells")
        .contains("the norm " + Numbers.three(trace().update().gradientNorm()));
  }

  @Test
  void theUpdateOfABatchCountsTheCellsOfAllItsSequences() {
    Trainer trainer =
        Runs.trainer(
            Runs.lines("anna", "al"),
            Runs.settings(3, OptimizerKind.SGD, new HiddenStatePolicy.Zero())
                .withHeldOutShare(0)
                .withBatch(new BatchSettings(2, BatchSettings.Order.BY_LENGTH)));
    step.show(trainer.trace(trainer.next()));
    step.last();
    assertThat(said()).startsWith("Update: the gradients of all 6 cells");
  }

  @Test
  void beforeTheFirstEquationNothingIsComputed() {
    step.show(Traces.of("abca"));
    step.previousEquation();
    assertThat(said()).isEqualTo("t = 0, forward, equation 1 of 2: h is computed, next comes o.");
    step.previousEquation();
    assertThat(said())
        .startsWith("Before the first step: nothing is computed yet")
        .contains("h0 = 0");
    Trace carried = of(Lstm.NET, 4, new double[] {1, 0, 0, 0, 0, 0});
    step.show(carried.carriedFrom(new HandOver(List.of("x", "y"))));
    step.previousEquation();
    while (step.shownProperty().get().computed() > 0) {
      step.previousEquation();
    }
    assertThat(said()).contains("the state that “xy” left behind");
  }

  @Test
  void gradientsAreCalledByTheNamesOfTheNotation() {
    step.show(Traces.of("abca"));
    step.notationProperty().set(Notation.FIELD);
    step.goTo(trace().timeline().backward(2));
    for (int i = 0; i < 4; i++) {
      step.nextEquation();
    }
    assertThat(said())
        .isEqualTo(
            "t = 1, backward, equation 4 of 7: dWhy, dby is computed, next comes dWxh, dWhh, dbh.");
  }

  /** What is covered must not be told. */
  @Test
  void whatIsCoveredIsNotGivenAway() {
    step.show(Traces.of("abcacb"));
    String seen = "";
    hidden.set(true);
    for (int at = 0; at < trace().timeline().size(); at++) {
      step.goTo(at);
      assertThat(guessFirst.coveredProperty().get()).isTrue();
      String covered = said();
      assertThat(covered).endsWith("Guess, then press Enter.").isNotEqualTo(seen);
      assertThat(covered.replaceFirst("^t = \\d+", "")).doesNotContainPattern("\\d");
      guessFirst.reveal();
      seen = said();
      assertThat(seen).doesNotContain("Guess");
    }
  }

  static List<Net> cells() {
    return Nets.ALL;
  }

  @ParameterizedTest
  @MethodSource("cells")
  void everyMomentOfEveryCellHasASentenceOfItsOwn(Net net) {
    step.show(of(net, 5, new double[0]));
    String before = "";
    for (int i = 0; i < 200 && step.placeProperty().get() < trace().timeline().update(); i++) {
      step.nextEquation();
      assertThat(said()).isNotEqualTo(before).doesNotContain("{", "null").endsWith(".");
      before = said();
    }
    step.goTo(trace().timeline().backward(2));
    String later =
        net.states().size() == 1
            ? "(%s)".formatted(Numbers.brief(norm(trace(), Cell.DH_FROM_LATER, 2)))
            : "(dh_later %s, dc_later %s)"
                .formatted(
                    Numbers.brief(norm(trace(), Cell.DH_FROM_LATER, 2)),
                    Numbers.brief(norm(trace(), Lstm.DC_FROM_LATER, 2)));
    assertThat(said()).contains("and for what came after " + later);
    step.goTo(2);
    net.gating()
        .keeping()
        .ifPresentOrElse(
            gate -> assertThat(said()).contains("(the mean of gate " + gate + ")"),
            () -> assertThat(said()).doesNotContain("gate"));
  }

  @Test
  void carriedStateIsToldOfAtTheFirstCell() {
    Trace carried = of(Lstm.NET, 4, new double[] {1, 0, 0, 0, 0, 0.5});
    step.show(carried.carriedFrom(new HandOver(List.of("f", "e"))));
    assertThat(said()).contains("still has the state that “fe” left behind, has read “a”");
    step.goTo(carried.timeline().backward(0));
    double cut = Math.hypot(norm(carried, Cell.DH_PREV, 0), norm(carried, Lstm.DC_PREV, 0));
    assertThat(said()).contains("what would go back beyond it (" + Numbers.brief(cut) + ")");
    step.goTo(1);
    assertThat(said()).doesNotContain("left behind");
  }

  @Test
  void ofALearnedStateTheGradientIsNotCutOff() {
    Trace learned = of(Lstm.NET, 4, new double[] {1, 0, 0, 0, 0, 0.5}).learnedState();
    step.show(learned);
    assertThat(said()).contains("began with the state that it has learned (its norm is 1.12)");
    step.goTo(learned.timeline().backward(0));
    double gradient = Math.hypot(norm(learned, Cell.DH_PREV, 0), norm(learned, Lstm.DC_PREV, 0));
    assertThat(said())
        .contains("(" + Numbers.brief(gradient) + ") is the gradient of the state that is learned")
        .doesNotContain("cut");
  }

  @Test
  void theDifferenceOfTwoTracesIsNoBlame() {
    Trace right = Traces.of("abca");
    Trace yours = Traces.of("abcb");
    step.show(yours, yours.timeline(), right);
    step.goTo(yours.timeline().backward(1));
    double largest = 0;
    for (int i = 0; i < 3; i++) {
      double off = yours.values(Cell.DH).get(1, i) - right.values(Cell.DH).get(1, i);
      largest = Math.max(largest, Math.abs(off));
    }
    assertThat(said())
        .isEqualTo(
            "t = 1, backward: shown is yours − right; at most they differ by dh "
                + Numbers.brief(largest)
                + ".");
  }

  @Test
  void numbersThatAreNotFiniteAreNoThoughts() {
    RandomNet net = RandomNet.of(2, 4, 3, 3);
    net.parameters().get("W3").data[0] = Double.NaN;
    step.show(
        Trace.of(
            List.of("a", "b", "c", "d"),
            net.example(),
            (before, gradients) -> new Update(before, gradients.norm(), 1)));
    for (int at = 0; at < trace().timeline().size(); at++) {
      step.goTo(at);
      assertThat(said()).contains("no longer finite").doesNotContain("NaN");
    }
    assertThat(model.phase()).isEqualTo(Phase.UPDATE);
  }

  @Test
  void ofALongTextTheMiddleIsLeftOut() {
    List<String> letters =
        IntStream.range(0, 100).mapToObj(i -> "" + (char) ('a' + i % 26)).toList();
    assertThat(ReadText.of(letters))
        .hasSize(ReadText.LONGEST)
        .startsWith("abcdefgh…")
        .endsWith("tuv");
    assertThat(ReadText.of(letters.subList(0, 28))).hasSize(28).doesNotContain("…");
    assertThat(ReadText.of(List.of("12", "3", "⏎"))).isEqualTo("12 3 ⏎");
  }

  @Test
  void aTextMayHaveAnyCharacterInIt() {
    MarkedSentence sentence =
        MarkedSentence.of(
            "t = 0, forward: read " + MarkedSentence.letters("{:\ue001*'") + " and more");
    assertThat(sentence.plain()).isEqualTo("t = 0, forward: read “{:\ufffd*'” and more");
    assertThat(sentence.pieces().get(0))
        .isEqualTo(new MarkedSentence.Piece(MarkedSentence.Kind.WHEN, "t = 0, forward:"));
    assertThat(MarkedSentence.of(MarkedSentence.letters("a:b") + " is").pieces())
        .extracting(MarkedSentence.Piece::kind)
        .containsExactly(MarkedSentence.Kind.LETTERS, MarkedSentence.Kind.WORDS);
  }
}
