package dev.backstep.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.net.Gru;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import dev.backstep.net.Weight;
import dev.backstep.training.RunSettings;
import dev.backstep.ui.heatmap.MatrixHeatmap;
import dev.backstep.ui.paint.Pulses;
import dev.backstep.ui.shell.MainWindow;
import dev.backstep.ui.shell.Sessions;
import dev.backstep.ui.shell.WindowTest;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** The matrices of a gated net on Train, in the smallest window that there is. */
class WeightMapsOnScreenTest extends WindowTest {
  @Override
  public void start(Stage primary) {
    window = new MainWindow(1024, 700);
    show(1024, 700);
  }

  private void open(Net net) throws TimeoutException {
    RunSettings settings = RunSettings.defaults().withHidden(8).withCell(net);
    interact(
        () -> {
          window.viewModel().screenProperty().set(TrainScreen.ID);
          window.viewModel().session().open(Sessions::words, List.of(settings));
        });
    await(() -> isShown(net));
    Pulses.settle();
  }

  private boolean isShown(Net net) {
    return matrices(net).stream()
        .allMatch(name -> lookup("#weights-" + name).tryQuery().isPresent());
  }

  private static List<String> matrices(Net net) {
    return net.weights().stream().filter(each -> !each.isBias()).map(Weight::name).toList();
  }

  private MatrixHeatmap map(String name) {
    return lookup("#weights-" + name).queryAs(MatrixHeatmap.class);
  }

  private static Bounds onScreen(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  private void assertThatAllAreSeen(Net net) {
    Bounds panel = onScreen(lookup("#weights").query());
    for (String name : matrices(net)) {
      assertThat(map(name).getWidth()).as(name).isGreaterThan(30);
      assertThat(panel.contains(onScreen(map(name)))).as(name).isTrue();
      VBox column = (VBox) map(name).getParent().getParent();
      Label title = (Label) column.getChildren().get(0);
      assertThat(title.getText()).startsWith(name + "  ±");
      assertThat(title.getHeight()).isGreaterThanOrEqualTo(title.prefHeight(title.getWidth()));
      assertThat(onScreen(title).getMaxY()).isLessThanOrEqualTo(onScreen(map(name)).getMinY());
    }
  }

  @Test
  void thoseOfAnLstmStandInARowForTheInputAndOneForTheState() throws TimeoutException {
    open(Lstm.NET);
    assertThat(matrices(Lstm.NET)).hasSize(9);
    assertThatAllAreSeen(Lstm.NET);
    assertThat(onScreen(map("W1_i")).getMinY()).isEqualTo(onScreen(map("W1_o")).getMinY());
    assertThat(onScreen(map("W2_f")).getMinY()).isGreaterThan(onScreen(map("W1_f")).getMaxY());
    assertThat(onScreen(map("W2_f")).getMinX()).isEqualTo(onScreen(map("W1_f")).getMinX());
  }

  @Test
  void anotherNetHasItsOwn() throws TimeoutException {
    open(Lstm.NET);
    open(Gru.NET);
    assertThatAllAreSeen(Gru.NET);
    assertThat(lookup("#weights-W2_f").tryQuery()).isEmpty();
  }
}
