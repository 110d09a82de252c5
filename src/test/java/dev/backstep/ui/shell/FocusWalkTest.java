package dev.backstep.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import dev.backstep.net.Cell;
import dev.backstep.trace.Entry;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.paint.OwnKeys;
import dev.backstep.ui.time.TimelineBar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Whoever has no mouse comes everywhere with Tab, in the order of reading, and sees where it is.
 */
class FocusWalkTest extends KeyboardTest {
  private static final int MORE_THAN_ALL = 150;
  private static final int FEW_PIXELS = 40;
  private static final int RING = 4;

  @BeforeEach
  void selectANumber() {
    interact(
        () -> {
          step.goTo(step.timelineProperty().get().backward(3));
          step.selection().select(new Entry.OfCell(Cell.DH, 3, 2));
        });
  }

  /** Tab by Tab until the first comes again; notes what looks the same without the focus. */
  private List<Node> walk(List<Node> alike) {
    List<Node> visited = new ArrayList<>();
    type(KeyCode.TAB);
    for (int i = 0; i < MORE_THAN_ALL; i++) {
      Node node = focused();
      if (visited.contains(node)) {
        assertThat(node).as("comes round to the first").isSameAs(visited.get(0));
        return visited;
      }
      visited.add(node);
      Bounds place = inScene(node);
      WritableImage with = picture(place);
      interact(() -> window.scene().getRoot().requestFocus());
      if (differences(picture(place), with) < FEW_PIXELS) {
        alike.add(node);
      }
      interact(node::requestFocus);
      type(KeyCode.TAB);
    }
    throw new AssertionError("never came round: " + visited);
  }

  private List<Node> operable() {
    return WaitForAsyncUtils.waitForAsyncFx(
        Deadline.MILLIS,
        () ->
            seen(window.scene().getRoot())
                .filter(FocusWalkTest::isOperated)
                .filter(node -> !node.isDisabled() && !node.isMouseTransparent())
                .toList());
  }

  /** The nodes to walk to: a menu bar has Alt and F10; a combo box is one with its parts. */
  private static Stream<Node> seen(Node node) {
    boolean isWhole =
        !(node instanceof MenuBar || node instanceof ComboBoxBase || node instanceof ListView);
    Stream<Node> children =
        isWhole && node instanceof Parent parent
            ? parent.getChildrenUnmodifiable().stream().flatMap(FocusWalkTest::seen)
            : Stream.empty();
    return node.isVisible() ? Stream.concat(Stream.of(node), children) : Stream.empty();
  }

  private static boolean isOperated(Node node) {
    return node instanceof ButtonBase
        || node instanceof TextInputControl
        || node instanceof ComboBoxBase
        || node instanceof ListView
        || node instanceof Slider
        || node instanceof OwnKeys
        || node instanceof TimelineBar;
  }

  @ParameterizedTest
  @MethodSource("dev.backstep.ui.shell.OneWindow#screens")
  void tabComesToEverythingOnceInTheOrderOfReadingAndItIsSeen(Screen screen)
      throws TimeoutException {
    show(screen);
    List<Node> operable = operable();
    List<Node> alike = new ArrayList<>();
    List<Node> visited = walk(alike);
    assertThat(operable).hasSizeGreaterThan(15);
    assertThat(visited).containsExactlyInAnyOrderElementsOf(operable);
    assertThat(alike).as("looks the same without the focus").isEmpty();
    assertInOrderOfReading(screen, visited);
  }

  private static void assertInOrderOfReading(Screen screen, List<Node> visited) {
    assertThat(visited.stream().map(FocusWalkTest::area).distinct().toList())
        .containsExactly(
            "top-bar", "nav", screen.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    for (int i = 1; i < visited.size(); i++) {
      boolean isInOneView = page(visited.get(i)) == page(visited.get(i - 1));
      assertThat(!isInOneView || isAfter(inScene(visited.get(i)), inScene(visited.get(i - 1))))
          .as("%s after %s", visited.get(i), visited.get(i - 1))
          .isTrue();
    }
  }

  private static String area(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      for (String area :
          List.of("top-bar", "nav", "step", "train", "compare", "bug-lab", "my-code", "flow")) {
        if (each.getStyleClass().contains(area)) {
          return area;
        }
      }
    }
    return "nowhere";
  }

  /** The page that scrolls under a node, as the walk goes down; null where none does. */
  private static @Nullable ScrollPane page(Node node) {
    for (Node each = node.getParent(); each != null; each = each.getParent()) {
      if (each instanceof ScrollPane page) {
        return page;
      }
    }
    return null;
  }

  private static Bounds inScene(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  /** Lower, or further to the right; a part of the window that is done is not entered again. */
  private static boolean isAfter(Bounds next, Bounds last) {
    return next.getMaxY() > last.getMinY() + 1 && next.getMinY() >= last.getMinY() - 1
        || next.getMinX() >= last.getMinX();
  }

  /** The window where the node is, and as much around it as a ring takes. */
  private WritableImage picture(Bounds place) {
    SnapshotParameters cut = new SnapshotParameters();
    cut.setViewport(
        new Rectangle2D(
            place.getMinX() - RING,
            place.getMinY() - RING,
            place.getWidth() + 2 * RING,
            place.getHeight() + 2 * RING));
    return WaitForAsyncUtils.waitForAsyncFx(
        Deadline.MILLIS, () -> window.scene().getRoot().snapshot(cut, null));
  }

  private static int differences(WritableImage a, WritableImage b) {
    int count = 0;
    for (int y = 0; y < a.getHeight(); y++) {
      for (int x = 0; x < a.getWidth(); x++) {
        count += a.getPixelReader().getArgb(x, y) == b.getPixelReader().getArgb(x, y) ? 0 : 1;
      }
    }
    return count;
  }

  @Test
  void theMenuIsReachedWithF10AndItsEntriesWithArrows() {
    type(KeyCode.F10).type(KeyCode.DOWN);
    assertThat(lookup(".context-menu").queryAll()).isNotEmpty();
    type(KeyCode.ESCAPE);
    assertThat(step.placeProperty().get()).isEqualTo(step.timelineProperty().get().backward(3));
  }
}
