package dev.backstep.ui.settings;

import dev.backstep.fault.Fault;
import dev.backstep.math.Numbers;
import dev.backstep.model.Truncation;
import dev.backstep.net.Net;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.RunSettings;
import dev.backstep.training.optimizer.OptimizerKind;
import dev.backstep.ui.common.TypedSetting;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The settings of a run while they are being edited: those that can change on its way, and those
 * that it begins with. Nothing is wrong until it is asked for; then it is said of each field by
 * itself.
 */
public final class SettingsViewModel {
  private final ChoiceField<OptimizerKind> optimizer =
      new ChoiceField<>(RunSettings::optimizer, RunSettings::withOptimizer);
  private final ChoiceField<Fault> fault = new ChoiceField<>(RunSettings::fault, this::withFault);
  private final NumberField learningRate;
  private final StateFields state;
  private final ClipFields clip;
  private final TruncationFields truncation;
  private final BatchFields batch;
  private final NewRunFields newRun;
  private final List<EditedSetting> onTheWay;
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");

  /** The settings that the fields showed when last filled, with what was applied since. */
  private RunSettings inForce = RunSettings.defaults();

  public SettingsViewModel(Texts texts) {
    FieldReader fields = new FieldReader(texts);
    learningRate = NumberField.ofLearningRate(fields);
    state = new StateFields(fields);
    clip = new ClipFields(fields);
    truncation = new TruncationFields(fields);
    batch = new BatchFields(fields);
    newRun = new NewRunFields(texts, fields, batch);
    onTheWay =
        Stream.concat(
                Stream.of(optimizer, learningRate, state, clip, truncation, fault),
                batch.onTheWay().stream())
            .toList();
    show(RunSettings.defaults());
    followFields();
  }

  private void followFields() {
    // A fault is one of a cell.
    cellProperty()
        .addListener(
            (property, before, now) -> faultProperty().set(faultProperty().get().inOrNone(now)));
    optimizerProperty()
        .addListener(
            (property, before, now) ->
                learningRate().textProperty().set(Numbers.plain(now.usualLearningRate())));
  }

  /** Says how long the longest sequence is that the settings are for. */
  public void setLongest(IntSupplier length) {
    state.setLongest(length);
  }

  /** Says how many characters there are in the text that the settings are for. */
  public void setVocabulary(int characters) {
    newRun.setVocabulary(characters);
  }

  /** Fills the fields from the settings of a run. */
  public void show(RunSettings settings) {
    newRun.show(settings);
    showChangeable(settings);
  }

  /** Fills only the fields for what can be changed while a run goes on. */
  public void showChangeable(RunSettings settings) {
    inForce = settings;
    onTheWay.forEach(each -> each.show(settings));
    error.set("");
  }

  /** Fills only the fields for what sequences begin with. */
  public void show(HiddenStatePolicy policy) {
    inForce = inForce.withHiddenState(policy);
    state.show(inForce);
  }

  /** The settings in the fields, or nothing, and at each field that is wrong why it is. */
  public Optional<RunSettings> read() {
    if (refusal().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(fault.read(newRun.read(changeable())));
  }

  /** The fault in the field is one of the cell in the field, and a run may have another cell. */
  private RunSettings withFault(RunSettings settings, Fault chosen) {
    return settings.cell() == cellProperty().get() ? settings.withFault(chosen) : settings;
  }

  /** Everything that is typed, whether it matters at present or not. */
  public List<TypedSetting> typed() {
    return all().flatMap(each -> each.typed().stream()).toList();
  }

  private Stream<EditedSetting> all() {
    return Stream.concat(onTheWay.stream(), newRun.all().stream());
  }

  /** Looks at every field that matters; the first sentence that refuses one, if any does. */
  public Optional<String> refusal() {
    Stream<TypedSetting> mattering = all().flatMap(each -> each.mattering().stream());
    // Each of them is to be marked, not only the first.
    Optional<String> first =
        mattering.filter(each -> !each.look()).toList().stream()
            .map(each -> each.refusalProperty().get())
            .findFirst();
    error.set(first.orElse(""));
    return first;
  }

  /**
   * The changes since they were last asked for, of what can change on the way: what they make of
   * other settings; nothing if there were none. What is wrong is marked and stays as it was.
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
    RunSettings changed = inForce;
    for (EditedSetting each : onTheWay) {
      changed = each.look() ? each.read(changed) : changed;
    }
    return changed;
  }

  public TypedSetting hidden() {
    return newRun.hidden().setting();
  }

  public TypedSetting learningRate() {
    return learningRate.setting();
  }

  public TypedSetting clipLimit() {
    return clip.number();
  }

  /** The k of the truncation. */
  public TypedSetting truncationK() {
    return truncation.number();
  }

  /** The start value of the cell's gate's bias. */
  public TypedSetting gateBias() {
    return newRun.cell().gateBias();
  }

  public TypedSetting sigma() {
    return newRun.init().number();
  }

  public TypedSetting seed() {
    return newRun.seed().setting();
  }

  public TypedSetting heldOut() {
    return newRun.heldOut().setting();
  }

  /** The fields for batches. */
  public BatchFields batch() {
    return batch;
  }

  public TypedSetting arrayColumns() {
    return state.number();
  }

  public ObjectProperty<Net> cellProperty() {
    return newRun.cell().choiceProperty();
  }

  public ObjectProperty<OptimizerKind> optimizerProperty() {
    return optimizer.choiceProperty();
  }

  public ObjectProperty<ClipChoice> clipProperty() {
    return clip.choiceProperty();
  }

  public ObjectProperty<Truncation.Kind> truncationProperty() {
    return truncation.choiceProperty();
  }

  public ObjectProperty<InitChoice> initProperty() {
    return newRun.init().choiceProperty();
  }

  public ObjectProperty<StateChoice> stateProperty() {
    return state.choiceProperty();
  }

  public BooleanProperty zeroAtEpochStartProperty() {
    return state.zeroAtEpochStartProperty();
  }

  public ObjectProperty<Fault> faultProperty() {
    return fault.choiceProperty();
  }

  /** The error in the fields, in one sentence; empty if there is none. */
  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  /** Which fields wait for a new run, in a sentence; empty if none does. */
  public ReadOnlyStringProperty waitingProperty() {
    return newRun.waitingProperty();
  }

  /** The count of what the net in the fields learns; empty if there can be no such net. */
  public ReadOnlyStringProperty sizeProperty() {
    return newRun.sizeProperty();
  }
}
