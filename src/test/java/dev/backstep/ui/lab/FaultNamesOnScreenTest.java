package dev.backstep.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import dev.backstep.fault.Fault;
import dev.backstep.ui.shell.MainViewModel;
import dev.backstep.ui.shell.WindowTest;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Faults are called by the names of the weights that are chosen, wherever one is. */
class FaultNamesOnScreenTest extends WindowTest {
  private MainViewModel main;

  @BeforeEach
  void openDinosaurs() throws TimeoutException {
    main = window.viewModel();
    openDinosaursAndShow("stego");
  }

  private void control(KeyCode key) {
    press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
  }

  /** The words in the closed box. */
  private String chosen(String box) {
    return WaitForAsyncUtils.waitForAsyncFx(
        Deadline.MILLIS,
        () -> {
          ComboBoxListViewSkin<?> skin =
              (ComboBoxListViewSkin<?>) lookup(box).queryAs(ComboBox.class).getSkin();
          return ((ListCell<?>) skin.getDisplayNode()).getText();
        });
  }

  @Test
  void theSettingsCallAFaultByTheNamesThatAreChosen() {
    control(KeyCode.DIGIT2);
    interact(() -> main.settings().faultProperty().set(Fault.MISSING_TRANSPOSE));
    assertThat(chosen("#fault")).isEqualTo("W2 is not transposed in dh_prev");
    control(KeyCode.M);
    assertThat(chosen("#fault")).isEqualTo("Whh is not transposed in dh_prev");
    assertThat(main.settings().faultProperty().get()).isEqualTo(Fault.MISSING_TRANSPOSE);
  }

  @Test
  void theRightCodeIsComparedWithAFaultAndThePairsOwnFaultIsChosenInItsRow()
      throws TimeoutException {
    control(KeyCode.DIGIT3);
    await(() -> main.compare().comparisonProperty().get() != null);
    clickOn("#presets");
    MenuItem item =
        lookup("#presets").queryAs(MenuButton.class).getItems().stream()
            .filter(each -> "preset-fault".equals(each.getId()))
            .findFirst()
            .orElseThrow();
    assertThat(item.getText()).isEqualTo("Right code against a fault");
    interact(item::fire);
    await(() -> main.compare().comparisonProperty().get().b().fault() != Fault.NONE);
    String headline = "A: no fault   against   B: fault: %s is not transposed in dh_prev";
    assertThat(textOf(".compare #headline")).isEqualTo(headline.formatted("W2"));
    control(KeyCode.M);
    assertThat(textOf(".compare #headline")).isEqualTo(headline.formatted("Whh"));
    assertThat(main.compare().own().a().faultProperty().get()).isEqualTo(Fault.NONE);
    assertThat(main.compare().own().b().faultProperty().get()).isEqualTo(Fault.MISSING_TRANSPOSE);
  }
}
