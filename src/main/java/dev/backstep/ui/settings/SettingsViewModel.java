package dev.backstep.ui.settings;

import dev.backstep.fault.Fault;
import dev.backstep.math.Numbers;
import dev.backstep.model.Initialization;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.RunSettings;
import dev.backstep.training.optimizer.Clipping;
import dev.backstep.training.optimizer.OptimizerKind;
import dev.backstep.ui.common.TypedSetting;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;

/**
 * The settings of a run while they are being edited: those that can change on its way, and those
 * that it begins with. Nothing is wrong until it is asked for; then it is said of each field by
 * itself.
 */
public final class SettingsViewModel {
  private final Texts texts;
  private final FieldReader fields;
  private final TypedSetting hidden;
  private final ObjectProperty<OptimizerKind> optimizer = new SimpleObjectProperty<>();
  private final TypedSetting learningRate;
  private final ObjectProperty<ClipChoice> clip = new SimpleObjectProperty<>();
  private final TypedSetting clipLimit;
  private final ObjectProperty<InitChoice> init = new SimpleObjectProperty<>();
  private final TypedSetting sigma;
  private final TypedSetting seed;
  private final TypedSetting heldOut;
  private final ObjectProperty<StateChoice> state = new SimpleObjectProperty<>();
  private final BooleanProperty zeroAtEpochStart = new SimpleBooleanProperty(true);
  private final TypedSetting arrayColumns;
  private final ObjectProperty<Fault> fault = new SimpleObjectProperty<>();
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper waiting = new ReadOnlyStringWrapper("");
  private IntSupplier longest = () -> 1;

  /** What the fields showed when they were last filled, with what was applied since. */
  private RunSettings inForce = RunSettings.defaults();

  public SettingsViewModel(Texts texts) {
    this.texts = texts;
    fields = new FieldReader(texts);
    hidden = new TypedSetting("", typed -> RunSettings.defaults().withHidden(readHidden(typed)));
    learningRate = new TypedSetting("", typed -> RunSettings.requireLearningRate(readRate(typed)));
    clipLimit = new TypedSetting("5", typed -> new Clipping.GlobalNorm(readLimit(typed)));
    sigma = new TypedSetting("0.1", this::readGaussian);
    seed = new TypedSetting("", typed -> fields.whole("settings.seed", typed));
    heldOut = new TypedSetting("", typed -> fields.share("settings.held-out", typed));
    arrayColumns = new TypedSetting("30", this::readArray);
    show(RunSettings.defaults());
    optimizer.addListener(
        (property, before, now) ->
            learningRateProperty().set(Numbers.plain(now.usualLearningRate())));
    clip.addListener(observable -> clipLimit.ignore());
    init.addListener(observable -> sigma.ignore());
    state.addListener(observable -> arrayColumns.ignore());
    init.addListener(observable -> showWaiting());
    ofNewRun().forEach(each -> each.textProperty().addListener(observable -> showWaiting()));
    sigma.textProperty().addListener(observable -> showWaiting());
  }

  private int readHidden(String typed) {
    return (int) fields.whole("settings.hidden", typed);
  }

  private double readRate(String typed) {
    return fields.number("settings.learning-rate", typed);
  }

  private double readLimit(String typed) {
    return fields.number("settings.clip-limit", typed);
  }

  private Initialization readGaussian(String typed) {
    return new Initialization.Gaussian(fields.number("settings.sigma", typed));
  }

  private HiddenStatePolicy readArray(String typed) {
    HiddenStatePolicy array =
        new HiddenStatePolicy.FixedArray((int) fields.whole("settings.array-columns", typed));
    array.requireLength(longest.getAsInt());
    return array;
  }

  /** Says how long the longest sequence is that the settings are for. */
  public void setLongest(IntSupplier length) {
    longest = length;
  }

  /** Fills the fields from the settings of a run. */
  public void show(RunSettings settings) {
    inForce = settings;
    hidden.show(String.valueOf(settings.hidden()));
    seed.show(String.valueOf(settings.seed()));
    heldOut.show(FieldReader.percent(settings.heldOutShare()));
    show(settings.initialization());
    showChangeable(settings);
    showWaiting();
  }

  /** Fills only the fields for what can be changed while a run goes on. */
  public void showChangeable(RunSettings settings) {
    inForce = settings;
    fault.set(settings.fault());
    optimizer.set(settings.optimizer());
    learningRate.show(Numbers.plain(settings.learningRate()));
    show(settings.clipping());
    show(settings.hiddenState());
    error.set("");
  }

  private void show(Clipping clipping) {
    if (clipping instanceof Clipping.GlobalNorm norm) {
      clip.set(ClipChoice.GLOBAL_NORM);
      clipLimit.show(Numbers.plain(norm.limit()));
    } else if (clipping instanceof Clipping.Elementwise elementwise) {
      clip.set(ClipChoice.ELEMENTWISE);
      clipLimit.show(Numbers.plain(elementwise.limit()));
    } else {
      clip.set(ClipChoice.NONE);
    }
  }

  private void show(Initialization initialization) {
    if (initialization instanceof Initialization.Gaussian gaussian) {
      init.set(InitChoice.GAUSSIAN);
      sigma.show(Numbers.plain(gaussian.sigma()));
    } else {
      init.set(InitChoice.UNIFORM);
    }
  }

  /** Fills only the fields for what sequences begin with. */
  public void show(HiddenStatePolicy policy) {
    inForce = inForce.withHiddenState(policy);
    if (policy instanceof HiddenStatePolicy.Carried carried) {
      zeroAtEpochStart.set(carried.zeroAtEpochStart());
      state.set(StateChoice.CARRIED);
    } else if (policy instanceof HiddenStatePolicy.FixedArray array) {
      state.set(StateChoice.FIXED_ARRAY);
      arrayColumns.show(String.valueOf(array.columns()));
    } else {
      state.set(StateChoice.ZERO);
    }
  }

  /** The settings in the fields, or nothing, and at each field that is wrong why it is. */
  public Optional<RunSettings> read() {
    if (refusal().isPresent()) {
      return Optional.empty();
    }
    RunSettings changed = changeable();
    return Optional.of(
        new RunSettings(
            readHidden(hidden.textProperty().get()),
            changed.optimizer(),
            changed.learningRate(),
            changed.clipping(),
            init.get() == InitChoice.UNIFORM
                ? new Initialization.Uniform()
                : readGaussian(sigma.textProperty().get()),
            fields.whole("settings.seed", seed.textProperty().get()),
            changed.hiddenState(),
            fields.share("settings.held-out", heldOut.textProperty().get()),
            changed.fault(),
            changed.cell(),
            changed.gateBias()));
  }

  /** Everything that is typed, whether it matters at present or not. */
  public List<TypedSetting> typed() {
    return List.of(learningRate, arrayColumns, clipLimit, hidden, sigma, seed, heldOut);
  }

  /** Looks at every field that matters; the first sentence that refuses one, if any does. */
  public Optional<String> refusal() {
    Stream<TypedSetting> all = Stream.concat(onTheWay(), ofNewRun());
    // Each of them is to be marked, not only the first.
    Optional<String> first =
        all.filter(each -> !each.look()).toList().stream()
            .map(each -> each.refusalProperty().get())
            .findFirst();
    error.set(first.orElse(""));
    return first;
  }

  private Stream<TypedSetting> onTheWay() {
    Stream<TypedSetting> limit = clip.get() == ClipChoice.NONE ? Stream.of() : Stream.of(clipLimit);
    Stream<TypedSetting> columns =
        state.get() == StateChoice.FIXED_ARRAY ? Stream.of(arrayColumns) : Stream.of();
    return Stream.of(Stream.of(learningRate), columns, limit).flatMap(each -> each);
  }

  private Stream<TypedSetting> ofNewRun() {
    Stream<TypedSetting> deviation =
        init.get() == InitChoice.GAUSSIAN ? Stream.of(sigma) : Stream.of();
    return Stream.of(Stream.of(hidden), deviation, Stream.of(seed, heldOut)).flatMap(each -> each);
  }

  /**
   * What was changed since it was last asked for, of what can change on the way: what it makes of
   * other settings; nothing if nothing was. What is wrong is marked and stays as it was.
   */
  public Optional<UnaryOperator<RunSettings>> takeChanges() {
    RunSettings before = inForce;
    RunSettings after = changeable();
    inForce = after;
    return after.equals(before)
        ? Optional.empty()
        : Optional.of(now -> now.withDifference(before, after));
  }

  /** The settings in force, with what is right in the fields. */
  private RunSettings changeable() {
    RunSettings changed = inForce.withOptimizer(optimizer.get()).withFault(fault.get());
    if (learningRate.look()) {
      changed = changed.withLearningRate(readRate(learningRateProperty().get()));
    }
    if (clip.get() == ClipChoice.NONE || clipLimit.look()) {
      changed = changed.withClipping(readClipping());
    }
    if (state.get() != StateChoice.FIXED_ARRAY || arrayColumns.look()) {
      changed = changed.withHiddenState(readHiddenState());
    }
    return changed;
  }

  private Clipping readClipping() {
    return switch (clip.get()) {
      case GLOBAL_NORM -> new Clipping.GlobalNorm(readLimit(clipLimitProperty().get()));
      case ELEMENTWISE -> new Clipping.Elementwise(readLimit(clipLimitProperty().get()));
      case NONE -> new Clipping.None();
    };
  }

  private HiddenStatePolicy readHiddenState() {
    return switch (state.get()) {
      case ZERO -> new HiddenStatePolicy.Zero();
      case CARRIED -> new HiddenStatePolicy.Carried(zeroAtEpochStart.get());
      case FIXED_ARRAY -> readArray(arrayColumnsProperty().get());
    };
  }

  /** Says which fields are not those of the run that is open, and wait for another. */
  private void showWaiting() {
    boolean isOtherInit =
        (init.get() == InitChoice.GAUSSIAN)
            != inForce.initialization() instanceof Initialization.Gaussian;
    String names =
        Stream.of(
                hidden.isEdited() ? "settings.hidden" : "",
                isOtherInit ? "settings.init" : "",
                init.get() == InitChoice.GAUSSIAN && sigma.isEdited() ? "settings.sigma" : "",
                seed.isEdited() ? "settings.seed" : "",
                heldOut.isEdited() ? "settings.held-out.name" : "")
            .filter(key -> !key.isEmpty())
            .map(texts::of)
            .collect(Collectors.joining("; "));
    waiting.set(names.isEmpty() ? "" : texts.of("settings.waiting", names));
  }

  public TypedSetting hidden() {
    return hidden;
  }

  public TypedSetting learningRate() {
    return learningRate;
  }

  public TypedSetting clipLimit() {
    return clipLimit;
  }

  public TypedSetting sigma() {
    return sigma;
  }

  public TypedSetting seed() {
    return seed;
  }

  public TypedSetting heldOut() {
    return heldOut;
  }

  public TypedSetting arrayColumns() {
    return arrayColumns;
  }

  public StringProperty hiddenProperty() {
    return hidden.textProperty();
  }

  public ObjectProperty<OptimizerKind> optimizerProperty() {
    return optimizer;
  }

  public StringProperty learningRateProperty() {
    return learningRate.textProperty();
  }

  public ObjectProperty<ClipChoice> clipProperty() {
    return clip;
  }

  public StringProperty clipLimitProperty() {
    return clipLimit.textProperty();
  }

  public ObjectProperty<InitChoice> initProperty() {
    return init;
  }

  public StringProperty sigmaProperty() {
    return sigma.textProperty();
  }

  public StringProperty seedProperty() {
    return seed.textProperty();
  }

  public StringProperty heldOutProperty() {
    return heldOut.textProperty();
  }

  public ObjectProperty<StateChoice> stateProperty() {
    return state;
  }

  public BooleanProperty zeroAtEpochStartProperty() {
    return zeroAtEpochStart;
  }

  public StringProperty arrayColumnsProperty() {
    return arrayColumns.textProperty();
  }

  public ObjectProperty<Fault> faultProperty() {
    return fault;
  }

  /** What is wrong with the fields in one sentence; empty if nothing is. */
  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  /** Which fields wait for a new run, in a sentence; empty if none does. */
  public ReadOnlyStringProperty waitingProperty() {
    return waiting.getReadOnlyProperty();
  }
}
