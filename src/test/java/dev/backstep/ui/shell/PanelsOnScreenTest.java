package dev.backstep.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.backstep.Deadline;
import dev.backstep.ui.paint.Pulses;
import dev.backstep.ui.sizes.SidePanel;
import dev.backstep.ui.train.TrainScreen;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The edges of panels, dragged, moved by keys and given back. */
class PanelsOnScreenTest extends KeyboardTest {
  private final Preferences place =
      Preferences.userNodeForPackage(PanelsOnScreenTest.class).node("PanelsOnScreenTest");

  @AfterEach
  void removeThem() throws BackingStoreException {
    place.removeNode();
    Preferences.userRoot().flush();
  }

  private SidePanel panel(String name) {
    return lookup(".side-panel")
        .match((SidePanel panel) -> panel.getName().equals(name))
        .queryAs(SidePanel.class);
  }

  private Node edge(String name) {
    return from(panel(name)).lookup(".panel-edge").query();
  }

  private double width(String name) {
    Pulses.settle();
    return WaitForAsyncUtils.waitForAsyncFx(Deadline.MILLIS, () -> panel(name).getWidth());
  }

  private double height(String name) {
    Pulses.settle();
    return WaitForAsyncUtils.waitForAsyncFx(Deadline.MILLIS, () -> panel(name).getHeight());
  }

  private void drag(String name, double x, double y) {
    Bounds bounds = edge(name).localToScreen(edge(name).getLayoutBounds());
    drag(bounds.getCenterX(), bounds.getCenterY(), MouseButton.PRIMARY);
    moveTo(bounds.getCenterX() + x, bounds.getCenterY() + y);
    drop();
  }

  @Test
  void theInspectorIsDraggedWiderAndADoubleClickGivesItItsUsualWidth() {
    double usual = width("step");
    drag("step", -60, 0);
    assertThat(width("step")).isCloseTo(usual + 60, within(2.0));
    assertThat(lookup(".inspector").query().getLayoutBounds().getWidth())
        .isCloseTo(usual + 54, within(2.0));
    drag("step", 120, 0);
    assertThat(width("step")).as("its least width").isBetween(200.0, usual);
    drag("step", 2000, 0);
    assertThat(width("step")).as("folded, but for its edge").isEqualTo(6);
    assertThat(lookup(".inspector").query().isDisabled()).isTrue();
    interact(() -> main.guide().open());
    assertThat(width("step")).as("the tour speaks of it").isEqualTo(usual);
    interact(() -> main.guide().leave());
    drag("step", 2000, 0);
    assertThat(width("step")).isEqualTo(6);
    doubleClickOn(edge("step"));
    assertThat(width("step")).isEqualTo(usual);
    assertThat(lookup(".inspector").query().isDisabled()).isFalse();
  }

  @Test
  void theKeysMoveTheEdgeThatHasTheFocusAndNothingElse() {
    double usual = width("step");
    interact(() -> edge("step").requestFocus());
    int before = step.placeProperty().get();
    type(KeyCode.LEFT, KeyCode.LEFT);
    assertThat(width("step")).isGreaterThan(usual + 20);
    assertThat(step.placeProperty().get()).isEqualTo(before);
    type(KeyCode.HOME);
    assertThat(width("step")).isLessThan(usual);
    type(KeyCode.END);
    assertThat(width("step")).isGreaterThan(usual);
    assertThat(lookup("#network").query().getLayoutBounds().getWidth()).isGreaterThan(150);
    type(KeyCode.ESCAPE);
    type(KeyCode.RIGHT);
    assertThat(step.placeProperty().get()).isEqualTo(before + 1);
    interact(
        () ->
            new ViewMenu(window.scene().getRoot().lookup(".menu-bar"))
                .item(main.texts().of("sizes.panels.usual"))
                .fire());
    assertThat(width("step")).isEqualTo(usual);
  }

  /** The items of the menu bar by their words. */
  private record ViewMenu(Node bar) {
    MenuItem item(String words) {
      return ((MenuBar) bar)
          .getMenus().stream()
              .flatMap(menu -> menu.getItems().stream())
              .filter(item -> words.equals(item.getText()))
              .findFirst()
              .orElseThrow();
    }
  }

  @Test
  void whatWasDraggedIsKept() throws Exception {
    show(TrainScreen.ID);
    interact(
        () -> {
          UserPreferences preferences =
              new UserPreferences(main, (Stage) window.scene().getWindow(), place);
          preferences.restore();
          preferences.follow();
        });
    double usual = height("train");
    drag("train", 0, -40);
    assertThat(height("train")).isCloseTo(usual + 40, within(2.0));
    await(() -> place.get("panels", "").startsWith("train="));
    String kept = place.get("panels", "");
    interact(() -> main.panelSizes().reset());
    assertThat(height("train")).isEqualTo(usual);
    await(() -> place.get("panels", "").isEmpty());
    Preferences other = place.node("other");
    other.put("panels", kept);
    interact(() -> new UserPreferences(main, (Stage) window.scene().getWindow(), other).restore());
    assertThat(height("train")).isCloseTo(usual + 40, within(2.0));
    await(() -> place.get("panels", "").startsWith("train="));
  }
}
