package dev.backstep.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.Numbers;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.trace.Entry;
import dev.backstep.ui.compare.CompareScreen;
import dev.backstep.ui.step.StepScreen;
import dev.backstep.ui.train.TrainScreen;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Where the keys are after what had them is gone. */
class FocusOnScreenTest extends KeyboardTest {
  private static final int HANG = 60;
  private static final Entry CELL = new Entry.OfCell(Cell.DH, 1, 2);
  private static final Entry FIRST = new Entry.OfCell(Head.DH_FROM_OUTPUT, 1, 2);

  private void writeOutTheArithmetic() {
    interact(() -> step.goTo(step.timelineProperty().get().backward(1)));
    interact(() -> step.selection().select(CELL));
  }

  private static boolean isWithin(Node node, Node place) {
    return node != null && (node == place || isWithin(node.getParent(), place));
  }

  private boolean isOnTheScreen(String style) {
    return isWithin(focused(), lookup(style).query());
  }

  private void assertThatSpacePlays() {
    type(KeyCode.SPACE);
    assertThat(step.playingProperty().get()).isTrue();
  }

  @Test
  void afterAClickOnANumberOfTheArithmeticSpacePlays() {
    writeOutTheArithmetic();
    clickOn("#lines .hyperlink");
    assertThat(step.selection().entryProperty().get()).isEqualTo(FIRST);
    assertThat(focused()).isSameAs(window.scene().getRoot());
    assertThatSpacePlays();
  }

  @Test
  void whoFollowsANumberByKeyStaysInTheArithmetic() {
    writeOutTheArithmetic();
    tabTo("copy");
    type(KeyCode.TAB).type(KeyCode.SPACE);
    assertThat(step.selection().entryProperty().get()).isEqualTo(FIRST);
    assertThat(focused()).isInstanceOf(Hyperlink.class);
    assertThat(focused().isFocusVisible()).isTrue();
    assertThat(isWithin(focused(), lookup("#lines").query())).isTrue();
    type(KeyCode.SPACE);
    assertThat(step.selection().entryProperty().get()).isNotEqualTo(FIRST);
    assertThat(step.playingProperty().get()).isFalse();
  }

  @Test
  void afterAClickOnTheNameOfAScreenItsKeysAreThere() {
    clickOn("#trainNav").clickOn("#stepNav");
    assertThat(focused()).isSameAs(lookup(".step").query());
    assertThatSpacePlays();
  }

  @Test
  void whoGoesToAScreenByTabStaysAtItsName() {
    tabTo("trainNav");
    type(KeyCode.SPACE);
    assertThat(main.screenProperty().get()).isEqualTo(TrainScreen.ID);
    assertThat(focused().getId()).isEqualTo("trainNav");
  }

  @Test
  void theKeysOfAFieldThatIsGoneAreThoseOfTheScreenAndNoChooserOpens() throws TimeoutException {
    show(TrainScreen.ID);
    TextField field = lookup(".train #hidden").query();
    interact(field::requestFocus);
    interact(() -> main.screenProperty().set(StepScreen.ID));
    await(() -> window.scene().getFocusOwner() != field);
    await(() -> window.scene().getFocusOwner() != null);
    assertThat(isOnTheScreen(".step")).isTrue();
    assertThatSpacePlays();
  }

  @Test
  void escapeClosesTheFieldsOfTheOwnPairAndOfTheRepetition() throws TimeoutException {
    show(CompareScreen.ID);
    clickOn("#ownSettings");
    interact(() -> lookup("#sideHidden").queryAs(TextField.class).requestFocus());
    type(KeyCode.A).type(KeyCode.ESCAPE);
    assertThat(isSeen(".own-pair")).isFalse();
    assertThat(focused().getId()).isEqualTo("ownSettings");
    assertThat(lookup("#sideHidden").queryAs(TextField.class).getText())
        .as("cancelled")
        .isEqualTo("16");

    clickOn("#repeatShown");
    interact(() -> lookup("#repeatPairs").query().requestFocus());
    type(KeyCode.ESCAPE);
    assertThat(isSeen(".repeat")).isFalse();
    assertThat(focused().getId()).isEqualTo("repeatShown");
  }

  @Test
  void theFieldHasTheWordThatIsShownOrNone() throws TimeoutException {
    TextField word = lookup("#typed").query();
    assertThat(word.getText()).isEqualTo("stego");
    interact(() -> main.sequence().choose(3));
    assertThat(word.getText()).isEmpty();
    double width = word.getWidth();
    clickOn("#typed").write("7").type(KeyCode.ENTER);
    assertThat(textOf("#typedError")).contains("7");
    await(() -> lookup("#typedError").query().isVisible());
    assertThat(word.getWidth()).isEqualTo(width);
  }

  @Test
  void itIsSaidWhichUpdateAHeldPictureShows() throws TimeoutException {
    for (int update = 1; update <= 2; update++) {
      int until = update;
      interact(() -> main.session().update());
      await(() -> main.session().run().progressProperty().get().updates() == until);
    }
    await(() -> main.stepSource().shownUpdatesProperty().get() == 2);
    interact(() -> main.session().toggle());
    await(() -> main.session().run().progressProperty().get().updates() > 10);
    interact(step::first);
    interact(step::next);
    await(() -> main.stepSource().heldProperty().get());
    long held = main.stepSource().shownUpdatesProperty().get();
    String said = "Held at update " + Numbers.grouped(held);
    assertThat(textOf("#heldAt")).isEqualTo(said);
    assertThat(isSeen("#heldAt")).isTrue();
    interact(() -> main.session().toggle());
    long then = main.session().run().progressProperty().get().updates();
    assertThat(then).isGreaterThanOrEqualTo(held);
    assertThat(textOf("#heldAt")).as("as long as it is held").isEqualTo(said);
  }
}
