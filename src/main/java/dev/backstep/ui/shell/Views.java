package dev.backstep.ui.shell;

import dev.backstep.ui.tour.GuideController;
import dev.backstep.ui.mycode.CodeVisitController;
import javafx.scene.Parent;
import dev.backstep.ui.common.Controllers;
import dev.backstep.ui.common.Saving;
import dev.backstep.ui.compare.CompareController;
import dev.backstep.ui.compare.OwnPairController;
import dev.backstep.ui.compare.RepeatController;
import dev.backstep.ui.files.FilesRoom;
import dev.backstep.ui.files.SessionSaving;
import dev.backstep.ui.inspector.ArithmeticController;
import dev.backstep.ui.inspector.InspectorController;
import dev.backstep.ui.inspector.NumPyController;
import dev.backstep.ui.inspector.WeightsController;
import dev.backstep.ui.lab.BugLabController;
import dev.backstep.ui.lab.EvidenceController;
import dev.backstep.ui.lab.FaultLinesController;
import dev.backstep.ui.lab.FaultListController;
import dev.backstep.ui.lab.LabCheckController;
import dev.backstep.ui.lab.LabPairController;
import dev.backstep.ui.lab.PredictionController;
import dev.backstep.ui.lab.QuizController;
import dev.backstep.ui.mycode.MyCodeRoom;
import dev.backstep.ui.run.PairBackController;
import dev.backstep.ui.settings.OwnSideController;
import dev.backstep.ui.settings.SettingsController;
import dev.backstep.ui.step.LegendController;
import dev.backstep.ui.step.SequenceBarController;
import dev.backstep.ui.step.StepController;
import dev.backstep.ui.step.StepMenuController;
import dev.backstep.ui.step.TransportController;
import dev.backstep.ui.takeaway.TakeAwayRoom;
import dev.backstep.ui.tour.TourRoom;
import dev.backstep.ui.train.TrainRoom;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;

/** Loads the FXML files of a window and gives each controller what it is made of. */
final class Views {

  /** Those that know nothing but the program's state. */
  private static final Map<Class<?>, Function<MainViewModel, Object>> OF_STATE =
      Map.ofEntries(
          Map.entry(ArithmeticController.class, ArithmeticController::new),
          Map.entry(BugLabController.class, BugLabController::new),
          Map.entry(CompareController.class, CompareController::new),
          Map.entry(EditMenuController.class, EditMenuController::new),
          Map.entry(EvidenceController.class, EvidenceController::new),
          Map.entry(FaultLinesController.class, FaultLinesController::new),
          Map.entry(FaultListController.class, FaultListController::new),
          Map.entry(InspectorController.class, InspectorController::new),
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
          Map.entry(TransportController.class, TransportController::new),
          Map.entry(ViewMenuController.class, ViewMenuController::new),
          Map.entry(WeightsController.class, WeightsController::new));

  /** What other rooms show on the Step screen. */
  private static final Slots SLOTS =
      new Slots(
          Map.of(
              "codeVisit", CodeVisitController.class,
              "guide", GuideController.class,
              "inspector", InspectorController.class));

  private final MainViewModel main;
  private final Map<Class<?>, Supplier<Object>> others;
  private final List<Controllers> rooms;

  Views(MainViewModel main, Saving saving, SessionSaving sessionSaving) {
    this.main = main;
    others =
        Map.of(
            FileMenuController.class, () -> new FileMenuController(main, sessionSaving),
            MainController.class, () -> new MainController(main, this::load),
            NumPyController.class, () -> new NumPyController(main, saving),
            OwnSideController.class,
                () -> new OwnSideController(main.texts(), main.options().notation()),
            PairBackController.class, PairBackController::new,
            RepeatController.class, () -> new RepeatController(main, saving));
    rooms =
        List.of(
            new FilesRoom(main.files()),
            new MyCodeRoom(
                main.myCode(),
                main.codeVisit(),
                main.options(),
                main.texts(),
                main.notices(),
                saving),
            new TakeAwayRoom(
                main.step(),
                main.options(),
                main.export(),
                main.fileNames(),
                main.notices(),
                main.texts(),
                saving),
            new TourRoom(main.guide(), main.texts()),
            new TrainRoom(
                main.session(),
                main.goingBack(),
                main.texts(),
                main.options(),
                main.screenProperty()));
  }

  /** The file beside a controller's class: {@code bug-lab.fxml} of {@code BugLabController}. */
  static String fileOf(Class<?> controller) {
    String name = controller.getSimpleName().replace("Controller", "").replace("NumPy", "Numpy");
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT) + ".fxml";
  }

  private Object controller(Class<?> type) {
    for (Controllers room : rooms) {
      if (room.controllers().containsKey(type)) {
        return room.controllers().get(type).get();
      }
    }
    return OF_STATE.containsKey(type) ? OF_STATE.get(type).apply(main) : others.get(type).get();
  }

  /** The loader of a controller's FXML, which it has loaded: with its root and its controller. */
  FXMLLoader load(Class<?> controller) {
    FXMLLoader loader = loadWhole(controller);
    DeferredNodes.takeFrom(loader.getRoot());
    return loader;
  }

  /** The same, with what is not shown yet in its place. */
  FXMLLoader loadWhole(Class<?> controller) {
    URL file = controller.getResource(fileOf(controller));
    FXMLLoader loader = new FXMLLoader(file, main.texts().bundle());
    loader.setControllerFactory(this::controller);
    try {
      loader.load();
      if (loader.getRoot() instanceof Parent view) {
        SLOTS.fill(view, each -> loadWhole(each).getRoot());
      }
      return loader;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
