package dev.backstep.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import dev.backstep.io.picture.Pixels;
import dev.backstep.math.MatrixView;
import dev.backstep.ui.paint.ColorScale;
import dev.backstep.ui.paint.Fold;
import dev.backstep.ui.paint.ScaleKind;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

@Tag("ui")
class SheetPictureTest extends ApplicationTest {
  private static final int BLUE = 0xff053061;
  private static final int RED = 0xff67001f;

  @Override
  public void start(Stage stage) {}

  /** A chessboard of −1 and 1. */
  private record Board(int rows, int cols) implements MatrixView {
    @Override
    public double get(int row, int col) {
      return (row + col) % 2 == 0 ? 1 : -1;
    }
  }

  private static Picture picture(int rows, int cols) {
    return new Picture(
        SheetScene.of(
            new Sheet(
                "board",
                "of two colours",
                new Board(rows, cols),
                column -> true,
                List.of(),
                IntStream.range(0, rows).mapToObj(String::valueOf).toList(),
                ColorScale.DIVERGING,
                ScaleKind.LINEAR,
                1,
                Sheet.Columns.alike(new Board(rows, cols)))));
  }

  private static Document svg(int rows, int cols) throws Exception {
    byte[] document =
        WaitForAsyncUtils.waitForAsyncFx(Deadline.MILLIS, () -> picture(rows, cols).svg())
            .document();
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(document));
  }

  @Test
  void theSquaresOfABoardOfTwoColorsAreWholeAndNothingIsMixedBetweenThem() {
    Pixels pixels =
        WaitForAsyncUtils.waitForAsyncFx(Deadline.MILLIS, () -> picture(20, 20).pixels());
    // 24 units a side, twice as many pixels: the longest run through the middle of a row of
    // squares.
    int y = rowOfMostRed(pixels);
    int[] row = Arrays.copyOfRange(pixels.argb(), y * pixels.width(), (y + 1) * pixels.width());
    int from = first(row);
    for (int i = 0; i < 20 * 48; i++) {
      int wanted = (row[from] == RED) == (i / 48 % 2 == 0) ? RED : BLUE;
      assertThat(row[from + i]).as("pixel %s", i).isEqualTo(wanted);
    }
  }

  private static int first(int[] row) {
    return IntStream.range(0, row.length)
        .filter(x -> row[x] == RED || row[x] == BLUE)
        .findFirst()
        .orElseThrow();
  }

  private static int rowOfMostRed(Pixels pixels) {
    int best = 0;
    long most = -1;
    for (int y = 0; y < pixels.height(); y++) {
      int from = y * pixels.width();
      long reds =
          Arrays.stream(pixels.argb(), from, from + pixels.width()).filter(p -> p == RED).count();
      if (reds > most) {
        most = reds;
        best = y;
      }
    }
    return best;
  }

  @Test
  void aBoardIsOneRectangleASquareAndAVeryLargeOneIsAnImage() throws Exception {
    Document small = svg(20, 20);
    assertThat(small.getElementsByTagName("image").getLength()).isZero();
    NodeList rectangles = small.getElementsByTagName("rect");
    long squares =
        IntStream.range(0, rectangles.getLength())
            .mapToObj(i -> (Element) rectangles.item(i))
            .filter(each -> each.getAttribute("width").equals("24"))
            .filter(each -> each.getAttribute("height").equals("24"))
            .count();
    assertThat(squares).isEqualTo(400);

    Document large = svg(200, 200);
    assertThat(large.getElementsByTagName("image").getLength()).isEqualTo(1);
    Element image = (Element) large.getElementsByTagName("image").item(0);
    assertThat(image.getAttribute("style")).contains("pixelated");
    assertThat(image.getAttribute("width")).isEqualTo("600");
  }

  /** Of 5 units at 3 timesteps, each column ten times as large as the one before. */
  private record Growing() implements MatrixView {
    @Override
    public int rows() {
      return 5;
    }

    @Override
    public int cols() {
      return 3;
    }

    @Override
    public double get(int unit, int t) {
      return (unit == 4 ? 1 : 0) * StrictMath.pow(10, t);
    }
  }

  @Test
  void columnsAreFoldedAndColouredAsOnTheScreenAndTheirLimitsAreWritten() throws Exception {
    Growing values = new Growing();
    byte[] document =
        WaitForAsyncUtils.waitForAsyncFx(
                Deadline.MILLIS,
                () ->
                    new Picture(
                            SheetScene.of(
                                new Sheet(
                                    "dh",
                                    "of three timesteps",
                                    values,
                                    t -> t > 0,
                                    List.of("a", "b", "c"),
                                    List.of("0", "1", "2", "3", "4"),
                                    ColorScale.DIVERGING,
                                    ScaleKind.LINEAR,
                                    100,
                                    new Sheet.Columns(
                                        new Fold(5, 2),
                                        t -> StrictMath.pow(10, t),
                                        "each column"))))
                        .svg())
            .document();
    NodeList rectangles =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(document))
            .getElementsByTagName("rect");
    List<Element> squares =
        IntStream.range(0, rectangles.getLength())
            .mapToObj(i -> (Element) rectangles.item(i))
            .filter(each -> each.getAttribute("fill").equals("#67001f"))
            .filter(each -> each.getAttribute("height").equals("20"))
            .toList();

    // The last of both columns that are computed, each in the strongest colour, third in its row.
    assertThat(squares).extracting(each -> each.getAttribute("x")).containsExactly("48", "96");
    assertThat(squares).extracting(each -> each.getAttribute("y")).containsOnly("40");
    assertThat(labels(values)).contains("±1.00", "±10.00", "±100", "each column");
  }

  private static List<String> labels(MatrixView values) {
    Sheet.Columns columns =
        new Sheet.Columns(new Fold(5, 2), t -> StrictMath.pow(10, t), "each column");
    return WaitForAsyncUtils.waitForAsyncFx(
        Deadline.MILLIS,
        () ->
            SheetScene.of(
                    new Sheet(
                        "dh",
                        "",
                        values,
                        t -> true,
                        List.of("a", "b", "c"),
                        List.of(),
                        ColorScale.DIVERGING,
                        ScaleKind.LINEAR,
                        100,
                        columns))
                .getRoot()
                .lookupAll(".label")
                .stream()
                .map(each -> ((Label) each).getText())
                .toList());
  }
}
