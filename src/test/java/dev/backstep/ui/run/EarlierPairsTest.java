package dev.backstep.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.fault.Fault;
import dev.backstep.text.Dataset;
import dev.backstep.training.TrainingData;
import dev.backstep.training.session.TrainingState;
import dev.backstep.ui.compare.CompareScreen;
import dev.backstep.ui.compare.CompareViewModel;
import dev.backstep.ui.compare.ComparisonWords;
import dev.backstep.ui.compare.Preset;
import dev.backstep.ui.lab.BugLabScreen;
import dev.backstep.ui.lab.BugLabViewModel;
import dev.backstep.ui.lab.LabMode;
import dev.backstep.ui.settings.ClipChoice;
import dev.backstep.ui.shell.OneWindow;
import dev.backstep.words.Texts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EarlierPairsTest {
  private final OneWindow window = new OneWindow();
  private final CompareViewModel compare = window.main.compare();
  private final BugLabViewModel lab = window.main.bugLab();
  private final List<String> asked = new ArrayList<>();
  private final List<Runnable> answers = new ArrayList<>();
  private SessionViewModel pair = compare.session();

  @BeforeEach
  void openCompare() {
    window.main.open(Dataset.DINOSAURS);
    window.until(() -> window.main.step().traceProperty().get() != null);
    window.main.screenProperty().set(CompareScreen.ID);
    window.until(() -> data() != null);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void showLab() {
    pair = lab.pair().session();
    window.main.screenProperty().set(BugLabScreen.ID);
    window.until(() -> data() != null);
  }

  private TrainingData data() {
    return pair.dataProperty().get();
  }

  private long updates() {
    return pair.run().progressProperty().get().updates();
  }

  private void trainTo(long updates) {
    for (long i = updates(); i < updates; i++) {
      pair.update();
    }
    window.until(() -> updates() == updates && pair.stateProperty().get() == TrainingState.PAUSED);
  }

  private void trainForSeconds(double seconds) {
    pair.toggle();
    window.until(pair::isRunning);
    window.letPass(seconds);
    pair.toggle();
    window.until(() -> !pair.isRunning());
  }

  /** Whatever it is that another pair takes the place by. */
  private void replace(Runnable how) {
    TrainingData before = data();
    how.run();
    window.until(() -> data() != before && !pair.busyProperty().get());
  }

  private void ask(EarlierPairs<?> pairs) {
    pairs.setQuestion(
        (words, yes) -> {
          asked.add(words);
          answers.add(yes);
        });
  }

  private void openAnotherText() {
    window.main.open(Dataset.RECALL);
  }

  private void setOwn(String hidden) {
    compare.own().b().hidden().textProperty().set(hidden);
    compare.chooseChangedOwn();
  }

  private double[] losses(int side) {
    return pair.runs().get(side).losses().since(0);
  }

  @Test
  void whateverDiscardsAPairOffersItAgain() {
    List<Runnable> ways =
        List.of(
            pair::reset,
            () -> compare.choose(Preset.SEEDS),
            () -> setOwn("9"),
            () -> compare.chooseOwn(),
            this::openAnotherText);
    for (Runnable way : ways) {
      trainTo(updates() + 2);
      compare.earlier().dismiss();
      String name = new ComparisonWords(Texts.load()).brief(compare.comparisonProperty().get());
      replace(way);
      assertThat(compare.earlier().offerProperty().get())
          .isEqualTo("The pair “" + name + "” at update 2 made way for another one.");
    }
    assertThat(compare.earlier().names()).hasSize(ways.size());
  }

  @Test
  void aPairComesBackBitForBitWithItsPresetAndGoesOnWithTheSameBits() {
    replace(() -> compare.choose(Preset.LEARNING_RATES));
    trainTo(40);
    double[] a = losses(0);
    double[] b = losses(1);
    replace(() -> compare.choose(Preset.SEEDS));
    trainTo(3);
    replace(compare.earlier()::bringBack);
    assertThat(losses(0)).isEqualTo(a);
    assertThat(losses(1)).isEqualTo(b).isNotEqualTo(a);
    assertThat(compare.presetProperty().get()).isEqualTo(Preset.LEARNING_RATES);
    assertThat(compare.comparisonProperty().get().b().learningRate()).isEqualTo(0.3);
    trainTo(60);
    double[] wentOn = losses(1);

    replace(pair::reset);
    trainTo(60);
    assertThat(losses(1)).isEqualTo(wentOn);
    assertThat(compare.earlier().names())
        .hasSize(2)
        .first()
        .asString()
        .contains("seed 2", "at update 3");
  }

  @Test
  void aPairThatDivergedIsStillSoWhenItIsBack() {
    compare.own().b().learningRate().textProperty().set("1000");
    compare.own().b().clipProperty().set(ClipChoice.NONE);
    replace(compare::chooseOwn);
    pair.toggle();
    window.until(() -> pair.stateProperty().get() == TrainingState.DIVERGED);
    String where = String.valueOf(compare.b().divergenceProperty().get());
    replace(pair::reset);
    assertThat(compare.b().divergenceProperty().get()).isNull();
    replace(compare.earlier()::bringBack);
    assertThat(pair.stateProperty().get()).isEqualTo(TrainingState.DIVERGED);
    assertThat(compare.b().divergenceProperty().get()).hasToString(where);
  }

  @Test
  void moreThanAMinuteOfTrainingIsNotThrownAwayUnasked() {
    ask(compare.earlier());
    trainForSeconds(125);
    TrainingData before = data();
    List<Runnable> ways =
        List.of(
            pair::reset, () -> compare.choose(Preset.SEEDS), () -> setOwn("9"), compare::chooseOwn);
    ways.forEach(Runnable::run);
    TrainingData run = window.session.dataProperty().get();
    openAnotherText();
    window.until(() -> window.session.dataProperty().get() != run && asked.size() > 4);
    trainTo(updates() + 1);
    assertThat(data()).isSameAs(before);
    assertThat(compare.isOnTextOfRun()).isFalse();
    assertThat(compare.presetProperty().get()).isEqualTo(Preset.CARRIED);
    assertThat(asked)
        .hasSize(5)
        .allSatisfy(words -> assertThat(words).contains("h0 carried", "after 2 min of training"));

    replace(answers.get(1));
    assertThat(compare.presetProperty().get()).isEqualTo(Preset.SEEDS);
    replace(compare.earlier()::bringBack);
    pair.reset();
    assertThat(asked).as("it was long before, too").hasSize(6);
  }

  @Test
  void aShortPairAndOneThatBeginsMakeWayAtOnce() {
    ask(compare.earlier());
    trainForSeconds(50);
    replace(pair::reset);
    replace(() -> compare.choose(Preset.SEEDS));
    assertThat(asked).isEmpty();
    assertThat(compare.earlier().names()).hasSize(1);
  }

  @Test
  void aPairStaysWhileTheRunBeginsAgainOnTheSameTextWithTheSameSettings() {
    trainTo(3);
    TrainingData before = data();
    TrainingData run = window.session.dataProperty().get();
    window.session.reset();
    window.until(() -> window.session.dataProperty().get() != run);
    trainTo(4);
    assertThat(data()).isSameAs(before);
  }

  @Test
  void enterInTheFieldsOfAnUnchangedPairLeavesItAlone() {
    trainTo(3);
    TrainingData before = data();
    compare.own().shownProperty().set(true);
    assertThat(compare.chooseChangedOwn()).isTrue();
    trainTo(4);
    assertThat(data()).isSameAs(before);
    assertThat(compare.presetProperty().get()).isEqualTo(Preset.CARRIED);
    assertThat(compare.own().shownProperty().get()).isTrue();
    replace(() -> setOwn("9"));
    assertThat(compare.own().shownProperty().get()).isFalse();
  }

  @Test
  void anotherFaultAndAResetInTheBugLabOfferThePairAgain() {
    showLab();
    trainTo(5);
    double[] wrong = losses(1);
    replace(() -> lab.faultProperty().set(Fault.NO_LATER_DH));
    assertThat(lab.pair().earlier().offerProperty().get()).contains("at update 5");
    replace(lab.pair().earlier()::bringBack);
    assertThat(losses(1)).isEqualTo(wrong);
    assertThat(lab.faultProperty().get()).isEqualTo(Fault.MISSING_TRANSPOSE);
    assertThat(lab.pair().otherProperty().get()).isFalse();
    trainTo(6);
    replace(pair::reset);
    assertThat(lab.pair().earlier().offerProperty().get()).contains("at update 6");
  }

  @Test
  void aLongPairOfTheBugLabStaysUntilThatIsAnsweredAndIsSaidToBeOfAnotherFault() {
    showLab();
    ask(lab.pair().earlier());
    trainForSeconds(125);
    TrainingData before = data();
    lab.faultProperty().set(Fault.NO_LATER_DH);
    trainTo(updates() + 1);
    assertThat(data()).isSameAs(before);
    assertThat(asked).hasSize(1);
    assertThat(lab.pair().otherProperty().get()).isTrue();
    replace(answers.get(0));
    assertThat(lab.pair().otherProperty().get()).isFalse();
    assertThat(lab.pair().wrong().settingsProperty().get().fault()).isEqualTo(Fault.NO_LATER_DH);
  }

  @Test
  void thePairOfAHiddenFaultDoesNotTellWhichItIs() {
    showLab();
    lab.modeProperty().set(LabMode.QUIZ);
    replace(() -> lab.startQuiz(7));
    trainTo(4);
    replace(() -> lab.modeProperty().set(LabMode.LOOK));
    assertThat(lab.pair().earlier().offerProperty().get())
        .isEqualTo("The pair “hidden fault of the quiz” at update 4 made way for another one.");
    Fault looked = lab.faultProperty().get();
    replace(lab.pair().earlier()::bringBack);
    assertThat(lab.faultProperty().get()).isEqualTo(looked);
    assertThat(lab.pair().otherProperty().get()).isTrue();
    assertThat(lab.pair().name()).isEqualTo("hidden fault of the quiz");
  }

  @Test
  void whereThereIsNoMoreRoomShortPairsGoAndThatIsSaid() {
    compare.earlier().allow(1);
    trainTo(30);
    replace(pair::reset);
    trainTo(2);
    replace(pair::reset);
    assertThat(compare.earlier().names()).hasSize(1).first().asString().contains("at update 2");
    assertThat(pair.noticeProperty().get().text())
        .startsWith("There is no more room for the earlier pair “A: h0 zero")
        .contains("at update 30");
    replace(compare.earlier()::bringBack);
    assertThat(updates()).isEqualTo(2);
  }
}
