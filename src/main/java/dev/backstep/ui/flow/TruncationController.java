package dev.backstep.ui.flow;

import dev.backstep.math.Numbers;
import dev.backstep.model.Truncation;
import dev.backstep.net.Notation;
import dev.backstep.trace.Trace;
import dev.backstep.trace.flow.TruncationError;
import dev.backstep.ui.flow.FlowAsides.CutErrors;
import dev.backstep.words.Texts;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** What truncation would throw away of the gradients: veiled in the triangle, and said. */
public final class TruncationController {
  private final FlowViewModel flow;
  private final Texts texts;
  private final ObservableValue<Notation> notation;

  @FXML private HBox kinds;
  @FXML private Label kText;
  @FXML private Slider k;
  @FXML private Label said;

  public TruncationController(FlowViewModel flow, Texts texts, ObservableValue<Notation> notation) {
    this.flow = flow;
    this.texts = texts;
    this.notation = notation;
  }

  @FXML
  private void initialize() {
    for (Truncation.Kind kind : Truncation.Kind.values()) {
      kinds.getChildren().add(button(kind));
    }
    k.valueProperty().addListener(observable -> choose(flow.truncationProperty().get().kind()));
    flow.truncationProperty().addListener(observable -> show());
    flow.traceProperty().addListener(observable -> show());
    flow.asides().cutErrorsProperty().addListener(observable -> show());
    notation.addListener(observable -> show());
    show();
  }

  private ToggleButton button(Truncation.Kind kind) {
    String name = kind.name().toLowerCase(Locale.ROOT);
    ToggleButton button = new ToggleButton(texts.of("flow.cut." + name));
    String help = texts.of("flow.cut." + name + ".help");
    button.setId("flow-cut-" + name);
    button.setTooltip(new Tooltip(help));
    button.setAccessibleText(help);
    button.setUserData(kind);
    button
        .getStyleClass()
        .addAll(
            "small",
            switch (kind) {
              case NONE -> "left-pill";
              case CHUNKS -> "center-pill";
              case WINDOW -> "right-pill";
            });
    button.setOnAction(
        event -> {
          choose(kind);
          show();
        });
    return button;
  }

  private void choose(Truncation.Kind kind) {
    int letters = (int) Math.rint(k.getValue());
    flow.truncationProperty()
        .set(kind == Truncation.Kind.NONE ? Truncation.NONE : new Truncation(kind, letters));
  }

  private void show() {
    Truncation now = flow.truncationProperty().get();
    Trace trace = flow.traceProperty().get();
    kinds
        .getChildren()
        .forEach(node -> ((ToggleButton) node).setSelected(node.getUserData() == now.kind()));
    boolean isCut = now.kind() != Truncation.Kind.NONE;
    k.setDisable(!isCut);
    if (trace != null) {
      k.setMax(Math.max(2, trace.length()));
    }
    kText.setText(texts.of("flow.cut.k", (int) Math.rint(k.getValue())));
    said.setText(
        isCut ? words(flow.asides().cutErrorsProperty().get(), trace) : texts.of("flow.cut.off"));
  }

  private String words(@Nullable CutErrors known, @Nullable Trace trace) {
    if (known == null || trace == null) {
      return "";
    }
    return trace.net().recurrentWeights().stream()
        .filter(weight -> known.errors().containsKey(weight.name()))
        .map(weight -> words(known, weight.name()))
        .collect(Collectors.joining("\n"));
  }

  private String words(CutErrors known, String weight) {
    TruncationError error = Objects.requireNonNull(known.errors().get(weight));
    return texts.of(
        "flow.cut.says",
        known.truncation().k(),
        notation.getValue().named(weight),
        Numbers.decimals(error.cosine(), 3),
        Numbers.decimals(error.relative(), 3));
  }
}
