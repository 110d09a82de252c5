package dev.backstep.ui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.experiment.Measure;
import dev.backstep.experiment.Pair;
import dev.backstep.experiment.Progress;
import dev.backstep.text.CorpusException;
import dev.backstep.training.RunSettings;
import dev.backstep.training.TrainingData;
import dev.backstep.training.TrainingSession;
import dev.backstep.training.TrainingState;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RepeatViewModelTest {
  private final SessionViewModel session = new SessionViewModel(new TrainingSession("repeat"), 2);
  private final CompareViewModel compare = new CompareViewModel(Texts.load(), session);
  private final RepeatViewModel repeat = compare.repeat();

  @BeforeEach
  void openWords() throws CorpusException {
    compare.prepare(
        TrainingData.split(Sessions.words(), 0, 1),
        RunSettings.defaults().withHidden(4).withHeldOutShare(0.4));
    until(() -> compare.comparisonProperty().get() != null);
    repeat.pairsProperty().set("2");
    repeat.epochsProperty().set("3");
  }

  @AfterEach
  void close() {
    compare.close();
  }

  private void until(BooleanSupplier condition) {
    Sessions.repeatUntil(compare::poll, condition);
  }

  private Progress progress() {
    return repeat.progressProperty().get();
  }

  private void runToTheEnd() {
    repeat.start();
    until(() -> !progress().isRunning());
  }

  @Test
  void thePairThatLiesOpenIsTrainedWithSeedsOfItsOwn() {
    runToTheEnd();

    assertThat(progress().state()).isEqualTo(Progress.State.DONE);
    assertThat(progress().result().pairs()).hasSize(2);
    assertThat(repeat.repeated()).isEqualTo(compare.comparisonProperty().get());
    assertThat(progress().result().summary(Measure.RUNNING_TRAIN_LOSS).difference().hasInterval())
        .isTrue();
    assertThat(repeat.describeProgress()).isEqualTo("2 of 2 pairs");
  }

  @Test
  void itsFirstPairIsTheOneThatTheScreenTrainsBitForBit() {
    repeat.epochsProperty().set("1");
    runToTheEnd();
    session.finishEpoch();
    until(() -> compare.b().progressProperty().get().epoch() == 1);
    until(() -> session.stateProperty().get() == TrainingState.PAUSED);

    Pair first = progress().result().pairs().get(0);
    assertThat(compare.a().positionLosses()).containsExactly(array(first.a().positionLosses()));
    assertThat(compare.b().positionLosses()).containsExactly(array(first.b().positionLosses()));
    assertThat(compare.b().ownStateLosses().last()).isEqualTo(first.b().heldOut().ownState());
    assertThat(compare.b().heldOutLosses().last()).isEqualTo(first.b().heldOut().loss());
  }

  private static double[] array(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Test
  void aResultOfAnotherPairIsNotTakenForOneOfThisPair() {
    runToTheEnd();
    assertThat(repeat.isOfOpenPair()).isTrue();

    compare.choose(Preset.SEEDS);
    until(() -> compare.comparisonProperty().get().b().seed() == 2);
    assertThat(repeat.isOfOpenPair()).isFalse();
  }

  @Test
  void aResultOfAnotherTextIsNotTakenForOneOfThisText() throws CorpusException {
    runToTheEnd();
    Object before = session.dataProperty().get();
    compare.prepare(
        TrainingData.split(Sessions.words(), 0, 1), compare.comparisonProperty().get().a());
    until(() -> session.dataProperty().get() != before);

    assertThat(repeat.repeated()).isEqualTo(compare.comparisonProperty().get());
    assertThat(repeat.isOfOpenPair()).isFalse();
  }

  @Test
  void cancelEndsItAndWhatIsDoneStays() {
    repeat.epochsProperty().set("1000");
    repeat.pairsProperty().set("100");
    repeat.start();
    until(() -> progress().share() > 0);
    repeat.cancel();
    until(() -> !progress().isRunning());

    assertThat(progress().state()).isEqualTo(Progress.State.CANCELLED);
    assertThat(progress().result().pairs().size()).isLessThan(100);
    assertThat(repeat.describeProgress()).startsWith("cancelled after ");
  }

  @Test
  void anotherStartTakesThePlaceOfWhatRuns() {
    repeat.epochsProperty().set("1000");
    repeat.pairsProperty().set("100");
    repeat.start();
    until(() -> progress().share() > 0);
    repeat.pairsProperty().set("2");
    repeat.epochsProperty().set("1");
    runToTheEnd();

    assertThat(progress().result().plan().pairs()).isEqualTo(2);
    assertThat(progress().result().pairs()).hasSize(2);
  }

  @Test
  void onePairIsRefusedAndOneHundredAndOneAreToo() {
    repeat.pairsProperty().set("1");
    repeat.start();
    assertThat(repeat.errorProperty().get())
        .isEqualTo("the number of pairs is 1; it must be 2 to 100");
    repeat.pairsProperty().set("101");
    repeat.start();
    assertThat(repeat.errorProperty().get()).contains("101", "2 to 100");
    assertThat(progress()).isNull();
  }

  @Test
  void wordsInTheFieldOfEpochsAreRefusedAndForgottenOnceItIsRight() {
    repeat.epochsProperty().set("many");
    repeat.start();
    assertThat(repeat.errorProperty().get())
        .isEqualTo("Epochs is “many”; it must be a whole number");
    repeat.epochsProperty().set("0");
    repeat.start();
    assertThat(repeat.errorProperty().get()).contains("0", "1 to 1000");
    repeat.epochsProperty().set("1");
    runToTheEnd();
    assertThat(repeat.errorProperty().get()).isEmpty();
  }

  @Test
  void closingEndsWhatRuns() {
    repeat.epochsProperty().set("1000");
    repeat.pairsProperty().set("100");
    repeat.start();
    until(() -> progress().share() > 0);
    compare.close();
    until(() -> !progress().isRunning());
    assertThat(progress().state()).isEqualTo(Progress.State.CANCELLED);
  }
}
