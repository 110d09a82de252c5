package dev.backstep.ui.lab;

import dev.backstep.fault.FaultTexts;
import dev.backstep.fault.evidence.CheckedQuantity;
import dev.backstep.fault.evidence.Difference;
import dev.backstep.fault.evidence.FaultEffect;
import dev.backstep.net.Notation;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.common.ViewOptions;
import dev.backstep.ui.common.WhileShown;
import dev.backstep.ui.parts.CheckGrid;
import dev.backstep.ui.parts.CheckMark;
import dev.backstep.ui.parts.CheckTable;
import dev.backstep.ui.time.TimeScroll;
import dev.backstep.words.Texts;
import java.util.List;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The check of a fault: letters, the grid, the totals, and the picture of the row looked at. */
public final class LabCheckController {
  private final BugLabViewModel lab;
  private final Texts texts;
  private final ViewOptions options;
  private final ObservableValue<Notation> notation;
  private final ObservableValue<Screen> screen;
  private final LabWords words;
  private CheckTable table;
  private TimeScroll time;
  private LabTotals labTotals;
  private LabStrips labStrips;

  @FXML private HBox letterRow;
  @FXML private HBox gridRow;
  @FXML private VBox names;
  @FXML private FlowPane totals;
  @FXML private VBox rows;
  @FXML private VBox strips;
  @FXML private ScrollBar timeScroll;
  @FXML private Label readOut;

  public LabCheckController(
      BugLabViewModel lab, Texts texts, ViewOptions options, ObservableValue<Screen> screen) {
    this.lab = lab;
    this.texts = texts;
    this.options = options;
    notation = options.notation();
    this.screen = screen;
    words = new LabWords(texts, FaultTexts.load());
  }

  @FXML
  private void initialize() {
    table = CheckTable.in(letterRow, gridRow, names);
    table.axis().foldedProperty().bind(options.squaresProperty());
    addGrid(table.grid());
    time = new TimeScroll(table.axis(), timeScroll);
    time.followWheelOver(rows, table.letters());
    labTotals = new LabTotals(lab, words, notation, totals);
    labStrips = new LabStrips(lab, words, notation, table.axis(), strips, this::read);
    List<Observable> changes =
        List.of(
            lab.bench().examinationProperty(),
            lab.modeProperty(),
            lab.prediction().outcomeProperty(),
            notation);
    changes.forEach(change -> WhileShown.run(screen, BugLabScreen.ID, change, this::show));
    lab.rowProperty().addListener(observable -> showPlace());
    lab.cursor().timestepProperty().addListener(observable -> showPlace());
  }

  private void addGrid(CheckGrid grid) {
    grid.setId("check-grid");
    grid.setAccessibleText(texts.of("lab.grid"));
    grid.setOnPick(cell -> lab.goTo(rowsShown().get(cell.row()), cell.timestep()));
    grid.wordsProperty().addListener((property, before, now) -> read(now));
  }

  private FaultEffect examination() {
    return lab.bench().examinationProperty().get();
  }

  private void show() {
    if (examination() == null) {
      return;
    }
    List<String> rowNames =
        rowsShown().stream().map(checked -> words.row(checked, notation.getValue())).toList();
    table.show(examination().right(), rowNames);
    table.grid().setContent(new Marks(examination()));
    table.grid().coveredProperty().set(lab.isCovered());
    labTotals.show(examination());
    showPlace();
  }

  private void showPlace() {
    if (examination() == null) {
      return;
    }
    int t = lab.cursor().timestepProperty().get();
    table.grid().setPicked(new CheckGrid.Cell(rowsShown().indexOf(lab.rowProperty().get()), t));
    table.axis().reveal(t);
    strips.setVisible(!lab.isCovered());
    strips.setManaged(!lab.isCovered());
    labStrips.show(examination());
    read("");
  }

  /** Says what is pointed at, or else what stands at the cursor. */
  private void read(String said) {
    if (examination() != null) {
      readOut.setText(said.isEmpty() ? atCursor() : said);
    }
  }

  private String atCursor() {
    return lab.isCovered()
        ? texts.of("lab.covered.help")
        : square(lab.rowProperty().get(), lab.cursor().timestepProperty().get());
  }

  /** From top to bottom: the vectors as they are computed, then the shares. */
  private List<CheckedQuantity> rowsShown() {
    return CheckedQuantity.rows(examination().right().net());
  }

  private String square(CheckedQuantity checked, int timestep) {
    return words.square(checked, timestep, examination(), notation.getValue());
  }

  /** Zooms by a typed character. */
  void onTyped(String character) {
    time.onTyped(character, lab.cursor().timestepProperty().get());
  }

  /** The grid's squares. */
  private final class Marks implements CheckGrid.Content {
    private final FaultEffect shown;
    private final List<CheckedQuantity> listed;

    Marks(FaultEffect shown) {
      this.shown = shown;
      listed = CheckedQuantity.rows(shown.right().net());
    }

    @Override
    public int rows() {
      return listed.size();
    }

    @Override
    public CheckMark at(CheckGrid.Cell cell) {
      Difference difference = shown.signature().at(listed.get(cell.row()), cell.timestep());
      return FaultEffect.isWrong(difference)
          ? CheckMark.differs(difference.error())
          : CheckMark.AGREES;
    }

    @Override
    public String words(CheckGrid.Cell cell) {
      return lab.isCovered()
          ? texts.of("parts.covered")
          : square(listed.get(cell.row()), cell.timestep());
    }
  }
}
