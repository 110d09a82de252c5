package dev.backstep.ui.inspector;

import dev.backstep.io.latex.LatexTable;
import dev.backstep.io.python.NumPyLines;
import dev.backstep.io.python.NumPyUpdateScript;
import dev.backstep.net.Notation;
import dev.backstep.net.Phase;
import dev.backstep.net.Rule;
import dev.backstep.trace.Moment;
import dev.backstep.trace.Trace;
import dev.backstep.ui.common.Presenting;
import dev.backstep.ui.common.Saving;
import dev.backstep.ui.common.ViewOptions;
import dev.backstep.ui.paint.Background;
import dev.backstep.ui.screen.FileNames;
import dev.backstep.ui.step.GuessFirst;
import dev.backstep.ui.step.StepExport;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.words.Texts;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * The active equation as NumPy lines, and the whole cell as a script that checks itself or as a
 * table for LaTeX.
 */
public final class NumPyController {
  /** The most characters to copy; more are a file, for no editor likes them. */
  private static final int MOST_COPIED = 1 << 20;

  private final StepViewModel step;
  private final GuessFirst guessFirst;
  private final ViewOptions options;
  private final Texts texts;
  private final StepExport export;
  private final FileNames names;
  private final Saving saving;
  private boolean isWriting;

  @FXML private VBox section;
  @FXML private Label lines;
  @FXML private HBox testPlace;
  @FXML private Button copyTest;
  @FXML private Button copyTable;

  /**
   * @param names the names of files, as that for the script, without what it ends with
   */
  public NumPyController(
      StepViewModel step,
      GuessFirst guessFirst,
      ViewOptions options,
      Texts texts,
      StepExport export,
      FileNames names,
      Saving saving) {
    this.step = step;
    this.guessFirst = guessFirst;
    this.options = options;
    this.texts = texts;
    this.export = export;
    this.names = names;
    this.saving = saving;
  }

  @FXML
  private void initialize() {
    new Presenting(options).hide(section);
    lines
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::activeLines,
                step.activeProperty(),
                step.notationProperty(),
                step.traceProperty()));
    // The script holds both passes of the cell, of which a class may have seen only one.
    BooleanBinding isCovered =
        Bindings.createBooleanBinding(
            () -> !guessFirst.isCellSeen(),
            options.valuesHiddenProperty(),
            guessFirst.coveredProperty(),
            step.momentProperty(),
            step.traceProperty());
    BooleanBinding isTooMuch =
        Bindings.createBooleanBinding(this::isTooMuch, step.momentProperty(), step.traceProperty());
    BooleanBinding isNone = step.traceProperty().isNull();
    copyTest.disableProperty().bind(isNone.or(isCovered).or(isTooMuch));
    copyTable.disableProperty().bind(isNone.or(guessFirst.coveredProperty()));
    explain(isCovered, isTooMuch);
  }

  /** A button that is disabled shows no tooltip, so the place around it says why. */
  private void explain(BooleanBinding isCovered, BooleanBinding isTooMuch) {
    Tooltip reason = new Tooltip();
    reason
        .textProperty()
        .bind(
            Bindings.when(isTooMuch)
                .then(texts.of("inspector.numpy.test.too-much", NumPyUpdateScript.MOST_WEIGHTS))
                .otherwise(texts.of("inspector.numpy.covered")));
    BooleanBinding isDisabled = isCovered.or(isTooMuch);
    isDisabled.addListener((property, before, now) -> explain(now, reason));
    explain(isDisabled.get(), reason);
  }

  private void explain(boolean isDisabled, Tooltip reason) {
    if (isDisabled) {
      Tooltip.install(testPlace, reason);
    } else {
      Tooltip.uninstall(testPlace, reason);
    }
  }

  /** The weights of the whole network do not always go into a script that is worth reading. */
  private boolean isTooMuch() {
    Trace trace = step.traceProperty().get();
    return trace != null && isAtUpdate() && !NumPyUpdateScript.isPossible(trace);
  }

  private boolean isAtUpdate() {
    Moment moment = step.momentProperty().get();
    return moment != null && moment.phase() == Phase.UPDATE;
  }

  private String activeLines() {
    Rule active = step.activeProperty().get();
    Trace trace = step.traceProperty().get();
    return String.join(
        "\n",
        trace == null
            ? NumPyLines.of(active, step.net(), notation())
            : NumPyLines.of(active, notation(), trace));
  }

  @FXML
  private void copyLines() {
    copy(activeLines());
  }

  /** Not on the thread of the screen: of a large net it takes seconds. */
  @FXML
  private void copyTest() {
    if (isWriting) {
      return;
    }
    isWriting = true;
    String name = names.of("test");
    Supplier<String> script = export.script();
    Background.run(() -> written(script), text -> handOver(text, name));
  }

  /** Also after a failure the next may be asked for. */
  private String written(Supplier<String> script) {
    try {
      return script.get();
    } finally {
      Platform.runLater(() -> isWriting = false);
    }
  }

  private void handOver(String script, String name) {
    if (script.length() <= MOST_COPIED) {
      copy(script);
    } else {
      Supplier<byte[]> ascii = () -> script.getBytes(StandardCharsets.US_ASCII);
      saving.save(section.getScene().getWindow(), name, "py", ascii);
    }
  }

  @FXML
  private void copyTable() {
    Moment moment = step.momentProperty().get();
    copy(LatexTable.of(step.traceProperty().get(), moment.timestep(), moment.phase(), notation()));
  }

  private Notation notation() {
    return step.notationProperty().get();
  }

  private static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
