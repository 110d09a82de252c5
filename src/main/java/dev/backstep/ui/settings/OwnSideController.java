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
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** The fields for one of two runs that are compared. */
public final class OwnSideController {
  private final Texts texts;
  private final ObservableValue<Notation> notation;
  private Runnable onEnter = () -> {};

  @FXML private Label side;
  @FXML private ComboBox<StateChoice> sideState;
  @FXML private CheckBox sideZeroAtEpoch;
  @FXML private Node columnsBox;
  @FXML private TextField sideColumns;
  @FXML private Label sideColumnsRefusal;
  @FXML private ComboBox<OptimizerKind> sideOptimizer;
  @FXML private TextField sideLearningRate;
  @FXML private Label sideLearningRateRefusal;
  @FXML private ComboBox<ClipChoice> sideClip;
  @FXML private Node clipBox;
  @FXML private TextField sideClipLimit;
  @FXML private Label sideClipLimitRefusal;
  @FXML private ComboBox<Truncation.Kind> sideTruncation;
  @FXML private Node truncationBox;
  @FXML private TextField sideTruncationK;
  @FXML private Label sideTruncationKRefusal;
  @FXML private ComboBox<InitChoice> sideInit;
  @FXML private Node sigmaBox;
  @FXML private TextField sideSigma;
  @FXML private Label sideSigmaRefusal;
  @FXML private TextField sideSeed;
  @FXML private Label sideSeedRefusal;
  @FXML private ComboBox<Net> sideCell;
  @FXML private Node gateBiasBox;
  @FXML private Label sideGateBiasName;
  @FXML private TextField sideGateBias;
  @FXML private Label sideGateBiasRefusal;
  @FXML private TextField sideHidden;
  @FXML private Label sideSize;
  @FXML private Label sideHiddenRefusal;
  @FXML private ComboBox<Fault> sideFault;
  @FXML private TextField sideBatch;
  @FXML private Label sideBatchRefusal;
  @FXML private ComboBox<Order> sideOrder;
  @FXML private ComboBox<Side> sidePadding;
  @FXML private ComboBox<Mask> sideMask;
  @FXML private ComboBox<LossMean> sideLoss;

  public OwnSideController(Texts texts, ObservableValue<Notation> notation) {
    this.texts = texts;
    this.notation = notation;
  }

  /**
   * Ties the fields to settings.
   *
   * @param name "A" or "B"
   * @param action what Enter does in a field
   */
  public void edit(String name, SettingsViewModel settings, Runnable action) {
    onEnter = action;
    side.setText(name);
    side.getStyleClass().add("run-" + name.toLowerCase(Locale.ROOT));
    mark(sideColumns, settings.arrayColumns(), sideColumnsRefusal);
    mark(sideLearningRate, settings.learningRate(), sideLearningRateRefusal);
    mark(sideClipLimit, settings.clipLimit(), sideClipLimitRefusal);
    mark(sideTruncationK, settings.truncationK(), sideTruncationKRefusal);
    mark(sideSigma, settings.sigma(), sideSigmaRefusal);
    mark(sideSeed, settings.seed(), sideSeedRefusal);
    mark(sideGateBias, settings.gateBias(), sideGateBiasRefusal);
    mark(sideHidden, settings.hidden(), sideHiddenRefusal);
    mark(sideBatch, settings.batch().size(), sideBatchRefusal);
    sideZeroAtEpoch.selectedProperty().bindBidirectional(settings.zeroAtEpochStartProperty());
    bindChoices(settings);
    showWhatMatters(settings);
    sideSize.textProperty().bind(settings.sizeProperty());
    nameForScreenReaders(name, settings);
  }

  private static void mark(TextField field, TypedSetting setting, Label refusal) {
    FormFields.mark(field, setting, refusal);
    ScrolledIntoView.keep(refusal);
  }

  private void bindChoices(SettingsViewModel settings) {
    FormFields fields = new FormFields(texts);
    fields.bind(
        sideOptimizer, OptimizerKind.values(), settings.optimizerProperty(), OptimizerKind::title);
    fields.bind(sideClip, ClipChoice.values(), settings.clipProperty());
    fields.bind(sideTruncation, Truncation.Kind.values(), settings.truncationProperty());
    fields.bindCells(sideCell, settings.cellProperty());
    fields.bind(sideInit, InitChoice.values(), settings.initProperty());
    fields.bindFaults(sideFault, settings.faultProperty(), settings.cellProperty(), notation);
    fields.bind(sideState, StateChoice.values(), settings.stateProperty());
    fields.bind(sideOrder, Order.values(), settings.batch().orderProperty());
    fields.bind(sidePadding, Side.values(), settings.batch().sideProperty());
    fields.bind(sideMask, Mask.values(), settings.batch().maskProperty());
    fields.bind(sideLoss, LossMean.values(), settings.batch().lossProperty());
  }

  private void showWhatMatters(SettingsViewModel settings) {
    FormFields.showOnly(settings.clipProperty().isNotEqualTo(ClipChoice.NONE), clipBox);
    sideOrder.disableProperty().bind(settings.batch().isSeveral().not());
    sidePadding.disableProperty().bind(settings.batch().isSeveral().not());
    sideMask.disableProperty().bind(settings.batch().isSeveral().not());
    FormFields.showOnly(
        settings.truncationProperty().isNotEqualTo(Truncation.Kind.NONE), truncationBox);
    FormFields.showOnly(settings.sizeProperty().isNotEmpty(), sideSize);
    FormFields.showOnly(settings.initProperty().isEqualTo(InitChoice.GAUSSIAN), sigmaBox);
    FormFields.showOnly(settings.stateProperty().isEqualTo(StateChoice.CARRIED), sideZeroAtEpoch);
    FormFields.showOnly(settings.stateProperty().isEqualTo(StateChoice.FIXED_ARRAY), columnsBox);
  }

  /** Every field is there twice; a screen reader says whose it is. */
  private void nameForScreenReaders(String name, SettingsViewModel settings) {
    for (Control field :
        List.of(
            sideState,
            sideColumns,
            sideOptimizer,
            sideLearningRate,
            sideClip,
            sideClipLimit,
            sideTruncation,
            sideTruncationK,
            sideInit,
            sideSigma,
            sideSeed,
            sideCell,
            sideHidden,
            sideFault,
            sideBatch,
            sideOrder,
            sidePadding,
            sideMask,
            sideLoss)) {
      field.setAccessibleText(texts.of("settings.own.field", name, field.getAccessibleText()));
    }
    sideZeroAtEpoch.setAccessibleText(
        texts.of("settings.own.field", name, sideZeroAtEpoch.getText()));
    new GateBiasName(texts, bias -> texts.of("settings.own.field", name, bias))
        .follow(settings.cellProperty(), sideGateBiasName, sideGateBias, gateBiasBox);
  }

  @FXML
  private void enter() {
    onEnter.run();
  }
}
