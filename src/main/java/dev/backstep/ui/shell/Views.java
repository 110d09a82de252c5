package dev.backstep.ui.shell;

import dev.backstep.ui.batch.BatchController;
import dev.backstep.ui.common.Controllers;
import dev.backstep.ui.common.Saving;
import dev.backstep.ui.files.SessionSaving;
import dev.backstep.ui.flow.LossVisitController;
import dev.backstep.ui.inspector.InspectorController;
import dev.backstep.ui.mycode.CodeVisitController;
import dev.backstep.ui.pin.PinController;
import dev.backstep.ui.sentence.SentenceController;
import dev.backstep.ui.sizes.PanelSizes;
import dev.backstep.ui.tour.GuideController;
import dev.backstep.ui.whatif.WhatIfBarController;
import dev.backstep.ui.whatif.WhatIfController;
import dev.backstep.words.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads the FXML files of a window and gives each controller what it is made of. */
final class Views {
  /** The places of the Step screen that other rooms fill. */
  private static final List<Slot> SLOTS =
      List.of(
          new Slot("batch", BatchController.class),
          new Slot("sentence", SentenceController.class),
          new Slot("codeVisit", CodeVisitController.class),
          new Slot("lossVisit", LossVisitController.class),
          new Slot("whatIfBar", WhatIfBarController.class),
          new Slot("whatIf", WhatIfController.class),
          new Slot("pin", PinController.class),
          new Slot("inspector", InspectorController.class),
          new Slot("guide", GuideController.class));

  private final Texts texts;
  private final List<Controllers> rooms;
  private final PanelSizes panels;

  Views(MainViewModel main, Saving saving, SessionSaving sessionSaving) {
    texts = main.texts();
    panels = main.panelSizes();
    rooms = new ArrayList<>(new Rooms(main, saving).all());
    rooms.add(() -> ofTheWindow(main, sessionSaving));
  }

  private Map<Class<?>, Supplier<Object>> ofTheWindow(MainViewModel main, SessionSaving saving) {
    return Map.of(
        EditMenuController.class, () -> new EditMenuController(main),
        FileMenuController.class, () -> new FileMenuController(main, saving),
        MainController.class, () -> new MainController(main, this::load),
        MenuController.class, () -> new MenuController(main),
        NoticeController.class, () -> new NoticeController(main),
        ViewMenuController.class, () -> new ViewMenuController(main));
  }

  /** The file beside a controller's class: {@code bug-lab.fxml} of {@code BugLabController}. */
  static String fileOf(Class<?> controller) {
    String name = controller.getSimpleName().replace("Controller", "").replace("NumPy", "Numpy");
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT) + ".fxml";
  }

  private Object controller(Class<?> type) {
    return rooms.stream()
        .map(room -> room.controllers().get(type))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow()
        .get();
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
    FXMLLoader loader = new FXMLLoader(file, texts.bundle());
    loader.setControllerFactory(this::controller);
    loader.getNamespace().put("panels", panels);
    try {
      loader.load();
      if (loader.getRoot() instanceof Parent view) {
        SLOTS.forEach(slot -> slot.fill(view, each -> loadWhole(each).getRoot()));
      }
      return loader;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
