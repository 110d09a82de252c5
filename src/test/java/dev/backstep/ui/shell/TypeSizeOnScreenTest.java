package dev.backstep.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import dev.backstep.ui.paint.Pulses;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.util.WaitForAsyncUtils;

/** The keys for the size of type, and what follows it. */
class TypeSizeOnScreenTest extends KeyboardTest {
  private final Preferences place =
      Preferences.userNodeForPackage(TypeSizeOnScreenTest.class).node("TypeSizeOnScreenTest");

  @AfterEach
  void removeThem() throws BackingStoreException {
    place.removeNode();
    Preferences.userRoot().flush();
  }

  private double type(String query) {
    return WaitForAsyncUtils.waitForAsyncFx(
        Deadline.MILLIS, () -> lookup(query).queryAs(Labeled.class).getFont().getSize());
  }

  private double icon() {
    return WaitForAsyncUtils.waitForAsyncFx(
        Deadline.MILLIS,
        () ->
            (double)
                lookup("#themeButton .ikonli-font-icon").queryAs(FontIcon.class).getIconSize());
  }

  private double height(String query) {
    return WaitForAsyncUtils.waitForAsyncFx(
        Deadline.MILLIS, () -> lookup(query).query().getLayoutBounds().getHeight());
  }

  private void shortcut(KeyCode code) {
    press(KeyCode.CONTROL, KeyCode.SHIFT).type(code).release(KeyCode.SHIFT, KeyCode.CONTROL);
    Pulses.settle();
  }

  @Test
  void textIconsAndDrawingsFollowTheKeysAndTheColumnsDoNot() {
    double usual = type(".inspector-title");
    double usualIcon = icon();
    double usualNetwork = height("#network");
    double rows = height("#H");
    for (KeyCode larger : new KeyCode[] {KeyCode.EQUALS, KeyCode.PLUS, KeyCode.ADD}) {
      shortcut(larger);
    }
    assertThat(main.typeSize().percentProperty().get()).isEqualTo(150);
    assertThat(type(".inspector-title")).isBetween(1.45 * usual, 1.55 * usual);
    assertThat(icon()).isBetween(1.45 * usualIcon, 1.55 * usualIcon);
    assertThat(height("#network")).isBetween(1.45 * usualNetwork, 1.55 * usualNetwork);
    assertThat(height("#H")).as("is not zoomed").isLessThanOrEqualTo(rows);
    shortcut(KeyCode.SUBTRACT);
    shortcut(KeyCode.MINUS);
    assertThat(main.typeSize().percentProperty().get()).isEqualTo(110);
    shortcut(KeyCode.DIGIT1);
    assertThat(type(".inspector-title")).isEqualTo(usual);
    assertThat(icon()).isEqualTo(usualIcon);
    assertThat(height("#network")).isEqualTo(usualNetwork);
  }

  @Test
  void aDialogThatIsOpenFollowsToo() throws Exception {
    type(KeyCode.F1);
    await(() -> Window.getWindows().size() == 2);
    Label key = from(dialog().getRoot()).lookup(".key-group > .key").queryAs(Label.class);
    double usual = key.getFont().getSize();
    interact(() -> main.typeSize().set(150));
    Pulses.settle();
    assertThat(key.getFont().getSize()).isBetween(1.45 * usual, 1.55 * usual);
    interact(dialog().getWindow()::hide);
  }

  private static Scene dialog() {
    return Window.getWindows().stream()
        .filter(each -> !(each instanceof Stage stage && stage.getOwner() == null))
        .findFirst()
        .orElseThrow()
        .getScene();
  }

  @Test
  void itIsKept() throws Exception {
    interact(
        () -> {
          UserPreferences preferences =
              new UserPreferences(main, (Stage) window.scene().getWindow(), place);
          preferences.restore();
          preferences.follow();
        });
    shortcut(KeyCode.EQUALS);
    await(() -> place.getInt("typeSize", 0) == 110);
    interact(() -> main.typeSize().set(80));
    await(() -> place.getInt("typeSize", 0) == 80);
    interact(() -> main.step().scales().restore("h=log-own"));
    await(() -> place.get("scales", "").equals("h=log-own"));
    Preferences other = place.node("other");
    other.putInt("typeSize", 125);
    interact(() -> new UserPreferences(main, (Stage) window.scene().getWindow(), other).restore());
    await(() -> place.getInt("typeSize", 0) == 125);
    assertThat(main.typeSize().percentProperty().get()).isEqualTo(125);
  }
}
