package dev.backstep.ui.inspector;

import dev.backstep.net.Notation;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Trace;
import dev.backstep.trace.arithmetic.Arithmetic;
import dev.backstep.trace.arithmetic.Arithmetic.Piece;
import dev.backstep.trace.arithmetic.Derivation;
import dev.backstep.trace.arithmetic.SumTable;
import dev.backstep.ui.parts.ReadOuts;
import dev.backstep.ui.step.GuessFirst;
import dev.backstep.ui.step.Selection;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.Objects;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** The arithmetic of the selected number; every number in it is a link to its own arithmetic. */
public final class ArithmeticController {
  private final StepViewModel step;
  private final GuessFirst guessFirst;
  private final Selection selection;
  private final Texts texts;
  private boolean isUnfolded;

  /** The link that has the focus, while the lines that it stood in are replaced. */
  private @Nullable Hyperlink kept;

  @FXML private HBox head;
  @FXML private Label name;
  @FXML private Button back;
  @FXML private Button copy;
  @FXML private VBox lines;
  @FXML private Hyperlink unfold;

  public ArithmeticController(StepViewModel step, GuessFirst guessFirst, Texts texts) {
    this.step = step;
    this.guessFirst = guessFirst;
    this.texts = texts;
    selection = step.selection();
  }

  @FXML
  private void initialize() {
    selection.entryProperty().addListener(observable -> show());
    step.traceProperty().addListener(observable -> show());
    step.notationProperty().addListener(observable -> show());
    guessFirst.coveredProperty().addListener(observable -> show());
    back.visibleProperty().bind(selection.canGoBackProperty());
    back.managedProperty().bind(back.visibleProperty());
    show();
  }

  private void show() {
    leaveLinks();
    lines.getChildren().clear();
    Derivation derivation = selection.derivation();
    copy.setVisible(derivation != null);
    head.setManaged(selection.entryProperty().get() != null);
    head.setVisible(head.isManaged());
    if (derivation != null) {
      show(derivation);
      return;
    }
    setUnfoldShown(false);
    Trace trace = step.traceProperty().get();
    boolean isGiven = trace != null && selection.entryProperty().get() != null;
    Notation notation = step.notationProperty().get();
    name.setText(
        isGiven ? ReadOuts.ofGiven(texts, trace, notation, selection.entryProperty().get()) : "");
    Label hint =
        new Label(texts.of(isGiven ? "inspector.arithmetic.given" : "inspector.arithmetic.hint"));
    hint.setWrapText(true);
    hint.getStyleClass().add("hint");
    lines.getChildren().add(hint);
  }

  /**
   * All links go. The one that had the focus by key comes back as the first of the new ones, and
   * the next can be followed; after a click the keys are those of the screen again.
   */
  private void leaveLinks() {
    Node focused = lines.isFocusWithin() ? lines.getScene().getFocusOwner() : null;
    kept = focused instanceof Hyperlink link && link.isFocusVisible() ? link : null;
    if (focused != null && kept == null) {
      lines.getScene().getRoot().requestFocus();
    }
  }

  private Hyperlink link(String text) {
    Hyperlink link = kept == null ? new Hyperlink() : kept;
    kept = null;
    link.setText(text);
    return link;
  }

  private void show(Derivation derivation) {
    Arithmetic arithmetic = new Arithmetic(derivation, guessFirst::isCovered);
    copy.setVisible(!arithmetic.isCovered());
    name.setText(derivation.name() + when(derivation.entry()));
    arithmetic
        .faultyLine(texts)
        .ifPresentOrElse(
            wrong -> lines.getChildren().add(line(List.of(plain(wrong)))),
            () -> showFormula(arithmetic));
    List<Piece> where = arithmetic.where(texts);
    if (!where.isEmpty()) {
      lines.getChildren().add(line(where.stream().map(this::node).toList()));
    }
    Text result = plain(arithmetic.result());
    result.getStyleClass().add("result");
    lines.getChildren().add(line(List.of(result)));
    if (!arithmetic.isCovered() && !selection.subtotals().isEmpty()) {
      lines.getChildren().add(new SubtotalBars(selection.subtotals(), texts));
    }
    SumTable table = arithmetic.isCovered() ? null : SumTable.of(derivation).orElse(null);
    if (isUnfolded && table != null) {
      lines.getChildren().add(new SumView(table, texts, selection::followTo));
    }
    setUnfoldShown(table != null);
    unfold.setText(
        isUnfolded
            ? texts.of("inspector.sum.close")
            : texts.of("inspector.sum.open", derivation.terms().size()));
  }

  private void showFormula(Arithmetic arithmetic) {
    lines.getChildren().add(line(List.of(plain(arithmetic.formula()))));
    lines.getChildren().add(line(arithmetic.numbers(texts).stream().map(this::node).toList()));
  }

  private String when(Entry entry) {
    int t = entry.timestep();
    if (t < 0) {
      boolean isWeight = entry instanceof Entry.OfUpdate;
      return texts.of(isWeight ? "inspector.arithmetic.updated" : "inspector.arithmetic.at-update");
    }
    if (entry instanceof Entry.OfShare) {
      return texts.of("inspector.arithmetic.share", t);
    }
    return entry instanceof Entry.OfAccumulator
        ? texts.of("inspector.arithmetic.sum", t, step.traceProperty().get().length() - 1)
        : texts.of("inspector.arithmetic.at", t);
  }

  /** A focus that it has goes back to the screen with it, and not to what happens to be next. */
  private void setUnfoldShown(boolean isShown) {
    if (!isShown && unfold.isFocused()) {
      unfold.getScene().getRoot().requestFocus();
    }
    unfold.setVisible(isShown);
    unfold.setManaged(isShown);
  }

  private static TextFlow line(List<? extends Node> nodes) {
    TextFlow flow = new TextFlow();
    flow.getChildren().addAll(nodes);
    return flow;
  }

  private Node node(Piece piece) {
    Entry source = piece.source();
    if (source == null) {
      return plain(piece.text());
    }
    Hyperlink link = link(piece.text());
    link.setTooltip(new Tooltip(piece.hint()));
    link.setAccessibleText(piece.hint() + " = " + piece.spoken());
    link.setOnAction(event -> selection.followTo(source));
    return link;
  }

  private static Text plain(String text) {
    Text node = new Text(text);
    node.getStyleClass().add("piece");
    return node;
  }

  @FXML
  private void back() {
    selection.back();
  }

  @FXML
  private void copy() {
    ClipboardContent content = new ClipboardContent();
    Derivation shown = Objects.requireNonNull(selection.derivation());
    content.putString(new Arithmetic(shown).copy());
    Clipboard.getSystemClipboard().setContent(content);
  }

  @FXML
  private void toggleUnfolded() {
    isUnfolded = !isUnfolded;
    show();
  }
}
