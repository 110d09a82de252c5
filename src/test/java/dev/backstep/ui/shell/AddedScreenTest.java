package dev.backstep.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.ui.common.SaveDialog;
import dev.backstep.ui.probe.ProbeScreen;
import dev.backstep.ui.screen.ScreenPart;
import dev.backstep.ui.step.StepScreen;
import dev.backstep.words.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A screen is a folder and a line: one that is added to the list is found wherever screens are. */
class AddedScreenTest extends WindowTest {
  private final AtomicInteger count = new AtomicInteger();

  @TempDir Path folder;

  /** The texts of the program, and those of the added screen. */
  private static final class WithProbe extends ListResourceBundle {
    WithProbe(ResourceBundle ofProgram) {
      setParent(ofProgram);
    }

    @Override
    public Locale getLocale() {
      return Locale.ROOT;
    }

    @Override
    protected Object[][] getContents() {
      return new Object[][] {
        {"probe.screen", "Probe"},
        {"probe.screen.help", "Count"},
        {"probe.word", "counted"},
        {"probe.keys.count", "count one more"}
      };
    }
  }

  @Override
  public void start(Stage primary) {
    Texts texts = new Texts(new WithProbe(Texts.load().bundle()));
    window = new MainWindow(1500, 1000, new SaveDialog(), texts, this::screens);
    show(1500, 1000);
  }

  private List<ScreenPart> screens(MainViewModel main) {
    List<ScreenPart> all = new ArrayList<>(Screens.ofProgram(main));
    all.add(new ProbeScreen(count));
    return all;
  }

  private boolean isShown() {
    return window.viewModel().screenProperty().get().equals(ProbeScreen.ID);
  }

  private int place() {
    return window.viewModel().screens().all().size();
  }

  private void press(int place) throws TimeoutException {
    press(KeyCode.CONTROL).type(KeyCode.valueOf("DIGIT" + place)).release(KeyCode.CONTROL);
    await(this::isShown);
  }

  @Test
  void itHasAButtonInTheNavigation() throws TimeoutException {
    ToggleButton button = lookup("#probeNav").query();
    assertThat(button.getText()).isEqualTo("Probe");
    assertThat(button.getAccessibleText()).isEqualTo("Count (Ctrl+" + place() + ")");
    clickOn("#probeNav");
    await(this::isShown);
    assertThat(isSeen("#probeWord")).isTrue();
    assertThat(isSeen(".step")).isFalse();
  }

  @Test
  void itHasTheKeyOfItsPlaceInTheMenuView() throws TimeoutException {
    MenuBar bar = lookup(node -> node instanceof MenuBar).query();
    MenuItem item =
        bar.getMenus().stream()
            .flatMap(menu -> menu.getItems().stream())
            .filter(each -> "Probe".equals(each.getText()))
            .findFirst()
            .orElseThrow();
    KeyCode digit = KeyCode.valueOf("DIGIT" + place());
    assertThat(item.getAccelerator())
        .isIn(
            KeyCombination.valueOf("Shortcut+" + place()),
            new KeyCodeCombination(digit, KeyCombination.SHORTCUT_DOWN));
    press(place());
    assertThat(isSeen("#probeWord")).isTrue();
  }

  @Test
  void itsKeyIsItsOnlyWhileItIsShown() throws TimeoutException {
    type(KeyCode.RIGHT);
    assertThat(count).hasValue(0);
    press(place());
    type(KeyCode.RIGHT, KeyCode.RIGHT);
    assertThat(count).hasValue(2);
  }

  @Test
  void itsKeysStandInTheKeySheet() throws TimeoutException {
    type(KeyCode.F1);
    await(() -> Window.getWindows().size() == 2);
    List<String> said =
        from(lookup(".key-sheet").<Node>query()).lookup(".label").<Labeled>queryAll().stream()
            .map(Labeled::getText)
            .collect(Collectors.toList());
    assertThat(said).contains("Ctrl+1 … Ctrl+" + place(), "Probe");
    assertThat(said.get(said.indexOf("Probe") + 1)).isEqualTo("→");
    assertThat(said.get(said.indexOf("Probe") + 2)).isEqualTo("count one more");
    assertThat(said).anyMatch(line -> line.endsWith("Flow, Probe"));
    type(KeyCode.ESCAPE);
    await(() -> Window.getWindows().size() == 1);
  }

  @Test
  void itsStyleSheetIsTheWindows() throws TimeoutException {
    press(place());
    Region screen = lookup(".probe").queryAs(Region.class);
    assertThat(screen.getMinWidth()).isEqualTo(123);
  }

  @Test
  void aSessionThatWasSavedOnItComesBackOnIt() throws Exception {
    openDinosaursAndShow("stego");
    press(place());
    Path file = folder.resolve("run.backstep");
    CountDownLatch saved = new CountDownLatch(1);
    interact(() -> window.viewModel().files().save(file, saved::countDown));
    saved.await();
    AtomicBoolean isOpen = new AtomicBoolean();
    interact(
        () -> {
          window.viewModel().screenProperty().set(StepScreen.ID);
          window.viewModel().session().dataProperty().addListener(observable -> isOpen.set(true));
          window.viewModel().open(file);
        });
    await(isOpen::get);
    await(this::isShown);
  }
}
