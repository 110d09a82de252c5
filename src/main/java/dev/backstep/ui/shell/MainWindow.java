package dev.backstep.ui.shell;

import dev.backstep.training.session.TrainingSession;
import dev.backstep.ui.common.SaveDialog;
import dev.backstep.ui.common.SavePlace;
import dev.backstep.ui.common.Saving;
import dev.backstep.ui.files.Closing;
import dev.backstep.ui.files.SessionSaving;
import dev.backstep.ui.paint.UsedTheme;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.screen.ScreenPart;
import dev.backstep.ui.sizes.TypeOfWindow;
import dev.backstep.ui.takeaway.HeatmapMenu;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.application.Application;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXMLLoader;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** Puts the program together: sessions, view models, the scene, and the one timer between them. */
public final class MainWindow implements AutoCloseable {
  /** The name of the panel in the file of Step. */
  private static final String PANEL_OF_STEP = "step";

  private final MainViewModel main;
  private final Saving saving;
  private final SessionSaving sessionSaving;
  private final MainController controller;
  private final Scene scene;
  private final Pulse pulse;

  /** The window's content, for a stage of this size. Nothing is open yet. */
  public MainWindow(double width, double height) {
    this(width, height, new SaveDialog());
  }

  /** The same, with another way to ask where something is to be saved. */
  public MainWindow(double width, double height, SavePlace place) {
    this(width, height, place, Texts.load(), Screens::ofProgram);
  }

  /** The same with other texts and screens. */
  MainWindow(
      double width,
      double height,
      SavePlace place,
      Texts texts,
      Function<MainViewModel, List<ScreenPart>> screens) {
    main =
        new MainViewModel(
            texts,
            new SessionViewModel(new TrainingSession("training"), 1),
            new SessionViewModel(new TrainingSession("comparison"), 2),
            new SessionViewModel(new TrainingSession("bug lab"), 2),
            screens);
    saving = new Saving(main.notices(), texts, place);
    sessionSaving = new SessionSaving(main.files(), texts, place);
    // Before the first control, for which JavaFX would read a style sheet of its own.
    useStyles(main.options().darkProperty().get());
    FXMLLoader view = new Views(main, saving, sessionSaving).load(MainController.class);
    controller = view.getController();
    scene = new Scene(view.getRoot(), width, height);
    scene.getStylesheets().addAll(WindowStyles.of(main.screens().all()));
    TypeOfWindow type =
        new TypeOfWindow(scene, main.typeSize(), main.options().presentingProperty());
    controller.fit(type.usualWidthProperty(), type.usualHeightProperty());
    main.options().darkProperty().addListener((property, before, now) -> showTheme(now));
    unfoldWhile(main.guide().openProperty());
    unfoldWhile(main.whatIf().openProperty());
    new ScreenKeys(main, controller::isCommand).install(scene);
    new HeatmapMenu(scene, main.screens()::shown, main.export(), texts, saving).install();
    pulse = new Pulse(main, scene);
    pulse.start();
  }

  /** The tour speaks of the panel of Step, and what-if is edited in it. */
  private void unfoldWhile(ObservableBooleanValue isInPanel) {
    isInPanel.addListener(
        (property, before, now) -> {
          if (now) {
            main.panelSizes().unfold(PANEL_OF_STEP);
          }
        });
  }

  private static void useStyles(boolean dark) {
    Application.setUserAgentStylesheet(UsedTheme.address(dark));
  }

  private void showTheme(boolean dark) {
    useStyles(dark);
    scene.getRoot().getStyleClass().removeAll("dark");
    if (dark) {
      scene.getRoot().getStyleClass().add("dark");
    }
  }

  /** Shows the content on a stage. */
  public void showOn(Stage stage) {
    stage.titleProperty().bind(main.files().titleProperty());
    new Closing(main.files(), main.session(), main.texts(), sessionSaving).install(stage);
    Rectangle2D least = WindowBounds.here().ofSize(1, 1);
    stage.setMinWidth(least.getWidth());
    stage.setMinHeight(least.getHeight());
    stage.setScene(scene);
    PresenterStage.follow(stage, main.options().presentingProperty());
    stage.show();
    scene.getRoot().requestFocus();
    controller.loadScreens();
  }

  /** Loads the screens that are not loaded by now when they are shown, and no sooner. */
  void loadScreensWhenShown() {
    controller.stopLoading();
  }

  public MainViewModel viewModel() {
    return main;
  }

  public Scene scene() {
    return scene;
  }

  /** Ends the timer and the training threads. */
  @Override
  public void close() {
    pulse.stop();
    controller.stopLoading();
    main.close();
  }
}
