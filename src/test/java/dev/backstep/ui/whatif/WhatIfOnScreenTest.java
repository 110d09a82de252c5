package dev.backstep.ui.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.ui.paint.Pulses;
import dev.backstep.ui.shell.WindowTest;
import dev.backstep.ui.step.StepViewModel;
import java.util.concurrent.TimeoutException;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Double clicks on a weight, changes it with the keys, and comes back with Escape. */
class WhatIfOnScreenTest extends WindowTest {
  private StepViewModel step;

  @BeforeEach
  void openAWord() throws TimeoutException {
    step = window.viewModel().step();
    openDinosaursAndShow("triceratops");
    interact(() -> step.goTo(step.timelineProperty().get().backward(3)));
  }

  private void doubleClick(String query, double xShare, double yShare) {
    Node node = lookup(query).query();
    Point2D there =
        node.localToScreen(
            node.getLayoutBounds().getWidth() * xShare,
            node.getLayoutBounds().getHeight() * yShare);
    moveTo(there);
    Pulses.settle();
    doubleClickOn(there, MouseButton.PRIMARY);
    Pulses.settle();
  }

  private boolean isFramed() {
    return lookup(".picture")
        .query()
        .getPseudoClassStates()
        .contains(PseudoClass.getPseudoClass("what-if"));
  }

  @Test
  void aDoubleClickOnAWeightEditsItOnACopyUntilEscape() {
    double loss = step.traceProperty().get().totalLoss();
    int middle = step.traceProperty().get().shape().hidden() / 2;
    String weight = "W2[" + middle + ", " + middle + "]";
    assertThat(isSeen("#whatIf")).isFalse();
    doubleClick("#step-W2", 0.51, 0.51);
    assertThat(isSeen("#whatIf")).isTrue();
    assertThat(textOf("#whatIfName")).startsWith(weight);
    assertThat(isFramed()).as("nothing is changed yet").isFalse();
    assertThat(lookup("#whatIfValue").queryAs(TextField.class).isFocused()).isTrue();
    type(KeyCode.UP);
    assertThat(isFramed()).isTrue();
    assertThat(textOf("#whatIfWords"))
        .startsWith("What if " + weight + " is ")
        .contains("These are the numbers of a copy of the net");
    assertThat(step.traceProperty().get().totalLoss()).isNotEqualTo(loss);
    assertThat(lookup("#whatIfSlope").query().getAccessibleText())
        .startsWith(weight + " + 0.001: the loss changes by ")
        .contains(", per unit " + textOf("#whatIfPerUnit") + "; d" + weight + " = ")
        .endsWith(textOf("#whatIfGradient"));
    type(KeyCode.ESCAPE);
    assertThat(isSeen("#whatIf")).isFalse();
    assertThat(isSeen("#whatIfBar")).isFalse();
    assertThat(isFramed()).isFalse();
    assertThat(step.traceProperty().get().totalLoss()).isEqualTo(loss);
    assertThat(window.scene().getFocusOwner()).isSameAs(window.scene().getRoot());
  }
}
