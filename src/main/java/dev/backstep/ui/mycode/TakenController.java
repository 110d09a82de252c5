package dev.backstep.ui.mycode;

import dev.backstep.ui.common.FormFields;
import dev.backstep.words.Texts;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * How a file was read: each array, what it was taken for, and a menu that says what it is, by which
 * the file is judged again.
 */
public final class TakenController {
  private final MyCodeViewModel code;
  private final Texts texts;
  private final BooleanProperty isThere = new SimpleBooleanProperty();
  private final BooleanProperty isOpen = new SimpleBooleanProperty();

  @FXML private Node root;
  @FXML private Button taken;
  @FXML private Button asRead;
  @FXML private ScrollPane takenScroll;
  @FXML private GridPane arrays;

  public TakenController(MyCodeViewModel code, Texts texts) {
    this.code = code;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    FormFields.showOnly(isThere, root);
    FormFields.showOnly(isOpen, takenScroll);
    isOpen.addListener(
        (property, before, now) ->
            ((FontIcon) taken.getGraphic())
                .setIconLiteral(now ? "fth-chevron-down" : "fth-chevron-right"));
    code.checkProperty().addListener((property, before, now) -> show(before, now));
    show(null, code.checkProperty().get());
  }

  private void show(@Nullable CodeCheck before, @Nullable CodeCheck now) {
    isThere.set(now != null);
    if (now == null) {
      return;
    }
    CodeReading reading = now.reading();
    CodeArrays shown = new CodeArrays(texts, now.submission(), reading);
    boolean isSameFile = before != null && before.reading().file().equals(reading.file());
    if (!isSameFile) {
      isOpen.set(!shown.isReadByKnownNames());
    }
    asRead.setVisible(!reading.mapped().isEmpty());
    arrays.getChildren().clear();
    List<String> names = shown.names();
    for (int row = 0; row < names.size(); row++) {
      arrays.addRow(row, row(shown, names.get(row)));
    }
  }

  private Node[] row(CodeArrays shown, String array) {
    Label name = new Label(array);
    name.getStyleClass().add("mono");
    Label shape = new Label(shown.shape(array));
    shape.getStyleClass().addAll("mono", "hint");
    Label words = new Label(shown.words(array));
    words.setWrapText(true);
    Button menu = new Button(texts.of("mycode.taken.this-is"), new FontIcon("fth-chevron-down"));
    menu.setId("this-is-" + array);
    menu.setMnemonicParsing(false);
    menu.getStyleClass().addAll("small", "flat");
    menu.setMinWidth(Button.USE_PREF_SIZE);
    menu.setAccessibleText(texts.of("mycode.taken.this-is.help", array));
    // A menu of each row is made when it is asked for: a file may have hundreds of arrays.
    menu.setOnAction(event -> menu(shown, array).show(menu, Side.BOTTOM, 0, 0));
    return new Node[] {name, shape, words, menu};
  }

  private ContextMenu menu(CodeArrays shown, String array) {
    ContextMenu menu = new ContextMenu();
    shown.options(array).forEach(ours -> menu.getItems().add(item(shown, array, ours)));
    List<String> rows = shown.rows(array);
    if (!rows.isEmpty()) {
      Menu ofTimesteps = new Menu(texts.of("mycode.taken.of-timesteps"));
      rows.forEach(ours -> ofTimesteps.getItems().add(item(shown, array, ours)));
      menu.getItems().add(ofTimesteps);
    }
    MenuItem leaveOut = new MenuItem(texts.of("mycode.taken.leave-out"));
    leaveOut.setOnAction(event -> code.leaveOut(array));
    menu.getItems().addAll(new SeparatorMenuItem(), leaveOut);
    if (shown.reading().isSaid(array)) {
      MenuItem forget = new MenuItem(texts.of("mycode.taken.as-read"));
      forget.setOnAction(event -> code.forget(array));
      menu.getItems().add(forget);
    }
    return menu;
  }

  private MenuItem item(CodeArrays shown, String array, String ours) {
    MenuItem item = new MenuItem(shown.option(ours));
    item.setMnemonicParsing(false);
    item.setOnAction(event -> code.say(array, ours));
    return item;
  }

  @FXML
  private void toggle() {
    isOpen.set(!isOpen.get());
  }

  @FXML
  private void forgetAll() {
    code.forgetAll();
  }
}
