package dev.backstep.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.experiment.Measure;
import dev.backstep.experiment.Pair;
import dev.backstep.experiment.Progress;
import dev.backstep.text.CorpusException;
import dev.backstep.training.RunSettings;
import dev.backstep.training.TrainingData;
import dev.backstep.training.session.TrainingSession;
import dev.backstep.training.session.TrainingState;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.shell.Sessions;
import dev.backstep.words.ExperimentWords;
import dev.backstep.words.Texts;
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
    repeat.pairs().textProperty().set("2");
    repeat.epochs().textProperty().set("3");
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
    repeat.epochs().textProperty().set("1");
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
    repeat.epochs().textProperty().set("1000");
    repeat.pairs().textProperty().set("100");
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
    repeat.epochs().textProperty().set("1000");
    repeat.pairs().textProperty().set("100");
    repeat.start();
    until(() -> progress().share() > 0);
    repeat.pairs().textProperty().set("2");
    repeat.epochs().textProperty().set("1");
    runToTheEnd();

    assertThat(progress().result().plan().pairs()).isEqualTo(2);
    assertThat(progress().result().pairs()).hasSize(2);
  }

  @Test
  void onePairIsRefusedAndOneHundredAndOneAreToo() {
    repeat.pairs().textProperty().set("1");
    repeat.start();
    assertThat(repeat.pairs().refusalProperty().get())
        .isEqualTo("the number of pairs is 1; it must be 2 to 100");
    repeat.pairs().textProperty().set("101");
    repeat.start();
    assertThat(repeat.pairs().refusalProperty().get()).contains("101", "2 to 100");
    assertThat(progress()).isNull();
  }

  @Test
  void wordsInTheFieldOfEpochsAreRefusedAndForgottenOnceItIsRight() {
    repeat.epochs().textProperty().set("many");
    repeat.start();
    assertThat(repeat.epochs().refusalProperty().get())
        .isEqualTo("Epochs is “many”; it must be a whole number");
    repeat.epochs().textProperty().set("0");
    repeat.start();
    assertThat(repeat.epochs().refusalProperty().get()).contains("0", "1 to 1000");
    repeat.epochs().textProperty().set("1");
    runToTheEnd();
    assertThat(repeat.epochs().refusalProperty().get()).isEmpty();
  }

  @Test
  void theNumberOfPairsIsTheOneThatWasSetLastAndIsOne() {
    repeat.pairs().textProperty().set("7");
    assertThat(repeat.askedProperty().get()).isEqualTo(7);
    repeat.pairs().textProperty().set("70000");
    repeat.start();
    assertThat(repeat.pairs().refusalProperty().get()).contains("70000", "2 to 100");
    assertThat(repeat.askedProperty().get()).isEqualTo(7);
    repeat.pairs().textProperty().set("70");
    assertThat(repeat.pairs().refusalProperty().get()).isEmpty();
    assertThat(repeat.askedProperty().get()).isEqualTo(70);
  }

  @Test
  void bothFieldsAreMarkedWhereBothAreWrong() {
    repeat.pairs().textProperty().set("few");
    repeat.epochs().textProperty().set("-1");
    repeat.startChanged();
    assertThat(repeat.pairs().refusalProperty().get()).contains("few");
    assertThat(repeat.epochs().refusalProperty().get()).contains("-1");
    assertThat(progress()).isNull();
  }

  @Test
  void theOutcomeSaysHowManyPairsWereRunWhateverIsSetSince() {
    runToTheEnd();
    repeat.pairs().textProperty().set("50");
    assertThat(new ExperimentWords(Texts.load()).basis(progress().result()))
        .startsWith("2 paired seeds, 3 epochs");
  }

  @Test
  void enterDoesNotRepeatWhatCameOutAlready() {
    runToTheEnd();
    Progress before = progress();
    repeat.startChanged();
    compare.poll();
    assertThat(progress()).isSameAs(before);
    repeat.pairs().textProperty().set("3");
    repeat.startChanged();
    until(() -> !progress().isRunning());
    assertThat(progress().result().pairs()).hasSize(3);
  }

  @Test
  void closingEndsWhatRuns() {
    repeat.epochs().textProperty().set("1000");
    repeat.pairs().textProperty().set("100");
    repeat.start();
    until(() -> progress().share() > 0);
    compare.close();
    until(() -> !progress().isRunning());
    assertThat(progress().state()).isEqualTo(Progress.State.CANCELLED);
  }
}
