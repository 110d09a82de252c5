package dev.backstep.ui.shell;

import dev.backstep.ui.common.Controllers;
import dev.backstep.ui.common.Saving;
import dev.backstep.ui.files.SessionSaving;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;

/** Loads the FXML files of a window and gives each controller what it is made of. */
final class Views {

  private final MainViewModel main;

  /** How the controllers of the window itself are made. */
  private final Map<Class<?>, Supplier<Object>> ofWindow;

  private final List<Controllers> rooms;

  Views(MainViewModel main, Saving saving, SessionSaving sessionSaving) {
    this.main = main;
    ofWindow =
        Map.of(
            EditMenuController.class, () -> new EditMenuController(main),
            FileMenuController.class, () -> new FileMenuController(main, sessionSaving),
            MainController.class, () -> new MainController(main, this::load),
            MenuController.class, () -> new MenuController(main),
            NoticeController.class, () -> new NoticeController(main),
            ViewMenuController.class, () -> new ViewMenuController(main));
    rooms = new Rooms(main, saving).all();
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
    return ofWindow.get(type).get();
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
      return loader;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
