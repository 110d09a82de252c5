package dev.backstep.ui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.reading.Programs;
import dev.backstep.fault.Fault;
import dev.backstep.net.Notation;
import dev.backstep.net.Phase;
import dev.backstep.ui.mycode.MyCodeScreen;
import dev.backstep.ui.takeaway.TakeAwayWindowTest;
import java.nio.file.Path;
import javafx.css.PseudoClass;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A program with two faulty lines at once, stepped through as it computed. */
class TwoFaultyLinesOnScreenTest extends TakeAwayWindowTest {
  private boolean isMarked(String equation) {
    return lookup(equation)
        .query()
        .getPseudoClassStates()
        .contains(PseudoClass.getPseudoClass("wrong"));
  }

  @Test
  void bothAreSaidUnderTheEquationsThoughOneEquationIsMarkedWithOne() throws Exception {
    Path file =
        Programs.saved(
            folder, "mine.npz", Programs.ours(Fault.MISSING_TRANSPOSE, Fault.DBH_FROM_DH));
    onScreen(() -> main.open(file));
    await(() -> main.screenProperty().get() == MyCodeScreen.ID);
    clickOn("#stepThrough");
    type(KeyCode.X);
    assertThat(step.momentProperty().get().phase()).isEqualTo(Phase.BACKWARD);
    String[] both = step.traceProperty().get().faultyLine().in(Notation.OURS).split("\n");
    assertThat(both).containsExactlyInAnyOrder("dh_prev = dtanh @ W2", "dbh += dh");
    assertThat(isMarked("#equation-dh_prev")).isTrue();
    assertThat(textOf("#equations-faulty-line")).contains(both);
    assertThat(seen(() -> lookup("#equations-faulty-line").query().isVisible())).isTrue();
  }
}
