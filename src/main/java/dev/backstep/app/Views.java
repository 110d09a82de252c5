package dev.backstep.app;

import dev.backstep.ui.view.ArithmeticController;
import dev.backstep.ui.view.BringBackController;
import dev.backstep.ui.view.BugLabController;
import dev.backstep.ui.view.CodeGridController;
import dev.backstep.ui.view.CodeHelpController;
import dev.backstep.ui.view.CodeVisitController;
import dev.backstep.ui.view.CompareController;
import dev.backstep.ui.view.DiagnosisController;
import dev.backstep.ui.view.EditMenuController;
import dev.backstep.ui.view.EvidenceController;
import dev.backstep.ui.view.ExportMenuController;
import dev.backstep.ui.view.FaultLinesController;
import dev.backstep.ui.view.FaultListController;
import dev.backstep.ui.view.FileMenuController;
import dev.backstep.ui.view.GoingController;
import dev.backstep.ui.view.GuideController;
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
import dev.backstep.ui.view.PairBackController;
import dev.backstep.ui.view.PredictionController;
import dev.backstep.ui.view.QuizController;
import dev.backstep.ui.view.RepeatController;
import dev.backstep.ui.view.Saving;
import dev.backstep.ui.view.SequenceBarController;
import dev.backstep.ui.view.SessionSaving;
import dev.backstep.ui.view.SettingsController;
import dev.backstep.ui.view.StepController;
import dev.backstep.ui.view.StepMenuController;
import dev.backstep.ui.view.TrainController;
import dev.backstep.ui.view.TransportController;
import dev.backstep.ui.view.ViewMenuController;
import dev.backstep.ui.view.WeightsController;
import dev.backstep.ui.viewmodel.MainViewModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;

/** Loads the FXML files of a window and gives each controller what it is made of. */
final class Views {
  private static final String FOLDER = "/dev/backstep/ui/";

  /** Those that know nothing but the program's state. */
  private static final Map<Class<?>, Function<MainViewModel, Object>> OF_STATE =
      Map.ofEntries(
          Map.entry(ArithmeticController.class, ArithmeticController::new),
          Map.entry(BringBackController.class, BringBackController::new),
          Map.entry(BugLabController.class, BugLabController::new),
          Map.entry(CodeGridController.class, CodeGridController::new),
          Map.entry(CodeHelpController.class, CodeHelpController::new),
          Map.entry(CodeVisitController.class, CodeVisitController::new),
          Map.entry(CompareController.class, CompareController::new),
          Map.entry(DiagnosisController.class, DiagnosisController::new),
          Map.entry(EditMenuController.class, EditMenuController::new),
          Map.entry(EvidenceController.class, EvidenceController::new),
          Map.entry(FaultLinesController.class, FaultLinesController::new),
          Map.entry(FaultListController.class, FaultListController::new),
          Map.entry(GoingController.class, GoingController::new),
          Map.entry(GuideController.class, GuideController::new),
          Map.entry(InspectorController.class, InspectorController::new),
          Map.entry(KeptController.class, KeptController::new),
          Map.entry(LabCheckController.class, LabCheckController::new),
          Map.entry(LabPairController.class, LabPairController::new),
          Map.entry(LegendController.class, LegendController::new),
          Map.entry(MenuController.class, MenuController::new),
          Map.entry(NoticeController.class, NoticeController::new),
          Map.entry(OwnPairController.class, OwnPairController::new),
          Map.entry(PredictionController.class, PredictionController::new),
          Map.entry(QuizController.class, QuizController::new),
          Map.entry(SequenceBarController.class, SequenceBarController::new),
          Map.entry(SettingsController.class, SettingsController::new),
          Map.entry(StepController.class, StepController::new),
          Map.entry(StepMenuController.class, StepMenuController::new),
          Map.entry(TrainController.class, TrainController::new),
          Map.entry(TransportController.class, TransportController::new),
          Map.entry(ViewMenuController.class, ViewMenuController::new),
          Map.entry(WeightsController.class, WeightsController::new));

  private final MainViewModel main;
  private final Map<Class<?>, Supplier<Object>> others;

  Views(MainViewModel main, Saving saving, SessionSaving sessionSaving) {
    this.main = main;
    others =
        Map.of(
            ExportMenuController.class, () -> new ExportMenuController(main, saving),
            FileMenuController.class, () -> new FileMenuController(main, sessionSaving),
            MainController.class, () -> new MainController(main, this::load),
            MyCodeController.class, () -> new MyCodeController(main, saving),
            NumPyController.class, () -> new NumPyController(main, saving),
            OwnSideController.class,
                () -> new OwnSideController(main.texts(), main.options().notation()),
            PairBackController.class, PairBackController::new,
            RepeatController.class, () -> new RepeatController(main, saving));
  }

  private Object controller(Class<?> type) {
    return OF_STATE.containsKey(type) ? OF_STATE.get(type).apply(main) : others.get(type).get();
  }

  /** The loader of a file, which it has loaded: with its root and its controller. */
  FXMLLoader load(String file) {
    FXMLLoader loader = loadWhole(file);
    Latecomers.takeFrom(loader.getRoot());
    return loader;
  }

  /** The same, with what is not shown yet in its place. */
  FXMLLoader loadWhole(String file) {
    FXMLLoader loader =
        new FXMLLoader(Views.class.getResource(FOLDER + file), main.texts().bundle());
    loader.setControllerFactory(this::controller);
    try {
      loader.load();
      return loader;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
