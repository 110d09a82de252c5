package dev.backstep.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.fault.FaultCatalogue;
import dev.backstep.fault.evidence.CheckedQuantity;
import dev.backstep.fault.evidence.FaultSurvey;
import dev.backstep.net.Lstm;
import dev.backstep.training.RunSettings;
import dev.backstep.ui.heatmap.Heatmap;
import dev.backstep.ui.labbatch.BatchLabViewModel;
import dev.backstep.ui.paint.Pulses;
import dev.backstep.ui.parts.CheckGrid;
import dev.backstep.ui.shell.KeyboardTest;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** The Bug lab with an LSTM, in the window. */
class BugLabOfGatesOnScreenTest extends KeyboardTest {
  private BugLabViewModel lab;

  private void openLstm() throws TimeoutException {
    lab = main.bugLab();
    press(KeyCode.CONTROL).type(KeyCode.DIGIT4).release(KeyCode.CONTROL);
    await(() -> lab.bench().examinationProperty().get() != null);
    interact(() -> lab.goTo(CheckedQuantity.DTANH, 0));
    interact(
        () -> main.session().changeSettings(List.of(RunSettings.defaults().withCell(Lstm.NET))));
    await(
        () ->
            lab.net().equals(Lstm.NET)
                && lab.bench().examinationProperty().get().right().net().equals(Lstm.NET)
                && isSurveyed(lab.bench().surveyProperty().get()));
  }

  /** Whether it is the survey of the LSTM, which comes later than what was examined. */
  private static boolean isSurveyed(FaultSurvey survey) {
    return survey != null && survey.tried().equals(FaultCatalogue.of(Lstm.NET).listed());
  }

  @Test
  void rightWrongAndDifferenceAreSeenWithoutScrollingInAWindowOf900Pixels()
      throws TimeoutException {
    interact(
        () -> {
          Stage stage = (Stage) window.scene().getWindow();
          stage.setWidth(1440);
          stage.setHeight(900);
        });
    openLstm();
    Pulses.settle();
    for (String part : List.of("a", "b", "difference")) {
      Heatmap strip = heatmap("lab-dh_prev-" + part);
      Bounds place = strip.localToScene(strip.getLayoutBounds());
      assertThat(place.getHeight()).as(part).isGreaterThan(25);
      assertThat(place.getMaxY()).as(part).isLessThan(850);
    }
  }

  @Test
  void itListsTheFaultsOfTheCellAndShowsItsRowsAndTotals() throws TimeoutException {
    openLstm();
    ListView<Object> faults = lookup("#faults").query();
    assertThat(faults.getItems())
        .containsAll(FaultCatalogue.of(Lstm.NET).listed())
        .containsAll(BatchLabViewModel.faults())
        .hasSize(32 + 4 + 8 + 1);
    assertThat(faults.getSelectionModel().getSelectedItem()).hasToString("lstm-missing-transpose");
    assertThat(lookup("#faultyLine").query().getAccessibleText())
        .contains("dh_prev = da_i @ W2_i + ");
    for (String total : List.of("dW1_i", "dW2_o", "db_g", "dW3", "dh0", "dc0")) {
      assertThat(lookup("#total-" + total).queryAs(Label.class).getText()).startsWith(total);
    }
    CheckGrid grid = lookup("#check-grid").query();
    assertThat(grid.getAccessibleText()).isNotBlank();
    assertThat(textOf(".check-panel #readOut")).startsWith("dh_prev at t =");
    await(() -> textOf("#alike").contains("of the 32 faults spoil every gradient of the cell"));
    await(() -> isSeen("#alike"));
  }

  @Test
  void itSaysNothingOfFaultsBeforeThePredictionIsMade() throws TimeoutException {
    openLstm();
    interact(() -> lab.modeProperty().set(LabMode.PREDICT));
    assertThat(isSeen("#alike")).isFalse();
    assertThat(lookup("#guess-dc0").tryQuery()).isPresent();
    interact(lab::reveal);
    await(() -> isSeen("#alike"));
  }
}
