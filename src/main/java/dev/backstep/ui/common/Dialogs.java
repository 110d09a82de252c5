package dev.backstep.ui.common;

import dev.backstep.math.Numbers;
import dev.backstep.math.TypedNumber;
import dev.backstep.text.TextMode;
import dev.backstep.ui.sizes.TypeOfWindow;
import dev.backstep.words.Texts;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputDialog;
import javafx.scene.input.InputEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Modality;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/** The few questions and answers that need a window of their own. */
public final class Dialogs {
  private static final double KEYS_WIDTH = 1180;
  private static final double KEYS_TWO_COLUMNS = 1000;

  /** The height that the dialog's title and button, and the edges of the window, take. */
  private static final double KEYS_ROOM = 190;

  /** The width that they take. */
  private static final double KEYS_BESIDE = 100;

  /** The fate of updates that were not saved. */
  public enum Unsaved {
    SAVE,
    DISCARD,
    CANCEL
  }

  private final Texts texts;
  private final Window owner;

  public Dialogs(Texts texts, Window owner) {
    this.texts = texts;
    this.owner = owner;
  }

  /** Shows every key and what it does, beside the window: the keys can be tried meanwhile. */
  /**
   * Shows the key sheet.
   *
   * @param lines of the sheet: {@code # Step} begins a group, each other is {@code key|meaning}
   */
  public Alert showKeys(String lines) {
    Alert sheet = alert("common.keys.title");
    double times = TypeOfWindow.times(owner.getScene());
    double width = Math.min(times * KEYS_WIDTH, owner.getWidth() - KEYS_BESIDE);
    KeySheet keys = new KeySheet(lines, width >= times * KEYS_TWO_COLUMNS);
    ScrollPane scroll = new ScrollPane(keys);
    scroll.setFitToWidth(true);
    sheet.getDialogPane().setContent(scroll);
    sheet.getDialogPane().setMinWidth(width);
    sheet.getDialogPane().applyCss();
    scroll.setPrefViewportHeight(
        Math.min(Math.ceil(keys.prefHeight(width)), owner.getHeight() - times * KEYS_ROOM));
    sheet.show();
    return sheet;
  }

  public void showAbout() {
    Alert about = alert("common.about.title");
    String version = Dialogs.class.getPackage().getImplementationVersion();
    about.setContentText(texts.of("common.about", version == null ? "" : version));
    about.show();
  }

  private Alert alert(String titleKey) {
    Alert alert = new Alert(Alert.AlertType.INFORMATION);
    prepare(alert, titleKey);
    return alert;
  }

  /** The length of the windows that running text is cut into; nothing if it is not given. */
  public Optional<TextMode> askWindowLength() {
    return ask("common.windows.title", texts.of("common.windows.ask"), "25").flatMap(this::windows);
  }

  private Optional<TextMode> windows(String typed) {
    try {
      return Optional.of(new TextMode.Windows(TypedNumber.smallWhole(typed)));
    } catch (IllegalArgumentException e) {
      Alert refusal = alert("common.windows.title");
      refusal.setContentText(texts.of("common.windows.refused", typed));
      refusal.show();
      return Optional.empty();
    }
  }

  /**
   * Asks what is to become of what was not saved. Escape is Cancel.
   *
   * @param words what it is
   * @param canSave whether it is the run that is open, which can be saved now
   */
  public Unsaved askWhetherToSave(String words, boolean canSave) {
    ButtonType save = new ButtonType(texts.of("common.unsaved.save"), ButtonData.YES);
    ButtonType discard = new ButtonType(texts.of("common.unsaved.discard"), ButtonData.NO);
    ButtonType cancel = new ButtonType(texts.of("common.unsaved.cancel"), ButtonData.CANCEL_CLOSE);
    Alert question = new Alert(Alert.AlertType.NONE, "", discard, cancel);
    if (canSave) {
      question.getButtonTypes().add(0, save);
    }
    prepare(question, "common.unsaved.title");
    question.setContentText(words);
    ButtonType answer = answer(question).orElse(cancel);
    return answer == save ? Unsaved.SAVE : answer == discard ? Unsaved.DISCARD : Unsaved.CANCEL;
  }

  /**
   * Asks whether a long run or pair is to make way for another; the answer comes when it is given.
   * Escape keeps it.
   *
   * @param key how the keys of the question's texts begin
   * @param words which run or pair it is
   * @param yes what is done then
   */
  public void askWhetherToLeave(String key, String words, Runnable yes) {
    ButtonType leave = new ButtonType(texts.of(key + ".leave"), ButtonData.OK_DONE);
    ButtonType stay = new ButtonType(texts.of(key + ".stay"), ButtonData.CANCEL_CLOSE);
    Alert question = new Alert(Alert.AlertType.NONE, "", leave, stay);
    prepare(question, key + ".title");
    question.setContentText(words);
    question.setOnHidden(
        event -> {
          if (question.getResult() == leave) {
            yes.run();
          }
        });
    question.show();
  }

  /** The limit of a heatmap's colours; nothing if it is not given. */
  public Optional<Double> askLimit(String name, double suggested) {
    return ask("common.limit.title", texts.of("common.limit.ask", name), Numbers.plain(suggested))
        .flatMap(this::limit);
  }

  private Optional<Double> limit(String typed) {
    try {
      double limit = TypedNumber.decimal(typed);
      if (limit > 0) {
        return Optional.of(limit);
      }
    } catch (NumberFormatException e) {
      // Refused below, like a number that is out of range.
    }
    Alert refusal = alert("common.limit.title");
    refusal.setContentText(texts.of("common.limit.refused", typed));
    refusal.show();
    return Optional.empty();
  }

  private Optional<String> ask(String titleKey, String question, String suggested) {
    TextInputDialog dialog = new TextInputDialog(suggested);
    prepare(dialog, titleKey);
    dialog.setContentText(question);
    // The field takes the focus in a later turn; what is typed then replaces the suggestion.
    dialog.setOnShown(event -> Platform.runLater(dialog.getEditor()::selectAll));
    return answer(dialog);
  }

  /**
   * Waits for the answer, while the owner takes no notice of mouse and keys. Modal for the toolkit
   * would also mean that the owner cannot be resized, and some window managers, openbox among them,
   * take that for a reason to end its being maximised.
   */
  private <T> Optional<T> answer(Dialog<T> dialog) {
    EventHandler<Event> blocked = event -> onBlocked(event, dialog);
    owner.addEventFilter(InputEvent.ANY, blocked);
    owner.addEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, blocked);
    try {
      return dialog.showAndWait();
    } finally {
      owner.removeEventFilter(InputEvent.ANY, blocked);
      owner.removeEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, blocked);
    }
  }

  private static void onBlocked(Event event, Dialog<?> dialog) {
    event.consume();
    if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
      dialog.getDialogPane().getScene().getWindow().requestFocus();
    }
  }

  private static boolean isCutOff(DialogPane pane) {
    return pane.getWidth() < Math.floor(width(pane))
        || pane.getHeight() < Math.floor(pane.prefHeight(-1));
  }

  private static double width(DialogPane pane) {
    return Math.max(pane.minWidth(-1), pane.prefWidth(-1));
  }

  /** Sizes a dialog by what is in it, in the middle of the owner. */
  private void fit(DialogPane pane) {
    Window window = pane.getScene().getWindow();
    window.sizeToScene();
    window.setX(owner.getX() + (owner.getWidth() - width(pane)) / 2);
    window.setY(owner.getY() + (owner.getHeight() - pane.prefHeight(-1)) / 2);
  }

  private void prepare(Dialog<?> dialog, String titleKey) {
    dialog.initOwner(owner);
    dialog.initModality(Modality.NONE);
    dialog.setTitle(texts.of(titleKey));
    dialog.setHeaderText(texts.of(titleKey));
    dialog.setGraphic(null);
    // A window manager may size a window that is not resizable as it likes.
    dialog.setResizable(true);
    DialogPane pane = dialog.getDialogPane();
    RequestedSize.keep(pane.getScene().getWindow(), () -> isCutOff(pane), () -> fit(pane));
    // What the window says of the size of type reaches a dialog that is open, too.
    Bindings.bindContent(pane.getStylesheets(), owner.getScene().getStylesheets());
    pane.getStylesheets()
        .addListener(
            (Observable sheets) -> RequestedSize.ask(() -> isCutOff(pane), () -> fit(pane)));
    dialog.getDialogPane().getStyleClass().setAll(owner.getScene().getRoot().getStyleClass());
    // The window's ground is not painted by its root, a dialog's is by its pane.
    dialog.getDialogPane().getStyleClass().remove("main");
    dialog.getDialogPane().getStyleClass().addAll("dialog-pane", "dialog");
  }
}
