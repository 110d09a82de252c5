package dev.backstep.ui.lab;

import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultGroup;
import dev.backstep.fault.FaultTexts;
import dev.backstep.fault.batch.BatchFault;
import dev.backstep.fault.batch.BatchFaultTexts;
import dev.backstep.net.Notation;
import dev.backstep.ui.labbatch.BatchLabViewModel;
import dev.backstep.words.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;

/** The faults under the headings of their groups; the arrows go over the headings. */
public final class FaultListController {
  private static final double SCROLL_BAR = 14;
  private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

  private final BugLabViewModel lab;
  private final FaultTexts titles = FaultTexts.load();
  private final BatchFaultTexts batchTitles = BatchFaultTexts.load();
  private final String batches;
  private final ObservableValue<Notation> notation;

  /** Groups and faults; the name of the group of batches, and theirs. */
  @FXML private ListView<Object> faults;

  public FaultListController(BugLabViewModel lab, Texts texts, ObservableValue<Notation> notation) {
    this.lab = lab;
    batches = texts.of("labbatch.group");
    this.notation = notation;
  }

  @FXML
  private void initialize() {
    faults.setCellFactory(list -> new FaultCell());
    faults
        .getSelectionModel()
        .selectedIndexProperty()
        .addListener((property, before, now) -> onSelected(before.intValue(), now.intValue()));
    notation.addListener((property, before, now) -> faults.refresh());
    lab.faultsProperty().addListener(observable -> list());
    lab.faultProperty().addListener(observable -> show());
    lab.batches().chosenProperty().addListener(observable -> show());
    lab.modeProperty().addListener(observable -> listBatches());
    list();
  }

  /** Another net has other faults; a group of which it has none is left out. */
  private void list() {
    List<Object> items = new ArrayList<>();
    for (FaultGroup group : FaultGroup.values()) {
      List<Fault> ofGroup =
          lab.faultsProperty().get().stream().filter(fault -> fault.group() == group).toList();
      if (!ofGroup.isEmpty()) {
        items.add(group);
        items.addAll(ofGroup);
      }
    }
    faults.getItems().setAll(items);
    show();
    listBatches();
  }

  /** Those of batches are not predicted, and none of them is hidden by the quiz. */
  private void listBatches() {
    boolean isListed = faults.getItems().contains(batches);
    boolean isWanted = lab.modeProperty().get() == LabMode.LOOK;
    if (isWanted && !isListed) {
      faults.getItems().add(batches);
      faults.getItems().addAll(BatchLabViewModel.faults());
    } else if (!isWanted && isListed) {
      // First, lest the list selects what comes in the place of one that is taken out.
      lab.batches().chosenProperty().set(null);
      faults.getItems().remove(faults.getItems().indexOf(batches), faults.getItems().size());
    }
  }

  private void onSelected(int before, int now) {
    if (now < 0) {
      return;
    }
    Object item = faults.getItems().get(now);
    if (item instanceof Fault fault) {
      lab.batches().chosenProperty().set(null);
      lab.faultProperty().set(fault);
    } else if (item instanceof BatchFault fault) {
      lab.batches().chosenProperty().set(fault);
    } else {
      boolean isUpwards = now < before && now > 0;
      faults.getSelectionModel().clearAndSelect(isUpwards ? now - 1 : now + 1);
    }
  }

  private void show() {
    BatchFault ofBatches = lab.batches().chosenProperty().get();
    faults.getSelectionModel().select(ofBatches == null ? lab.faultProperty().get() : ofBatches);
  }

  /** A heading or a fault, in as many lines as it takes. */
  private final class FaultCell extends ListCell<Object> {
    private final Label words = new Label();

    FaultCell() {
      words.setWrapText(true);
      words.setMinHeight(Label.USE_PREF_SIZE);
      setPrefWidth(0);
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      // The label is as high as it has to be at the width that the list leaves it.
      words
          .prefWidthProperty()
          .bind(
              faults
                  .widthProperty()
                  .subtract(SCROLL_BAR)
                  .subtract(Bindings.createDoubleBinding(this::padding, paddingProperty())));
    }

    /** Rows are measured before the label has its width. */
    @Override
    protected double computePrefHeight(double width) {
      Insets around = getInsets();
      double height = words.prefHeight(words.getPrefWidth());
      return Math.ceil(height + around.getTop() + around.getBottom());
    }

    private double padding() {
      return getPadding().getLeft() + getPadding().getRight();
    }

    @Override
    protected void updateItem(Object item, boolean isEmpty) {
      super.updateItem(item, isEmpty);
      pseudoClassStateChanged(HEADING, item instanceof FaultGroup || batches.equals(item));
      setGraphic(isEmpty || item == null ? null : words);
      words.setText(isEmpty || item == null ? "" : title(item));
    }

    private String title(Object item) {
      if (item instanceof FaultGroup group) {
        return titles.title(group);
      }
      return item instanceof BatchFault fault
          ? batchTitles.title(fault)
          : item instanceof Fault fault
              ? titles.title(fault, lab.net(), notation.getValue())
              : batches;
    }
  }
}
