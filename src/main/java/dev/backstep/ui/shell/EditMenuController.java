package dev.backstep.ui.shell;

import dev.backstep.ui.common.Dialogs;
import dev.backstep.ui.files.EarlierRun;
import dev.backstep.ui.files.EarlierRuns;
import dev.backstep.ui.run.EarlierPairs;
import dev.backstep.words.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Undo and redo, which bring back runs that others took the place of, and all of these runs. */
public final class EditMenuController {
  private static final KeyCombination REDO =
      new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);

  private final MainViewModel main;
  private final EarlierRuns earlier;
  private final Texts texts;
  private @Nullable Supplier<Scene> scene;

  @FXML private MenuItem undo;
  @FXML private MenuItem redo;
  @FXML private Menu runs;
  @FXML private Menu pairs;

  public EditMenuController(MainViewModel main) {
    this.main = main;
    earlier = main.files().earlier();
    texts = main.texts();
  }

  @FXML
  private void initialize() {
    InvalidationListener show = observable -> show();
    earlier.before().addListener(show);
    earlier.after().addListener(show);
    show();
    InvalidationListener showPairs = observable -> showPairs();
    main.screenProperty().addListener(showPairs);
    pairs().forEach(each -> each.names().addListener(showPairs));
    showPairs();
  }

  /** Says where the scene is found that the menu belongs to. */
  void setScene(Supplier<Scene> where) {
    scene = where;
    earlier.setQuestion((words, yes) -> ask("files.earlier.ask", words, yes));
    pairs().forEach(each -> each.setQuestion((words, yes) -> ask("run.pair.ask", words, yes)));
  }

  private Scene scene() {
    return Objects.requireNonNull(scene, "no scene yet").get();
  }

  private Stream<EarlierPairs<?>> pairs() {
    return main.screens().all().stream().flatMap(each -> each.earlier().stream());
  }

  private void ask(String key, String words, Runnable yes) {
    new Dialogs(texts, scene().getWindow()).askWhetherToLeave(key, words, yes);
  }

  /** Redo has two keys, of which a menu shows one; and fields leave undo alone where they can. */
  void install(Scene shown) {
    shown.getAccelerators().put(REDO, this::redo);
    shown.addEventFilter(KeyEvent.KEY_PRESSED, this::undoFromField);
  }

  /** A field in which nothing was typed since has nothing to undo, but would take the key. */
  private void undoFromField(KeyEvent event) {
    boolean isUndo = undo.getAccelerator().match(event);
    boolean isRedo = redo.getAccelerator().match(event) || REDO.match(event);
    if (scene().getFocusOwner() instanceof TextInputControl field) {
      if (isUndo && !field.isUndoable()) {
        undo();
        event.consume();
      } else if (isRedo && !field.isRedoable()) {
        redo();
        event.consume();
      }
    }
  }

  private void show() {
    List<EarlierRun> before = new ArrayList<>(earlier.before());
    Collections.reverse(before);
    List<EarlierRun> after = earlier.after();
    name(undo, before, "files.earlier.undo");
    name(redo, after, "files.earlier.redo");
    int count = before.size() + after.size();
    runs.setText(
        count == 0 ? texts.of("files.earlier.none") : texts.of("files.earlier.all", count));
    runs.setDisable(count == 0);
    runs.getItems().setAll(before.stream().map(this::item).toList());
    if (!before.isEmpty() && !after.isEmpty()) {
      runs.getItems().add(new SeparatorMenuItem());
    }
    runs.getItems().addAll(after.stream().map(this::item).toList());
  }

  private void name(MenuItem item, List<EarlierRun> list, String key) {
    item.setDisable(list.isEmpty());
    item.setText(
        list.isEmpty() ? texts.of(key + ".none") : texts.of(key, earlier.name(list.get(0))));
  }

  private MenuItem item(EarlierRun run) {
    return item(earlier.describe(run), () -> earlier.bringBack(run));
  }

  private static MenuItem item(String name, Runnable action) {
    MenuItem item = new MenuItem(name);
    // A name may have an underline, which is no mnemonic.
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }

  /** Those of the screen that is shown, where it has pairs; the last first. */
  private void showPairs() {
    Optional<EarlierPairs<?>> ofScreen = main.screens().shown().earlier();
    pairs.setVisible(ofScreen.isPresent());
    pairs.getItems().clear();
    ofScreen.ifPresent(this::showPairs);
  }

  private void showPairs(EarlierPairs<?> ofScreen) {
    List<String> names = ofScreen.names();
    pairs.setText(
        names.isEmpty() ? texts.of("run.pair.none") : texts.of("run.pair.all", names.size()));
    pairs.setDisable(names.isEmpty());
    for (int index = names.size() - 1; index >= 0; index--) {
      int chosen = index;
      pairs.getItems().add(item(names.get(index), () -> ofScreen.bringBack(chosen)));
    }
  }

  @FXML
  private void undo() {
    earlier.undo();
  }

  @FXML
  private void redo() {
    earlier.redo();
  }
}
