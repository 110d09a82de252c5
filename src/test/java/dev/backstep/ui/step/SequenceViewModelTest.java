package dev.backstep.ui.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.text.CorpusException;
import dev.backstep.text.Sequence;
import dev.backstep.trace.Trace;
import dev.backstep.training.RunSettings;
import dev.backstep.training.session.TrainingSession;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.shell.Sessions;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequenceViewModelTest {
  private final SessionViewModel session =
      new SessionViewModel(new TrainingSession("sequence-test"), 1);
  private final SequenceViewModel sequence = new SequenceViewModel(session);

  @BeforeEach
  void openWords() {
    session.open(Sessions::words, List.of(RunSettings.defaults()));
    until(() -> trace() != null && sequence.sequencesProperty().get().size() == 5);
  }

  @AfterEach
  void close() {
    session.close();
  }

  private void until(BooleanSupplier condition) {
    Sessions.repeatUntil(session::poll, condition);
  }

  /** Until the training thread has done all that it was asked to. */
  private void settle() {
    long revision = session.revisionProperty().get();
    session.pause();
    until(() -> session.revisionProperty().get() > revision);
  }

  private Trace trace() {
    return session.run().traceProperty().get();
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    for (int t = 0; t < trace().length(); t++) {
      word.append(trace().label(trace().input(t)));
    }
    return word.toString();
  }

  @Test
  void atFirstTheSequenceThatTrainingSeesNextIsShown() {
    assertThat(sequence.chosenProperty().get()).isNull();
    assertThat(sequence.indexProperty().get()).isEqualTo(-1);
    assertThat(session.dataProperty().get().train()).extracting(Sequence::text).contains(word());
  }

  @ParameterizedTest
  @CsvSource({"0, 0, abc", "2, 2, cdeab", "4, 4, bed", "5, 0, abc", "-1, 4, bed", "-6, 4, bed"})
  void sequencesAreChosenByNumberAroundTheEnds(int number, int index, String text) {
    sequence.choose(number);

    assertThat(sequence.indexProperty().get()).isEqualTo(index);
    assertThat(sequence.chosenProperty().get().text()).isEqualTo(text);
    until(() -> word().equals(text));
  }

  @Test
  void aTypedWordIsTraced() {
    sequence.choose(2);
    sequence.type("eee");

    assertThat(sequence.errorProperty().get()).isEmpty();
    assertThat(sequence.indexProperty().get()).isEqualTo(-1);
    until(() -> word().equals("eee"));
  }

  @Test
  void aWordWithAnUnknownCharacterIsRefusedAndWhatIsShownStays() {
    sequence.choose(2);
    until(() -> word().equals("cdeab"));
    Trace shown = trace();

    sequence.type("abz");
    settle();

    assertThat(sequence.errorProperty().get()).contains("z").contains("position 3");
    assertThat(sequence.chosenProperty().get().text()).isEqualTo("cdeab");
    assertThat(sequence.indexProperty().get()).isEqualTo(2);
    assertThat(trace()).isSameAs(shown);
  }

  @Test
  void anEmptyWordIsRefusedAndTheNextChoiceTakesTheSentenceAway() {
    sequence.type("");
    assertThat(sequence.errorProperty().get()).contains("empty");

    sequence.choose(1);
    assertThat(sequence.errorProperty().get()).isEmpty();
  }

  @Test
  void aNewRunOnTheSameTextKeepsTheChoice() {
    sequence.type("deed");
    until(() -> word().equals("deed"));
    Trace before = trace();

    session.changeSettings(List.of(RunSettings.defaults().withLearningRate(0.5)));
    until(() -> trace() != null && trace() != before && word().equals("deed"));

    assertThat(sequence.chosenProperty().get().text()).isEqualTo("deed");
  }

  @Test
  void anotherTextForgetsTheChoice() throws CorpusException {
    sequence.choose(3);
    Object before = session.dataProperty().get();

    session.open(Sessions::words, List.of(RunSettings.defaults()));
    until(() -> session.dataProperty().get() != before);

    assertThat(sequence.chosenProperty().get()).isNull();
    assertThat(sequence.indexProperty().get()).isEqualTo(-1);
  }

  @Test
  void beforeATextIsOpenNothingCanBeChosen() {
    SequenceViewModel empty = new SequenceViewModel(session);
    empty.choose(3);
    empty.type("z");

    assertThat(empty.indexProperty().get()).isEqualTo(-1);
    assertThat(empty.errorProperty().get()).isEmpty();
  }
}
