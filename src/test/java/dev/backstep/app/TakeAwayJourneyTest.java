package dev.backstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.text.Dataset;
import dev.backstep.trace.Quantity;
import dev.backstep.trace.Trace;
import dev.backstep.ui.control.Formula;
import dev.backstep.ui.viewmodel.MainViewModel;
import dev.backstep.ui.viewmodel.Screen;
import dev.backstep.ui.viewmodel.StepViewModel;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
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
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class TakeAwayJourneyTest extends WindowTest {
  @TempDir Path folder;

  private MainViewModel main;
  private StepViewModel step;
  private String suggested;
  private Path target;

  @Override
  public void start(Stage stage) {
    window = new MainWindow(1200, 800, this::answer);
    window.showOn(stage);
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(1200);
    stage.setHeight(800);
  }

  /** Saves under the name that is suggested, unless the test has another place. */
  private Optional<Path> answer(Window owner, String name, String kind) {
    suggested = name;
    return Optional.of(target == null ? folder.resolve(name) : target);
  }

  @BeforeEach
  void stepIntoTheBackwardPass() throws TimeoutException {
    main = window.viewModel();
    step = main.step();
    onScreen(() -> main.open(Dataset.DINOSAURS));
    await(10, () -> step.traceProperty().get() != null);
    onScreen(() -> main.sequence().type("stego"));
    await(5, () -> step.traceProperty().get().length() == 5);
    onScreen(() -> step.goTo(step.timelineProperty().get().backward(3)));
  }

  private static void onScreen(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(5000, action);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static <T> T seen(Callable<T> query) {
    return WaitForAsyncUtils.waitForAsyncFx(5000, query);
  }

  private Stream<MenuItem> items(Menu menu) {
    return menu.getItems().stream()
        .flatMap(item -> item instanceof Menu inner ? items(inner) : Stream.of(item));
  }

  private void chooseInMenuBar(String text) {
    MenuBar bar = lookup(node -> node instanceof MenuBar).query();
    MenuItem found =
        bar.getMenus().stream()
            .flatMap(this::items)
            .filter(item -> text.equals(item.getText()))
            .findFirst()
            .orElseThrow();
    onScreen(found::fire);
  }

  private ContextMenu openMenu(String heatmap) {
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

  private void choose(ContextMenu menu, String id) {
    MenuItem item =
        menu.getItems().stream().filter(each -> id.equals(each.getId())).findFirst().orElseThrow();
    onScreen(item::fire);
    onScreen(menu::hide);
  }

  private Path saved() throws TimeoutException {
    await(10, () -> main.session().noticeProperty().get() != null);
    assertThat(textOf("#noticeText")).contains(suggested);
    return folder.resolve(suggested);
  }

  private static Document parse(Path file) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
  }

  private static List<Element> elements(Document document, String name) {
    NodeList found = document.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  private static List<String> texts(Document document) {
    return elements(document, "text").stream().map(Element::getTextContent).toList();
  }

  @Test
  void aHeatmapIsSavedAsAPictureThatExplainsItself() throws Exception {
    choose(openMenu("#dh"), "take-picture-png");
    assertThat(suggested).isEqualTo("dh-t3-stego.png");
    BufferedImage png = ImageIO.read(saved().toFile());
    // H rows of 12 units and the lines around them, at two pixels a unit.
    assertThat(png.getHeight()).isGreaterThan(2 * 32 * 12);
    assertThat(png.getRGB(3, 3)).as("white, to go on a slide").isEqualTo(0xffffffff);
  }

  @Test
  void theVectorPictureOfAHeatmapHasItsTitleItsLettersAndItsLimits() throws Exception {
    choose(openMenu("#dh"), "take-picture-svg");
    Document svg = parse(saved());
    assertThat(Double.parseDouble(svg.getDocumentElement().getAttribute("height")))
        .isGreaterThan(32 * 12);
    assertThat(texts(svg)).contains("dh", "s", "t", "e", "g", "o", "0", "4");
    assertThat(elements(svg, "image")).isEmpty();
    Trace trace = step.traceProperty().get();
    Element heatmap =
        elements(svg, "g").stream()
            .filter(group -> group.getAttribute("shape-rendering").equals("crispEdges"))
            .findFirst()
            .orElseThrow();
    assertThat(heatmap.getElementsByTagName("path").getLength()).as("hatched").isEqualTo(3);
    int squares = heatmap.getElementsByTagName("rect").getLength();
    // Two columns are computed, three are hatched on a ground; neighbours of one colour merge.
    assertThat(squares).isBetween(30, 2 * trace.shape().hidden() + 3);
  }

  @Test
  void theNumbersOfAHeatmapAreThoseOfTheTrace() throws Exception {
    choose(openMenu("#dh"), "take-numbers-csv");
    List<String> lines = Files.readAllLines(saved());
    assertThat(lines.get(0)).startsWith("t,input,target,dh[0],dh[1]");
    assertThat(lines.get(1)).startsWith("0,s,t,,,");
    String[] last = lines.get(5).split(",");
    double dh = step.traceProperty().get().values(Quantity.DH).get(4, 7);
    assertThat(Double.parseDouble(last[3 + 7])).isEqualTo(dh);
  }

  @Test
  void everyKindOfHeatmapHasTheMenuAndItDoesNotMoveTheCursor() throws TimeoutException {
    int place = step.placeProperty().get();
    for (String id : List.of("#H", "#O", "#accumulator-after", "#vector-h", "#vector-h_prev")) {
      ContextMenu menu = openMenu(id);
      assertThat(menu.getItems()).as(id).hasSize(7);
      onScreen(menu::hide);
    }
    assertThat(step.placeProperty().get()).isEqualTo(place);
    onScreen(() -> main.screenProperty().set(Screen.TRAIN));
    choose(openMenu("#weights-W1"), "take-numbers-copy");
    assertThat(seen(() -> Clipboard.getSystemClipboard().getString()))
        .startsWith("row,character,W1[0]");
    onScreen(() -> main.screenProperty().set(Screen.COMPARE));
    await(10, () -> main.compare().carried().traceProperty().get() != null);
    assertThat(openMenu("#compare-difference").getItems()).hasSize(6);
  }

  @Test
  void theKeyCopiesTheHeatmapUnderTheMouseAsPictureAndNumbers() throws TimeoutException {
    hover("#H", 0.1, 0.5);
    press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
    await(5, () -> main.session().noticeProperty().get() != null);
    assertThat(seen(() -> Clipboard.getSystemClipboard().getString())).startsWith("t,input,target");
    assertThat(seen(() -> Clipboard.getSystemClipboard().getImage().getWidth())).isPositive();
  }

  @Test
  void theScreenIsCopiedAtTwiceItsSizeAndItsSquaresAreCrisp() {
    chooseInMenuBar("Copy the screen as a picture");
    Image image = seen(() -> Clipboard.getSystemClipboard().getImage());
    assertThat(image.getWidth()).isEqualTo(2 * window.scene().getWidth());
    assertThat(image.getHeight()).isEqualTo(2 * window.scene().getHeight());
    Node heatmap = lookup("#dh").query();
    Bounds bounds = seen(() -> heatmap.localToScene(heatmap.getLayoutBounds()));
    int x = (int) (2 * (bounds.getMinX() + bounds.getWidth() * 0.9));
    int from = (int) (2 * bounds.getMinY());
    int until = (int) (2 * bounds.getMaxY());
    long colors =
        IntStream.range(from, until)
            .map(y -> image.getPixelReader().getArgb(x, y))
            .distinct()
            .count();
    // One colour a square, none mixed at the edges.
    assertThat(colors).isBetween(8L, 32L + 1);
  }

  @Test
  void theScreenIsSavedAsPngByKey() throws Exception {
    press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.P).release(KeyCode.SHIFT, KeyCode.CONTROL);
    await(5, () -> suggested != null);
    assertThat(suggested).isEqualTo("backstep-step-t3-stego.png");
    BufferedImage png = ImageIO.read(saved().toFile());
    assertThat(png.getWidth()).isEqualTo((int) (2 * window.scene().getWidth()));
  }

  @Test
  void theVectorPictureOfTheScreenHasItsWordsWhereTheyStand() throws Exception {
    press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.V).release(KeyCode.SHIFT, KeyCode.CONTROL);
    await(5, () -> suggested != null);
    Document svg = parse(saved());
    assertThat(texts(svg)).contains("Backstep", "Vectors of this cell", "h_prev", "dtanh");
    Element brand =
        elements(svg, "text").stream()
            .filter(element -> element.getTextContent().equals("Backstep"))
            .findFirst()
            .orElseThrow();
    Node node = lookup(".brand").query();
    Bounds bounds = seen(() -> node.localToScene(node.getLayoutBounds()));
    String[] move = brand.getAttribute("transform").split("[( )]");
    double x = Double.parseDouble(move[1]) + Double.parseDouble(brand.getAttribute("x"));
    double y = Double.parseDouble(move[2]) + Double.parseDouble(brand.getAttribute("y"));
    assertThat(x).isBetween(bounds.getMinX() - 1, bounds.getMinX() + 2);
    assertThat(y).isBetween(bounds.getCenterY(), bounds.getMaxY());
    long formulas = seen(() -> formulas(window.scene().getRoot()));
    assertThat(elements(svg, "image"))
        .as("canvases beside the formulas")
        .hasSizeBetween((int) formulas + 3, (int) formulas + 9);
    assertThat(elements(svg, "clipPath")).isNotEmpty();
  }

  /** The formulas that are seen below a node. */
  private static long formulas(Parent parent) {
    return parent.getChildrenUnmodifiable().stream()
        .filter(Node::isVisible)
        .mapToLong(
            child ->
                child instanceof Formula formula
                    ? formula.isSet() ? 1 : 0
                    : child instanceof Parent inner ? formulas(inner) : 0)
        .sum();
  }

  @Test
  void theCellAtTheCursorAndEveryMatrixAreSavedAsCsv() throws Exception {
    chooseInMenuBar("Save the cell at the cursor as CSV…");
    assertThat(suggested).isEqualTo("cell-t3-stego.csv");
    assertThat(Files.readAllLines(saved()).get(0)).startsWith("index,character,h_prev,h,o,e,");
    onScreen(() -> main.session().dismissNotice());
    chooseInMenuBar("dW2");
    assertThat(suggested).isEqualTo("dW2-t3-stego.csv");
    assertThat(Files.readAllLines(saved())).hasSize(33);
  }

  @Test
  void whatCannotBeWrittenIsToldInASentence() throws TimeoutException {
    target = folder.resolve("no/such/folder/cell.csv");
    chooseInMenuBar("Save the cell at the cursor as CSV…");
    await(5, () -> main.session().noticeProperty().get() != null);
    assertThat(main.session().noticeProperty().get().isRefusal()).isTrue();
    assertThat(textOf("#noticeText")).contains("cell.csv").contains("no such folder");
  }
}
