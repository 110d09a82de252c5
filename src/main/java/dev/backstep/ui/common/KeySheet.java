package dev.backstep.ui.common;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Every key and what it does, screen by screen. A line {@code # Step} begins a group, each other
 * line is {@code key|what it does}.
 */
final class KeySheet extends HBox {
  KeySheet(String lines, boolean inTwoColumns) {
    getStyleClass().add("key-sheet");
    List<GridPane> groups = groups(lines.split("\n"));
    int first = inTwoColumns ? balanced(groups) : groups.size();
    addColumn(groups.subList(0, first));
    if (first < groups.size()) {
      addColumn(groups.subList(first, groups.size()));
    }
  }

  private void addColumn(List<GridPane> groups) {
    VBox column = new VBox();
    column.getChildren().setAll(groups);
    column.setPrefWidth(0);
    HBox.setHgrow(column, Priority.ALWAYS);
    getChildren().add(column);
  }

  /** The number of groups with about half the rows. */
  private static int balanced(List<GridPane> groups) {
    int all = groups.stream().mapToInt(GridPane::getRowCount).sum();
    int rows = 0;
    int count = 0;
    while (2 * (rows + groups.get(count).getRowCount() / 2) < all) {
      rows += groups.get(count++).getRowCount();
    }
    return count;
  }

  private static List<GridPane> groups(String... lines) {
    List<GridPane> groups = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("# ")) {
        groups.add(group(line.substring(2)));
      } else {
        addKey(groups.get(groups.size() - 1), line.split("\\|", 2));
      }
    }
    return groups;
  }

  private static GridPane group(String name) {
    GridPane group = new GridPane();
    group.getStyleClass().add("key-group");
    ColumnConstraints keys = new ColumnConstraints();
    ColumnConstraints meanings = new ColumnConstraints();
    meanings.setHgrow(Priority.ALWAYS);
    group.getColumnConstraints().addAll(keys, meanings);
    Label title = new Label(name);
    title.getStyleClass().add("section-title");
    group.add(title, 0, 0, 2, 1);
    return group;
  }

  private static void addKey(GridPane group, String... parts) {
    Label key = new Label(parts[0].strip());
    key.getStyleClass().addAll("mono", "key");

    key.setWrapText(true);
    key.setMinHeight(Label.USE_PREF_SIZE);
    Label meaning = new Label(parts[1].strip());
    meaning.setWrapText(true);
    GridPane.setValignment(key, VPos.TOP);
    group.addRow(group.getRowCount(), key, meaning);
  }
}
