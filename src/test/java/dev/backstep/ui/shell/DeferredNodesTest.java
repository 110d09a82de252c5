package dev.backstep.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class DeferredNodesTest {
  private final List<Node> nodes =
      IntStream.range(0, 5).mapToObj(i -> (Node) new Region()).toList();
  private final VBox pane = new VBox(nodes.toArray(Node[]::new));

  private void hide(int... places) {
    for (int place : places) {
      nodes.get(place).setVisible(false);
      nodes.get(place).setManaged(false);
    }
  }

  private List<Node> at(Integer... places) {
    return Stream.of(places).map(nodes::get).toList();
  }

  @Test
  void whatIsNotShownJoinsInItsPlaceWhenItIsAndThenStays() {
    hide(0, 2, 4);
    DeferredNodes.takeFrom(pane);
    assertThat(pane.getChildren()).isEqualTo(at(1, 3));
    nodes.get(4).setVisible(true);
    assertThat(pane.getChildren()).isEqualTo(at(1, 3, 4));
    nodes.get(2).setVisible(true);
    nodes.get(0).setVisible(true);
    assertThat(pane.getChildren()).isEqualTo(nodes);
    nodes.get(2).setVisible(false);
    nodes.get(2).setVisible(true);
    assertThat(pane.getChildren()).isEqualTo(nodes);
  }

  @Test
  void whatIsNotShownYetIsHeldByThePaneForNothingElseNeedHoldIt() {
    BooleanProperty isWanted = new SimpleBooleanProperty();
    VBox bars = new VBox(barOf(isWanted), barOf(new SimpleBooleanProperty()));
    DeferredNodes.takeFrom(bars);
    collectGarbage();
    isWanted.set(true);
    assertThat(bars.getChildren()).hasSize(1);
  }

  /** Shown while something is true, which knows of that only weakly, as bindings do. */
  private static Region barOf(BooleanProperty isWanted) {
    Region bar = new Region();
    bar.visibleProperty().bind(isWanted.not().not());
    bar.managedProperty().bind(bar.visibleProperty());
    return bar;
  }

  private static void collectGarbage() {
    WeakReference<Object> garbage = new WeakReference<>(new Object());
    while (garbage.get() != null) {
      System.gc();
    }
  }

  @Test
  void whatHasJoinedFromElsewhereIsNotCounted() {
    hide(3);
    DeferredNodes.takeFrom(pane);
    Region foreign = new Region();
    pane.getChildren().add(0, foreign);
    nodes.get(3).setVisible(true);
    assertThat(pane.getChildren())
        .containsExactly(
            foreign, nodes.get(0), nodes.get(1), nodes.get(2), nodes.get(3), nodes.get(4));
  }

  @Test
  void whatKeepsItsPlaceFreeStaysInIt() {
    nodes.get(2).setVisible(false);
    DeferredNodes.takeFrom(pane);
    assertThat(pane.getChildren()).isEqualTo(nodes);
  }

  @Test
  void partsOfPartsAreTakenTooAlsoInsideWhatIsTakenItself() {
    hide(1);
    VBox outer = new VBox(new Region(), pane);
    pane.setVisible(false);
    pane.setManaged(false);
    DeferredNodes.takeFrom(new Group(outer));
    assertThat(outer.getChildren()).hasSize(1);
    pane.setVisible(true);
    assertThat(outer.getChildren()).hasSize(2).contains(pane);
    assertThat(pane.getChildren()).isEqualTo(at(0, 2, 3, 4));
  }
}
