package dev.backstep.ui.takeaway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import dev.backstep.ui.paint.Formula;
import dev.backstep.ui.paint.Pulses;
import dev.backstep.ui.shell.MainViewModel;
import dev.backstep.ui.shell.MainWindow;
import dev.backstep.ui.shell.WindowTest;
import dev.backstep.ui.step.StepViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A window in which files are saved without a dialog. */
public abstract class TakeAwayWindowTest extends WindowTest {
  @TempDir public Path folder;

  public MainViewModel main;
  public StepViewModel step;
  public String suggested;
  Path target;

  @Override
  public void start(Stage primary) {
    window = new MainWindow(1200, 800, this::answer);
    show(1200, 800);
  }

  /** Saves under the name that is suggested, unless the test has another place. */
  public Optional<Path> answer(Window owner, String name, String kind) {
    suggested = name;
    return Optional.of(target == null ? folder.resolve(name) : target);
  }

  @BeforeEach
  void stepIntoTheBackwardPass() throws TimeoutException {
    main = window.viewModel();
    step = main.step();
    openDinosaursAndShow("stego");
    onScreen(() -> step.goTo(step.timelineProperty().get().backward(3)));
  }

  public static void onScreen(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(Deadline.MILLIS, action);
    Pulses.settle();
  }

  public static <T> T seen(Callable<T> query) {
    return WaitForAsyncUtils.waitForAsyncFx(Deadline.MILLIS, query);
  }

  public Stream<MenuItem> items(Menu menu) {
    return menu.getItems().stream()
        .flatMap(item -> item instanceof Menu inner ? items(inner) : Stream.of(item));
  }

  public MenuItem inMenuBar(String text) {
    MenuBar bar = lookup(node -> node instanceof MenuBar).query();
    return bar.getMenus().stream()
        .flatMap(this::items)
        .filter(item -> text.equals(item.getText()))
        .findFirst()
        .orElseThrow();
  }

  public void chooseInMenuBar(String text) {
    onScreen(inMenuBar(text)::fire);
  }

  public ContextMenu openMenu(String heatmap) {
    Node node = lookup(heatmap).query();
    onScreen(
        () -> {
          Bounds bounds = node.localToScreen(node.getLayoutBounds());
          node.fireEvent(
              new ContextMenuEvent(
                  ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                  5,
                  5,
                  bounds.getMinX() + 5,
                  bounds.getMinY() + 5,
                  false,
                  null));
        });
    return (ContextMenu)
        Window.getWindows().stream()
            .filter(each -> each instanceof ContextMenu menu && "heatmap-menu".equals(menu.getId()))
            .findFirst()
            .orElseThrow();
  }

  public void choose(ContextMenu menu, String id) {
    MenuItem item =
        menu.getItems().stream().filter(each -> id.equals(each.getId())).findFirst().orElseThrow();
    onScreen(item::fire);
    onScreen(menu::hide);
  }

  public Path saved() throws TimeoutException {
    await(() -> main.session().noticeProperty().get() != null);
    assertThat(textOf("#noticeText")).contains(suggested);
    return folder.resolve(suggested);
  }

  public static Document parse(Path file) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
  }

  public static List<Element> elements(Document document, String name) {
    NodeList found = document.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  public static List<String> texts(Document document) {
    return elements(document, "text").stream().map(Element::getTextContent).toList();
  }

  /** The formulas that are seen below a node. */
  public static long formulas(Parent parent) {
    return parent.getChildrenUnmodifiable().stream()
        .filter(Node::isVisible)
        .mapToLong(
            child ->
                child instanceof Formula formula
                    ? formula.isSet() ? 1 : 0
                    : child instanceof Parent inner ? formulas(inner) : 0)
        .sum();
  }
}
