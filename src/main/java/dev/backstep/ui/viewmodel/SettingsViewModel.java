package dev.backstep.ui.viewmodel;

import dev.backstep.fault.Fault;
import dev.backstep.math.Numbers;
import dev.backstep.model.Initialization;
import dev.backstep.net.Net;
import dev.backstep.net.Vanilla;
import dev.backstep.training.Clipping;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.OptimizerKind;
import dev.backstep.training.RunSettings;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The settings of a run while they are being edited. Nothing is wrong until it is asked for. */
public final class SettingsViewModel {
  private final FieldReader fields;
  private final StringProperty hidden = new SimpleStringProperty();
  private final ObjectProperty<OptimizerKind> optimizer = new SimpleObjectProperty<>();
  private final StringProperty learningRate = new SimpleStringProperty();
  private final ObjectProperty<ClipChoice> clip = new SimpleObjectProperty<>();
  private final StringProperty clipLimit = new SimpleStringProperty("5");
  private final ObjectProperty<InitChoice> init = new SimpleObjectProperty<>();
  private final StringProperty sigma = new SimpleStringProperty("0.1");
  private final StringProperty seed = new SimpleStringProperty();
  private final StringProperty heldOut = new SimpleStringProperty();
  private final ObjectProperty<StateChoice> state = new SimpleObjectProperty<>();
  private final BooleanProperty zeroAtEpochStart = new SimpleBooleanProperty(true);
  private final StringProperty arrayColumns = new SimpleStringProperty("30");
  private final ObjectProperty<Fault> fault = new SimpleObjectProperty<>();
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");

  /** Of the settings that were shown last; there is no field for it. */
  private Net cell = Vanilla.NET;

  public SettingsViewModel(Texts texts) {
    fields = new FieldReader(texts);
    show(RunSettings.defaults());
    optimizer.addListener(
        (property, before, now) -> learningRate.set(Numbers.plain(now.usualLearningRate())));
  }

  /** Fills the fields from the settings of a run. */
  public void show(RunSettings settings) {
    cell = settings.cell();
    hidden.set(String.valueOf(settings.hidden()));
    seed.set(String.valueOf(settings.seed()));
    heldOut.set(FieldReader.percent(settings.heldOutShare()));
    show(settings.initialization());
    showChangeable(settings);
  }

  /** Fills only the fields for what can be changed while a run goes on. */
  void showChangeable(RunSettings settings) {
    fault.set(settings.fault());
    optimizer.set(settings.optimizer());
    learningRate.set(Numbers.plain(settings.learningRate()));
    show(settings.clipping());
    fault.set(settings.fault());
    show(settings.hiddenState());
    error.set("");
  }

  private void show(Clipping clipping) {
    if (clipping instanceof Clipping.GlobalNorm norm) {
      clip.set(ClipChoice.GLOBAL_NORM);
      clipLimit.set(Numbers.plain(norm.limit()));
    } else if (clipping instanceof Clipping.Elementwise elementwise) {
      clip.set(ClipChoice.ELEMENTWISE);
      clipLimit.set(Numbers.plain(elementwise.limit()));
    } else {
      clip.set(ClipChoice.NONE);
    }
  }

  private void show(Initialization initialization) {
    if (initialization instanceof Initialization.Gaussian gaussian) {
      init.set(InitChoice.GAUSSIAN);
      sigma.set(Numbers.plain(gaussian.sigma()));
    } else {
      init.set(InitChoice.UNIFORM);
    }
  }

  /** Fills only the fields for what sequences begin with. */
  void show(HiddenStatePolicy policy) {
    if (policy instanceof HiddenStatePolicy.Carried carried) {
      zeroAtEpochStart.set(carried.zeroAtEpochStart());
      state.set(StateChoice.CARRIED);
    } else if (policy instanceof HiddenStatePolicy.FixedArray array) {
      arrayColumns.set(String.valueOf(array.columns()));
      state.set(StateChoice.FIXED_ARRAY);
    } else {
      state.set(StateChoice.ZERO);
    }
  }

  /** The settings in the fields, or nothing and a sentence in {@link #errorProperty}. */
  public Optional<RunSettings> read() {
    return checked(
        () ->
            new RunSettings(
                (int) fields.whole("settings.hidden", hidden.get()),
                optimizer.get(),
                fields.number("settings.learning-rate", learningRate.get()),
                readClipping(),
                readInitialization(),
                fields.whole("settings.seed", seed.get()),
                readHiddenStateOrThrow(),
                fields.share("settings.held-out", heldOut.get()),
                fault.get(),
                cell));
  }

  /** Only what sequences begin with. */
  public Optional<HiddenStatePolicy> readHiddenState() {
    return checked(this::readHiddenStateOrThrow);
  }

  /** Only the learning rate, checked. */
  public Optional<Double> readLearningRate() {
    return checked(
        () ->
            RunSettings.defaults()
                .withLearningRate(fields.number("settings.learning-rate", learningRate.get()))
                .learningRate());
  }

  /**
   * Only the optimiser, with its learning rate and clipping, and the fault: what they make of other
   * settings.
   */
  public Optional<UnaryOperator<RunSettings>> readOptimizer() {
    return checked(
        () -> {
          OptimizerKind kind = optimizer.get();
          double rate = fields.number("settings.learning-rate", learningRate.get());
          Clipping clipping = readClipping();
          RunSettings.requireLearningRate(rate);
          Fault line = fault.get();
          return now ->
              now.withOptimizer(kind).withLearningRate(rate).withClipping(clipping).withFault(line);
        });
  }

  private <T> Optional<T> checked(Supplier<T> reading) {
    try {
      T result = reading.get();
      error.set("");
      return Optional.of(result);
    } catch (IllegalArgumentException e) {
      error.set(e.getMessage());
      return Optional.empty();
    }
  }

  private Clipping readClipping() {
    return switch (clip.get()) {
      case GLOBAL_NORM ->
          new Clipping.GlobalNorm(fields.number("settings.clip-limit", clipLimit.get()));
      case ELEMENTWISE ->
          new Clipping.Elementwise(fields.number("settings.clip-limit", clipLimit.get()));
      case NONE -> new Clipping.None();
    };
  }

  private Initialization readInitialization() {
    return init.get() == InitChoice.UNIFORM
        ? new Initialization.Uniform()
        : new Initialization.Gaussian(fields.number("settings.sigma", sigma.get()));
  }

  private HiddenStatePolicy readHiddenStateOrThrow() {
    return switch (state.get()) {
      case ZERO -> new HiddenStatePolicy.Zero();
      case CARRIED -> new HiddenStatePolicy.Carried(zeroAtEpochStart.get());
      case FIXED_ARRAY ->
          new HiddenStatePolicy.FixedArray(
              (int) fields.whole("settings.array-columns", arrayColumns.get()));
    };
  }

  public StringProperty hiddenProperty() {
    return hidden;
  }

  public ObjectProperty<OptimizerKind> optimizerProperty() {
    return optimizer;
  }

  public StringProperty learningRateProperty() {
    return learningRate;
  }

  public ObjectProperty<ClipChoice> clipProperty() {
    return clip;
  }

  public StringProperty clipLimitProperty() {
    return clipLimit;
  }

  public ObjectProperty<InitChoice> initProperty() {
    return init;
  }

  public StringProperty sigmaProperty() {
    return sigma;
  }

  public StringProperty seedProperty() {
    return seed;
  }

  public StringProperty heldOutProperty() {
    return heldOut;
  }

  public ObjectProperty<StateChoice> stateProperty() {
    return state;
  }

  public BooleanProperty zeroAtEpochStartProperty() {
    return zeroAtEpochStart;
  }

  public StringProperty arrayColumnsProperty() {
    return arrayColumns;
  }

  public ObjectProperty<Fault> faultProperty() {
    return fault;
  }

  /** What is wrong with the fields in one sentence; empty if nothing is. */
  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }
}
