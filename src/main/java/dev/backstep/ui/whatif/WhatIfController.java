package dev.backstep.ui.whatif;

import dev.backstep.math.Numbers;
import dev.backstep.net.Vector;
import dev.backstep.trace.Entry;
import dev.backstep.trace.whatif.Slope;
import dev.backstep.trace.whatif.WhatIf;
import dev.backstep.ui.common.FormFields;
import dev.backstep.ui.heatmap.MatrixHeatmap;
import dev.backstep.ui.parts.HeatmapNames;
import dev.backstep.ui.step.GuessFirst;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.Objects;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The editor of a number on a copy of the net, and what the loss does. */
public final class WhatIfController {
  private final WhatIfViewModel model;
  private final StepViewModel step;
  private final GuessFirst guessFirst;
  private final Texts texts;

  @FXML private VBox root;
  @FXML private Label name;
  @FXML private FlowPane editor;
  @FXML private Label before;
  @FXML private TextField value;
  @FXML private Label refusal;
  @FXML private VBox states;
  @FXML private VBox slope;
  @FXML private Label changeTitle;
  @FXML private Label change;
  @FXML private Label perUnit;
  @FXML private Label gradientTitle;
  @FXML private Label gradient;
  @FXML private Label perUnitTitle;
  @FXML private Label bothWaysTitle;
  @FXML private Label bothWays;
  @FXML private VBox changes;
  @FXML private Label losses;
  @FXML private ToggleButton difference;

  public WhatIfController(
      WhatIfViewModel model, StepViewModel step, GuessFirst guessFirst, Texts texts) {
    this.model = model;
    this.step = step;
    this.guessFirst = guessFirst;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    FormFields.showOnly(model.openProperty(), root);
    FormFields.mark(value, model.value(), refusal);
    value.setOnAction(event -> model.take());
    value.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    difference.selectedProperty().bindBidirectional(model.differenceProperty());
    model.outcomeProperty().addListener((property, was, now) -> show(was, now));
    step.notationProperty().addListener(observable -> showAgain());
    guessFirst.coveredProperty().addListener(observable -> showAgain());
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
      model.nudge(event.getCode() == KeyCode.UP ? 1 : -1);
      event.consume();
    }
  }

  private void showAgain() {
    WhatIfOutcome now = model.outcomeProperty().get();
    if (now != null) {
      show(now, now);
    }
  }

  private void show(WhatIfOutcome was, WhatIfOutcome now) {
    if (now == null) {
      giveKeysBack();
      return;
    }
    WhatIfWords words = new WhatIfWords(texts, step.notationProperty().get());
    name.setText(words.name(now.copy(), now.place()));
    boolean isInput = now.place() instanceof Entry.OfInput;
    setShown(editor, !isInput);
    before.setText(Numbers.six(now.copy().before(now.place())) + " →");
    showStates(now);
    setShown(slope, now.slope() != null);
    if (now.slope() != null) {
      showSlope(words, now, now.slope());
    }
    showChanges(words, now);
    if (was == null || !was.place().equals(now.place())) {
      focus(isInput);
    }
  }

  /** What had the keys is not seen any more. */
  private void giveKeysBack() {
    if (root.isFocusWithin()) {
      root.getScene().getRoot().requestFocus();
    }
  }

  private void focus(boolean isInput) {
    if (!isInput && root.getScene() != null) {
      value.requestFocus();
      // With the caret in front, so that a number with many digits is seen from its beginning.
      value.selectRange(value.getLength(), 0);
    }
  }

  private void showSlope(WhatIfWords words, WhatIfOutcome now, Slope of) {
    boolean isCovered = guessFirst.coveredProperty().get();
    String known = isCovered ? "?" : Numbers.six(of.gradient());
    String name = words.name(now.copy(), now.place());
    boolean isChanged = now.copy().isChanged(now.place());
    changeTitle.setText(
        texts.of(isChanged ? "whatif.change.title" : "whatif.change.would", words.step(of)));
    perUnitTitle.setText(texts.of("whatif.per-unit", name));
    change.setText(Numbers.six(of.change()));
    perUnit.setText(Numbers.six(of.perUnit()));
    gradientTitle.setText(words.gradient(now.copy(), now.place()));
    gradient.setText(known);
    bothWaysTitle.setText(texts.of("whatif.both-ways", WhatIfWords.size(of)));
    bothWays.setText(Numbers.six(of.bothWays()));
    slope.setAccessibleText(words.slope(now, of, known));
  }

  private void showChanges(WhatIfWords words, WhatIfOutcome now) {
    WhatIf copy = now.copy();
    changes
        .getChildren()
        .setAll(copy.places().stream().map(each -> line(words, now, each)).toList());
    // The only change is the one that the editor has.
    setShown(changes, !copy.isEmpty() && !copy.places().equals(List.of(now.place())));
    losses.setText(copy.isEmpty() ? texts.of("whatif.losses.none") : words.losses(copy));
    difference.setDisable(copy.isEmpty());
  }

  private HBox line(WhatIfWords words, WhatIfOutcome now, Entry place) {
    Label label =
        new Label(
            texts.of(
                "whatif.change.alone",
                words.change(now.copy(), place),
                WhatIfWords.signed(Objects.requireNonNull(now.alone().get(place)))));
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    Button back = new Button(texts.of("whatif.take-back"));
    back.getStyleClass().addAll("small", "flat");
    back.setMinWidth(Button.USE_PREF_SIZE);
    String help = texts.of("whatif.take-back.help", words.name(now.copy(), place));
    back.setAccessibleText(help);
    back.setTooltip(new Tooltip(help));
    back.setOnAction(event -> model.takeBack(place));
    HBox line = new HBox(label, back);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  /** Of a state before the first cell every entry can be chosen. */
  private void showStates(WhatIfOutcome now) {
    boolean isState = now.place() instanceof Entry.OfInitialState;
    setShown(states, isState);
    if (!isState) {
      return;
    }
    List<Vector> all = now.copy().original().net().states();
    if (states.getChildren().size() != all.size()) {
      states.getChildren().setAll(all.stream().map(this::strip).toList());
    }
    for (int i = 0; i < all.size(); i++) {
      MatrixHeatmap map = (MatrixHeatmap) states.lookup("#whatif-" + all.get(i));
      map.limitProperty().set(Math.max(1, now.copy().edited().initialState(all.get(i)).maxAbs()));
      map.valuesProperty().set(now.copy().edited().initialState(all.get(i)));
      Entry.OfInitialState chosen = (Entry.OfInitialState) now.place();
      map.setSelected(chosen.state().equals(all.get(i)) ? 0 : -1, chosen.index());
    }
  }

  private Node strip(Vector state) {
    MatrixHeatmap map = new MatrixHeatmap();
    map.setId("whatif-" + state);
    map.setMinSize(0, 14);
    map.setPrefHeight(14);
    map.setAccessibleText(texts.of("whatif.state.help", state + "0"));
    map.setNames(
        HeatmapNames.ofVector(texts, (row, unit) -> state + "0[" + unit + "]", String::valueOf));
    map.setOnSelect(square -> model.edit(new Entry.OfInitialState(state, square.col())));
    HBox.setHgrow(map, Priority.ALWAYS);
    Label label = new Label(state + "0");
    label.getStyleClass().add("hint");
    HBox strip = new HBox(label, map);
    strip.setAlignment(Pos.CENTER_LEFT);
    strip.getStyleClass().add("what-if-state");
    return strip;
  }

  private static void setShown(Node node, boolean isShown) {
    node.setVisible(isShown);
    node.setManaged(isShown);
  }

  @FXML
  private void more() {
    model.nudge(1);
  }

  @FXML
  private void less() {
    model.nudge(-1);
  }

  @FXML
  private void leave() {
    model.leave();
  }
}
