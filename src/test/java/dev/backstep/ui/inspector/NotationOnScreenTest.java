package dev.backstep.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import dev.backstep.model.Parameters;
import dev.backstep.net.Cell;
import dev.backstep.net.Notation;
import dev.backstep.net.Vanilla;
import dev.backstep.trace.Entry;
import dev.backstep.ui.paint.Formula;
import dev.backstep.ui.paint.Pulses;
import dev.backstep.ui.shell.UserPreferences;
import dev.backstep.ui.shell.WindowTest;
import dev.backstep.ui.step.StepViewModel;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The equations as they are drawn, and the weights called by other names. */
class NotationOnScreenTest extends WindowTest {
  private StepViewModel step;

  @BeforeEach
  void openAWord() throws TimeoutException {
    step = window.viewModel().step();
    openDinosaursAndShow("triceratops");
    WaitForAsyncUtils.asyncFx(() -> step.goTo(step.timelineProperty().get().backward(6)));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Set<Formula> shownFormulas() {
    return from(lookup(".equations"))
        .lookup((Node node) -> node instanceof Formula && isSeen(node))
        .queryAllAs(Formula.class);
  }

  private String arithmetic() {
    return WaitForAsyncUtils.waitForAsyncFx(
        Deadline.MILLIS,
        () ->
            from(lookup(".arithmetic-lines")).lookup(".piece").queryAllAs(Text.class).stream()
                .map(Text::getText)
                .collect(Collectors.joining(" ")));
  }

  private String copied() {
    return WaitForAsyncUtils.waitForAsyncFx(
        Deadline.MILLIS, () -> Clipboard.getSystemClipboard().getString());
  }

  @Test
  void everyEquationIsDrawnAndNoneIsWiderThanItsRow() throws TimeoutException {
    await(() -> shownFormulas().stream().allMatch(Formula::isSet));
    Pulses.settle();
    assertThat(shownFormulas()).hasSize(8);
    Node body = lookup(".equations").query();
    for (Formula formula : shownFormulas()) {
      double right = formula.localToScene(formula.getBoundsInLocal()).getMaxX();
      assertThat(right).isLessThanOrEqualTo(body.localToScene(body.getLayoutBounds()).getMaxX());
      assertThat(formula.getWidth()).isGreaterThan(20);
    }
  }

  @Test
  void anEquationIsLitByAClickByTheKeyboardAndByTheArrows() {
    clickOn("#equation-dxt");
    assertThat(step.activeProperty().get()).isEqualTo(Vanilla.NET.rule("dxt"));
    type(KeyCode.TAB).type(KeyCode.SPACE);
    assertThat(step.activeProperty().get()).isEqualTo(Vanilla.NET.rule("dh_prev"));
    type(KeyCode.UP).type(KeyCode.UP);
    assertThat(step.activeProperty().get()).isEqualTo(Vanilla.NET.rule("dw_hidden"));
    Node lit = lookup("#equation-dw_hidden").query();
    assertThat(lit.getPseudoClassStates())
        .anyMatch(each -> each.getPseudoClassName().equals("active"));
    assertThat(lit.getAccessibleText()).contains("dW2 += h_prevᵀ·dtanh");
  }

  @Test
  void oneKeyCallsTheWeightsByTheNamesOfTheLiteratureEverywhere() {
    WaitForAsyncUtils.asyncFx(() -> step.selection().select(new Entry.OfCell(Cell.DH_PREV, 6, 3)));
    WaitForAsyncUtils.asyncFx(() -> step.activate(Vanilla.NET.rule("dxt")));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(arithmetic()).contains("Σⱼ\u00a0dtanh[j]·W2[3,j]");
    assertThat(textOf(".code")).isEqualTo("dxt = dtanh @ W1.T");

    press(KeyCode.CONTROL).type(KeyCode.M).release(KeyCode.CONTROL);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(window.viewModel().options().fieldNamesProperty().get()).isTrue();
    assertThat(arithmetic()).contains("Σⱼ\u00a0dtanh[j]·Whh[j,3]");
    Hyperlink link = from(lookup(".arithmetic-lines")).lookup(".hyperlink").query();
    assertThat(link.getTooltip().getText()).matches("dtanh\\[(\\d+)]·Whh\\[\\1,3]");
    assertThat(textOf(".code")).isEqualTo("dxt = Wxh.T @ dtanh");
    assertThat(lookup("#equation-dh").query().getAccessibleText())
        .isEqualTo("dh = Whyᵀ·e + dh_later");
    assertThat(textOf("#parameter-" + Parameters.W2)).isEqualTo("Whh");
    assertThat(textOf("#parameter-" + Parameters.BO)).isEqualTo("by");

    press(KeyCode.CONTROL).type(KeyCode.M).release(KeyCode.CONTROL);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(arithmetic()).contains("Σⱼ\u00a0dtanh[j]·W2[3,j]");
    assertThat(textOf("#parameter-" + Parameters.W2)).isEqualTo("W2");
  }

  @Test
  void whatIsCopiedHasTheNamesThatAreShown() throws TimeoutException {
    press(KeyCode.CONTROL).type(KeyCode.M).release(KeyCode.CONTROL);
    interact(() -> Clipboard.getSystemClipboard().clear());
    WaitForAsyncUtils.asyncFx(() -> lookup("#copyTest").queryAs(Button.class).fire());
    await(() -> Clipboard.getSystemClipboard().hasString());
    assertThat(copied()).contains("\nWhh = np.array(").doesNotContain("W2");
    WaitForAsyncUtils.asyncFx(() -> lookup("#copyTable").queryAs(Button.class).fire());
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(copied())
        .contains("\\begin{tabular}")
        .contains("$t = 6,")
        .contains("\\mathrm{d}h = W_{hy}^{\\top}\\,e");
  }

  @Test
  void theNamesAreRememberedFromOneStartToTheNext() {
    WaitForAsyncUtils.waitForAsyncFx(
        Deadline.MILLIS,
        () -> {
          Stage stage = (Stage) window.scene().getWindow();
          UserPreferences preferences = new UserPreferences(window.viewModel(), stage);
          BooleanProperty names = window.viewModel().options().fieldNamesProperty();
          names.set(true);
          preferences.save();
          names.set(false);
          preferences.restore();
          assertThat(names.get()).isTrue();
          assertThat(step.notationProperty().get()).isEqualTo(Notation.FIELD);
          names.set(false);
          preferences.save();
          return null;
        });
  }
}
