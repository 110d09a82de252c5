package dev.backstep.ui.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.Numbers;
import dev.backstep.model.Parameters;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Phase;
import dev.backstep.net.Vanilla;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Term;
import dev.backstep.trace.Trace;
import dev.backstep.trace.arithmetic.Arithmetic;
import dev.backstep.trace.arithmetic.Derivation;
import dev.backstep.trace.arithmetic.Derivations;
import dev.backstep.ui.shell.Traces;
import dev.backstep.words.Texts;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuessFirstTest {
  private final StepViewModel step = new StepViewModel();
  private final BooleanProperty hidden = new SimpleBooleanProperty();
  private final GuessFirst guessFirst = new GuessFirst(step, hidden);
  private final Trace trace = Traces.of("abcab");

  @BeforeEach
  void showAWord() {
    step.show(trace);
    step.goTo(1);
    hidden.set(true);
  }

  private boolean isCovered() {
    return guessFirst.coveredProperty().get();
  }

  @Test
  void onlyWhatThePresentStepComputesIsCovered() {
    assertThat(guessFirst.isCovered(Cell.H, 1)).isTrue();
    assertThat(guessFirst.isCovered(Head.O, 1)).isTrue();
    assertThat(guessFirst.isCovered(Cell.H, 0)).isFalse();
    assertThat(guessFirst.isCovered(Cell.H, 2)).isFalse();
    assertThat(guessFirst.isCovered(Head.E, 1)).isFalse();
    assertThat(guessFirst.isCovered(new Entry.OfInitialState(Cell.H, 0))).isFalse();
    assertThat(guessFirst.isCovered(new Entry.OfWeights(Parameters.W2, 0, 0))).isFalse();
  }

  @Test
  void backwardsGradientsAndSharesOfTheCellAreCoveredAndNothingForward() {
    step.goTo(trace.timeline().backward(2));
    assertThat(guessFirst.isCovered(Cell.DH_PREV, 2)).isTrue();
    assertThat(guessFirst.isCovered(Cell.DH_PREV, 3)).isFalse();
    assertThat(guessFirst.isCovered(Cell.H, 2)).isFalse();
    assertThat(guessFirst.isCovered(new Entry.OfShare(Parameters.W2, 2, 0, 1))).isTrue();
    assertThat(guessFirst.isCovered(new Entry.OfAccumulator(Parameters.W2, 2, 0, 1))).isTrue();
    assertThat(guessFirst.isCovered(new Entry.OfAccumulator(Parameters.W2, 3, 0, 1))).isFalse();
  }

  @Test
  void bothPassesOfACellAreSeenOnceItsBackwardStepIsRevealed() {
    assertThat(guessFirst.isCellSeen()).isFalse();
    guessFirst.reveal();
    assertThat(guessFirst.isCellSeen()).as("not yet backward").isFalse();
    step.goTo(trace.timeline().backward(1));
    assertThat(guessFirst.isCellSeen()).isFalse();
    guessFirst.reveal();
    assertThat(guessFirst.isCellSeen()).isTrue();
    step.goTo(1);
    assertThat(guessFirst.isCellSeen()).isTrue();
    step.goTo(0);
    assertThat(guessFirst.isCellSeen()).as("backward at t = 0 is still to come").isFalse();
    hidden.set(false);
    assertThat(guessFirst.isCellSeen()).isTrue();
  }

  @Test
  void theLossAndTheUpdateAreStepsToo() {
    step.goTo(trace.timeline().loss());
    assertThat(guessFirst.isCovered(Phase.LOSS)).isTrue();
    guessFirst.reveal();
    assertThat(guessFirst.isCovered(Phase.LOSS)).isFalse();
    step.last();
    assertThat(guessFirst.isCovered(Phase.UPDATE)).isTrue();
  }

  @Test
  void whatIsRevealedStaysSeenAndTheNextStepIsCovered() {
    guessFirst.reveal();
    assertThat(isCovered()).isFalse();
    step.next();
    assertThat(isCovered()).isTrue();
    step.previous();
    assertThat(isCovered()).isFalse();
    step.next();
    assertThat(isCovered()).isTrue();
  }

  @Test
  void whatIsSteppedOverStaysSeen() {
    step.next();
    step.next();
    step.previous();
    assertThat(isCovered()).isFalse();
    step.first();
    assertThat(isCovered()).isFalse();
  }

  @Test
  void anotherSequenceAndAskingAnewCoverAgain() {
    guessFirst.reveal();
    hidden.set(false);
    assertThat(isCovered()).isFalse();
    hidden.set(true);
    assertThat(isCovered()).isTrue();
    guessFirst.reveal();
    step.show(Traces.of("cba"));
    assertThat(isCovered()).isTrue();
  }

  @Test
  void whoAsksAtTheEndBeginsAgainWithTheFirstCell() {
    hidden.set(false);
    step.last();
    hidden.set(true);
    step.first();
    assertThat(guessFirst.isCovered(Cell.H, 0)).isTrue();
    step.next();
    assertThat(guessFirst.isCovered(Cell.H, 1)).isTrue();
  }

  @Test
  void withoutHidingNothingIsEverCovered() {
    hidden.set(false);
    for (int place = 0; place < trace.timeline().size(); place++) {
      step.goTo(place);
      assertThat(isCovered()).isFalse();
    }
  }

  /** Everything that the arithmetic would put on the screen. */
  private String written(Entry entry) {
    Arithmetic arithmetic = new Arithmetic(new Derivations(trace).of(entry), guessFirst::isCovered);
    String terms =
        arithmetic.numbers(Texts.load()).stream()
            .map(piece -> piece.spoken() + " " + piece.hint())
            .collect(Collectors.joining(" "));
    return terms + " " + arithmetic.result();
  }

  @Test
  void theTermsOfACoveredNumberAreShownAndItsResultIsNot() {
    Entry entry = new Entry.OfCell(Cell.H, 1, 2);
    Derivation derivation = new Derivations(trace).of(entry);
    assertThat(written(entry))
        .endsWith("= ?")
        .contains(Numbers.six(derivation.terms().get(0).value()))
        .doesNotContain(Numbers.six(derivation.result()));
    guessFirst.reveal();
    assertThat(written(entry)).endsWith("= " + Numbers.six(derivation.result()));
  }

  @Test
  void termsThatAreCoveredThemselvesAreQuestionMarks() {
    step.goTo(trace.timeline().backward(2));
    Entry entry = new Entry.OfCell(Cell.DH, 2, 1);
    for (Term term : new Derivations(trace).of(entry).terms()) {
      assertThat(written(entry)).doesNotContain(Numbers.six(Math.abs(term.value())));
    }
    Entry share = new Entry.OfShare(Parameters.W2, 2, 0, 1);
    assertThat(written(share))
        .contains(Numbers.six(trace.previous(Cell.H).get(2, 0)))
        .doesNotContain(Numbers.six(trace.values(Vanilla.DTANH).get(2, 1)))
        .endsWith("= ?");
  }

  @Test
  void copyingIsRefusedWhereAnythingIsCovered() {
    step.goTo(trace.timeline().backward(2));
    Derivation derivation = new Derivations(trace).of(new Entry.OfCell(Cell.DH_FROM_LATER, 3, 0));
    assertThat(new Arithmetic(derivation, guessFirst::isCovered).isCovered()).isFalse();
    derivation = new Derivations(trace).of(new Entry.OfAccumulator(Parameters.W2, 2, 0, 1));
    assertThat(new Arithmetic(derivation, guessFirst::isCovered).isCovered()).isTrue();
  }

  @Test
  void everyNumberOfTheUpdateIsCoveredUntilTheUpdateIsRevealed() {
    Entry after = new Entry.OfUpdate(Parameters.W2, 0, 1);
    Entry clipped = new Entry.OfClipped(Parameters.W2, 0, 1);
    step.last();
    assertThat(guessFirst.isCovered(after)).isTrue();
    assertThat(guessFirst.isCovered(clipped)).isTrue();

    guessFirst.reveal();
    assertThat(guessFirst.isCovered(after)).isFalse();
    hidden.set(false);
    hidden.set(true);
    assertThat(guessFirst.isCovered(after)).as("covered anew").isTrue();
  }

  @Test
  void neitherTheRestOfASumNorWhatSoftmaxSharesIsToldOfACoveredNumber() {
    Texts texts = Texts.load();
    Entry entry = new Entry.OfCell(Head.O, 1, 0);
    Derivation derivation = new Derivations(trace).of(entry);
    Arithmetic covered = new Arithmetic(derivation, guessFirst::isCovered);
    Arithmetic seen = new Arithmetic(derivation);

    assertThat(covered.where(texts)).extracting(Arithmetic.Piece::text).contains("?");
    assertThat(covered.where(texts))
        .extracting(Arithmetic.Piece::text)
        .doesNotContain(seen.where(texts).get(1).text(), seen.where(texts).get(3).text());
  }
}
