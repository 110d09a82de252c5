package dev.backstep.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import dev.backstep.io.picture.Pixels;
import dev.backstep.math.MatrixView;
import dev.backstep.ui.paint.ColorScale;
import dev.backstep.ui.paint.ScaleKind;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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
                1)));
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
}
