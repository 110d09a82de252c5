package dev.backstep.ui.mycode;

import dev.backstep.check.submission.SuppliedRows;
import dev.backstep.net.Vector;
import dev.backstep.ui.parts.PairRows;
import dev.backstep.ui.time.TimeAxis;
import dev.backstep.words.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;

/**
 * The row of the grid that is looked at, side by side: as it is right, as the program has it, and
 * by how much it differs.
 */
final class CodeStrips {
  private static final List<String> PARTS =
      List.of("mycode.strip.right", "mycode.strip.yours", "mycode.strip.difference");

  private final MyCodeViewModel code;
  private final Texts texts;
  private final TimeAxis axis;
  private final VBox box;
  private final Consumer<String> read;
  private final Map<Vector, PairRows> rows = new LinkedHashMap<>();

  /**
   * @param box is filled
   * @param read told in words what is pointed at
   */
  CodeStrips(MyCodeViewModel code, Texts texts, TimeAxis axis, VBox box, Consumer<String> read) {
    this.code = code;
    this.texts = texts;
    this.axis = axis;
    this.box = box;
    this.read = read;
  }

  void show() {
    box.getChildren().clear();
    if (code.placeProperty().get() instanceof CodePlace.OfCell cell) {
      CodeCheck check = code.checkProperty().get();
      check.submission().rows().stream()
          .filter(supplied -> supplied.quantity() == cell.row().quantity())
          .findFirst()
          .ifPresent(supplied -> show(check, supplied, cell));
    }
  }

  private void show(CodeCheck check, SuppliedRows supplied, CodePlace.OfCell cell) {
    PairRows shown = rows.computeIfAbsent(supplied.quantity(), this::rowsOf);
    shown.addTo(box);
    CodeColumns columns = check.columns();
    shown.show(
        supplied.quantity(),
        columns.right(supplied.quantity()),
        supplied.values(),
        column -> columns.words(texts, column),
        column -> (columns.timestep(column) + " " + columns.letter(column)).strip());
    shown.setOnPick(t -> code.placeProperty().set(new CodePlace.OfCell(cell.row(), t)));
    shown.setCursor(cell.timestep());
  }

  private PairRows rowsOf(Vector quantity) {
    List<String> names = PARTS.stream().map(key -> texts.of(key, quantity.symbol())).toList();
    PairRows made = new PairRows(texts, axis, "code-" + quantity.symbol(), names);
    made.setOnRead(read);
    return made;
  }
}
