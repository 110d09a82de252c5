package dev.backstep.ui.mycode;

import dev.backstep.check.verdict.JudgedEntry;
import dev.backstep.trace.arithmetic.Arithmetic;
import dev.backstep.trace.arithmetic.Derivation;
import dev.backstep.ui.common.FormFields;
import dev.backstep.words.MarkedLine;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What is wrong in the user's code, how sure that is, and the number that is looked at. */
public final class DiagnosisController {
  private final MyCodeViewModel code;
  private final CodeVisit visit;
  private final Texts texts;
  private final BooleanProperty canStep = new SimpleBooleanProperty();

  /** The check whose number that went wrong first was shown, without being asked for. */
  private @Nullable CodeCheck begunWith;

  @FXML private ScrollPane scroll;
  @FXML private Label sentence;
  @FXML private Label reproduced;
  @FXML private VBox faults;
  @FXML private VBox entrySection;
  @FXML private Label entryTitle;
  @FXML private VBox entry;
  @FXML private VBox howSure;
  @FXML private Button stepThrough;
  @FXML private Label notStepped;

  public DiagnosisController(MyCodeViewModel code, CodeVisit visit, Texts texts) {
    this.code = code;
    this.visit = visit;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    FormFields.showOnly(canStep, stepThrough);
    FormFields.showOnly(canStep.not(), notStepped);
    FormFields.showOnly(reproduced.textProperty().isNotEmpty(), reproduced);
    FormFields.showOnly(Bindings.isNotEmpty(faults.getChildren()), faults);
    code.checkProperty().addListener(observable -> show());
    code.placeProperty().addListener(observable -> showEntry());
    if (code.checkProperty().get() != null) {
      show();
    }
    showEntry();
  }

  private CodeWords words() {
    return new CodeWords(texts, code.checkProperty().get());
  }

  private void show() {
    CodeWords words = words();
    sentence.setText(words.diagnosis().headline());
    reproduced.setText(words.reproduced());
    faults.getChildren().setAll(named(words));
    stepThrough.setText(texts.of(stepKey()));
    canStep.set(code.checkProperty().get().columns().canBeSteppedThrough());
    List<String> sure = words.howSure();
    howSure.getChildren().setAll(sure.stream().map(each -> wrapped(each)).toList());
    scroll.setVvalue(0);
  }

  /** What there is to step through. */
  private String stepKey() {
    CodeCheck check = code.checkProperty().get();
    if (check.traces().yours() != null) {
      return "mycode.step.both";
    }
    return check.verdict().agrees() ? "mycode.step" : "mycode.step.right";
  }

  @FXML
  private void stepThrough() {
    visit.enter();
  }

  private List<Node> named(CodeWords words) {
    CodeCheck check = code.checkProperty().get();
    return check.diagnosis().isFound()
        ? words.named(check.diagnosis().explanations().get(0)).stream().map(this::section).toList()
        : List.of();
  }

  private Node section(CodeWords.Named named) {
    String wrong = named.lines().wrong();
    String right = named.lines().right();
    VBox box = new VBox();
    box.getStyleClass().add("section");
    box.getChildren()
        .addAll(
            new CodeLine(texts.of("mycode.your-line"), "wrong", MarkedLine.of(wrong, right)),
            new CodeLine(texts.of("mycode.should-be"), "right", MarkedLine.of(right, wrong)),
            wrapped(named.lookFor()),
            wrapped(texts.of("words.hides"), "section-title"),
            wrapped(named.hides()));
    return box;
  }

  private static Label wrapped(String words, String... styles) {
    Label label = new Label(words);
    label.getStyleClass().addAll(styles);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    return label;
  }

  private void showEntry() {
    boolean isShown = code.placeProperty().get() != null;
    entrySection.setVisible(isShown);
    entrySection.setManaged(isShown);
    if (isShown) {
      Optional<JudgedEntry> shown = code.entry();
      entryTitle.setText(shown.map(words()::entry).orElse(texts.of("mycode.entry.none")));
      entry.getChildren().clear();
      shown.ifPresent(this::show);
      if (begunWith == code.checkProperty().get()) {
        reveal();
      }
      begunWith = code.checkProperty().get();
    }
  }

  /**
   * Scrolls down as far as it takes to see the number that was asked for. What was found comes
   * first, so the one that went wrong first is not brought into sight.
   */
  private void reveal() {
    scroll.applyCss();
    scroll.layout();
    double seen = scroll.getViewportBounds().getHeight();
    double hidden = scroll.getContent().getLayoutBounds().getHeight() - seen;
    double wanted = entrySection.getBoundsInParent().getMaxY() - seen;
    if (hidden > 0 && scroll.getVvalue() * hidden < wanted) {
      scroll.setVvalue(Math.min(1, wanted / hidden));
    }
  }

  private void show(JudgedEntry shown) {
    entry.getChildren().add(wrapped(texts.of("mycode.right"), "hint"));
    shown.derivation().ifPresent(this::write);
    if (shown.derivation().isEmpty() || shown.isClose()) {
      entry.getChildren().add(wrapped("= " + shown.rightApart(), "mono", "result"));
    }
    boolean isSame = shown.rightApart().equals(shown.yoursApart());
    entry.getChildren().add(wrapped(texts.of("mycode.yours"), "hint"));
    entry
        .getChildren()
        .add(wrapped("= " + shown.yoursApart(), "mono", isSame ? "result" : "wrong-result"));
  }

  private void write(Derivation derivation) {
    Arithmetic arithmetic = new Arithmetic(derivation);
    String numbers =
        arithmetic.numbers(texts).stream()
            .map(Arithmetic.Piece::text)
            .collect(Collectors.joining());
    entry
        .getChildren()
        .addAll(
            wrapped(arithmetic.formula(), "mono"),
            wrapped(numbers, "mono"),
            wrapped(arithmetic.result(), "mono", "result"));
  }
}
