package dev.backstep.ui.tour;

import dev.backstep.net.Vector;
import dev.backstep.ui.common.ScrolledIntoView;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;

/**
 * Dims the parts of the Step screen that a chapter does not mean, and brings the others to sight.
 */
final class Spotlight {
  private static final PseudoClass DIM = PseudoClass.getPseudoClass("dim");
  private static final String GRAPH = "#network";

  private final ObservableValue<MeantParts> spot;
  private final Pane rows;
  private final ScrolledIntoView scroll;

  /**
   * Follows what is meant.
   *
   * @param rows the unrolled net and the heatmaps, one below the other
   * @param around the pane in which they are scrolled where there is little room
   */
  Spotlight(ObservableValue<MeantParts> spot, Pane rows, ScrollPane around) {
    this.spot = spot;
    this.rows = rows;
    scroll = new ScrolledIntoView(around);
    around.viewportBoundsProperty().addListener(observable -> reveal());
    spot.addListener((property, before, now) -> show());
    rows.getChildren().addListener((ListChangeListener<Node>) change -> show());
    show();
  }

  private void show() {
    MeantParts meant = spot.getValue();
    rows.getChildren().forEach(row -> row.pseudoClassStateChanged(DIM, !isMeant(row, meant)));
    reveal();
  }

  /** The first heatmap that is meant is seen in any case, the last one too if there is room. */
  private void reveal() {
    if (spot.getValue().isAll()) {
      return;
    }
    List<Node> meant =
        rows.getChildren().stream().filter(row -> isMeant(row, spot.getValue())).toList();
    if (!meant.isEmpty()) {
      scroll.show(meant.get(meant.size() - 1));
      scroll.show(meant.get(spot.getValue().hasGraph() && meant.size() > 1 ? 1 : 0));
    }
  }

  private static boolean isMeant(Node row, MeantParts meant) {
    Stream<String> names = meant.rows().stream().map(Vector::symbol).map(name -> "#" + name);
    return meant.isAll()
        || Stream.concat(names, meant.hasGraph() ? Stream.of(GRAPH) : Stream.empty())
            .anyMatch(name -> row.lookup(name) != null);
  }
}
