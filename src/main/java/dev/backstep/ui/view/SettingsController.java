package dev.backstep.ui.view;

import dev.backstep.fault.Fault;
import dev.backstep.training.OptimizerKind;
import dev.backstep.ui.viewmodel.ClipChoice;
import dev.backstep.ui.viewmodel.InitChoice;
import dev.backstep.ui.viewmodel.MainViewModel;
import dev.backstep.ui.viewmodel.SettingsViewModel;
import dev.backstep.ui.viewmodel.StateChoice;
import dev.backstep.ui.viewmodel.Texts;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** The fields for the settings of a run. */
public final class SettingsController {
  private final MainViewModel main;
  private final SettingsViewModel settings;
  private final Texts texts;

  @FXML private TextField learningRate;
  @FXML private ComboBox<StateChoice> state;
  @FXML private CheckBox zeroAtEpochStart;
  @FXML private Label arrayLabel;
  @FXML private TextField arrayColumns;
  @FXML private TextField hidden;
  @FXML private ComboBox<OptimizerKind> optimizer;
  @FXML private ComboBox<ClipChoice> clip;
  @FXML private Label clipLabel;
  @FXML private TextField clipLimit;
  @FXML private ComboBox<Fault> fault;
  @FXML private ComboBox<InitChoice> init;
  @FXML private Label sigmaLabel;
  @FXML private TextField sigma;
  @FXML private TextField seed;
  @FXML private TextField heldOut;
  @FXML private Label error;

  public SettingsController(MainViewModel main) {
    this.main = main;
    settings = main.settings();
    texts = main.texts();
  }

  @FXML
  private void initialize() {
    bindFields();
    bindChoices();
    FormFields.showOnly(
        settings.clipProperty().isNotEqualTo(ClipChoice.NONE), clipLabel, clipLimit);
    FormFields.showOnly(settings.initProperty().isEqualTo(InitChoice.GAUSSIAN), sigmaLabel, sigma);
    FormFields.showOnly(settings.stateProperty().isEqualTo(StateChoice.CARRIED), zeroAtEpochStart);
    FormFields.showOnly(
        settings.stateProperty().isEqualTo(StateChoice.FIXED_ARRAY), arrayLabel, arrayColumns);
    error.textProperty().bind(settings.errorProperty());
    FormFields.showOnly(settings.errorProperty().isNotEmpty(), error);
  }

  private void bindFields() {
    learningRate.textProperty().bindBidirectional(settings.learningRateProperty());
    arrayColumns.textProperty().bindBidirectional(settings.arrayColumnsProperty());
    hidden.textProperty().bindBidirectional(settings.hiddenProperty());
    clipLimit.textProperty().bindBidirectional(settings.clipLimitProperty());
    sigma.textProperty().bindBidirectional(settings.sigmaProperty());
    seed.textProperty().bindBidirectional(settings.seedProperty());
    heldOut.textProperty().bindBidirectional(settings.heldOutProperty());
    zeroAtEpochStart.selectedProperty().bindBidirectional(settings.zeroAtEpochStartProperty());
    zeroAtEpochStart.setOnAction(event -> main.applyHiddenState());
    whenLeft(learningRate, main::applyLearningRate);
    whenLeft(arrayColumns, main::applyHiddenState);
  }

  /** A field that applies at once applies when it is left, too, not only on Enter. */
  private static void whenLeft(TextField field, Runnable action) {
    String[] entered = {""};
    field
        .focusedProperty()
        .addListener(
            (property, before, now) -> {
              if (now) {
                entered[0] = field.getText();
              } else if (!entered[0].equals(field.getText())) {
                action.run();
              }
            });
  }

  private void bindChoices() {
    FormFields fields = new FormFields(texts);
    fields.bind(
        optimizer, OptimizerKind.values(), settings.optimizerProperty(), OptimizerKind::title);
    fields.bind(clip, ClipChoice.values(), settings.clipProperty());
    fields.bind(init, InitChoice.values(), settings.initProperty());
    fields.bind(state, StateChoice.values(), settings.stateProperty());
    fields.bindFaults(fault, settings.faultProperty(), main.options().notation());
    state.setOnAction(event -> main.applyHiddenState());
  }

  @FXML
  private void applyLearningRate() {
    main.applyLearningRate();
  }

  @FXML
  private void applyOptimizer() {
    main.applyOptimizer();
  }

  @FXML
  private void applyHiddenState() {
    main.applyHiddenState();
  }

  @FXML
  private void apply() {
    main.applySettings();
  }
}
