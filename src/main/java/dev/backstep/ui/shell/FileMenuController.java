package dev.backstep.ui.shell;

import dev.backstep.io.session.SessionFile;
import dev.backstep.text.Dataset;
import dev.backstep.text.TextMode;
import dev.backstep.training.TrainingData;
import dev.backstep.ui.common.Dialogs;
import dev.backstep.ui.common.SystemDialog;
import dev.backstep.ui.files.SessionSaving;
import dev.backstep.ui.mycode.CodeChooser;
import dev.backstep.ui.mycode.MyCodeScreen;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.takeaway.ExportMenuController;
import dev.backstep.words.Texts;
import java.io.File;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/** Texts and sessions: opened, saved, taken away. */
public final class FileMenuController {
  private final MainViewModel main;
  private final SessionViewModel session;
  private final Texts texts;
  private final SessionSaving saving;

  @FXML private Menu datasets;
  @FXML private CheckMenuItem windows;
  @FXML private MenuItem save;
  @FXML private MenuItem saveAs;
  @FXML private ExportMenuController exportMenuController;
  private @Nullable Supplier<Scene> scene;

  public FileMenuController(MainViewModel main, SessionSaving saving) {
    this.main = main;
    this.saving = saving;
    session = main.session();
    texts = main.texts();
  }

  @FXML
  private void initialize() {
    for (Dataset dataset : Dataset.values()) {
      datasets.getItems().add(datasetItem(dataset));
    }
    windows.setOnAction(event -> chooseTextMode());
    session.dataProperty().addListener(observable -> showTextMode());
    save.disableProperty().bind(session.dataProperty().isNull());
    saveAs.disableProperty().bind(session.dataProperty().isNull());
  }

  /** Says where the scene is found that the menu belongs to. */
  void setScene(Supplier<Scene> where) {
    scene = where;
    exportMenuController.setScene(where);
  }

  private Window window() {
    return Objects.requireNonNull(scene, "no scene yet").get().getWindow();
  }

  MenuItem datasetItem(Dataset dataset) {
    MenuItem item = new MenuItem(dataset.fileName());
    item.setMnemonicParsing(false);
    item.setOnAction(event -> main.open(dataset));
    return item;
  }

  /** Asks for the length of the windows, or goes back to one sequence a line. */
  private void chooseTextMode() {
    TextMode lines = new TextMode.Lines();
    Dialogs dialogs = new Dialogs(texts, window());
    main.changeTextMode(windows.isSelected() ? dialogs.askWindowLength().orElse(lines) : lines);
    showTextMode();
  }

  /** The text that is open decides, not the one that was asked for: it may be refused. */
  private void showTextMode() {
    TrainingData data = session.dataProperty().get();
    windows.setSelected(data != null && data.corpus().mode() instanceof TextMode.Windows);
  }

  @FXML
  void openFile() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.of("shell.menu.open"));
    String sessions = "*" + SessionFile.ENDING;
    chooser
        .getExtensionFilters()
        .addAll(
            new ExtensionFilter(texts.of("common.file.any"), "*.txt", sessions),
            new ExtensionFilter(texts.of("common.file.text"), "*.txt"),
            new ExtensionFilter(texts.of("common.file.session"), sessions),
            new ExtensionFilter(texts.of("common.file.all"), "*"));
    new SystemDialog(window()).ask(chooser::showOpenDialog).map(File::toPath).ifPresent(main::open);
  }

  @FXML
  private void checkCode() {
    new CodeChooser(texts).ask(window()).ifPresent(main::open);
  }

  @FXML
  private void checkPrinted() {
    if (main.myCode().pasted().paste(Clipboard.getSystemClipboard().getString())) {
      main.screenProperty().set(MyCodeScreen.ID);
    }
  }

  @FXML
  private void checkPython() {
    new CodeChooser(texts).askForPython(window()).ifPresent(main::askToRun);
  }

  @FXML
  private void save() {
    saving.save(window(), () -> {});
  }

  @FXML
  private void saveAs() {
    saving.saveAs(window(), () -> {});
  }

  @FXML
  private void quit() {
    window().fireEvent(new WindowEvent(window(), WindowEvent.WINDOW_CLOSE_REQUEST));
  }
}
