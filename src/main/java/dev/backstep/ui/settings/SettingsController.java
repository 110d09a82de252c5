package dev.backstep.ui.settings;

import dev.backstep.fault.Fault;
import dev.backstep.model.PaddedBatch.Side;
import dev.backstep.model.Truncation;
import dev.backstep.net.Net;
import dev.backstep.net.Notation;
import dev.backstep.training.BatchSettings.Order;
import dev.backstep.training.PaddingSettings.LossMean;
import dev.backstep.training.PaddingSettings.Mask;
import dev.backstep.training.optimizer.OptimizerKind;
import dev.backstep.ui.common.FormFields;
import dev.backstep.ui.common.ScrolledIntoView;
import dev.backstep.ui.common.TypedSetting;
import dev.backstep.words.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/**
 * The fields for the settings of a run. Enter, or leaving a field, applies what can change on the
 * way; everything else waits for the button.
 */
public final class SettingsController {
  private final SettingsViewModel settings;
  private final Texts texts;
  private final ObservableValue<Notation> notation;
  private final AppliedSettings applied;

  @FXML private TextField learningRate;
  @FXML private Label learningRateRefusal;
  @FXML private ComboBox<StateChoice> state;
  @FXML private CheckBox zeroAtEpochStart;
  @FXML private Node arrayColumnsRow;
  @FXML private TextField arrayColumns;
  @FXML private Label arrayColumnsRefusal;
  @FXML private ComboBox<OptimizerKind> optimizer;
  @FXML private ComboBox<ClipChoice> clip;
  @FXML private Node clipLimitRow;
  @FXML private TextField clipLimit;
  @FXML private Label clipLimitRefusal;
  @FXML private ComboBox<Truncation.Kind> truncation;
  @FXML private Node truncationKRow;
  @FXML private TextField truncationK;
  @FXML private Label truncationKRefusal;
  @FXML private ComboBox<Fault> fault;
  @FXML private ComboBox<Net> cell;
  @FXML private Node gateBiasRow;
  @FXML private Label gateBiasName;
  @FXML private TextField gateBias;
  @FXML private Label gateBiasRefusal;
  @FXML private TextField hidden;
  @FXML private Label hiddenRefusal;
  @FXML private Label size;
  @FXML private ComboBox<InitChoice> init;
  @FXML private Node sigmaRow;
  @FXML private TextField sigma;
  @FXML private Label sigmaRefusal;
  @FXML private TextField seed;
  @FXML private Label seedRefusal;
  @FXML private TextField heldOut;
  @FXML private Label heldOutRefusal;
  @FXML private Node sideRow;
  @FXML private Node maskRow;
  @FXML private Node orderRow;
  @FXML private ComboBox<Side> side;
  @FXML private ComboBox<Mask> mask;
  @FXML private ComboBox<LossMean> loss;
  @FXML private TextField batch;
  @FXML private Label batchRefusal;
  @FXML private ComboBox<Order> order;
  @FXML private Label newRunRule;

  public SettingsController(
      SettingsViewModel settings,
      Texts texts,
      ObservableValue<Notation> notation,
      AppliedSettings applied) {
    this.settings = settings;
    this.texts = texts;
    this.notation = notation;
    this.applied = applied;
  }

  @FXML
  private void initialize() {
    onTheWay(learningRate, settings.learningRate(), learningRateRefusal);
    onTheWay(arrayColumns, settings.arrayColumns(), arrayColumnsRefusal);
    onTheWay(clipLimit, settings.clipLimit(), clipLimitRefusal);
    onTheWay(truncationK, settings.truncationK(), truncationKRefusal);
    ofNewRun(gateBias, settings.gateBias(), gateBiasRefusal);
    ofNewRun(hidden, settings.hidden(), hiddenRefusal);
    ofNewRun(sigma, settings.sigma(), sigmaRefusal);
    ofNewRun(seed, settings.seed(), seedRefusal);
    ofNewRun(heldOut, settings.heldOut(), heldOutRefusal);
    ofNewRun(batch, settings.batch().size(), batchRefusal);
    bindChoices();
    bindChoicesOfBatches();
    showWhatMatters();
    size.textProperty().bind(settings.sizeProperty());
    newRunRule
        .textProperty()
        .bind(
            Bindings.when(settings.waitingProperty().isEmpty())
                .then(texts.of("settings.new-run.rule"))
                .otherwise(settings.waitingProperty()));
  }

  private void onTheWay(TextField field, TypedSetting setting, Label refusal) {
    FormFields.mark(field, setting, refusal);
    FormFields.whenDone(field, applied::applyChanges);
    ScrolledIntoView.keep(refusal);
  }

  private void ofNewRun(TextField field, TypedSetting setting, Label refusal) {
    FormFields.mark(field, setting, refusal);
    FormFields.whenDone(field, setting::look);
    ScrolledIntoView.keep(refusal);
  }

  private void bindChoices() {
    FormFields fields = new FormFields(texts);
    fields.bind(
        optimizer, OptimizerKind.values(), settings.optimizerProperty(), OptimizerKind::title);
    fields.bind(clip, ClipChoice.values(), settings.clipProperty());
    fields.bind(truncation, Truncation.Kind.values(), settings.truncationProperty());
    fields.bindCells(cell, settings.cellProperty());
    new GateBiasName(texts, name -> name)
        .follow(settings.cellProperty(), gateBiasName, gateBias, gateBiasRow);
    fields.bind(init, InitChoice.values(), settings.initProperty());
    fields.bind(state, StateChoice.values(), settings.stateProperty());
    fields.bindFaults(fault, settings.faultProperty(), settings.cellProperty(), notation);
    FormFields.whenDone(optimizer, applied::applyChanges);
    FormFields.whenDone(clip, applied::applyChanges);
    FormFields.whenDone(truncation, applied::applyChanges);
    FormFields.whenDone(state, applied::applyChanges);
    FormFields.whenDone(fault, applied::applyChanges);
    zeroAtEpochStart.selectedProperty().bindBidirectional(settings.zeroAtEpochStartProperty());
    zeroAtEpochStart.setOnAction(event -> applied.applyChanges());
  }

  private void bindChoicesOfBatches() {
    FormFields fields = new FormFields(texts);
    fields.bind(side, Side.values(), settings.batch().sideProperty());
    fields.bind(mask, Mask.values(), settings.batch().maskProperty());
    fields.bind(loss, LossMean.values(), settings.batch().lossProperty());
    fields.bind(order, Order.values(), settings.batch().orderProperty());
    FormFields.whenDone(side, applied::applyChanges);
    FormFields.whenDone(mask, applied::applyChanges);
    FormFields.whenDone(loss, applied::applyChanges);
  }

  private void showWhatMatters() {
    FormFields.showOnly(settings.clipProperty().isNotEqualTo(ClipChoice.NONE), clipLimitRow);
    FormFields.showOnly(settings.batch().isSeveral(), sideRow, maskRow, orderRow);
    FormFields.showOnly(
        settings.truncationProperty().isNotEqualTo(Truncation.Kind.NONE), truncationKRow);
    FormFields.showOnly(settings.sizeProperty().isNotEmpty(), size);
    FormFields.showOnly(settings.initProperty().isEqualTo(InitChoice.GAUSSIAN), sigmaRow);
    FormFields.showOnly(settings.stateProperty().isEqualTo(StateChoice.CARRIED), zeroAtEpochStart);
    FormFields.showOnly(
        settings.stateProperty().isEqualTo(StateChoice.FIXED_ARRAY), arrayColumnsRow);
  }

  @FXML
  private void apply() {
    applied.applySettings();
  }
}
