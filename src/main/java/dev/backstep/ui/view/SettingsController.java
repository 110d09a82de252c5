package dev.backstep.ui.view;

import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultTexts;
import dev.backstep.training.OptimizerKind;
import dev.backstep.ui.viewmodel.MainViewModel;
import dev.backstep.ui.viewmodel.SettingsViewModel;
import dev.backstep.ui.viewmodel.SettingsViewModel.ClipChoice;
import dev.backstep.ui.viewmodel.SettingsViewModel.InitChoice;
import dev.backstep.ui.viewmodel.SettingsViewModel.StateChoice;
import dev.backstep.ui.viewmodel.Texts;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;

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
    showOnly(settings.clipProperty().isNotEqualTo(ClipChoice.NONE), clipLabel, clipLimit);
    showOnly(settings.initProperty().isEqualTo(InitChoice.GAUSSIAN), sigmaLabel, sigma);
    showOnly(settings.stateProperty().isEqualTo(StateChoice.CARRIED), zeroAtEpochStart);
    showOnly(settings.stateProperty().isEqualTo(StateChoice.FIXED_ARRAY), arrayLabel, arrayColumns);
    error.textProperty().bind(settings.errorProperty());
    showOnly(settings.errorProperty().isNotEmpty(), error);
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
    bind(optimizer, OptimizerKind.values(), settings.optimizerProperty(), OptimizerKind::title);
    bind(clip, ClipChoice.values(), settings.clipProperty(), this::name);
    bind(init, InitChoice.values(), settings.initProperty(), this::name);
    bind(state, StateChoice.values(), settings.stateProperty(), this::name);
    bind(fault, Fault.values(), settings.faultProperty(), FaultTexts.load()::title);
    state.setOnAction(event -> main.applyHiddenState());
  }

  private String name(Enum<?> choice) {
    return texts.of("choice." + choice.name().toLowerCase(Locale.ROOT));
  }

  private static <T> void bind(
      ComboBox<T> box, T[] choices, ObjectProperty<T> property, Function<T, String> name) {
    box.getItems().setAll(choices);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T choice) {
            return choice == null ? "" : name.apply(choice);
          }

          @Override
          public T fromString(String text) {
            return box.getItems().stream()
                .filter(choice -> name.apply(choice).equals(text))
                .findFirst()
                .orElse(null);
          }
        });
    box.valueProperty().bindBidirectional(property);
  }

  private static void showOnly(ObservableBooleanValue condition, Node... nodes) {
    for (Node node : nodes) {
      node.visibleProperty().bind(condition);
      node.managedProperty().bind(condition);
    }
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
