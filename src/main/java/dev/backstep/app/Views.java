package dev.backstep.app;

import dev.backstep.ui.view.ArithmeticController;
import dev.backstep.ui.view.BugLabController;
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
import java.util.ResourceBundle;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;

/** Loads the FXML files of a window and gives each controller what it is made of. */
final class Views {
  private static final String FOLDER = "/dev/backstep/ui/";

  private final ResourceBundle words;
  private final Map<Class<?>, Supplier<Object>> controllers;

  Views(MainViewModel main, Saving saving, SessionSaving sessionSaving) {
    words = main.texts().bundle();
    controllers =
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
            Map.entry(MainController.class, () -> new MainController(main, this::load)),
            Map.entry(MenuController.class, () -> new MenuController(main)),
            Map.entry(MyCodeController.class, () -> new MyCodeController(main, saving)),
            Map.entry(NoticeController.class, () -> new NoticeController(main)),
            Map.entry(NumPyController.class, () -> new NumPyController(main, saving)),
            Map.entry(OwnPairController.class, () -> new OwnPairController(main)),
            Map.entry(
                OwnSideController.class,
                () -> new OwnSideController(main.texts(), main.options().notation())),
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
  }

  /** The loader of a file, which it has loaded: with its root and its controller. */
  FXMLLoader load(String file) {
    FXMLLoader loader = loadWhole(file);
    Latecomers.takeFrom(loader.getRoot());
    return loader;
  }

  /** The same, with what is not shown yet in its place. */
  FXMLLoader loadWhole(String file) {
    FXMLLoader loader = new FXMLLoader(Views.class.getResource(FOLDER + file), words);
    loader.setControllerFactory(type -> controllers.get(type).get());
    try {
      loader.load();
      return loader;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
