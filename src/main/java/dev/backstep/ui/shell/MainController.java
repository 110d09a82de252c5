package dev.backstep.ui.shell;

import dev.backstep.math.Numbers;
import dev.backstep.net.Vanilla;
import dev.backstep.text.Dataset;
import dev.backstep.training.RunSettings;
import dev.backstep.training.TrainingData;
import dev.backstep.ui.common.Presenting;
import dev.backstep.ui.files.FileDrop;
import dev.backstep.ui.heatmap.LensPane;
import dev.backstep.ui.pointer.PointerPane;
import dev.backstep.ui.pointer.PointerViewModel;
import dev.backstep.ui.run.RunStatus;
import dev.backstep.ui.run.RunViewModel;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.screen.ScreenPart;
import dev.backstep.ui.time.Zooming;
import dev.backstep.words.SettingWords;
import dev.backstep.words.Texts;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The window: what is open and how far it has come at the top, the screens below. */
public final class MainController {
  private static final double TIGHT = 900;
  private static final double NARROW = 1200;
  private static final double WIDE = 2000;
  private static final double LOW = 640;
  private static final KeyCombination FIT =
      new KeyCodeCombination(KeyCode.DIGIT0, KeyCombination.SHORTCUT_DOWN);

  private final MainViewModel main;
  private final SessionViewModel session;
  private final RunViewModel run;
  private final Texts texts;
  private final Function<Class<?>, FXMLLoader> views;

  @FXML private BorderPane root;
  @FXML private Node menu;
  @FXML private Node topBar;
  @FXML private Node brand;
  @FXML private VBox nav;
  @FXML private MenuButton dataButton;
  @FXML private Button settingsButton;
  @FXML private ToggleButton zeroButton;
  @FXML private ToggleButton carriedButton;
  @FXML private Button trainButton;
  @FXML private FontIcon trainIcon;
  @FXML private Label status;
  @FXML private ProgressIndicator busy;
  @FXML private FontIcon themeIcon;
  @FXML private StackPane screens;
  @FXML private MenuController menuController;
  private ScreenStack stack;
  private double roomy = WIDE;

  /**
   * The window's controller.
   *
   * @param views loads a controller's FXML file
   */
  public MainController(MainViewModel main, Function<Class<?>, FXMLLoader> views) {
    this.main = main;
    this.views = views;
    session = main.session();
    run = session.run();
    texts = main.texts();
  }

  @FXML
  private void initialize() {
    for (Dataset dataset : Dataset.values()) {
      dataButton.getItems().add(menuController.files().datasetItem(dataset));
    }
    MenuItem open = new MenuItem(texts.of("shell.menu.open"));
    open.setOnAction(event -> menuController.files().openFile());
    dataButton.getItems().add(open);
    bindScreens();
    bindTheme();
    bindPresenting();
    new StateButtons(main, zeroButton, carriedButton);
    new TrainButton(main.screens(), texts, trainButton, trainIcon);
    busy.visibleProperty()
        .bind(
            session
                .busyProperty()
                .or(main.files().savingProperty())
                .or(main.myCode().readingProperty().isNotEmpty()));
    busy.managedProperty().bind(busy.visibleProperty());
    main.screens()
        .sessions()
        .forEach(each -> each.revisionProperty().addListener(observable -> showStatus()));
    main.screenProperty().addListener(observable -> showStatus());
    session.revisionProperty().addListener(observable -> showRun());
    root.addEventHandler(KeyEvent.KEY_TYPED, this::onTyped);
    root.sceneProperty().addListener((property, before, now) -> addZoomKey(now));
    new LensPane(screens, main.options().lensProperty());
    new PointerPane(
        screens,
        new PointerViewModel(main.step(), main.guessFirst(), main.screenProperty(), texts),
        main.options().lensProperty());
    new FileDrop(main::open).install(root);
    showRun();
  }

  /** Follows the size of the window, as it would be with type of the usual size. */
  void fit(ReadOnlyDoubleProperty usualWidth, ReadOnlyDoubleProperty usualHeight) {
    usualWidth.addListener((property, before, now) -> fitTopBar(now.doubleValue()));
    usualHeight.addListener((property, before, now) -> fitHeight(now.doubleValue()));
    fitTopBar(usualWidth.get());
    fitHeight(usualHeight.get());
  }

  /** In a low window what a screen is about comes first; the style sheets say how. */
  private void fitHeight(double height) {
    root.pseudoClassStateChanged(PseudoClass.getPseudoClass("low"), height < LOW);
  }

  /** In a narrow window the settings are only an icon, and the data a name; Train says the rest. */
  private void fitTopBar(double width) {
    roomy = width;
    root.pseudoClassStateChanged(PseudoClass.getPseudoClass("tight"), width < TIGHT);
    brand.setVisible(width >= TIGHT);
    brand.setManaged(width >= TIGHT);
    settingsButton.setContentDisplay(
        width < NARROW ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    root.pseudoClassStateChanged(PseudoClass.getPseudoClass("narrow"), width < NARROW);
    showData();
    root.pseudoClassStateChanged(PseudoClass.getPseudoClass("wide"), width > WIDE);
  }

  private void onTyped(KeyEvent event) {
    if (root.getScene().getFocusOwner() instanceof TextInputControl) {
      return;
    }
    if (event.getCharacter().equals("?")) {
      main.guide().open();
    } else if (!event.isShortcutDown()) {
      zoom(event.getCharacter());
    }
  }

  /** As in a browser, where the key does no harm either. */
  private void addZoomKey(Scene scene) {
    scene.getAccelerators().put(FIT, () -> zoom("0"));
  }

  private void zoom(String character) {
    if (stack.controller(main.screenProperty().get()) instanceof Zooming screen) {
      screen.onTyped(character);
    }
  }

  private void bindScreens() {
    stack = new ScreenStack(screens, main.screens(), views);
    for (ScreenPart part : main.screens().all()) {
      ScreenButton button = new ScreenButton(part, nav.getChildren().size() + 1, texts);
      nav.getChildren().add(button);
      stack.add(part, button);
    }
    bindFocus();
  }

  private void bindFocus() {
    ScreenFocus focus = new ScreenFocus(stack::root);
    root.sceneProperty().addListener((property, before, now) -> focus.install(now));
    menuController.setScreenFocus(focus::take);
    nav.getChildren()
        .forEach(each -> each.addEventHandler(ActionEvent.ACTION, event -> focus.takeAfterClick()));
  }

  /** True for a key without Ctrl that the menus have and that could be typed into a field. */
  boolean isCommand(KeyCode code) {
    return menuController.isCommand(code);
  }

  /** The window is there: what is not shown yet can be loaded. */
  public void loadScreens() {
    stack.loadInPauses(() -> !session.isRunning() && !main.step().playingProperty().get());
  }

  /** The window is closed. */
  public void stopLoading() {
    stack.stopLoading();
  }

  private void bindTheme() {
    main.options().darkProperty().addListener((property, before, now) -> showTheme(now));
    showTheme(main.options().darkProperty().get());
  }

  /** Presenting leaves only the screen itself, in larger type. */
  private void bindPresenting() {
    Presenting presenting = new Presenting(main.options());
    presenting.enlarge(root);
    presenting.hide(menu, topBar, nav);
  }

  private void showTheme(boolean dark) {
    themeIcon.setIconLiteral(dark ? "fth-sun" : "fth-moon");
  }

  private void showData() {
    TrainingData data = session.dataProperty().get();
    if (data == null) {
      return;
    }
    String name = data.corpus().name();
    int sequences = data.corpus().sequences().size();
    boolean isNarrow = roomy < NARROW;
    dataButton.setText(
        isNarrow
            ? name
            : texts.count(sequences, "shell.data.open", name, Numbers.grouped(sequences)));
  }

  private void showRun() {
    if (session.dataProperty().get() == null) {
      return;
    }
    showData();
    RunSettings settings = run.settingsProperty().get();
    settingsButton.setText(summary(settings));
    showStatus();
  }

  /** Of what the Train button trains. */
  private void showStatus() {
    SessionViewModel trained = main.screens().trained();
    boolean isThere = trained.dataProperty().get() != null;
    status.setText(isThere ? new RunStatus(trained, texts).describe() : "");
  }

  /** The settings in short; that the cell is a vanilla one goes without saying. */
  private String summary(RunSettings settings) {
    String single =
        texts.of(
            "settings.summary",
            settings.hidden(),
            settings.optimizer().title(),
            Numbers.plain(settings.learningRate()),
            String.valueOf(settings.seed()));
    int size = settings.batch().size();
    String summary = size == 1 ? single : texts.of("settings.summary.batch", single, size);
    return settings.cell() == Vanilla.NET
        ? summary
        : texts.of("settings.summary.cell", new SettingWords(texts).cell(settings.cell()), summary);
  }

  @FXML
  private void showSettings() {
    main.screens().showSettings();
  }

  @FXML
  private void toggleTheme() {
    main.options().darkProperty().set(!main.options().darkProperty().get());
  }

  @FXML
  private void showGuide() {
    main.guide().open();
  }
}
