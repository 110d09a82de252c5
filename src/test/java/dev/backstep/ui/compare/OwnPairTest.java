package dev.backstep.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.model.Initialization;
import dev.backstep.text.CorpusException;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.RunSettings;
import dev.backstep.training.TrainingData;
import dev.backstep.training.optimizer.Clipping;
import dev.backstep.training.optimizer.OptimizerKind;
import dev.backstep.training.session.TrainingSession;
import dev.backstep.ui.run.Comparison;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.settings.StateChoice;
import dev.backstep.ui.shell.Sessions;
import dev.backstep.words.Texts;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnPairTest {
  private final SessionViewModel session = new SessionViewModel(new TrainingSession("own"), 2);
  private final CompareViewModel compare = new CompareViewModel(Texts.load(), session);
  private final OwnPair own = compare.own();

  @BeforeEach
  void openWords() throws CorpusException {
    compare.prepare(words(), RunSettings.defaults());
    until(() -> compare.comparisonProperty().get() != null);
  }

  @AfterEach
  void close() {
    compare.close();
  }

  private void until(BooleanSupplier condition) {
    Sessions.repeatUntil(compare::poll, condition);
  }

  private static TrainingData words() throws CorpusException {
    return TrainingData.split(Sessions.words(), 0, 1);
  }

  @Test
  void theFieldsBeginWithThePairThatLiesOpen() {
    assertThat(own.a().stateProperty().get()).isEqualTo(StateChoice.ZERO);
    assertThat(own.b().stateProperty().get()).isEqualTo(StateChoice.CARRIED);
    assertThat(own.b().hidden().textProperty().get()).isEqualTo("32");
  }

  @Test
  void anySettingsCanDiffer() {
    own.b().stateProperty().set(StateChoice.ZERO);
    own.b().optimizerProperty().set(OptimizerKind.ADAM);
    own.b().seed().textProperty().set("9");
    assertThat(compare.chooseOwn()).isTrue();
    until(() -> compare.comparisonProperty().get().b().seed() == 9);

    assertThat(compare.presetProperty().get()).isNull();
    assertThat(new ComparisonWords(Texts.load()).headline(compare.comparisonProperty().get()))
        .isEqualTo(
            "A: Adagrad, learning rate 0.1, seed 1   against   "
                + "B: Adam, learning rate 0.005, seed 9");
  }

  @Test
  void whatIsWrongIsToldInOneSentenceThatNamesTheSide() {
    own.b().hidden().textProperty().set("5000");
    assertThat(compare.chooseOwn()).isFalse();
    assertThat(own.errorProperty().get()).startsWith("B: H").contains("5000", "1 to 1024");

    own.a().seed().textProperty().set("one");
    assertThat(compare.chooseOwn()).isFalse();
    assertThat(own.errorProperty().get()).isEqualTo("A: Seed is “one”; it must be a whole number.");
    assertThat(compare.comparisonProperty().get().b().hidden()).isEqualTo(32);
  }

  @Test
  void everyFieldThatIsRefusedOnEitherSideSaysSoItselfUntilItIsRight() {
    own.a().learningRate().textProperty().set("abc");
    own.b().hidden().textProperty().set("5000");
    own.b().stateProperty().set(StateChoice.FIXED_ARRAY);
    own.b().arrayColumns().textProperty().set("4");
    assertThat(compare.chooseChangedOwn()).isFalse();
    assertThat(own.a().learningRate().refusalProperty().get()).contains("abc");
    assertThat(own.b().hidden().refusalProperty().get()).contains("5000", "1 to 1024");
    assertThat(own.b().arrayColumns().refusalProperty().get()).contains("4 columns");
    assertThat(own.a().hidden().refusalProperty().get()).isEmpty();

    own.a().learningRate().textProperty().set("0.2");
    assertThat(own.errorProperty().get()).startsWith("B: ");
    own.b().hidden().textProperty().set("50");
    own.b().arrayColumns().textProperty().set("5");
    assertThat(own.errorProperty().get()).isEmpty();
  }

  @Test
  void whereEverySettingDiffersNothingIsSaidToBeEqual() {
    RunSettings a = RunSettings.defaults();
    RunSettings b =
        RunSettings.defaults()
            .withHidden(8)
            .withOptimizer(OptimizerKind.SGD)
            .withLearningRate(0.03)
            .withClipping(new Clipping.None())
            .withInitialization(new Initialization.Gaussian(0.1))
            .withSeed(2)
            .withHiddenState(new HiddenStatePolicy.Carried(true));
    ComparisonWords words = new ComparisonWords(Texts.load());
    assertThat(words.common(new Comparison(a, b))).isEqualTo("every setting differs");
    assertThat(words.common(new Comparison(a, b.withSeed(a.seed()))))
        .isEqualTo("everything else equal: seed 1");
  }

  @Test
  void twoEqualRunsAreNoComparison() {
    own.b().stateProperty().set(StateChoice.ZERO);
    assertThat(compare.chooseOwn()).isFalse();
    assertThat(own.errorProperty().get())
        .isEqualTo("A and B are set the same; at least one setting must differ.");
    assertThat(compare.presetProperty().get()).isEqualTo(Preset.CARRIED);
  }

  @Test
  void anArrayThatIsTooShortForTheTextIsRefusedBeforeItBegins() {
    own.b().stateProperty().set(StateChoice.FIXED_ARRAY);
    own.b().arrayColumns().textProperty().set("4");
    assertThat(compare.chooseOwn()).isFalse();
    assertThat(own.errorProperty().get()).startsWith("B: ").contains("4 columns", "5 characters");
  }

  @Test
  void cancelFillsTheFieldsAgainWithThePairThatLiesOpen() {
    own.a().hidden().textProperty().set("x");
    compare.chooseOwn();
    compare.restoreOwn();
    assertThat(own.a().hidden().textProperty().get()).isEqualTo("32");
    assertThat(own.errorProperty().get()).isEmpty();
  }

  @Test
  void anOwnPairStaysWhenAnotherRunIsOpened() throws CorpusException {
    own.b().hidden().textProperty().set("7");
    compare.chooseOwn();
    until(() -> compare.comparisonProperty().get().b().hidden() == 7);
    TrainingData before = session.dataProperty().get();
    compare.prepare(words(), RunSettings.defaults());
    until(() -> session.dataProperty().get() != before);

    assertThat(compare.comparisonProperty().get().b().hidden()).isEqualTo(7);
    assertThat(compare.comparisonProperty().get().b().hiddenState())
        .isEqualTo(new HiddenStatePolicy.Carried(true));
  }

  @Test
  void asMuchIsHeldOutAsInTheRunThatIsOpen() throws CorpusException {
    own.b().hidden().textProperty().set("7");
    compare.chooseOwn();
    until(() -> compare.comparisonProperty().get().b().hidden() == 7);
    compare.prepare(words(), RunSettings.defaults().withHeldOutShare(0.4));
    until(() -> session.dataProperty().get().heldOut().size() == 2);

    assertThat(compare.comparisonProperty().get().a().heldOutShare()).isEqualTo(0.4);
    assertThat(compare.comparisonProperty().get().b().hidden()).isEqualTo(7);
  }
}
