package dev.backstep.ui.compare;

import dev.backstep.math.Numbers;
import dev.backstep.text.Corpus;
import dev.backstep.ui.chart.LossChart;
import dev.backstep.ui.chart.PositionBars;
import dev.backstep.ui.common.FormFields;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.common.ViewOptions;
import dev.backstep.ui.common.WhileShown;
import dev.backstep.ui.run.Comparison;
import dev.backstep.ui.run.PairBackController;
import dev.backstep.ui.run.RunButtons;
import dev.backstep.ui.run.RunViewModel;
import dev.backstep.ui.time.Zooming;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/** The Compare screen: two runs in lock step, and what differs between them. */
public final class CompareController implements Zooming {
  /** The width of all panels beside each other, in sizes of the type. */
  private static final double WIDE = 64;

  private final CompareViewModel compare;
  private final Texts texts;
  private final ViewOptions options;
  private final ObservableValue<Screen> screen;
  private final ComparisonWords words;
  private CompareStrips strips;
  private CompareCurves curves;
  private MeanLosses meanLosses;
  private ComparePositions positions;
  private SamplePairs samplePairs;

  @FXML private MenuButton presets;
  @FXML private ToggleButton ownSettings;
  @FXML private OwnPairController ownPairController;
  @FXML private ToggleButton repeatShown;
  @FXML private RepeatController repeatController;
  @FXML private PairBackController pairBackController;
  @FXML private TextOfPairController textOfPairController;
  @FXML private Label headline;
  @FXML private Label everythingElse;
  @FXML private Label equality;
  @FXML private Label readOut;
  @FXML private Button update;
  @FXML private Button epoch;
  @FXML private Button reset;
  @FXML private VBox rows;
  @FXML private ScrollBar timeScroll;
  @FXML private Label lineOfA;
  @FXML private Label lineOfB;
  @FXML private LossChart chart;
  @FXML private LossChart differences;
  @FXML private Label lossNow;
  @FXML private GridPane means;
  @FXML private Label heldOutAt;
  @FXML private PositionBars bars;
  @FXML private GridPane samples;
  @FXML private VBox body;
  @FXML private HBox lower;
  @FXML private VBox samplesPanel;
  @FXML private Label equalCount;

  public CompareController(
      CompareViewModel compare, Texts texts, ViewOptions options, ObservableValue<Screen> screen) {
    this.compare = compare;
    this.texts = texts;
    this.options = options;
    this.screen = screen;
    words = new ComparisonWords(texts);
  }

  @FXML
  private void initialize() {
    new RunButtons(compare.session()).update(update).update(epoch).reset(reset);
    Stream.of(Preset.values()).map(this::item).forEach(presets.getItems()::add);
    ownPairController.openWith(ownSettings);
    repeatController.openWith(repeatShown);
    pairBackController.offer(compare.earlier());
    strips = new CompareStrips(compare, options, texts, rows, timeScroll, readOut);
    curves = new CompareCurves(compare, texts, chart, differences);
    meanLosses = new MeanLosses(compare, texts, means);
    positions = new ComparePositions(compare, texts, bars);
    samplePairs = new SamplePairs(samples);
    equality.managedProperty().bind(equality.visibleProperty());
    FormFields.showOnly(lossNow.textProperty().isNotEmpty(), lossNow);
    WhileShown.run(screen, CompareScreen.ID, compare.session().revisionProperty(), this::show);
    WhileShown.run(screen, CompareScreen.ID, compare.b().traceProperty(), this::showTraces);
    options.notation().addListener((property, before, now) -> show());
    body.widthProperty().addListener(observable -> fit());
    repeatShown.fontProperty().addListener(observable -> fit());
  }

  /** Where there is no room for the samples beside the losses they stand below. */
  private void fit() {
    Pane place = body.getWidth() >= WIDE * repeatShown.getFont().getSize() ? lower : body;
    if (samplesPanel.getParent() != place) {
      // Not while the window is laid out.
      Platform.runLater(
          () -> {
            ((Pane) samplesPanel.getParent()).getChildren().remove(samplesPanel);
            place.getChildren().add(samplesPanel);
          });
    }
  }

  private RadioMenuItem item(Preset preset) {
    RadioMenuItem item = new RadioMenuItem(name(preset));
    item.setId("preset-" + preset.name().toLowerCase(Locale.ROOT));
    Runnable show = () -> item.setSelected(compare.presetProperty().get() == preset);
    // What is compared decides, not what was asked for: it may be refused.
    item.setOnAction(
        event -> {
          compare.choose(preset);
          show.run();
        });
    compare.presetProperty().addListener((property, before, now) -> show.run());
    show.run();
    return item;
  }

  private String name(Preset preset) {
    return preset == null
        ? texts.of("compare.preset.own")
        : texts.of("compare.preset." + preset.name().toLowerCase(Locale.ROOT));
  }

  private void show() {
    Comparison pair = compare.comparisonProperty().get();
    presets.setText(name(compare.presetProperty().get()));
    if (pair == null) {
      return;
    }
    showWords(pair);
    strips.layOut(pair);
    textOfPairController.show();
    curves.show();
    meanLosses.show();
    positions.show();
    showHeldOut();
    samplePairs.name(named(words.nameOfA(pair)), named(words.nameOfB(pair)));
    samplePairs.show(compare.a().samples(), compare.b().samples());
    equalCount.setText(
        texts.of("compare.equal", compare.equalSamples(), compare.a().samples().size()));
  }

  /** A fault is called by the weight that it is about. */
  private String named(String said) {
    return options.notation().getValue().named(said);
  }

  private void showWords(Comparison pair) {
    lineOfA.setText(named(words.nameOfA(pair)));
    lineOfB.setText(named(words.nameOfB(pair)));
    lossNow.setText(diverged());
    headline.setText(named(words.headline(pair)));
    everythingElse.setText(everythingElse(pair));
    showEquality();
  }

  private String everythingElse(Comparison pair) {
    Corpus text = compare.session().dataProperty().get().corpus();
    String settings =
        texts.of(
            pair.differing().contains(Comparison.Aspect.BATCH)
                ? "compare.equal-settings.batches"
                : "compare.equal-settings",
            Numbers.grouped(compare.a().progressProperty().get().updates()),
            words.common(pair));
    String sizes = words.sizes(pair, text.vocabulary().size());
    String other = compare.isOnTextOfRun() ? "" : texts.of("compare.other-text", text.name());
    return Stream.of(settings, sizes, other)
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  /** While training runs the traces come after everything else. */
  private void showTraces() {
    strips.show();
    showEquality();
  }

  private void showEquality() {
    equality.setVisible(compare.equality().holds());
    equality.setText(
        texts.of("compare.equal-bits", Numbers.grouped(compare.equality().equalLosses())));
  }

  private void showHeldOut() {
    boolean isKnown = compare.a().heldOutUpdates().size() > 0;
    heldOutAt.setText(
        isKnown
            ? texts.of(
                "compare.held-out-at", Numbers.grouped((long) compare.a().heldOutUpdates().last()))
            : texts.of("compare.held-out-none"));
  }

  /** Which of the two stopped making finite numbers, and where; empty if none did. */
  private String diverged() {
    List<String> sides =
        Stream.of(compare.a(), compare.b())
            .filter(run -> run.divergenceProperty().get() != null)
            .map(this::divergence)
            .toList();
    return sides.isEmpty()
        ? ""
        : texts.of("compare.diverged", sides.stream().collect(Collectors.joining(", ")));
  }

  private String divergence(RunViewModel run) {
    return texts.of(
        "compare.diverged.of",
        texts.of(run == compare.a() ? "compare.a" : "compare.b"),
        Numbers.grouped(run.divergenceProperty().get().update()),
        run.divergenceProperty().get().timestep());
  }

  @Override
  public void onTyped(String character) {
    strips.onTyped(character);
  }

  @FXML
  private void update() {
    compare.session().update();
  }

  @FXML
  private void finishEpoch() {
    compare.session().finishEpoch();
  }

  @FXML
  private void reset() {
    compare.session().reset();
  }
}
