package dev.backstep.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultCatalogue;
import dev.backstep.math.Numbers;
import dev.backstep.model.Initialization;
import dev.backstep.model.Shape;
import dev.backstep.model.Truncation;
import dev.backstep.net.Gru;
import dev.backstep.net.Lstm;
import dev.backstep.net.Nets;
import dev.backstep.net.Relu;
import dev.backstep.net.Vanilla;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.RunSettings;
import dev.backstep.training.optimizer.Clipping;
import dev.backstep.training.optimizer.OptimizerKind;
import dev.backstep.ui.common.TypedSetting;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsViewModelTest {
  private final SettingsViewModel settings = new SettingsViewModel(Texts.load());
  private RunSettings inForce = RunSettings.defaults();

  static Stream<Arguments> wrongFields() {
    return Stream.of(
        wrong(SettingsViewModel::hidden, "lots", "Hidden units", "lots"),
        wrong(SettingsViewModel::hidden, "1.5", "Hidden units", "1.5"),
        wrong(SettingsViewModel::hidden, "", "Hidden units", "“”"),
        wrong(SettingsViewModel::hidden, "99999999999", "Hidden units", "99999999999"),
        wrong(SettingsViewModel::hidden, "0", "hidden units", "0"),
        wrong(SettingsViewModel::hidden, "1025", "hidden units", "1025"),
        wrong(SettingsViewModel::learningRate, "fast", "Learning rate", "fast"),
        wrong(SettingsViewModel::learningRate, "0", "learning rate", "0"),
        wrong(SettingsViewModel::learningRate, "-0.1", "learning rate", "-0.1"),
        wrong(SettingsViewModel::learningRate, "1001", "learning rate", "1001"),
        wrong(SettingsViewModel::learningRate, "NaN", "Learning rate", "NaN"),
        wrong(SettingsViewModel::learningRate, "1d", "Learning rate", "1d"),
        wrong(SettingsViewModel::learningRate, "0x1p-3", "Learning rate", "0x1p-3"),
        wrong(SettingsViewModel::clipLimit, "Infinity", "Clip limit", "Infinity"),
        wrong(SettingsViewModel::seed, "٣", "Seed", "٣"),
        wrong(SettingsViewModel::clipLimit, "?", "Clip limit", "?"),
        wrong(SettingsViewModel::clipLimit, "-5", "clip limit", "-5"),
        wrong(SettingsViewModel::sigma, "0,1,2", "Deviation σ", "0,1,2"),
        wrong(SettingsViewModel::sigma, "11", "deviation of the weights", "11"),
        wrong(SettingsViewModel::seed, "0x7", "Seed", "0x7"),
        wrong(SettingsViewModel::heldOut, "a tenth", "Held out", "a tenth"),
        wrong(SettingsViewModel::heldOut, "95", "Held out", "95"),
        wrong(SettingsViewModel::heldOut, "-1", "Held out", "-1"),
        wrong(SettingsViewModel::heldOut, "NaN", "Held out", "NaN"),
        wrong(SettingsViewModel::heldOut, "Infinity", "Held out", "Infinity"),
        wrong(SettingsViewModel::arrayColumns, "ten", "Columns", "ten"),
        wrong(SettingsViewModel::arrayColumns, "0", "columns", "0"));
  }

  private static Arguments wrong(
      Function<SettingsViewModel, TypedSetting> field, String typed, String name, String value) {
    return Arguments.of(field, typed, name, value);
  }

  @ParameterizedTest
  @MethodSource("wrongFields")
  void aWrongFieldIsRefusedByNameAndValueAndLeavesEverythingAsItIs(
      Function<SettingsViewModel, TypedSetting> field, String typed, String name, String value) {
    settings.initProperty().set(InitChoice.GAUSSIAN);
    settings.stateProperty().set(StateChoice.FIXED_ARRAY);
    field.apply(settings).textProperty().set(typed);
    List<Object> before = fields();

    assertThat(settings.read()).isEmpty();
    assertThat(settings.errorProperty().get()).contains(name).contains(value).contains("must");
    assertThat(fields()).isEqualTo(before);
  }

  private List<Object> fields() {
    return List.of(
        settings.hidden().textProperty().get(),
        settings.optimizerProperty().get(),
        settings.learningRate().textProperty().get(),
        settings.clipProperty().get(),
        settings.clipLimit().textProperty().get(),
        settings.initProperty().get(),
        settings.sigma().textProperty().get(),
        settings.seed().textProperty().get(),
        settings.heldOut().textProperty().get(),
        settings.stateProperty().get(),
        settings.zeroAtEpochStartProperty().get(),
        settings.arrayColumns().textProperty().get());
  }

  @Test
  void aCorrectedFieldTakesTheSentenceAway() {
    settings.hidden().textProperty().set("lots");
    settings.read();
    settings.hidden().textProperty().set(" 64 ");

    assertThat(settings.read().orElseThrow().hidden()).isEqualTo(64);
    assertThat(settings.errorProperty().get()).isEmpty();
  }

  @Test
  void aFieldThatDoesNotCountCannotBeWrong() {
    settings.clipProperty().set(ClipChoice.NONE);
    settings.clipLimit().textProperty().set("?");
    settings.initProperty().set(InitChoice.UNIFORM);
    settings.sigma().textProperty().set("?");
    settings.stateProperty().set(StateChoice.ZERO);
    settings.arrayColumns().textProperty().set("?");

    assertThat(settings.read()).isPresent();
  }

  static Stream<RunSettings> everyKind() {
    List<Clipping> clips =
        List.of(new Clipping.None(), new Clipping.GlobalNorm(0.5), new Clipping.Elementwise(7));
    List<Initialization> inits =
        List.of(new Initialization.Uniform(), new Initialization.Gaussian(0.01));
    List<HiddenStatePolicy> policies =
        List.of(
            new HiddenStatePolicy.Zero(),
            new HiddenStatePolicy.Carried(true),
            new HiddenStatePolicy.Carried(false),
            new HiddenStatePolicy.FixedArray(31),
            new HiddenStatePolicy.Learned());
    return Stream.of(OptimizerKind.values())
        .flatMap(
            optimizer ->
                clips.stream()
                    .flatMap(
                        clip ->
                            inits.stream()
                                .flatMap(
                                    init ->
                                        policies.stream()
                                            .map(
                                                policy ->
                                                    RunSettings.defaults()
                                                        .withHidden(48)
                                                        .withOptimizer(optimizer)
                                                        .withLearningRate(0.0123)
                                                        .withClipping(clip)
                                                        .withInitialization(init)
                                                        .withSeed(-7)
                                                        .withHiddenState(policy)
                                                        .withHeldOutShare(0.07)))));
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void whatIsShownIsReadBack(RunSettings shown) {
    settings.show(shown);

    assertThat(settings.read()).contains(shown);
    assertThat(settings.takeChanges()).as("what is shown is no change").isEmpty();
  }

  static Stream<RunSettings> everyCell() {
    RunSettings base = RunSettings.defaults();
    return Nets.ALL.stream()
        .map(base::withCell)
        .flatMap(
            usual ->
                usual.cell().gateBias().isEmpty()
                    ? Stream.of(usual)
                    : Stream.of(usual, usual.withGateBias(-2.5)));
  }

  @ParameterizedTest
  @MethodSource("everyCell")
  void everyCellIsShownAndReadBackWithTheBiasOfItsGate(RunSettings shown) {
    settings.show(shown);

    assertThat(settings.read()).contains(shown);
    assertThat(settings.waitingProperty().get()).isEmpty();
  }

  @Test
  void anotherCellWaitsForANewRunAndBringsTheUsualBiasOfItsGate() {
    settings.cellProperty().set(Lstm.NET);

    assertThat(settings.waitingProperty().get()).endsWith(": Cell.");
    assertThat(settings.gateBias().textProperty().get()).isEqualTo("1");
    assertThat(settings.takeChanges()).as("the run that is open keeps its cell").isEmpty();
    assertThat(settings.read()).contains(RunSettings.defaults().withCell(Lstm.NET));
    settings.cellProperty().set(Gru.NET);
    assertThat(settings.gateBias().textProperty().get()).isEqualTo("0");
    settings.cellProperty().set(Vanilla.NET);
    assertThat(settings.waitingProperty().get()).isEmpty();
  }

  @Test
  void backAtTheCellOfTheRunTheBiasIsThatOfTheRun() {
    settings.show(RunSettings.defaults().withCell(Lstm.NET).withGateBias(2));
    settings.cellProperty().set(Gru.NET);
    settings.cellProperty().set(Lstm.NET);

    assertThat(settings.gateBias().textProperty().get()).isEqualTo("2");
    settings.gateBias().textProperty().set("0");
    assertThat(settings.waitingProperty().get()).endsWith(": Forget bias.");
  }

  @ParameterizedTest
  @CsvSource({"abc, Forget bias is “abc”", "10.5, the bias of the forget gate", "'', Forget bias"})
  void aGateBiasThatIsNoneIsRefusedWhereThereIsAGate(String typed, String sentence) {
    settings.cellProperty().set(Lstm.NET);
    settings.gateBias().textProperty().set(typed);
    assertThat(settings.read()).isEmpty();
    assertThat(settings.gateBias().refusalProperty().get()).contains(sentence);

    settings.cellProperty().set(Vanilla.NET);
    assertThat(settings.read()).contains(RunSettings.defaults());
  }

  @Test
  void howManyNumbersTheNetLearnsFollowsTheCellTheUnitsAndTheText() {
    assertThat(settings.sizeProperty().get()).as("of no text").isEmpty();
    settings.setVocabulary(27);
    assertThat(settings.sizeProperty().get())
        .startsWith(Numbers.grouped(2811) + " ")
        .endsWith("V = 27");
    settings.cellProperty().set(Lstm.NET);
    assertThat(settings.sizeProperty().get()).startsWith(Numbers.grouped(8571) + " ");
    settings.hidden().textProperty().set("64");
    assertThat(settings.sizeProperty().get())
        .startsWith(Numbers.grouped(new Shape(Lstm.NET, 27, 64).parameters()) + " ");
    settings.hidden().textProperty().set("0");
    assertThat(settings.sizeProperty().get()).isEmpty();
  }

  @Test
  void theCellStaysForANewRunAndForOneThatGoesOn() {
    inForce = RunSettings.defaults().withCell(Relu.NET);
    settings.show(inForce);
    settings.learningRate().textProperty().set("0.5");

    assertThat(settings.read()).contains(inForce.withLearningRate(0.5));
    assertThat(changed()).isEqualTo(inForce.withLearningRate(0.5));
  }

  @Test
  void aFaultIsOneOfItsCellAndTheRunThatIsOpenKeepsItsOwn() {
    RunSettings shown = RunSettings.defaults().withFault(Fault.NO_LATER_DH);
    Fault ofGates = FaultCatalogue.named("lstm-no-later-dc", Lstm.NET).orElseThrow();
    settings.show(shown);
    settings.cellProperty().set(Lstm.NET);

    assertThat(settings.faultProperty().get()).isEqualTo(Fault.NONE);
    settings.faultProperty().set(ofGates);
    assertThat(settings.takeChanges()).as("of the run of the vanilla net").isEmpty();
    assertThat(settings.read()).contains(shown.withCell(Lstm.NET).withFault(ofGates));
    settings.show(shown.withCell(Lstm.NET).withFault(ofGates));
    assertThat(settings.faultProperty().get()).isEqualTo(ofGates);
  }

  @Test
  void aMissingDerivativeIsCalledAsTheNewCellCallsIt() {
    Fault ofRelu = FaultCatalogue.named("relu-derivative-missing", Relu.NET).orElseThrow();
    RunSettings shown = RunSettings.defaults().withFault(Fault.NO_TANH_DERIVATIVE);
    settings.show(shown);
    settings.cellProperty().set(Relu.NET);

    assertThat(settings.faultProperty().get()).isEqualTo(ofRelu);
    assertThat(shown.withCell(Relu.NET).fault()).isEqualTo(ofRelu);
    assertThat(RunSettings.defaults().withCell(Relu.NET).withFault(Fault.NO_TANH_DERIVATIVE))
        .isEqualTo(shown.withCell(Relu.NET));
  }

  @ParameterizedTest
  @MethodSource("dev.backstep.fault.Faults#noneAndPlain")
  void aFaultIsShownAndReadBackForANewRunAndForOneThatGoesOn(Fault fault) {
    settings.show(RunSettings.defaults());
    settings.faultProperty().set(fault);

    assertThat(settings.read().orElseThrow().fault()).isEqualTo(fault);
    assertThat(changed().fault()).isEqualTo(fault);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.07, 7", "0.1, 10", "0.29, 29", "0.007, 0.7", "0.125, 12.5", "0.9, 90"})
  void theHeldOutShareIsShownInPercentWithoutRoundingErrors(double share, String percent) {
    settings.show(RunSettings.defaults().withSeed(Long.MIN_VALUE).withHeldOutShare(share));

    assertThat(settings.heldOut().textProperty().get()).isEqualTo(percent);
    assertThat(settings.read().orElseThrow().heldOutShare()).isEqualTo(share);
    assertThat(settings.read().orElseThrow().seed()).isEqualTo(Long.MIN_VALUE);
  }

  @ParameterizedTest
  @EnumSource
  void anotherOptimizerBringsItsUsualLearningRate(OptimizerKind kind) {
    settings.optimizerProperty().set(kind);

    assertThat(changed().learningRate()).isEqualTo(kind.usualLearningRate());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.25", "0,25", " .25 ", "2.5e-1"})
  void aNumberMayBeTypedInSeveralWays(String typed) {
    settings.learningRate().textProperty().set(typed);

    assertThat(changed().learningRate()).isEqualTo(0.25);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "", "1d", "0x1p3", "NaN", "0", "-1", "1001", "0.1 0.2", "∞"})
  void aLearningRateThatIsNoneIsRefusedAtItsFieldUntilItIsRight(String typed) {
    settings.learningRate().textProperty().set(typed);
    assertThat(settings.learningRate().refusalProperty().get()).isEmpty();
    settings.clipLimit().textProperty().set("7");
    assertThat(changed().clipping()).isEqualTo(new Clipping.GlobalNorm(7));
    assertThat(changed().learningRate()).isEqualTo(0.1);
    assertThat(settings.learningRate().refusalProperty().get())
        .containsIgnoringCase("learning rate is ");
    assertThat(settings.read()).isEmpty();
    settings.learningRate().textProperty().set("0.2");
    assertThat(settings.learningRate().refusalProperty().get()).isEmpty();
  }

  @Test
  void everyFieldIsRefusedByItselfAndOnlyWhereItMatters() {
    settings.clipProperty().set(ClipChoice.GLOBAL_NORM);
    settings.initProperty().set(InitChoice.GAUSSIAN);
    settings.stateProperty().set(StateChoice.FIXED_ARRAY);
    List<TypedSetting> all =
        List.of(
            settings.learningRate(),
            settings.arrayColumns(),
            settings.clipLimit(),
            settings.hidden(),
            settings.sigma(),
            settings.seed(),
            settings.heldOut());
    all.forEach(each -> each.textProperty().set("abc"));
    assertThat(settings.refusal()).isPresent();
    assertThat(all).allSatisfy(each -> assertThat(each.refusalProperty().get()).contains("“abc”"));

    settings.clipProperty().set(ClipChoice.NONE);
    settings.initProperty().set(InitChoice.UNIFORM);
    settings.stateProperty().set(StateChoice.ZERO);
    List.of(settings.learningRate(), settings.hidden(), settings.seed(), settings.heldOut())
        .forEach(each -> each.textProperty().set("1"));
    assertThat(settings.refusal()).isEmpty();
    assertThat(all).allSatisfy(each -> assertThat(each.refusalProperty().get()).isEmpty());
  }

  @Test
  void anArrayThatIsTooShortForTheTextIsRefusedAtItsField() {
    settings.setLongest(() -> 40);
    settings.stateProperty().set(StateChoice.FIXED_ARRAY);
    assertThat(settings.takeChanges()).isEmpty();
    assertThat(settings.arrayColumns().refusalProperty().get()).contains("30 columns", "40");
    settings.arrayColumns().textProperty().set("40");
    assertThat(changed().hiddenState()).isEqualTo(new HiddenStatePolicy.FixedArray(40));
  }

  @Test
  void aTruncationAppliesOnTheWayAndItsNumberIsRefusedInOneSentence() {
    settings.truncationProperty().set(Truncation.Kind.WINDOW);
    assertThat(changed().truncation()).isEqualTo(Truncation.window(3));
    settings.truncationK().textProperty().set("0");
    assertThat(settings.takeChanges()).isEmpty();
    assertThat(settings.truncationK().refusalProperty().get())
        .isEqualTo("the truncation is 0 timesteps; it must be at least 1");
    settings.truncationK().textProperty().set("abc");
    assertThat(settings.takeChanges()).isEmpty();
    assertThat(settings.truncationK().refusalProperty().get()).contains("“abc”");
    settings.truncationK().textProperty().set("4");
    settings.truncationProperty().set(Truncation.Kind.CHUNKS);
    assertThat(changed().truncation()).isEqualTo(Truncation.chunks(4));
    settings.show(RunSettings.defaults());
    assertThat(settings.truncationProperty().get()).isEqualTo(Truncation.Kind.NONE);
    assertThat(settings.refusal()).isEmpty();
  }

  @Test
  void whatWaitsForANewRunIsNamedUntilItIsBackOrInForce() {
    assertThat(settings.waitingProperty().get()).isEmpty();
    settings.hidden().textProperty().set("64");
    settings.seed().textProperty().set("3");
    assertThat(settings.waitingProperty().get()).contains("Hidden units, H; Seed");
    assertThat(settings.takeChanges()).isEmpty();
    settings.seed().textProperty().set("1");
    settings.hidden().textProperty().set("32");
    assertThat(settings.waitingProperty().get()).isEmpty();
    settings.initProperty().set(InitChoice.GAUSSIAN);
    settings.show(settings.read().orElseThrow());
    assertThat(settings.waitingProperty().get()).isEmpty();
  }

  /** The usual settings with what was changed in the fields so far. */
  private RunSettings changed() {
    inForce = settings.takeChanges().map(each -> each.apply(inForce)).orElse(inForce);
    return inForce;
  }
}
