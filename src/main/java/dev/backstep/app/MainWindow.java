package dev.backstep.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.backstep.training.TrainingSession;
import dev.backstep.ui.view.ArithmeticController;
import dev.backstep.ui.view.BugLabController;
import dev.backstep.ui.view.Closing;
import dev.backstep.ui.view.CodeGridController;
import dev.backstep.ui.view.CodeHelpController;
import dev.backstep.ui.view.CodeVisitController;
import dev.backstep.ui.view.CompareController;
import dev.backstep.ui.view.DiagnosisController;
import dev.backstep.ui.view.EvidenceController;
import dev.backstep.ui.view.ExportMenuController;
import dev.backstep.ui.view.FaultLinesController;
import dev.backstep.ui.view.FaultListController;
import dev.backstep.ui.view.FileMenuController;
import dev.backstep.ui.view.GoingController;
import dev.backstep.ui.view.GuideController;
import dev.backstep.ui.view.HeatmapMenu;
import dev.backstep.ui.view.InspectorController;
import dev.backstep.ui.view.KeptController;
import dev.backstep.ui.view.LabCheckController;
import dev.backstep.ui.view.LabPairController;
import dev.backstep.ui.view.LegendController;
import dev.backstep.ui.view.MainController;
import dev.backstep.ui.view.MenuController;
import dev.backstep.ui.view.MyCodeController;
import dev.backstep.ui.view.NoticeController;
import dev.backstep.ui.view.NumPyController;
import dev.backstep.ui.view.OwnPairController;
import dev.backstep.ui.view.OwnSideController;
import dev.backstep.ui.view.PredictionController;
import dev.backstep.ui.view.QuizController;
import dev.backstep.ui.view.RepeatController;
import dev.backstep.ui.view.SaveDialog;
import dev.backstep.ui.view.SavePlace;
import dev.backstep.ui.view.Saving;
import dev.backstep.ui.view.SequenceBarController;
import dev.backstep.ui.view.SessionSaving;
import dev.backstep.ui.view.SettingsController;
import dev.backstep.ui.view.StepController;
import dev.backstep.ui.view.StepKeys;
import dev.backstep.ui.view.StepMenuController;
import dev.backstep.ui.view.TrainController;
import dev.backstep.ui.view.TransportController;
import dev.backstep.ui.view.ViewMenuController;
import dev.backstep.ui.view.WeightsController;
import dev.backstep.ui.viewmodel.MainViewModel;
import dev.backstep.ui.viewmodel.SessionViewModel;
import dev.backstep.ui.viewmodel.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** Puts the program together: sessions, view models, the scene, and the one timer between them. */
public final class MainWindow implements AutoCloseable {
  private static final double MIN_WIDTH = 1024;
  private static final double MIN_HEIGHT = 700;
  private static final String STYLES = "/dev/backstep/ui/";

  private final MainViewModel main;
  private final Saving saving;
  private final SessionSaving sessionSaving;
  private final Scene scene;
  private final Pulse pulse;

  /** The window's content, for a stage of this size. Nothing is open yet. */
  public MainWindow(double width, double height) {
    this(width, height, new SaveDialog());
  }

  /** The same, with another way to ask where something is to be saved. */
  MainWindow(double width, double height, SavePlace place) {
    Texts texts = Texts.load();
    main =
        new MainViewModel(
            texts,
            new SessionViewModel(new TrainingSession("training"), 1),
            new SessionViewModel(new TrainingSession("comparison"), 2),
            new SessionViewModel(new TrainingSession("bug lab"), 2));
    saving = new Saving(main.takeAway(), texts, place);
    sessionSaving = new SessionSaving(main, place);
    scene = new Scene(load(texts), width, height);
    List.of("backstep.css", "heatmap.css").forEach(this::addStyles);
    main.options().darkProperty().addListener((property, before, now) -> showTheme(now));
    showTheme(main.options().darkProperty().get());
    new StepKeys(main).install(scene);
    new HeatmapMenu(main, saving).install(scene);
    pulse = new Pulse(main);
    pulse.start();
  }

  private Parent load(Texts texts) {
    Map<Class<?>, Supplier<Object>> controllers =
        Map.ofEntries(
            Map.entry(ArithmeticController.class, () -> new ArithmeticController(main)),
            Map.entry(BugLabController.class, () -> new BugLabController(main)),
            Map.entry(CodeGridController.class, () -> new CodeGridController(main)),
            Map.entry(CodeHelpController.class, () -> new CodeHelpController(main)),
            Map.entry(CodeVisitController.class, () -> new CodeVisitController(main)),
            Map.entry(CompareController.class, () -> new CompareController(main)),
            Map.entry(DiagnosisController.class, () -> new DiagnosisController(main)),
            Map.entry(EvidenceController.class, () -> new EvidenceController(main)),
            Map.entry(ExportMenuController.class, () -> new ExportMenuController(main, saving)),
            Map.entry(FaultLinesController.class, () -> new FaultLinesController(main)),
            Map.entry(FaultListController.class, () -> new FaultListController(main)),
            Map.entry(FileMenuController.class, () -> new FileMenuController(main, sessionSaving)),
            Map.entry(GoingController.class, () -> new GoingController(main)),
            Map.entry(GuideController.class, () -> new GuideController(main)),
            Map.entry(InspectorController.class, () -> new InspectorController(main)),
            Map.entry(KeptController.class, () -> new KeptController(main)),
            Map.entry(LabCheckController.class, () -> new LabCheckController(main)),
            Map.entry(LabPairController.class, () -> new LabPairController(main)),
            Map.entry(LegendController.class, () -> new LegendController(main)),
            Map.entry(MainController.class, () -> new MainController(main)),
            Map.entry(MenuController.class, () -> new MenuController(main)),
            Map.entry(MyCodeController.class, () -> new MyCodeController(main, saving)),
            Map.entry(NoticeController.class, () -> new NoticeController(main)),
            Map.entry(NumPyController.class, () -> new NumPyController(main, saving)),
            Map.entry(OwnPairController.class, () -> new OwnPairController(main)),
            Map.entry(
                OwnSideController.class,
                () -> new OwnSideController(texts, main.options().notation())),
            Map.entry(PredictionController.class, () -> new PredictionController(main)),
            Map.entry(QuizController.class, () -> new QuizController(main)),
            Map.entry(RepeatController.class, () -> new RepeatController(main, saving)),
            Map.entry(SequenceBarController.class, () -> new SequenceBarController(main)),
            Map.entry(SettingsController.class, () -> new SettingsController(main)),
            Map.entry(StepController.class, () -> new StepController(main)),
            Map.entry(StepMenuController.class, () -> new StepMenuController(main)),
            Map.entry(TrainController.class, () -> new TrainController(main)),
            Map.entry(TransportController.class, () -> new TransportController(main)),
            Map.entry(ViewMenuController.class, () -> new ViewMenuController(main)),
            Map.entry(WeightsController.class, () -> new WeightsController(main)));
    FXMLLoader loader =
        new FXMLLoader(MainWindow.class.getResource(STYLES + "main.fxml"), texts.bundle());
    loader.setControllerFactory(type -> controllers.get(type).get());
    try {
      return loader.load();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addStyles(String file) {
    scene.getStylesheets().add(MainWindow.class.getResource(STYLES + file).toExternalForm());
  }

  private void showTheme(boolean dark) {
    Application.setUserAgentStylesheet(
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    scene.getRoot().getStyleClass().removeAll("dark");
    if (dark) {
      scene.getRoot().getStyleClass().add("dark");
    }
  }

  /** Shows the content on a stage. */
  public void showOn(Stage stage) {
    stage.titleProperty().bind(main.files().titleProperty());
    new Closing(main, sessionSaving).install(stage);
    stage.setMinWidth(MIN_WIDTH);
    stage.setMinHeight(MIN_HEIGHT);
    stage.setScene(scene);
    PresenterStage.follow(stage, main.options().presentingProperty());
    stage.show();
    scene.getRoot().requestFocus();
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
    main.close();
  }
}
