package dev.backstep.ui.takeaway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.io.python.NumPyScript;
import dev.backstep.net.Cell;
import dev.backstep.trace.Trace;
import dev.backstep.training.RunSettings;
import dev.backstep.ui.compare.CompareScreen;
import dev.backstep.ui.train.TrainScreen;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class TakeAwayJourneyTest extends TakeAwayWindowTest {
  @Test
  void aHeatmapIsSavedAsAPictureThatExplainsItself() throws Exception {
    choose(openMenu("#dh"), "take-picture-png");
    assertThat(suggested).isEqualTo("dh-t3-stego.png");
    BufferedImage png = ImageIO.read(saved().toFile());
    // Four rows of squares of 20 units and the lines around them, at two pixels a unit.
    assertThat(png.getHeight()).isGreaterThan(2 * 4 * 20);
    // Five grids of four squares, and the room between them.
    assertThat(png.getWidth()).isGreaterThan(2 * 5 * 4 * 20);
    assertThat(png.getRGB(3, 3)).as("white, to go on a slide").isEqualTo(0xffffffff);
  }

  @Test
  void theVectorPictureOfAHeatmapHasItsTitleItsLettersAndItsLimits() throws Exception {
    choose(openMenu("#dh"), "take-picture-svg");
    Document svg = parse(saved());
    assertThat(Double.parseDouble(svg.getDocumentElement().getAttribute("height")))
        .isGreaterThan(2 * 20);
    // Letters, numbers of columns, and what each row of a grid begins with.
    assertThat(texts(svg)).contains("dh", "s", "t", "e", "g", "o", "0", "4", "8 …", "per column");
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
    double dh = step.traceProperty().get().values(Cell.DH).get(4, 7);
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
    onScreen(() -> main.screenProperty().set(TrainScreen.ID));
    choose(openMenu("#weights-W1"), "take-numbers-copy");
    assertThat(seen(() -> Clipboard.getSystemClipboard().getString()))
        .startsWith("row,character,W1[0]");
    onScreen(() -> main.screenProperty().set(CompareScreen.ID));
    await(() -> main.compare().b().traceProperty().get() != null);
    assertThat(openMenu("#compare-H-difference").getItems()).hasSize(6);
  }

  @Test
  void theKeyCopiesTheHeatmapUnderTheMouseAsPictureAndNumbers() throws TimeoutException {
    hover("#H", 0.1, 0.5);
    press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
    await(() -> main.session().noticeProperty().get() != null);
    assertThat(seen(() -> Clipboard.getSystemClipboard().getString())).startsWith("t,input,target");
    assertThat(seen(() -> Clipboard.getSystemClipboard().getImage().getWidth())).isPositive();
  }

  @Test
  void aTestThatIsTooLargeForTheClipboardBecomesAFileWrittenBesideTheScreen() throws Exception {
    onScreen(() -> Clipboard.getSystemClipboard().clear());
    onScreen(() -> main.session().changeSettings(List.of(RunSettings.defaults().withHidden(200))));
    await(() -> step.traceProperty().get().shape().hidden() == 200);
    show("stego");
    onScreen(() -> step.goTo(step.timelineProperty().get().backward(3)));
    onScreen(lookup("#copyTest").queryAs(Button.class)::fire);
    await(() -> "test-t3-stego.py".equals(suggested));
    assertThat(saved())
        .hasContent(NumPyScript.of(step.traceProperty().get(), 3, step.notationProperty().get()))
        .satisfies(file -> assertThat(Files.size(file)).isGreaterThan(1 << 20));
    assertThat(seen(() -> Clipboard.getSystemClipboard().hasString())).isFalse();
  }
}
