package dev.backstep.ui.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.ui.parts.Grids;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class HeatmapFocusTest {
  private static final int ROWS = 100;
  private static final int HEIGHT = 20;

  private final MatrixHeatmap heatmap = new MatrixHeatmap();

  @Start
  private void start(Stage stage) {
    heatmap.setManaged(false);
    heatmap.resize(60, HEIGHT);
    heatmap.relocate(0, 40);
    heatmap.setStyle("-ink-color: #010203; -ground-color: #fafbfc;");
    heatmap.valuesProperty().set(Grids.numbered(ROWS, 3));
    stage.setScene(new Scene(new Pane(new Button("first"), heatmap), 300, 100));
    stage.show();
  }

  private void tabIn(FxRobot robot) {
    robot.interact(() -> heatmap.getScene().lookup(".button").requestFocus());
    robot.type(KeyCode.TAB);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void whereFiveValuesShareAPixelTheKeysStillComeToEveryOne(FxRobot robot) {
    tabIn(robot);
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      rows.add(heatmap.hoveredProperty().get().row());
      robot.type(KeyCode.DOWN);
    }
    assertThat(rows).isEqualTo(IntStream.range(0, ROWS).boxed().toList());
    assertThat(heatmap.hoveredProperty().get()).isEqualTo(new Square(99, 0, 990));
  }

  @Test
  void theSquareIsFramedInBothColours(FxRobot robot) {
    tabIn(robot);
    robot.type(KeyCode.RIGHT).type(KeyCode.PAGE_DOWN);
    List<Integer> colors = new ArrayList<>();
    robot.interact(
        () -> {
          var reader = heatmap.snapshot(null, null).getPixelReader();
          IntStream.range(0, HEIGHT).forEach(y -> colors.add(reader.getArgb(30, y)));
        });
    assertThat(colors).contains(0xff010203, 0xfffafbfc);
    robot.type(KeyCode.ESCAPE);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(heatmap.isFocused()).isFalse();
    assertThat(heatmap.hoveredProperty().get()).isNull();
  }

  @Test
  void withoutAMatrixItSaysSoAndTakesItsKeysAllTheSame(FxRobot robot) {
    robot.interact(() -> heatmap.valuesProperty().set(null));
    robot.interact(() -> heatmap.setAccessibleText("dW2"));
    tabIn(robot);
    robot.type(KeyCode.DOWN).type(KeyCode.ENTER).type(KeyCode.END);
    assertThat(heatmap.isFocused()).isTrue();
    assertThat(heatmap.queryAccessibleAttribute(AccessibleAttribute.TEXT))
        .isEqualTo("dW2: not computed yet");
  }

  @Test
  void aFocusThatDidNotComeByKeyPointsAtNothingUntilAKeyIsPressed(FxRobot robot) {
    robot.interact(heatmap::requestFocus);
    assertThat(heatmap.hoveredProperty().get()).isNull();
    robot.type(KeyCode.DOWN);
    assertThat(heatmap.hoveredProperty().get()).isEqualTo(new Square(1, 0, 10));
  }
}
