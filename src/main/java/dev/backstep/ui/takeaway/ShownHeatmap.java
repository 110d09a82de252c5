package dev.backstep.ui.takeaway;

import dev.backstep.io.csv.CsvTables;
import dev.backstep.math.ColumnSelection;
import dev.backstep.math.MatrixView;
import dev.backstep.math.Transposed;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import dev.backstep.ui.heatmap.MatrixHeatmap;
import dev.backstep.ui.heatmap.TimeHeatmap;
import dev.backstep.ui.picture.Sheet;
import dev.backstep.ui.screen.ScreenPart;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** A heatmap of the screen, as it is now: what it is called, its picture, its numbers. */
sealed interface ShownHeatmap {
  /** The heatmap that a node shows; null if it is none, or an empty one. */
  static @Nullable ShownHeatmap of(@Nullable Node node, ScreenPart screen) {
    Trace trace = screen.trace().orElse(null);
    if (trace != null && node instanceof TimeHeatmap map && map.valuesProperty().get() != null) {
      return new OverTime(map, trace, screen.sequenceText());
    }
    if (trace != null
        && node instanceof MatrixHeatmap map
        && map.valuesProperty().get() != null
        && !map.coveredProperty().get()) {
      return new Matrix(map, trace, screen.whereabouts());
    }
    return null;
  }

  String name();

  Sheet sheet();

  String csv();

  private static List<String> numbers(int count) {
    return IntStream.range(0, count).mapToObj(String::valueOf).toList();
  }

  private static List<String> characters(Trace trace, int count) {
    return IntStream.range(0, count).mapToObj(trace::label).toList();
  }

  /** One quantity of every timestep. */
  record OverTime(
      String name,
      Trace trace,
      MatrixView values,
      boolean perCharacter,
      IntPredicate computed,
      TimeHeatmap map,
      String word)
      implements ShownHeatmap {
    OverTime(TimeHeatmap map, Trace trace, String word) {
      this(
          nameOf(map, trace),
          trace,
          map.valuesProperty().get(),
          isPerCharacter(quantity(map, trace)),
          map::isSeen,
          map,
          word);
    }

    /** The very buffer that is shown says which quantity it is. */
    private static @Nullable Vector quantity(TimeHeatmap map, Trace trace) {
      for (Vector quantity : trace.net().vectors()) {
        if (trace.values(quantity) == whole(map.valuesProperty().get())) {
          return quantity;
        }
      }
      return null;
    }

    /** All columns in their own order, of which the picture may show a selection. */
    private static MatrixView whole(MatrixView values) {
      return values instanceof ColumnSelection selection ? selection.matrix() : values;
    }

    private List<String> marks() {
      int[] ids =
          values instanceof ColumnSelection selection
              ? selection.columns()
              : IntStream.range(0, values.cols()).toArray();
      return IntStream.of(ids)
          .mapToObj(id -> perCharacter ? trace.label(id) : String.valueOf(id))
          .toList();
    }

    private static boolean isPerCharacter(@Nullable Vector quantity) {
      return quantity != null && quantity.isPerCharacter();
    }

    /** The symbol on Step; elsewhere several may show the same quantity, and have names. */
    private static String nameOf(TimeHeatmap map, Trace trace) {
      Vector quantity = quantity(map, trace);
      return quantity != null && quantity.symbol().equals(map.getId())
          ? quantity.symbol()
          : map.getAccessibleText();
    }

    @Override
    public Sheet sheet() {
      return new Sheet(
          name,
          word + " · " + values.cols() + " × " + values.rows(),
          // Time, which runs downwards in the buffers, runs to the right in pictures.
          new Transposed(values),
          computed,
          IntStream.range(0, values.rows()).mapToObj(t -> trace.label(trace.input(t))).toList(),
          marks(),
          map.scaleProperty().get(),
          map.kindProperty().get(),
          map.limitProperty().get(),
          new Sheet.Columns(map.fold(), map.limitsProperty().get(), said()));
    }

    private String said() {
      return map.limitsProperty().get() == null ? "" : map.names().limitPerColumn();
    }

    @Override
    public String csv() {
      return CsvTables.overTime(trace, name, whole(values), perCharacter, computed);
    }
  }

  /** A matrix or a vector as it is written. */
  record Matrix(String name, Trace trace, MatrixView values, MatrixHeatmap map, String whereabouts)
      implements ShownHeatmap {
    Matrix(MatrixHeatmap map, Trace trace, String whereabouts) {
      this(map.getAccessibleText(), trace, map.valuesProperty().get(), map, whereabouts);
    }

    @Override
    public Sheet sheet() {
      int rows = values.rows();
      List<String> marks =
          rows == 1
              ? List.of()
              : map.names().hasCharacterRows() ? characters(trace, rows) : numbers(rows);
      return new Sheet(
          name,
          whereabouts + " · " + rows + " × " + values.cols(),
          values,
          column -> true,
          List.of(),
          marks,
          map.scaleProperty().get(),
          map.kindProperty().get(),
          map.limitProperty().get(),
          Sheet.Columns.alike(values));
    }

    @Override
    public String csv() {
      return CsvTables.matrix(
          trace, name, values, map.names().hasCharacterRows(), map.names().hasCharacterColumns());
    }
  }
}
