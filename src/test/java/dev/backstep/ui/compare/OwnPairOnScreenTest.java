package dev.backstep.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.net.Lstm;
import dev.backstep.ui.shell.KeyboardTest;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnPairOnScreenTest extends KeyboardTest {
  private CompareViewModel compare;

  @BeforeEach
  void showCompare() throws TimeoutException {
    compare = main.compare();
    show(CompareScreen.ID);
  }

  private TextField hiddenOfB() {
    return lookup("#sideHidden").queryAllAs(TextField.class).stream()
        .filter(field -> field.getAccessibleText().endsWith("of B"))
        .findFirst()
        .orElseThrow();
  }

  private void typeHiddenOfB(String units) {
    interact(hiddenOfB()::requestFocus);
    control(KeyCode.A);
    write(units).type(KeyCode.ENTER);
  }

  @Test
  void aPairIsSetWithoutAMouseAndTheFormClosesWhenItBegins() throws TimeoutException {
    tabTo("ownSettings");
    type(KeyCode.SPACE);
    typeHiddenOfB("9");
    await(() -> compare.comparisonProperty().get().b().hidden() == 9);

    assertThat(textOf(".compare #headline"))
        .isEqualTo("A: H 16, h0 zero   against   B: H 9, h0 carried");
    assertThat(textOf("#presets")).isEqualTo("Your own pair");
    assertThat(isSeen(".own-pair")).isFalse();
  }

  @Test
  void eachSideHasItsCellWithTheBiasOfItsGate() throws TimeoutException {
    clickOn("#ownSettings");
    assertThat(biases()).isEmpty();
    interact(() -> compare.own().b().cellProperty().set(Lstm.NET));
    assertThat(biases())
        .extracting(TextField::getAccessibleText)
        .containsExactly("Forget bias of B");
    interact(biases().get(0)::requestFocus);
    control(KeyCode.A);
    write("0.5").type(KeyCode.ENTER);
    await(() -> compare.comparisonProperty().get().b().gateBias() == 0.5);
    assertThat(textOf(".compare #headline"))
        .isEqualTo("A: vanilla RNN, h0 zero   against   B: LSTM, forget bias 0.5, h0 carried");
  }

  private List<TextField> biases() {
    return lookup("#sideGateBias").queryAllAs(TextField.class).stream()
        .filter(field -> field.getParent().getParent().isVisible())
        .toList();
  }

  @Test
  void whatIsWrongIsToldBesideTheFieldsAndThePairStays() {
    clickOn("#ownSettings");
    typeHiddenOfB("0");
    assertThat(textOf("#ownError")).startsWith("B: ").contains("is 0", "1 to 1024");
    assertThat(compare.comparisonProperty().get().b().hidden()).isEqualTo(16);
    clickOn("#cancelOwn");
    assertThat(hiddenOfB().getText()).isEqualTo("16");
  }
}
