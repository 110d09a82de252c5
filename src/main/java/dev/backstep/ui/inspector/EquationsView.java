package dev.backstep.ui.inspector;

import dev.backstep.net.Net;
import dev.backstep.net.Rule;
import dev.backstep.trace.FaultyLine;
import dev.backstep.trace.FormulaLine;
import dev.backstep.trace.Moment;
import dev.backstep.trace.Trace;
import dev.backstep.ui.paint.Formula;
import dev.backstep.ui.paint.Typesetter;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.words.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/**
 * The equations of the cell under the cursor; the active one is lit, and pressing one makes it the
 * active one. Those of the other passes are there too, unseen, so that they are set when the cursor
 * comes to them.
 */
final class EquationsView {
  private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
  private static final PseudoClass PENDING = PseudoClass.getPseudoClass("pending");
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final StepViewModel step;
  private final Texts texts;
  private final Typesetter typesetter = new Typesetter();
  private final VBox box;

  /** The rows of every net that was shown, and in their order those of the net that is. */
  private final Map<Rule, Button> made = new HashMap<>();

  private final Map<Rule, Button> rows = new LinkedHashMap<>();
  private final Map<Rule, Written> written = new LinkedHashMap<>();
  private final Label faultyLine = new Label();
  private EquationGroups groups;

  /** An equation as it stands there, with what was written in its place. */
  private record Written(List<FormulaLine> lines, Optional<FaultyLine.Swap> swap) {}

  EquationsView(VBox box, StepViewModel step, Texts texts) {
    this.step = step;
    this.texts = texts;
    this.box = box;
    faultyLine.setId("equations-faulty-line");
    faultyLine.getStyleClass().addAll("danger-text", "equations-note");
    faultyLine.setWrapText(true);
    faultyLine.managedProperty().bind(faultyLine.visibleProperty());
    faultyLine.visibleProperty().bind(faultyLine.textProperty().isNotEmpty());
    groups = filled(step.net());
    step.netProperty().addListener((property, before, now) -> show(now));
    step.momentProperty().addListener(observable -> showPhase());
    step.activeProperty().addListener(observable -> lightActive());
    step.pendingProperty().addListener(observable -> lightActive());
    step.notationProperty().addListener(observable -> write());
    // Another run may have another optimiser.
    step.traceProperty().addListener((property, before, now) -> show(step.net()));
    write();
    showPhase();
    lightActive();
  }

  private void use(Net net) {
    if (!List.copyOf(rows.keySet()).equals(net.rules())) {
      groups = filled(net);
    }
  }

  /** Puts the equations of a net into the box. */
  private EquationGroups filled(Net net) {
    box.getChildren().clear();
    rows.clear();
    for (Rule equation : net.rules()) {
      rows.put(
          equation,
          made.computeIfAbsent(equation, rule -> row(rule, texts.of("inspector.equation.choose"))));
    }
    EquationGroups filled = new EquationGroups(net, rows, step::activate, texts);
    box.getChildren().addAll(filled.nodes());
    box.getChildren().add(faultyLine);
    return filled;
  }

  /** Writes the equations of a net anew. */
  private void show(Net net) {
    use(net);
    write();
    showPhase();
    lightActive();
  }

  private Button row(Rule equation, String help) {
    Button row = new Button();
    row.setId("equation-" + equation.id());
    // Not "button": the theme would give every equation a frame.
    row.getStyleClass().setAll("equation");
    row.setTooltip(new Tooltip(help));
    row.setMaxWidth(Double.MAX_VALUE);
    row.setMinWidth(0);
    row.managedProperty().bind(row.visibleProperty());
    row.setOnAction(event -> step.activate(equation));
    return row;
  }

  private void write() {
    rows.forEach(
        (equation, row) -> {
          Written now = new Written(lines(equation), swap(equation));
          if (!now.equals(written.put(equation, now))) {
            show(now, row);
          }
        });
    writeFaultyLine();
  }

  private void show(Written now, Button row) {
    String words = now.lines().stream().map(FormulaLine::text).collect(Collectors.joining("\n"));
    VBox graphic = graphic(now.lines(), row);
    row.setAccessibleText(words);
    now.swap()
        .ifPresent(
            swap -> {
              WrongTerm term = new WrongTerm(swap);
              // How high it is depends on the width at which it is wrapped.
              term.minWidthProperty().bind(graphic.maxWidthProperty());
              graphic.getChildren().add(term);
              row.setAccessibleText(texts.of("inspector.equation.wrong", words, swap.wrong()));
            });
    row.setGraphic(graphic);
    row.pseudoClassStateChanged(WRONG, now.swap().isPresent());
  }

  /** The line in the place of an equation, in the names that are chosen. */
  private Optional<FaultyLine.Swap> swap(Rule equation) {
    Trace trace = step.traceProperty().get();
    return trace == null
        ? Optional.empty()
        : trace.faultyLine().of(equation, step.notationProperty().get());
  }

  /** Says the faulty line where no equation that is seen is marked with it, and two always. */
  private void writeFaultyLine() {
    Trace trace = step.traceProperty().get();
    String line = trace == null ? "" : trace.faultyLine().in(step.notationProperty().get());
    boolean isMarked =
        line.indexOf('\n') < 0
            && rows.keySet().stream()
                .anyMatch(equation -> isSeen(equation) && swap(equation).isPresent());
    faultyLine.setText(
        line.isBlank() || isMarked ? "" : texts.of("inspector.equation.fault", line));
  }

  private List<FormulaLine> lines(Rule equation) {
    Trace trace = step.traceProperty().get();
    List<FormulaLine> lines =
        trace == null
            ? FormulaLine.of(equation, step.net(), step.notationProperty().get())
            : FormulaLine.of(equation, trace, step.notationProperty().get());
    return equation instanceof Rule.OfGradients shares ? packed(shares, lines) : lines;
  }

  /** Never wider than the row: a button gives its graphic all the room that it asks for. */
  private VBox graphic(List<FormulaLine> formulas, Button row) {
    VBox lines = new VBox();
    for (FormulaLine line : formulas) {
      lines.getChildren().add(new Formula(typesetter, line.text(), line.latex()));
    }
    lines.setMinWidth(0);
    lines
        .maxWidthProperty()
        .bind(
            Bindings.createDoubleBinding(
                () ->
                    Math.max(
                        0, row.getWidth() - row.getInsets().getLeft() - row.getInsets().getRight()),
                row.widthProperty(),
                row.insetsProperty()));
    return lines;
  }

  /**
   * The gradient of a bias, which is short and comes after those of its matrices, stands beside the
   * first of these.
   */
  private static List<FormulaLine> packed(Rule.OfGradients shares, List<FormulaLine> lines) {
    List<FormulaLine> packed = new ArrayList<>();
    int first = 0;
    for (int i = 0; i < lines.size(); i++) {
      boolean isBias = shares.gradients().get(i).weight().isBias();
      if (isBias && first < packed.size()) {
        packed.set(first, beside(packed.get(first), lines.get(i)));
        first = packed.size();
      } else {
        packed.add(lines.get(i));
      }
    }
    return packed;
  }

  private static FormulaLine beside(FormulaLine left, FormulaLine right) {
    return new FormulaLine(
        left.text() + "    " + right.text(), left.latex() + " \\qquad " + right.latex());
  }

  private void showPhase() {
    Moment moment = step.momentProperty().get();
    groups.show(moment == null ? null : moment.phase(), step.activeProperty().get());
    writeFaultyLine();
  }

  private boolean isSeen(Rule equation) {
    Moment moment = step.momentProperty().get();
    return moment != null && groups.isSeen(equation, moment.phase(), step.activeProperty().get());
  }

  private void lightActive() {
    Rule active = step.activeProperty().get();
    Moment moment = step.momentProperty().get();
    groups.show(moment == null ? null : moment.phase(), active);
    rows.forEach(
        (equation, row) -> {
          row.pseudoClassStateChanged(ACTIVE, equation.equals(active));
          row.pseudoClassStateChanged(PENDING, !step.isComputed(equation));
        });
  }
}
