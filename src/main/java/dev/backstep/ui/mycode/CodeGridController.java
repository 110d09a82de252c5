package dev.backstep.ui.mycode;

import dev.backstep.check.verdict.Judgement;
import dev.backstep.ui.common.ViewOptions;
import dev.backstep.ui.parts.CheckGrid;
import dev.backstep.ui.parts.CheckMark;
import dev.backstep.ui.parts.CheckTable;
import dev.backstep.ui.time.TimeScroll;
import dev.backstep.words.Texts;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Which numbers of the user's program are right: the grid, the totals, and the row looked at. */
public final class CodeGridController {
  private final MyCodeViewModel code;
  private final ViewOptions options;
  private final Texts texts;
  private CheckTable table;
  private CodeTotals codeTotals;
  private CodeStrips codeStrips;
  private TimeScroll time;
  private boolean isFitted;

  @FXML private HBox letterRow;
  @FXML private HBox gridRow;
  @FXML private VBox names;
  @FXML private FlowPane totals;
  @FXML private VBox rows;
  @FXML private VBox strips;
  @FXML private ScrollBar timeScroll;
  @FXML private Label readOut;

  public CodeGridController(MyCodeViewModel code, ViewOptions options, Texts texts) {
    this.code = code;
    this.options = options;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    table = CheckTable.in(letterRow, gridRow, names);
    table.axis().foldedProperty().bind(options.squaresProperty());
    table.axis().viewportWidthProperty().addListener(observable -> fit());
    addGrid(table.grid());
    time = new TimeScroll(table.axis(), timeScroll);
    time.followWheelOver(rows, table.letters());
    codeTotals = new CodeTotals(code, texts, totals);
    codeStrips = new CodeStrips(code, texts, table.axis(), strips, this::read);
    code.checkProperty().addListener(observable -> show());
    code.placeProperty().addListener(observable -> showPlace());
    if (check() != null) {
      show();
      showPlace();
    }
  }

  private void addGrid(CheckGrid grid) {
    grid.setId("code-grid");
    grid.setAccessibleText(texts.of("mycode.grid"));
    grid.setOnPick(
        cell ->
            code.placeProperty()
                .set(new CodePlace.OfCell(check().rows().get(cell.row()), cell.timestep())));
    grid.wordsProperty().addListener((property, before, now) -> read(now));
  }

  private CodeCheck check() {
    return code.checkProperty().get();
  }

  private CodeWords words() {
    return new CodeWords(texts, check());
  }

  private void show() {
    List<String> rowNames = check().rows().stream().map(CodeWords::name).toList();
    List<String> letters = check().columns().letters();
    table.show(letters, rowNames);
    boolean hasLetters = letters.stream().anyMatch(letter -> !letter.isEmpty());
    letterRow.setPrefHeight(hasLetters ? Region.USE_COMPUTED_SIZE : 0);
    letterRow.setMinHeight(hasLetters ? Region.USE_COMPUTED_SIZE : 0);
    letterRow.setMaxHeight(hasLetters ? Region.USE_COMPUTED_SIZE : 0);
    isFitted = false;
    fit();
    table.grid().setContent(new Marks(check(), check().columns(), words()));
    codeTotals.show(check(), words());
  }

  /** All timesteps at once if they fit, as soon as there is a width for them. */
  private void fit() {
    if (!isFitted && check() != null && table.axis().getViewportWidth() > 0) {
      isFitted = true;
      if (table.axis().maxOffset() > 0) {
        table.axis().zoomToFit();
      }
    }
  }

  private void showPlace() {
    if (code.placeProperty().get() instanceof CodePlace.OfCell cell) {
      table
          .grid()
          .setPicked(new CheckGrid.Cell(check().rows().indexOf(cell.row()), cell.timestep()));
      table.axis().reveal(cell.timestep());
    } else {
      table.grid().setPicked(null);
    }
    codeTotals.showPlace();
    codeStrips.show();
    read("");
  }

  /** What is pointed at; if nothing is, what is looked at. */
  private void read(String said) {
    readOut.setText(said.isEmpty() ? atPlace() : said);
  }

  private String atPlace() {
    return code.placeProperty().get() instanceof CodePlace.OfCell cell
        ? words().square(cell.row(), cell.timestep())
        : "";
  }

  /** Zooms by a typed character. */
  void onTyped(String character) {
    boolean isCell = code.placeProperty().get() instanceof CodePlace.OfCell;
    time.onTyped(
        character, isCell ? ((CodePlace.OfCell) code.placeProperty().get()).timestep() : 0);
  }

  /** The grid's squares. */
  private record Marks(CodeCheck check, CodeColumns columns, CodeWords said)
      implements CheckGrid.Content {
    @Override
    public int rows() {
      return check.rows().size();
    }

    @Override
    public CheckMark at(CheckGrid.Cell cell) {
      Judgement judgement = check.rows().get(cell.row()).cells().get(cell.timestep());
      return switch (judgement.outcome()) {
        case AGREES -> CheckMark.AGREES;
        case DIFFERS -> CheckMark.differs(judgement.error());
        case CANNOT_BE_JUDGED -> CheckMark.CANNOT_BE_JUDGED;
        case NOT_SUPPLIED -> CheckMark.NOT_SUPPLIED;
      };
    }

    @Override
    public String words(CheckGrid.Cell cell) {
      return said.square(check.rows().get(cell.row()), cell.timestep());
    }

    @Override
    public int number(int column) {
      return columns.timestep(column);
    }

    @Override
    public boolean beginsAnother(int column) {
      return columns.longest() > 1 && columns.beginsAnother(column);
    }
  }
}
