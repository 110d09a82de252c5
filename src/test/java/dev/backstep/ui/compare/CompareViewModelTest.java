package dev.backstep.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.math.MatrixView;
import dev.backstep.net.Cell;
import dev.backstep.net.Lstm;
import dev.backstep.net.Vanilla;
import dev.backstep.text.Corpus;
import dev.backstep.text.CorpusException;
import dev.backstep.text.CorpusReader;
import dev.backstep.text.TextMode;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.RunSettings;
import dev.backstep.training.TrainingData;
import dev.backstep.training.session.TrainingSession;
import dev.backstep.training.session.TrainingState;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.shell.Sessions;
import dev.backstep.words.Texts;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompareViewModelTest {
  private static final double ROUNDING = 1e-12;

  private final SessionViewModel session = new SessionViewModel(new TrainingSession("pair"), 2);
  private final CompareViewModel compare = new CompareViewModel(Texts.load(), session);

  @AfterEach
  void close() {
    compare.close();
  }

  private void until(BooleanSupplier condition) {
    Sessions.repeatUntil(compare::poll, condition);
  }

  private void begin(Preset preset) throws CorpusException {
    compare.prepare(words(), RunSettings.defaults());
    until(() -> compare.difference(Cell.H) != null);
    TrainingData before = session.dataProperty().get();
    compare.choose(preset);
    until(
        () -> session.dataProperty().get() != before && compare.b().traceProperty().get() != null);
  }

  private void trainAnEpoch() {
    session.finishEpoch();
    until(() -> updates() == 5 && session.stateProperty().get() == TrainingState.PAUSED);
  }

  private long updates() {
    return compare.a().progressProperty().get().updates();
  }

  private static TrainingData words() throws CorpusException {
    return TrainingData.split(Sessions.words(), 0, 1);
  }

  @Test
  void beforeAnythingIsOpenThereIsNoDifference() {
    assertThat(compare.difference(Cell.H)).isNull();
    assertThat(compare.equalSamples()).isZero();
    assertThat(compare.comparisonProperty().get()).isNull();
  }

  @Test
  void twoRunsThatHaveDoneNothingAreTheSame() throws CorpusException {
    compare.prepare(words(), RunSettings.defaults());
    until(() -> compare.difference(Cell.H) != null);

    assertThat(compare.difference(Cell.H).maxAbs()).isZero();
    assertThat(compare.equalSamples()).isEqualTo(compare.a().samples().size()).isPositive();
    assertThat(compare.equality().holds()).as("nothing was trained yet").isFalse();
  }

  @Test
  void theDifferenceIsBMinusA() throws CorpusException {
    begin(Preset.CARRIED);
    session.update();
    until(() -> updates() == 1);

    MatrixView difference = compare.difference(Cell.DH);
    double a = compare.a().traceProperty().get().values(Cell.DH).get(0, 0);
    double b = compare.b().traceProperty().get().values(Cell.DH).get(0, 0);
    assertThat(difference.get(0, 0)).isEqualTo(b - a).isNotZero();
  }

  @Test
  void theCurveOfTheDifferenceIsTheDistanceOfTheSmoothedCurves() throws CorpusException {
    begin(Preset.CARRIED);
    trainAnEpoch();

    DifferenceCurve curve = compare.differenceCurve();
    assertThat(curve.raw().size()).isEqualTo(5);
    assertThat(curve.raw().get(4))
        .isEqualTo(compare.b().losses().get(4) - compare.a().losses().get(4))
        .isNotZero();
    double distance = compare.b().smoothedLosses().last() - compare.a().smoothedLosses().last();
    assertThat(curve.smoothed().last()).isCloseTo(distance, within(ROUNDING));
  }

  @Test
  void anArrayLongerThanEverySequenceIsZeroBitForBit() throws CorpusException {
    begin(Preset.FIXED_ARRAY);
    trainAnEpoch();

    assertThat(compare.b().settingsProperty().get().hiddenState())
        .isEqualTo(new HiddenStatePolicy.FixedArray(6));
    assertThat(compare.equality().holds()).isTrue();
    assertThat(compare.equality().equalLosses()).isEqualTo(5);
  }

  @Test
  void carriedIsEqualForTheFirstLossOnlyWhichBothBeginWithZerosFor() throws CorpusException {
    begin(Preset.CARRIED);
    trainAnEpoch();

    assertThat(compare.equality().holds()).isFalse();
    assertThat(compare.equality().equalLosses()).isEqualTo(1);
  }

  @Test
  void equalLossesAreNotEnoughWhereTheHiddenStatesThatAreShownDiffer() throws CorpusException {
    begin(Preset.CARRIED);
    session.update();
    until(() -> updates() == 1);

    assertThat(compare.equality().equalLosses()).isEqualTo(1);
    assertThat(compare.equality().holds()).isFalse();
  }

  @Test
  void equalityBeginsAnewWithAnotherPair() throws CorpusException {
    begin(Preset.FIXED_ARRAY);
    trainAnEpoch();
    TrainingData before = session.dataProperty().get();
    compare.choose(Preset.SEEDS);
    until(() -> session.dataProperty().get() != before);
    trainAnEpoch();

    assertThat(compare.equality().holds()).isFalse();
    assertThat(compare.equality().equalLosses()).isZero();
    assertThat(compare.differenceCurve().raw().get(0)).isNotZero();
  }

  @Test
  void netsOfTwoSizesHaveNoDifference() throws CorpusException {
    begin(Preset.HIDDEN);
    trainAnEpoch();

    assertThat(compare.b().traceProperty().get().shape().hidden()).isEqualTo(64);
    assertThat(compare.difference(Cell.H)).isNull();
    assertThat(compare.equality().holds()).isFalse();
  }

  @Test
  void twoCellsHaveNoDifferenceAndAreTrainedInLockStep() throws CorpusException {
    begin(Preset.RNN_LSTM);
    trainAnEpoch();

    assertThat(compare.a().traceProperty().get().net()).isEqualTo(Vanilla.NET);
    assertThat(compare.b().traceProperty().get().net()).isEqualTo(Lstm.NET);
    assertThat(compare.difference(Cell.H)).isNull();
    assertThat(compare.equality().holds()).isFalse();
    assertThat(compare.differenceCurve().raw().size()).isEqualTo(5);
  }

  @Test
  void aPairOfTwoCellsCanBeComparedOnTheRecallTextAndBackOnThatOfTheRun() throws CorpusException {
    TrainingData words = words();
    compare.prepare(words, RunSettings.defaults());
    until(() -> compare.b().traceProperty().get() != null);
    assertThat(compare.choice().isForRecall()).as("zero or carried").isFalse();
    compare.choose(Preset.RNN_LSTM_WEIGHTS);
    until(() -> pairIs(Preset.RNN_LSTM_WEIGHTS, words.corpus()));
    assertThat(compare.choice().isForRecall()).isTrue();

    compare.choice().useRecall();
    until(() -> text().name().equals("recall.txt"));
    Corpus recall = text();
    until(() -> pairIs(Preset.RNN_LSTM_WEIGHTS, recall));
    assertThat(compare.choice().isForRecall()).as("it is on it").isFalse();
    assertThat(compare.choice().textOfRun()).isEqualTo(words.corpus().name());
    compare.choose(Preset.FORGET_BIAS);
    until(() -> pairIs(Preset.FORGET_BIAS, recall));
    assertThat(text()).as("another pair stays on it").isSameAs(recall);

    compare.choice().useTextOfRun();
    until(() -> text() == words.corpus());
    assertThat(compare.presetProperty().get()).isEqualTo(Preset.FORGET_BIAS);
  }

  private Corpus text() {
    return session.dataProperty().get().corpus();
  }

  /** Whether the pair that is open is that of a preset on a text. */
  private boolean pairIs(Preset preset, Corpus text) {
    return text() == text
        && preset
            .of(
                RunSettings.defaults().withHeldOutShare(0.1),
                text.longest(),
                text.vocabulary().size())
            .equals(compare.comparisonProperty().get());
  }

  @Test
  void anotherRunIsComparedOnItsOwnText() throws CorpusException {
    begin(Preset.RNN_LSTM);
    compare.choice().useRecall();
    until(() -> text().name().equals("recall.txt"));
    TrainingData next = words();
    compare.prepare(next, RunSettings.defaults().withSeed(5));
    until(() -> text() == next.corpus());
    assertThat(compare.comparisonProperty().get().b().seed()).isEqualTo(5);
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
  void thePresetStaysWhenAnotherRunIsOpened() throws CorpusException {
    begin(Preset.LEARNING_RATES);
    compare.prepare(words(), RunSettings.defaults().withLearningRate(0.5));
    until(() -> compare.b().settingsProperty().get().learningRate() == 1.5);

    assertThat(compare.presetProperty().get()).isEqualTo(Preset.LEARNING_RATES);
  }

  @Test
  void whatIsNotPossibleIsRefusedAndThePairThatIsOpenStays() throws CorpusException {
    byte[] line = "ab".repeat(2500).getBytes(StandardCharsets.UTF_8);
    Corpus longest = CorpusReader.read("long.txt", line, new TextMode.Lines());
    compare.prepare(TrainingData.split(longest, 0, 1), RunSettings.defaults().withHidden(1));
    until(() -> session.dataProperty().get() != null);
    TrainingData before = session.dataProperty().get();
    compare.choose(Preset.FIXED_ARRAY);

    assertThat(session.noticeProperty().get().isRefusal()).isTrue();
    assertThat(session.noticeProperty().get().text()).contains("1 to 5000");
    assertThat(compare.presetProperty().get()).isEqualTo(Preset.CARRIED);
    assertThat(session.dataProperty().get()).isSameAs(before);
  }
}
