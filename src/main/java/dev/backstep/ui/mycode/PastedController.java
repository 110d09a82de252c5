package dev.backstep.ui.mycode;

import dev.backstep.check.printed.PrintedCheck;
import dev.backstep.check.printed.PrintedEntry;
import dev.backstep.check.printed.PrintedVerdict;
import dev.backstep.fault.Fault;
import dev.backstep.words.MarkedLine;
import dev.backstep.words.PrintedWords;
import dev.backstep.words.Texts;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The numbers that a notebook printed beside the right ones, and the line that makes them wrong.
 */
public final class PastedController {
  /** Of whole arrays only what is wrong is shown, and so much of it. */
  private static final int SHOWN = 40;

  private final PastedViewModel pasted;
  private final Texts texts;

  @FXML private ScrollPane scroll;
  @FXML private VBox verdicts;

  public PastedController(PastedViewModel pasted, Texts texts) {
    this.pasted = pasted;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    pasted.checkProperty().addListener((property, before, now) -> show(now));
    show(pasted.checkProperty().get());
  }

  private void show(PrintedCheck check) {
    verdicts.getChildren().clear();
    if (check == null) {
      return;
    }
    check.verdicts().forEach(verdict -> verdicts.getChildren().add(section(verdict)));
    for (String remark : PrintedWords.remarks(check)) {
      verdicts.getChildren().add(wrapped(remark, "hint"));
    }
    scroll.setVvalue(0);
  }

  private Node section(PrintedVerdict verdict) {
    PrintedWords words = new PrintedWords(verdict);
    VBox said = new VBox(wrapped(words.headline(), "diagnosis-sentence"));
    said.getStyleClass().add("pasted-said");
    for (Fault fault : words.named()) {
      said.getChildren().addAll(lines(fault, words));
    }
    words.notes().forEach(note -> said.getChildren().add(wrapped(note)));
    HBox.setHgrow(said, Priority.ALWAYS);
    HBox sideBySide = new HBox(numbers(verdict, words), said);
    sideBySide.getStyleClass().add("pasted-sides");
    VBox section = new VBox(wrapped(words.title(), "section-title"), sideBySide);
    section.getStyleClass().add("section");
    return section;
  }

  private List<Node> lines(Fault fault, PrintedWords words) {
    String wrong = words.faultyLine(fault);
    String right = words.rightLine(fault);
    return List.of(
        new CodeLine(texts.of("mycode.your-line"), "wrong", MarkedLine.of(wrong, right)),
        new CodeLine(texts.of("mycode.should-be"), "right", MarkedLine.of(right, wrong)));
  }

  private Node numbers(PrintedVerdict verdict, PrintedWords words) {
    GridPane grid = new GridPane();
    grid.getStyleClass().addAll("pasted-numbers", "mono");
    grid.addRow(0, new Label(), new Label(), title("mycode.yours"), title("mycode.right"));
    int row = 1;
    for (PrintedEntry entry : verdict.shown(SHOWN)) {
      FontIcon mark = new FontIcon(entry.agrees() ? "fth-check" : "fth-x");
      Label yours = number(entry.yours().text());
      if (!entry.agrees()) {
        yours.getStyleClass().add("wrong-result");
      }
      Label name = new Label(entry.label());
      name.setMinWidth(Label.USE_PREF_SIZE);
      name.setAccessibleText(spoken(entry));
      grid.addRow(row++, name, mark, yours, number(entry.rightAlike()));
    }
    VBox box = new VBox(wrapped(words.count(), "pasted-count"), grid);
    box.setMinWidth(VBox.USE_PREF_SIZE);
    return box;
  }

  private String spoken(PrintedEntry entry) {
    String key = entry.agrees() ? "mycode.pasted.agrees" : "mycode.pasted.differs";
    return texts.of(key, entry.label(), entry.yours().text(), entry.rightAlike());
  }

  private Label title(String key) {
    Label label = new Label(texts.of(key));
    label.getStyleClass().add("hint");
    return label;
  }

  private static Label number(String written) {
    String signed = written.replace('-', '−');
    Label label = new Label(signed.startsWith("−") ? signed : " " + signed);
    label.setMinWidth(Label.USE_PREF_SIZE);
    return label;
  }

  private static Label wrapped(String words, String... styles) {
    Label label = new Label(words);
    label.getStyleClass().addAll(styles);
    label.setWrapText(true);
    label.setMinHeight(Label.USE_PREF_SIZE);
    return label;
  }

  @FXML
  private void close() {
    pasted.close();
  }
}
