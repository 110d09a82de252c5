package dev.backstep.ui.view;

import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultGroup;
import dev.backstep.fault.FaultTexts;
import dev.backstep.ui.viewmodel.BugLabViewModel;
import dev.backstep.ui.viewmodel.MainViewModel;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;

/** The faults under the headings of their groups; the arrows go over the headings. */
public final class FaultListController {
  private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

  private final BugLabViewModel lab;
  private final FaultTexts words = FaultTexts.load();

  /** Groups and faults. */
  @FXML private ListView<Enum<?>> faults;

  public FaultListController(MainViewModel main) {
    lab = main.bugLab();
  }

  @FXML
  private void initialize() {
    for (FaultGroup group : FaultGroup.values()) {
      faults.getItems().add(group);
      Fault.catalogue().stream()
          .filter(fault -> fault.group() == group)
          .forEach(faults.getItems()::add);
    }
    faults.setCellFactory(list -> new FaultCell());
    faults
        .getSelectionModel()
        .selectedIndexProperty()
        .addListener((property, before, now) -> onSelected(before.intValue(), now.intValue()));
    lab.faultProperty().addListener(observable -> show());
    show();
  }

  private void onSelected(int before, int now) {
    if (now < 0) {
      return;
    }
    if (faults.getItems().get(now) instanceof Fault fault) {
      lab.faultProperty().set(fault);
    } else {
      boolean isUpwards = now < before && now > 0;
      faults.getSelectionModel().clearAndSelect(isUpwards ? now - 1 : now + 1);
    }
  }

  private void show() {
    faults.getSelectionModel().select(lab.faultProperty().get());
  }

  /** A heading or a fault, in as many lines as it takes. */
  private final class FaultCell extends ListCell<Enum<?>> {
    FaultCell() {
      setWrapText(true);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(Enum<?> item, boolean isEmpty) {
      super.updateItem(item, isEmpty);
      pseudoClassStateChanged(HEADING, item instanceof FaultGroup);
      setText(isEmpty || item == null ? null : title(item));
    }

    private String title(Enum<?> item) {
      return item instanceof FaultGroup group ? words.title(group) : words.title((Fault) item);
    }
  }
}
