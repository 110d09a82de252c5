package dev.backstep.ui.mycode;

import dev.backstep.ui.common.Notices;
import dev.backstep.words.PythonLines;
import dev.backstep.words.Texts;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a file must hold, and the lines of Python that write one, for each dialect. */
public final class CodeHelpController {
  private final MyCodeViewModel code;
  private final Texts texts;
  private final Notices notices;

  @FXML private FlowPane samples;
  @FXML private VBox dialects;

  public CodeHelpController(MyCodeViewModel code, Texts texts, Notices notices) {
    this.code = code;
    this.texts = texts;
    this.notices = notices;
  }

  @FXML
  private void initialize() {
    for (CodeSample sample : CodeSample.values()) {
      samples.getChildren().add(button(sample));
    }
    for (PythonLines.Program program : new PythonLines(texts).programs()) {
      dialects.getChildren().add(new VBox(head(program), code(program.lines())));
    }
  }

  private Button button(CodeSample sample) {
    Button open = new Button(texts.of("mycode.sample." + sample.id()), new FontIcon("fth-folder"));
    open.setId("sample-" + sample.id());
    open.setMnemonicParsing(false);
    open.setTooltip(new Tooltip(texts.of("mycode.sample.help")));
    open.setOnAction(event -> code.open(sample));
    return open;
  }

  private Node head(PythonLines.Program program) {
    Label title = new Label(program.title());
    title.getStyleClass().add("section-title");
    title.setMaxWidth(Double.MAX_VALUE);
    title.setWrapText(true);
    HBox.setHgrow(title, Priority.ALWAYS);
    Button copy = new Button(texts.of("mycode.copy"), new FontIcon("fth-copy"));
    copy.setId("copy-" + program.id());
    copy.setMinWidth(Button.USE_PREF_SIZE);
    copy.getStyleClass().addAll("small", "flat");
    copy.setAccessibleText(texts.of("mycode.copy.help", program.title()));
    copy.setTooltip(new Tooltip(copy.getAccessibleText()));
    copy.setOnAction(event -> copy(program.lines()));
    HBox head = new HBox(title, copy);
    head.getStyleClass().add("code-help-head");
    return head;
  }

  private static Node code(String lines) {
    Label code = new Label(lines);
    code.getStyleClass().addAll("mono", "code");
    code.setWrapText(true);
    code.setMaxWidth(Double.MAX_VALUE);
    code.setMinHeight(Label.USE_PREF_SIZE);
    return code;
  }

  private void copy(String lines) {
    ClipboardContent content = new ClipboardContent();
    content.putString(lines + "\n");
    Clipboard.getSystemClipboard().setContent(content);
    notices.copied(texts.of("mycode.lines"));
  }
}
