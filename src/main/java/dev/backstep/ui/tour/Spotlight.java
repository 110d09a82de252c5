package dev.backstep.ui.tour;

import dev.backstep.net.Vector;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Dims the parts of the Step screen that a chapter does not mean. */
final class Spotlight {
  private static final PseudoClass DIM = PseudoClass.getPseudoClass("dim");
  private static final String GRAPH = "#network";

  private final ObservableValue<Spot> spot;
  private final Pane rows;

  /**
   * Follows what is meant.
   *
   * @param rows the unrolled net and the heatmaps, one below the other
   */
  Spotlight(ObservableValue<Spot> spot, Pane rows) {
    this.spot = spot;
    this.rows = rows;
    spot.addListener((property, before, now) -> show());
    rows.getChildren().addListener((ListChangeListener<Node>) change -> show());
    show();
  }

  private void show() {
    Spot meant = spot.getValue();
    rows.getChildren()
        .forEach(
            row -> row.pseudoClassStateChanged(DIM, meant != Spot.NONE && !isMeant(row, meant)));
  }

  private static boolean isMeant(Node row, Spot meant) {
    Stream<String> names = meant.rows().stream().map(Vector::symbol).map(name -> "#" + name);
    return Stream.concat(names, meant.hasGraph() ? Stream.of(GRAPH) : Stream.empty())
        .anyMatch(name -> row.lookup(name) != null);
  }
}
