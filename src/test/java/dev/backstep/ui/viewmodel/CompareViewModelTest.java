package dev.backstep.ui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.MatrixView;
import dev.backstep.text.CorpusException;
import dev.backstep.trace.Quantity;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.RunSettings;
import dev.backstep.training.TrainingData;
import dev.backstep.training.TrainingSession;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompareViewModelTest {
  private final SessionViewModel session = new SessionViewModel(new TrainingSession("pair"), 2);
  private final CompareViewModel compare = new CompareViewModel(Texts.load(), session);

  @AfterEach
  void close() {
    session.close();
  }

  private void until(BooleanSupplier condition) {
    Sessions.repeatUntil(session::poll, condition);
  }

  @Test
  void beforeAnythingIsOpenThereIsNoDifference() {
    assertThat(compare.difference(Quantity.H)).isNull();
    assertThat(compare.equalSamples()).isZero();
  }

  @Test
  void twoRunsThatHaveDoneNothingAreTheSame() throws CorpusException {
    compare.prepare(words(), RunSettings.defaults());
    until(() -> compare.difference(Quantity.H) != null);

    assertThat(compare.difference(Quantity.H).maxAbs()).isZero();
    assertThat(compare.equalSamples()).isEqualTo(compare.a().samples().size()).isPositive();
  }

  @Test
  void afterTheFirstUpdateTheHiddenStatesDiffer() throws CorpusException {
    compare.prepare(words(), RunSettings.defaults());
    session.update();
    until(() -> updates() == 1);

    MatrixView difference = compare.difference(Quantity.H);
    double zero = compare.a().traceProperty().get().values(Quantity.H).get(0, 0);
    double carried = compare.b().traceProperty().get().values(Quantity.H).get(0, 0);
    assertThat(difference.get(0, 0)).isEqualTo(zero - carried).isNotZero();
  }

  private long updates() {
    return compare.a().progressProperty().get().updates();
  }

  private static TrainingData words() throws CorpusException {
    return TrainingData.split(Sessions.words(), 0, 1);
  }

  @Test
  void aPairIsBegunOnceForARunAndAgainForTheNext() throws CorpusException {
    TrainingData words = words();
    compare.prepare(words, RunSettings.defaults());
    until(() -> session.dataProperty().get() != null);
    compare.prepare(words, RunSettings.defaults().withLearningRate(0.5));
    assertThat(session.busyProperty().get()).as("the trained pair stays").isFalse();

    compare.prepare(words(), RunSettings.defaults().withLearningRate(0.5));
    assertThat(session.busyProperty().get()).as("begins again").isTrue();
    until(() -> compare.b().settingsProperty().get().learningRate() == 0.5);
  }

  @Test
  void aBaseThatCarriesGivesZeroAgainstCarriedAllTheSame() throws CorpusException {
    HiddenStatePolicy carried = new HiddenStatePolicy.Carried(false);
    compare.prepare(words(), RunSettings.defaults().withHiddenState(carried));
    until(() -> session.dataProperty().get() != null);
    assertThat(compare.a().settingsProperty().get().hiddenState())
        .isEqualTo(new HiddenStatePolicy.Zero());
  }
}
