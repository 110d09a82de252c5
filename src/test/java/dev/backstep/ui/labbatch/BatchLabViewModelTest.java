package dev.backstep.ui.labbatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.fault.batch.BatchEffect;
import dev.backstep.fault.batch.BatchFault;
import dev.backstep.net.Lstm;
import dev.backstep.net.Notation;
import dev.backstep.text.Corpus;
import dev.backstep.text.CorpusException;
import dev.backstep.training.RunSettings;
import dev.backstep.training.session.TrainingSession;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.shell.Sessions;
import dev.backstep.words.Texts;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The faults of batches with the weights and the text of a run. */
class BatchLabViewModelTest {
  private final SessionViewModel session = new SessionViewModel(new TrainingSession("run"), 1);
  private final BatchLabViewModel lab = new BatchLabViewModel();
  private final BatchLabWords words = new BatchLabWords(Texts.load(), lab);

  @BeforeEach
  void openWords() throws CorpusException {
    open(RunSettings.defaults());
  }

  @AfterEach
  void close() {
    session.close();
  }

  private void open(RunSettings settings) throws CorpusException {
    Corpus corpus = Sessions.words();
    session.open(() -> corpus, List.of(settings));
    Sessions.repeatUntil(
        session::poll,
        () ->
            session.run().traceProperty().get() != null
                && session.dataProperty().get().corpus() == corpus);
    lab.follow(session.run().traceProperty().get(), session.dataProperty().get());
  }

  private BatchEffect effect(BatchFault fault, boolean isEqual) {
    lab.equalProperty().set(isEqual);
    lab.chosenProperty().set(fault);
    Sessions.repeatUntil(
        lab::poll,
        () ->
            lab.effect() != null
                && lab.effect().fault() == fault
                && lab.effect().padded().hasPadding() == !isEqual
                && lab.effect()
                    .net()
                    .cell()
                    .equals(session.run().traceProperty().get().net().cell()));
    return lab.effect();
  }

  private BatchSurvey survey(boolean ofEqual) {
    Sessions.repeatUntil(lab::poll, () -> lab.survey(ofEqual) != null);
    return lab.survey(ofEqual);
  }

  @Test
  void eachIsSeenWhereLengthsDifferAndEqualLengthsHideThemAll() {
    assertThat(BatchLabViewModel.faults()).hasSize(8);
    for (BatchFault fault : BatchLabViewModel.faults()) {
      BatchEffect unequal = effect(fault, false);
      assertThat(unequal.isSeen()).as("%s", fault).isTrue();
      assertThat(words.verdict(unequal)).startsWith("Wrong: the largest difference");
      BatchEffect equal = effect(fault, true);
      assertThat(equal.largest()).as("%s", fault).isLessThanOrEqualTo(BatchEffect.ROUNDING);
      assertThat(words.verdict(equal)).startsWith("Hidden: with equal lengths");
      assertThat(words.rests(equal))
          .matches("The beginnings of 3 sequences of the text \\(T = \\d each\\), .*");
    }
    assertThat(words.survey(false, survey(false))).startsWith("With these lengths all 8 faults");
    assertThat(words.survey(true, survey(true))).startsWith("With equal lengths all 8 faults");
    assertThat(survey(true).largest()).isLessThanOrEqualTo(BatchEffect.ROUNDING);
    assertThat(survey(false).largest()).isGreaterThan(0.01);
  }

  @Test
  void theWeightsAreThoseOfTheRunAndTheSequencesThoseOfItsText() {
    BatchEffect effect = effect(BatchFault.NO_MASK, false);
    assertThat(effect.padded().weights().get("W2").data)
        .isEqualTo(session.run().traceProperty().get().example().weights().get("W2").data);
    List<Integer> lengths =
        effect.padded().sequences().stream().map(each -> each.length()).toList();
    assertThat(lengths).doesNotHaveDuplicates().hasSize(3).allMatch(each -> each <= 5);
    int shortest = lengths.indexOf(lengths.stream().min(Integer::compare).orElseThrow());
    assertThat(words.signs(effect.padded(), shortest)).endsWith("·", "·");
    assertThat(words.rests(effect)).contains("3 sequences of the text", "id 0", "sum over all");
  }

  @Test
  void theStateThatIsCarriedIsComparedWhereTheFaultIsAboutIt() {
    BatchEffect carried = effect(BatchFault.CARRIED_FROM_PADDING, false);
    var totals = BatchTotals.of(carried, Notation.OURS, Texts.load());
    assertThat(totals.get("dW2").isExact()).isTrue();
    assertThat(totals.keySet()).contains("dh0 of sequence 1", "next h0 of sequence 1");
    assertThat(totals.entrySet())
        .filteredOn(each -> each.getValue().exceeds(BatchEffect.ROUNDING))
        .allMatch(each -> each.getKey().startsWith("next h0 of"))
        .hasSize(2);
    assertThat(words.loss(carried)).endsWith("as it should be");
    assertThat(BatchTotals.of(effect(BatchFault.NO_MASK, false), Notation.OURS, Texts.load()))
        .doesNotContainKey("next h0 of sequence 1");
  }

  @Test
  void aMaskInTheLossOnlyReportsTheRightLoss() {
    BatchEffect masked = effect(BatchFault.MASK_IN_LOSS_ONLY, false);
    assertThat(words.loss(masked)).endsWith("as it should be");
    assertThat(masked.total("W2").exceeds(BatchEffect.ROUNDING)).isTrue();
    assertThat(words.loss(effect(BatchFault.NO_MASK, false))).contains("is reported");
  }

  @Test
  void anotherCellHasItsOwnRowsAndTotals() throws CorpusException {
    BatchEffect before = effect(BatchFault.NO_MASK, false);
    open(RunSettings.defaults().withCell(Lstm.NET));
    assertThat(lab.net()).as("of what is still shown").isNotEqualTo(Lstm.NET);
    assertThat(lab.effect()).isSameAs(before);
    BatchEffect effect = effect(BatchFault.NO_MASK, false);
    assertThat(BatchTotals.of(effect, Notation.OURS, Texts.load()))
        .containsKey("dc0 of sequence 3");
    assertThat(BatchGrid.vectors(effect.net())).contains(Lstm.DC_PREV);
    assertThat(words.survey(true, survey(true))).contains("all 8 faults");
  }
}
