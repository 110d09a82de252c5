package dev.backstep.ui.takeaway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.verdict.BestReading;
import dev.backstep.check.verdict.Verdict;
import dev.backstep.io.array.ArrayFile;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The whole screen, the cell at the cursor and matrices are taken away by keys and the menu bar.
 */
class TakeAwayScreenTest extends TakeAwayWindowTest {
  @Test
  void theScreenIsCopiedAtTwiceItsSizeAndItsSquaresAreCrisp() {
    chooseInMenuBar("Copy the screen as a picture");
    Image image = seen(() -> Clipboard.getSystemClipboard().getImage());
    assertThat(image.getWidth()).isEqualTo(2 * window.scene().getWidth());
    assertThat(image.getHeight()).isEqualTo(2 * window.scene().getHeight());
    Node heatmap = lookup("#dh").query();
    Bounds bounds = seen(() -> heatmap.localToScene(heatmap.getLayoutBounds()));
    int left = (int) (2 * (bounds.getMinX() + bounds.getWidth() * 0.84));
    int right = (int) (2 * (bounds.getMinX() + bounds.getWidth() * 0.9));
    int from = (int) (2 * bounds.getMinY());
    int until = (int) (2 * bounds.getMaxY());
    long colors =
        IntStream.range(from, until)
            .flatMap(
                y -> IntStream.range(left, right).map(x -> image.getPixelReader().getArgb(x, y)))
            .distinct()
            .count();
    // One colour a square, and the ground between them; none is mixed at the edges.
    assertThat(colors).isBetween(5L, 16L + 1);
  }

  @Test
  void theScreenIsSavedAsPngByKey() throws Exception {
    press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.P).release(KeyCode.SHIFT, KeyCode.CONTROL);
    await(() -> suggested != null);
    assertThat(suggested).isEqualTo("backstep-step-t3-stego.png");
    BufferedImage png = ImageIO.read(saved().toFile());
    assertThat(png.getWidth()).isEqualTo((int) (2 * window.scene().getWidth()));
  }

  @Test
  void theVectorPictureOfTheScreenHasItsWordsWhereTheyStand() throws Exception {
    press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.V).release(KeyCode.SHIFT, KeyCode.CONTROL);
    await(() -> suggested != null);
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

  @Test
  void theCellAtTheCursorAndEveryMatrixAreSavedAsCsv() throws Exception {
    chooseInMenuBar("Save the cell at the cursor as CSV…");
    assertThat(suggested).isEqualTo("cell-t3-stego.csv");
    assertThat(Files.readAllLines(saved()).get(0)).startsWith("index,character,h_prev,h,o,e,");
    onScreen(() -> main.session().dismissNotice());
    chooseInMenuBar("dW2");
    assertThat(suggested).isEqualTo("dW2-t3-stego.csv");
    assertThat(Files.readAllLines(saved())).hasSize(17);
  }

  @Test
  void theWholeStepIsExportedForNumPyAndCheckedAsRight() throws Exception {
    chooseInMenuBar("Export this step for NumPy (.npz)…");
    assertThat(suggested).isEqualTo("step-t3-stego.npz");
    Verdict verdict = BestReading.verdict("step.npz", ArrayFile.read(saved()));
    assertThat(verdict.agrees()).isTrue();
    assertThat(verdict.supplied()).isEqualTo(10L * 5 + 6);
    assertThat(verdict.submission().labels()).startsWith("⏎").contains("s", "t");
  }

  @Test
  void whatIsCoveredCannotBeExported() {
    MenuItem export = inMenuBar("Export this step for NumPy (.npz)…");
    assertThat(seen(export::isDisable)).isFalse();
    onScreen(() -> main.options().valuesHiddenProperty().set(true));
    assertThat(seen(export::isDisable)).isTrue();
  }

  @Test
  void whatCannotBeWrittenIsToldInASentence() throws TimeoutException {
    target = folder.resolve("no/such/folder/cell.csv");
    chooseInMenuBar("Save the cell at the cursor as CSV…");
    await(() -> main.session().noticeProperty().get() != null);
    assertThat(main.session().noticeProperty().get().isRefusal()).isTrue();
    assertThat(textOf("#noticeText")).contains("cell.csv").contains("no such folder");
  }
}
