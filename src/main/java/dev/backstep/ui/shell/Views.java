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
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;

/** Loads the FXML files of a window and gives each controller what it is made of. */
final class Views {

  /** Those that know nothing but the program's state. */
  private static final Map<Class<?>, Function<MainViewModel, Object>> OF_STATE =
      Map.ofEntries(
          Map.entry(EditMenuController.class, EditMenuController::new),
          Map.entry(MenuController.class, MenuController::new),
          Map.entry(NoticeController.class, NoticeController::new),
          Map.entry(ViewMenuController.class, ViewMenuController::new));

  private final MainViewModel main;
  private final Map<Class<?>, Supplier<Object>> others;
  private final List<Controllers> rooms;

  Views(MainViewModel main, Saving saving, SessionSaving sessionSaving) {
    this.main = main;
    others =
        Map.of(
            FileMenuController.class, () -> new FileMenuController(main, sessionSaving),
            MainController.class, () -> new MainController(main, this::load));
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
      return loader;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
