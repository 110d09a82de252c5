package dev.backstep.ui.flow;

import dev.backstep.math.MatrixView;
import dev.backstep.math.Numbers;
import dev.backstep.net.GateBias;
import dev.backstep.net.Notation;
import dev.backstep.trace.Trace;
import dev.backstep.trace.flow.CopyChange;
import dev.backstep.trace.flow.PresetNet;
import dev.backstep.trace.flow.Spectrum;
import dev.backstep.ui.flow.FlowAsides.PairValues;
import dev.backstep.ui.flow.FlowAsides.SpectrumOf;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * Beside the time axis: eigenvalues, singular values, and what would be if the net were another.
 */
public final class FlowSideController {
  private final FlowViewModel flow;
  private final Texts texts;
  private final ObservableValue<Notation> notation;
  private final FlowWords words;
  private final EigenvalueView eigenvalues = new EigenvalueView();
  private final SingularValueView singularValues = new SingularValueView();

  /** The place of the weight that is shown among the recurrent ones. */
  private int weight;

  private boolean isShowing;

  @FXML private FlowPane weights;
  @FXML private VBox spectrumBox;
  @FXML private Label spectrumText;
  @FXML private Label pairTitle;
  @FXML private VBox pairBox;
  @FXML private Label pairText;
  @FXML private Label recurrentText;
  @FXML private Slider recurrent;
  @FXML private HBox biasRow;
  @FXML private Label biasText;
  @FXML private Slider bias;
  @FXML private FlowPane presets;
  @FXML private Button back;

  public FlowSideController(FlowViewModel flow, Texts texts, ObservableValue<Notation> notation) {
    this.flow = flow;
    this.texts = texts;
    this.notation = notation;
    words = new FlowWords(texts);
  }

  @FXML
  private void initialize() {
    eigenvalues.setId("flow-eigenvalues");
    eigenvalues.getStyleClass().add("flow-plane");
    eigenvalues.setAccessibleText(texts.of("flow.eigenvalues.help"));
    spectrumBox.getChildren().add(0, eigenvalues);
    singularValues.setId("flow-singular-values");
    singularValues.getStyleClass().add("flow-values");
    singularValues.setAccessibleText(texts.of("flow.singular.help"));
    pairBox.getChildren().add(0, singularValues);
    for (PresetNet preset : PresetNet.values()) {
      presets.getChildren().add(button(preset));
    }
    recurrent.valueProperty().addListener(observable -> onSlider());
    bias.valueProperty().addListener(observable -> onSlider());
    flow.asides().spectrumProperty().addListener(observable -> showSpectra());
    flow.asides().pairValuesProperty().addListener(observable -> showPair());
    flow.changeProperty().addListener(observable -> showChange());
    flow.traceProperty().addListener(observable -> showChange());
    notation.addListener(observable -> showSpectra());
    notation.addListener(observable -> showChange());
    showSpectra();
    showPair();
    showChange();
  }

  private ToggleButton button(PresetNet preset) {
    String name = preset.name().toLowerCase(Locale.ROOT);
    ToggleButton button = new ToggleButton(texts.of("flow.preset." + name));
    String help = texts.of("flow.preset.help", Numbers.plain(preset.factor()));
    button.setId("flow-preset-" + name);
    button.setTooltip(new Tooltip(help));
    button.setUserData(preset);
    button.setOnAction(
        event ->
            flow.changeProperty()
                .set(button.isSelected() ? new CopyChange(preset, 1, null) : CopyChange.NOTHING));
    return button;
  }

  private String named(String words) {
    return notation.getValue().named(words);
  }

  private void showSpectra() {
    List<SpectrumOf> all = flow.asides().spectrumProperty().get();
    weight = Math.max(0, Math.min(weight, all.size() - 1));
    boolean isSame =
        weights.getChildren().size() == all.size()
            && all.stream()
                .allMatch(
                    each ->
                        ((ToggleButton) weights.getChildren().get(all.indexOf(each)))
                            .getText()
                            .equals(named(each.weight().name())));
    if (!isSame) {
      weights.getChildren().setAll(all.stream().map(each -> tab(each, all.indexOf(each))).toList());
    }
    weights.setVisible(all.size() > 1);
    weights.setManaged(all.size() > 1);
    showSpectrum();
  }

  private ToggleButton tab(SpectrumOf of, int place) {
    String name = named(of.weight().name());
    ToggleButton tab = new ToggleButton(name);
    String help = texts.of("flow.eigenvalues.of", name);
    tab.setMnemonicParsing(false);
    tab.setTooltip(new Tooltip(help));
    tab.setAccessibleText(help);
    tab.setId("flow-weight-" + of.weight().name());
    tab.setOnAction(
        event -> {
          weight = place;
          showSpectrum();
        });
    return tab;
  }

  private void showSpectrum() {
    List<SpectrumOf> all = flow.asides().spectrumProperty().get();
    for (int i = 0; i < weights.getChildren().size(); i++) {
      ((ToggleButton) weights.getChildren().get(i)).setSelected(i == weight);
    }
    if (all.isEmpty()) {
      eigenvalues.show(null);
      spectrumText.setText("");
      return;
    }
    SpectrumOf of = all.get(weight);
    String name = named(of.weight().name());
    Optional<Spectrum> spectrum = of.spectrum();
    eigenvalues.show(spectrum.orElse(null));
    spectrumText.setText(
        spectrum
            .map(
                each ->
                    texts.of(
                        "flow.eigenvalues.numbers",
                        name,
                        Numbers.three(each.radius()),
                        Numbers.three(each.largestSingularValue())))
            .orElseGet(() -> texts.of("flow.eigenvalues.none", name)));
  }

  private void showPair() {
    PairValues pair = flow.asides().pairValuesProperty().get();
    if (pair == null) {
      pairTitle.setText(texts.of("flow.singular"));
      pairText.setText("");
      singularValues.show(new double[0]);
      return;
    }
    double[] values = pair.values().orElse(new double[0]);
    pairTitle.setText(words.pair(pair.pair()));
    pairText.setText(
        values.length == 0
            ? texts.of("flow.singular.none")
            : texts.of("flow.singular.numbers", Numbers.three(values[0])));
    singularValues.show(values);
  }

  private void onSlider() {
    if (!isShowing) {
      CopyChange before = flow.changeProperty().get();
      double factor = Math.rint(20 * recurrent.getValue()) / 20;
      double start = Math.rint(10 * bias.getValue()) / 10;
      boolean isMoved = before.gateBias() != null || start != ofRun();
      flow.changeProperty()
          .set(
              before
                  .withRecurrent(factor)
                  .withGateBias(biasRow.isVisible() && isMoved ? start : null));
    }
  }

  /** The mean of the bias of the gate in the net that is shown, as far as the slider goes. */
  private double ofRun() {
    Trace trace = flow.traceProperty().get();
    Optional<GateBias> gate = trace == null ? Optional.empty() : trace.net().gateBias();
    if (trace == null || gate.isEmpty()) {
      return 0;
    }
    MatrixView row = trace.weights(gate.get().weight().name());
    double sum = 0;
    for (int i = 0; i < row.cols(); i++) {
      sum += row.get(0, i);
    }
    double mean = Math.rint(10 * sum / row.cols()) / 10;
    return Math.max(CopyChange.LEAST_BIAS, Math.min(CopyChange.MOST_BIAS, mean));
  }

  private void showChange() {
    CopyChange change = flow.changeProperty().get();
    Trace trace = flow.traceProperty().get();
    isShowing = true;
    recurrent.setValue(change.recurrent());
    boolean isOneWeight = trace == null || trace.net().recurrentWeights().size() == 1;
    String weightsNamed =
        isOneWeight
            ? named(trace == null ? "W2" : trace.net().recurrentWeights().get(0).name())
            : texts.of("flow.what-if.weights");
    recurrentText.setText(
        texts.of("flow.what-if.times", weightsNamed, Numbers.decimals(change.recurrent(), 2)));
    Optional<GateBias> gate = trace == null ? Optional.empty() : trace.net().gateBias();
    biasRow.setVisible(gate.isPresent());
    biasRow.setManaged(gate.isPresent());
    Double start = change.gateBias();
    double shownBias = start == null ? ofRun() : start;
    bias.setValue(shownBias);
    gate.ifPresent(
        each ->
            biasText.setText(
                texts.of(
                    "words.gate-bias." + each.gate(),
                    (start == null ? "≈ " : "") + Numbers.decimals(shownBias, 1))));
    presets
        .getChildren()
        .forEach(node -> ((ToggleButton) node).setSelected(node.getUserData() == change.preset()));
    back.setDisable(change.isNothing());
    recurrent.setDisable(trace == null);
    isShowing = false;
  }

  @FXML
  private void bringBack() {
    flow.endCopy();
  }
}
