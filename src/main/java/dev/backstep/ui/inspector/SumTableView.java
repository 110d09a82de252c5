package dev.backstep.ui.inspector;

import dev.backstep.math.Numbers;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Factor;
import dev.backstep.trace.arithmetic.SumTable;
import dev.backstep.ui.paint.OwnKeys;
import dev.backstep.words.Texts;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a sum below one another: number, factors, product, running sum. A factor that stands
 * somewhere is a link to there.
 */
final class SumTableView extends TableView<SumTable.Row> implements OwnKeys {
  private static final double ROW = 22;
  private static final int MOST_ROWS = 12;
  private static final double NUMBER = 28;
  private static final double SHORT = 54;

  /** The room of six digits: the sum is to be compared with the number itself. */
  private static final double LONG = 84;

  private static final Set<KeyCode> KEYS =
      Set.of(
          KeyCode.UP,
          KeyCode.DOWN,
          KeyCode.LEFT,
          KeyCode.RIGHT,
          KeyCode.HOME,
          KeyCode.END,
          KeyCode.PAGE_UP,
          KeyCode.PAGE_DOWN,
          KeyCode.ENTER,
          KeyCode.ESCAPE);

  private final Consumer<Entry> follow;

  SumTableView(SumTable table, Texts texts, Consumer<Entry> follow) {
    this.follow = follow;
    setId("sumTable");
    getStyleClass().addAll("dense", "sum-table");
    setAccessibleText(texts.of("inspector.sum.table"));
    getSelectionModel().setCellSelectionEnabled(true);
    setFixedCellSize(ROW);
    // One row more for the heading, and one for a bar below where columns are wide.
    double height = ROW * (Math.min(MOST_ROWS, table.rows().size()) + 2);
    setMinHeight(height);
    setPrefHeight(height);
    TableColumn<SumTable.Row, String> number = column("#", row -> String.valueOf(row.number()));
    number.setMinWidth(NUMBER);
    number.setMaxWidth(NUMBER);
    getColumns().add(number);
    for (int i = 0; i < table.factors(); i++) {
      getColumns().add(factors(i, texts));
    }
    if (table.rows().stream().anyMatch(row -> row.term().divisor() != null)) {
      getColumns().add(column(texts.of("inspector.sum.divisor"), SumTableView::divisor));
    }
    getColumns()
        .add(column(texts.of("inspector.sum.product"), row -> Numbers.three(row.product())));
    TableColumn<SumTable.Row, String> running =
        column(texts.of("inspector.sum.running"), row -> Numbers.six(row.running()));
    running.setMinWidth(LONG);
    getColumns().add(running);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    getItems().setAll(table.rows());
    addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
  }

  private static String divisor(SumTable.Row row) {
    Factor divisor = row.term().divisor();
    return divisor == null ? "" : Numbers.three(divisor.value());
  }

  private static TableColumn<SumTable.Row, String> column(
      String title, Function<SumTable.Row, String> text) {
    TableColumn<SumTable.Row, String> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    column.setSortable(false);
    column.setReorderable(false);
    column.setMinWidth(SHORT);
    return column;
  }

  private TableColumn<SumTable.Row, String> factors(int i, Texts texts) {
    TableColumn<SumTable.Row, String> column =
        column(
            texts.of("inspector.sum.factor"),
            row -> {
              Factor factor = row.factor(i);
              return factor == null ? "" : Numbers.three(factor.value());
            });
    column.setCellFactory(of -> new FactorCell(i));
    column.setUserData(i);
    return column;
  }

  /** Enter follows the factor that it is on, Escape gives the keys back; the rest is a table's. */
  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      getScene().getRoot().requestFocus();
      event.consume();
      return;
    }
    TablePosition<?, ?> at = getFocusModel().getFocusedCell();
    if (event.getCode() != KeyCode.ENTER || at == null || at.getRow() < 0) {
      return;
    }
    if (at.getTableColumn() != null && at.getTableColumn().getUserData() instanceof Integer i) {
      follow(getItems().get(at.getRow()).factor(i));
      event.consume();
    }
  }

  private void follow(@Nullable Factor factor) {
    if (factor != null && factor.source() != null) {
      follow.accept(factor.source());
    }
  }

  @Override
  public boolean uses(KeyEvent event) {
    return OwnKeys.isPlain(event) && KEYS.contains(event.getCode());
  }

  /** A number that leads to where it was computed. */
  private final class FactorCell extends TableCell<SumTable.Row, String> {
    private final int place;

    FactorCell(int place) {
      this.place = place;
      setOnMouseClicked(
          event -> {
            if (getTableRow() != null && getTableRow().getItem() != null) {
              follow(getTableRow().getItem().factor(place));
            }
          });
    }

    @Override
    protected void updateItem(@Nullable String text, boolean isEmpty) {
      super.updateItem(text, isEmpty);
      setText(isEmpty ? null : text);
      SumTable.Row row = isEmpty || getTableRow() == null ? null : getTableRow().getItem();
      Factor factor = row == null ? null : row.factor(place);
      boolean isLink = factor != null && factor.source() != null;
      getStyleClass().remove("sum-link");
      if (isLink) {
        getStyleClass().add("sum-link");
      }
      setAccessibleText(factor == null ? text : factor.symbol() + " = " + text);
    }
  }
}
