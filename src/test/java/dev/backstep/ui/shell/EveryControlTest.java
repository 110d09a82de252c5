package dev.backstep.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import dev.backstep.text.Dataset;
import dev.backstep.ui.common.SaveDialog;
import dev.backstep.ui.common.Saving;
import dev.backstep.ui.compare.CompareController;
import dev.backstep.ui.files.SessionSaving;
import dev.backstep.ui.flow.FlowController;
import dev.backstep.ui.lab.BugLabController;
import dev.backstep.ui.mycode.MyCodeController;
import dev.backstep.ui.paint.UsedTheme;
import dev.backstep.ui.step.StepController;
import dev.backstep.ui.train.TrainController;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class EveryControlTest extends WindowTest {
  private static final List<Class<?>> FILES =
      List.of(
          MainController.class,
          StepController.class,
          TrainController.class,
          CompareController.class,
          BugLabController.class,
          MyCodeController.class,
          FlowController.class);

  private static Stream<Node> below(Node node) {
    Stream<Node> children =
        node instanceof ScrollPane scroll && scroll.getSkin() == null
            ? below(scroll.getContent())
            : node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(EveryControlTest::below)
                : Stream.empty();
    return Stream.concat(Stream.of(node), children);
  }

  /** Whether it can be pressed, typed into or chosen from. */
  private static boolean isOperated(Node node) {
    return node instanceof ButtonBase
        || node instanceof TextInputControl
        || node instanceof ComboBoxBase
        || node instanceof Slider;
  }

  /** Buttons inside a menu bar or a combo box belong to that control. */
  private static boolean isPartOfAnother(Node node) {
    for (Parent each = node.getParent(); each != null; each = each.getParent()) {
      if (each instanceof MenuBar || each instanceof ComboBoxBase) {
        return true;
      }
    }
    return false;
  }

  /** All that the window can come to show, before anything is taken out of it. */
  private Stream<Node> everything() {
    return WaitForAsyncUtils.waitForAsyncFx(
        Deadline.MILLIS,
        () -> {
          MainViewModel main = window.viewModel();
          Saving saving = new Saving(main.notices(), main.texts(), new SaveDialog());
          Views views =
              new Views(
                  main, saving, new SessionSaving(main.files(), main.texts(), new SaveDialog()));
          return FILES.stream()
              .flatMap(file -> below(views.loadWhole(file).getRoot()))
              .toList()
              .stream();
        });
  }

  private List<Control> operated() {
    return everything()
        .filter(EveryControlTest::isOperated)
        .filter(node -> !isPartOfAnother(node))
        .map(Control.class::cast)
        .toList();
  }

  @Test
  void everyControlHasATooltipAndANameForScreenReaders() {
    List<Control> controls = operated();
    assertThat(controls).hasSizeGreaterThan(100);
    for (Control control : controls) {
      String text = control instanceof Labeled labeled ? labeled.getText() : null;
      String name = control.getAccessibleText() == null ? text : control.getAccessibleText();
      assertThat(control.getTooltip()).as("tooltip of %s", control).isNotNull();
      assertThat(name).as("name of %s", control).isNotBlank();
    }
  }

  @Test
  void everyHeatmapHasANameForScreenReaders() throws TimeoutException {
    WaitForAsyncUtils.asyncFx(() -> window.viewModel().open(Dataset.DINOSAURS));
    await(() -> window.viewModel().step().traceProperty().get() != null);
    List<Node> heatmaps =
        everything()
            .filter(node -> node.getStyleClass().contains("heatmap"))
            .filter(node -> !node.isMouseTransparent())
            .toList();
    assertThat(heatmaps).hasSizeGreaterThan(20);
    assertThat(heatmaps)
        .allSatisfy(node -> assertThat(node.getAccessibleText()).as(node.getId()).isNotBlank());
  }

  /** The theme is without the rules of what is not used. */
  @Test
  void noNodeHasAStyleClassThatTheThemeLeavesOut() throws IOException {
    Set<String> leftOut = StyleSheetsTest.classesOfTheme();
    leftOut.removeIf(styleClass -> !UsedTheme.isUnused(styleClass));
    assertThat(leftOut).contains("chart-bar", "tab-pane").doesNotContain("button", "list-view");
    Stream<Node> shown =
        WaitForAsyncUtils.waitForAsyncFx(
            Deadline.MILLIS, () -> below(window.scene().getRoot()).toList().stream());
    assertThat(Stream.concat(everything(), shown).flatMap(node -> node.getStyleClass().stream()))
        .hasSizeGreaterThan(1000)
        .noneMatch(leftOut::contains);
  }

  @Test
  void noMenuEntryLeadsNowhere() {
    MenuBar bar = lookup(node -> node instanceof MenuBar).query();
    assertThat(bar.getMenus().stream().flatMap(menu -> items(menu)))
        .allSatisfy(
            item ->
                assertThat(item.getOnAction() != null || item instanceof CheckMenuItem)
                    .as(item.getText())
                    .isTrue());
  }

  private static Stream<MenuItem> items(Menu menu) {
    return menu.getItems().stream()
        .filter(item -> !(item instanceof SeparatorMenuItem))
        .flatMap(item -> item instanceof Menu inner ? items(inner) : Stream.of(item));
  }
}
