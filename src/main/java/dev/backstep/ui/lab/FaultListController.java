package dev.backstep.ui.lab;

import dev.backstep.fault.Fault;
import dev.backstep.fault.FaultGroup;
import dev.backstep.fault.FaultTexts;
import dev.backstep.net.Notation;
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
  private final ObservableValue<Notation> notation;

  /** Groups and faults. */
  @FXML private ListView<Object> faults;

  public FaultListController(BugLabViewModel lab, ObservableValue<Notation> notation) {
    this.lab = lab;
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
      pseudoClassStateChanged(HEADING, item instanceof FaultGroup);
      setGraphic(isEmpty || item == null ? null : words);
      words.setText(isEmpty || item == null ? "" : title(item));
    }

    private String title(Object item) {
      return item instanceof FaultGroup group
          ? titles.title(group)
          : titles.title((Fault) item, lab.net(), notation.getValue());
    }
  }
}
