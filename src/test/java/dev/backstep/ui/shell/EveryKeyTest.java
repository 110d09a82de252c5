package dev.backstep.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import dev.backstep.check.reading.Programs;
import dev.backstep.fault.Fault;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Phase;
import dev.backstep.net.Rule;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Moment;
import dev.backstep.training.session.TrainingState;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.compare.CompareScreen;
import dev.backstep.ui.flow.FlowScreen;
import dev.backstep.ui.heatmap.Square;
import dev.backstep.ui.lab.BugLabScreen;
import dev.backstep.ui.mycode.CodePlace;
import dev.backstep.ui.mycode.MyCodeScreen;
import dev.backstep.ui.paint.Pulses;
import dev.backstep.ui.step.StepScreen;
import dev.backstep.ui.tour.GuidedTour;
import dev.backstep.ui.train.TrainScreen;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.ObservableList;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.robot.KeyboardRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Every key that the key sheet and the menus show, pressed in the window. A key that is added to
 * them and does nothing fails here, and so does one of a menu that the sheet keeps to itself.
 */
class EveryKeyTest extends KeyboardTest {
  /** The keys that act without a command of the menus. */
  private static final Map<String, Map<String, Check>> BESIDE_THE_MENUS = new LinkedHashMap<>();

  @TempDir Path folder;

  private final List<String> pressed = new ArrayList<>();

  /** Presses the keys of a line and looks at what they do. */
  private interface Check {
    void run(EveryKeyTest window) throws Exception;
  }

  private static void line(String group, String keys, Check check) {
    BESIDE_THE_MENUS.computeIfAbsent(group, name -> new LinkedHashMap<>()).put(keys, check);
  }

  static {
    line("Everywhere", "+  −  Ctrl+wheel", EveryKeyTest::zoom);
    line("Everywhere", "0  Ctrl+0", EveryKeyTest::fit);
    line("Everywhere", "Ctrl+Shift+Z  Ctrl+Y", EveryKeyTest::redo);
    line("Everywhere", "?", EveryKeyTest::tour);
    line("Step", "← →", EveryKeyTest::steps);
    line("Step", "Home  End", EveryKeyTest::ends);
    line("Step", "Space", EveryKeyTest::play);
    line("Step", "↑ ↓", EveryKeyTest::equations);
    line("Step", "Backspace", EveryKeyTest::back);
    line("Step", "Page Up, Page Down", EveryKeyTest::sequences);
    line("Step", "Enter  R", EveryKeyTest::reveal);
    line("Step", "E", EveryKeyTest::whatIf);
    line("Step", "P", EveryKeyTest::pin);
    line("Step", "I", EveryKeyTest::withoutInput);
    String pictures = "Pictures: heatmaps, network, charts, grids";
    line(pictures, "Tab  Shift+Tab", EveryKeyTest::tab);
    line(pictures, "← → ↑ ↓", EveryKeyTest::squares);
    line(pictures, "Page Up, Page Down", EveryKeyTest::tenSquares);
    line(pictures, "Home  End", EveryKeyTest::endsOfTheRow);
    line(pictures, "Enter  Space", EveryKeyTest::arithmetic);
    line(pictures, "Enter  drag", EveryKeyTest::goToAnUpdate);
    line(pictures, "Escape", EveryKeyTest::leaveAPicture);
    line(pictures, "Ctrl+C", EveryKeyTest::copy);
    line(pictures, "Shift+F10", EveryKeyTest::heatmapMenu);
    line("Compare", "← →  Home  End", EveryKeyTest::cursorOfCompare);
    line("Bug lab", "← →  Home  End", EveryKeyTest::cursorOfTheLab);
    line("Bug lab", "← → ↑ ↓  Enter", EveryKeyTest::gridOfTheLab);
    line("My code", "← → ↑ ↓  Home  End", EveryKeyTest::cellOfMyCode);
    line("My code", "← → ↑ ↓  Enter", EveryKeyTest::gridOfMyCode);
    line("Flow", "← →  Home  End", EveryKeyTest::lossOfFlow);
    line("Flow", "↑ ↓", EveryKeyTest::pairOfFlow);
    line("Flow", "Enter", EveryKeyTest::stateOfFlow);
  }

  static Set<String> groups() {
    return BESIDE_THE_MENUS.keySet();
  }

  /** Presses one key as a keyboard does, and waits until the window has heard of it. */
  private void key(String key) {
    pressed.add(key);
    KeyCode[] held = SheetLine.held(key).toArray(new KeyCode[0]);
    KeyboardRobot keyboard = robotContext().getKeyboardRobot();
    keyboard.pressNoWait(held);
    keyboard.pressNoWait(SheetLine.code(key));
    keyboard.releaseNoWait(SheetLine.code(key));
    keyboard.releaseNoWait(held);
    Pulses.settle();
  }

  private void keys(String... keys) {
    Stream.of(keys).forEach(this::key);
  }

  private MenuBar bar() {
    return lookup(node -> node instanceof MenuBar).query();
  }

  private static Stream<MenuItem> commands(ObservableList<? extends MenuItem> items) {
    return items.stream()
        .flatMap(item -> item instanceof Menu menu ? commands(menu.getItems()) : Stream.of(item));
  }

  private List<MenuItem> withKeys() {
    return commands(bar().getMenus()).filter(item -> item.getAccelerator() != null).toList();
  }

  private static boolean hasKey(MenuItem item, String key) {
    return item.getAccelerator().match(SheetLine.event(key));
  }

  private List<SheetLine> sheet() {
    return SheetLine.all(main);
  }

  private Stream<String> keysOfTheSheet() {
    return sheet().stream().flatMap(line -> line.keys().stream());
  }

  @Test
  void whatTheMenusShowStandsInTheSheetAndTheOtherWayRound() {
    for (MenuItem item : withKeys()) {
      assertThat(keysOfTheSheet()).as(item.getText()).anyMatch(key -> hasKey(item, key));
      assertThat(item.getAccelerator()).as(item.getText()).isInstanceOf(KeyCodeCombination.class);
      assertThat(item.getAccelerator().getDisplayText()).doesNotContain("_");
    }
    for (SheetLine line : sheet()) {
      boolean isPressed =
          BESIDE_THE_MENUS.getOrDefault(line.group(), Map.of()).containsKey(line.shown());
      assertThat(isPressed || line.keys().stream().allMatch(this::isOfAMenu))
          .as("%s is pressed by a test", line)
          .isTrue();
    }
  }

  /** The plain keys of a screen come to it before the menu sees them. */
  private boolean isOfAMenu(String key) {
    return withKeys().stream().anyMatch(item -> hasKey(item, key) && isLeftToTheMenu(item));
  }

  private boolean isLeftToTheMenu(MenuItem item) {
    return main.screens().all().stream()
        .flatMap(screen -> screen.keys().stream())
        .flatMap(line -> line.keys().stream())
        .filter(key -> key.isPlain() && key.enabled().get())
        .noneMatch(key -> key.key().equals(item.getAccelerator()));
  }

  @Test
  void theKeysOfTheMenusReachTheirCommandsOnEveryScreen() throws Exception {
    List<MenuItem> reached = Collections.synchronizedList(new ArrayList<>());
    List<MenuItem> items = withKeys().stream().filter(this::isLeftToTheMenu).toList();
    interact(() -> items.forEach(item -> listen(item, reached)));
    assertThat(items).hasSizeGreaterThan(20);
    for (Screen screen : main.screens().names()) {
      interact(() -> main.screenProperty().set(screen));
      for (MenuItem item : items) {
        String shown = keysOfTheSheet().filter(key -> hasKey(item, key)).findFirst().orElseThrow();
        key(shown);
        if (reached.isEmpty()) {
          await(() -> !reached.isEmpty());
        }
        assertThat(reached).as("%s on %s", shown, screen).containsExactly(item);
        reached.clear();
      }
    }
  }

  /** Hears the command instead of doing it, which is looked at elsewhere. */
  private static void listen(MenuItem item, List<MenuItem> reached) {
    item.disableProperty().unbind();
    item.setDisable(false);
    item.setOnAction((ActionEvent event) -> reached.add(item));
  }

  @ParameterizedTest
  @MethodSource("groups")
  void theOtherKeysDoWhatTheSheetSays(String group) throws Exception {
    Map<String, SheetLine> shown =
        sheet().stream()
            .filter(line -> line.group().equals(group))
            .collect(Collectors.toMap(SheetLine::shown, line -> line));
    for (Map.Entry<String, Check> line : BESIDE_THE_MENUS.get(group).entrySet()) {
      assertThat(shown).containsKey(line.getKey());
      show(StepScreen.ID);
      pressed.clear();
      line.getValue().run(this);
      assertThat(pressed).as(line.getKey()).containsAll(shown.get(line.getKey()).keys());
    }
  }

  private Node screen() {
    String style = main.screenProperty().get().name().toLowerCase(Locale.ROOT);
    return lookup("." + style.replace('_', '-')).query();
  }

  @Test
  void theKeyOfAScreenShowsItAndGivesItTheFocus() throws Exception {
    List<Screen> order = main.screens().names();
    for (int place = order.size(); place > 0; place--) {
      interact(() -> lookup("#dataButton").query().requestFocus());
      key("Ctrl+" + place);
      Screen wanted = order.get(place - 1);
      await(() -> main.screenProperty().get().equals(wanted));
      assertThat(focused()).isSameAs(screen());
      type(KeyCode.ENTER);
      assertThat(Window.getWindows()).as("Enter opens nothing").hasSize(1);
    }
  }

  /** Zooming makes the rows higher too. */
  private double height() {
    return WaitForAsyncUtils.waitForAsyncFx(Deadline.MILLIS, () -> heatmap("H").getHeight());
  }

  private void zoom() {
    double before = height();
    keys("+", "+", "+");
    double zoomed = height();
    assertThat(zoomed).isGreaterThan(before);
    key("−");
    assertThat(height()).isBetween(before + 1, zoomed - 1);
  }

  private void fit() {
    double zoomed = height();
    key("0");
    double whole = height();
    assertThat(whole).isLessThan(zoomed);
    keys("+", "+");
    assertThat(height()).isGreaterThan(whole);
    key("Ctrl+0");
    assertThat(height()).isEqualTo(whole);
  }

  private void redo() throws Exception {
    interact(() -> main.session().update());
    await(() -> updates() == 1 && isPaused());
    interact(() -> main.session().reset());
    await(() -> updates() == 0);
    for (String key : List.of("Ctrl+Shift+Z", "Ctrl+Y")) {
      key("Ctrl+Z");
      await(() -> updates() == 1);
      key(key);
      await(() -> updates() == 0);
    }
  }

  private void tour() throws Exception {
    GuidedTour guide = main.guide();
    key("?");
    await(() -> guide.openProperty().get() && !guide.textProperty().get().isEmpty());
    key("Space");
    await(() -> guide.movedProperty().get());
    key("Backspace");
    await(() -> !guide.movedProperty().get());
    key("Escape");
    assertThat(guide.openProperty().get()).isFalse();
  }

  private int place() {
    return step.placeProperty().get();
  }

  private void steps() {
    keys("→", "→", "←");
    assertThat(place()).isEqualTo(1);
  }

  private void ends() {
    key("End");
    assertThat(place()).isEqualTo(step.timelineProperty().get().size() - 1);
    key("Home");
    assertThat(place()).isZero();
  }

  private void play() {
    key("Space");
    assertThat(step.playingProperty().get()).isTrue();
    key("Space");
    assertThat(step.playingProperty().get()).isFalse();
  }

  private void equations() {
    interact(() -> step.goTo(step.timelineProperty().get().backward(2)));
    key("↓");
    Rule first = step.activeProperty().get();
    assertThat(step.momentProperty().get()).isEqualTo(new Moment(Phase.BACKWARD, 1));
    assertThat(step.isComputed(Cell.DH, 1)).isFalse();
    key("↓");
    assertThat(step.isComputed(Cell.DH, 1)).isTrue();
    key("↑");
    assertThat(step.activeProperty().get()).isEqualTo(first);
    assertThat(step.isComputed(Cell.DH, 1)).isFalse();
  }

  private void back() {
    Entry before = new Entry.OfCell(Cell.DH, 2, 1);
    interact(() -> step.selection().select(before));
    interact(() -> step.selection().followTo(new Entry.OfCell(Head.DH_FROM_OUTPUT, 2, 1)));
    key("Backspace");
    assertThat(step.selection().entryProperty().get()).isEqualTo(before);
  }

  private int sequence() {
    return main.sequence().indexProperty().get();
  }

  private void sequences() {
    key("Page Down");
    assertThat(sequence()).isZero();
    key("Page Down");
    assertThat(sequence()).isEqualTo(1);
    keys("Page Up", "Page Up");
    assertThat(sequence()).isEqualTo(main.sequence().sequencesProperty().get().size() - 1);
  }

  private void reveal() throws Exception {
    show("stego");
    interact(() -> main.options().valuesHiddenProperty().set(true));
    interact(step::first);
    for (String key : List.of("Enter", "R")) {
      interact(step::next);
      assertThat(main.guessFirst().coveredProperty().get()).isTrue();
      key(key);
      assertThat(main.guessFirst().coveredProperty().get()).as(key).isFalse();
    }
    interact(() -> main.options().valuesHiddenProperty().set(false));
  }

  private void whatIf() {
    interact(() -> step.selection().select(new Entry.OfWeights("bh", 0, 2)));
    key("E");
    assertThat(main.whatIf().openProperty().get()).isTrue();
    assertThat(textOf("#whatIfName")).isEqualTo("bh[2]");
    key("Escape");
    assertThat(main.whatIf().openProperty().get()).isFalse();
  }

  private void pin() {
    // What is pointed at goes before what is selected.
    moveTo(".menu-bar");
    interact(() -> step.selection().select(new Entry.OfCell(Cell.H, 0, 1)));
    key("P");
    assertThat(main.pin().pinnedProperty().get().value())
        .isEqualTo(step.traceProperty().get().values(Cell.H).get(0, 1));
    key("P");
    assertThat(main.pin().pinnedProperty().get()).isNull();
  }

  private void withoutInput() {
    interact(() -> step.goTo(1));
    key("I");
    assertThat(step.traceProperty().get().input(1)).isEqualTo(-1);
    key("I");
    assertThat(step.traceProperty().get().input(1)).isNotNegative();
    key("Escape");
  }

  private void tab() {
    key("Tab");
    Node first = focused();
    assertThat(first.isFocusVisible()).isTrue();
    key("Tab");
    assertThat(focused()).isNotSameAs(first);
    key("Shift+Tab");
    assertThat(focused()).isSameAs(first);
  }

  /** Where the keys point in the hidden states. */
  private Square pointed() {
    WaitForAsyncUtils.waitForFxEvents();
    return heatmap("H").hoveredProperty().get();
  }

  private void enterTheHiddenStates() {
    interact(() -> main.options().squaresProperty().set(false));
    interact(step::last);
    interact(() -> step.goTo(step.timelineProperty().get().backward(2)));
    interact(window.scene().getRoot()::requestFocus);
    tabTo("H");
    control(KeyCode.HOME);
  }

  private void assertPointedAt(int t, int unit) {
    assertThat(pointed().row()).isEqualTo(t);
    assertThat(pointed().col()).isEqualTo(unit);
  }

  private void squares() {
    enterTheHiddenStates();
    keys("→", "→", "←", "↓", "↓", "↑");
    assertPointedAt(1, 1);
  }

  private void tenSquares() {
    enterTheHiddenStates();
    keys("Page Down", "Page Down", "Page Up");
    assertPointedAt(0, 15 - 10);
  }

  private void endsOfTheRow() {
    enterTheHiddenStates();
    key("End");
    assertPointedAt(4, 0);
    key("Home");
    assertPointedAt(0, 0);
    keys("Ctrl+End");
    assertPointedAt(4, 15);
  }

  private void arithmetic() {
    for (String key : List.of("Enter", "Space")) {
      enterTheHiddenStates();
      interact(() -> step.selection().clear());
      key(key);
      assertThat(step.selection().entryProperty().get())
          .as(key)
          .isEqualTo(new Entry.OfCell(Cell.H, 0, 0));
    }
  }

  private void goToAnUpdate() throws Exception {
    for (int update = 1; update <= 3; update++) {
      int until = update;
      interact(() -> main.session().update());
      await(() -> updates() == until && isPaused());
    }
    show(TrainScreen.ID);
    tabTo("chart");
    Deadline.await(() -> spoken(focused()).startsWith("update 2"));
    key("←");
    Deadline.await(() -> spoken(focused()).startsWith("update 1"));
    key("Enter");
    await(() -> updates() == 1 && isPaused());
  }

  private boolean isPaused() {
    return main.session().stateProperty().get() == TrainingState.PAUSED;
  }

  private long updates() {
    return main.session().run().progressProperty().get().updates();
  }

  private void leaveAPicture() {
    enterTheHiddenStates();
    int before = place();
    keys("Escape", "→");
    assertThat(place()).isEqualTo(before + 1);
  }

  private void copy() throws Exception {
    enterTheHiddenStates();
    interact(() -> Clipboard.getSystemClipboard().clear());
    key("Ctrl+C");
    await(() -> Clipboard.getSystemClipboard().hasString());
  }

  private void heatmapMenu() throws Exception {
    enterTheHiddenStates();
    key("Shift+F10");
    await(() -> Window.getWindows().size() == 2);
    type(KeyCode.ESCAPE);
    await(() -> Window.getWindows().size() == 1);
  }

  private void showFlow() throws Exception {
    show(FlowScreen.ID);
    await(() -> !main.flow().isBusy());
  }

  private int loss() {
    return main.step().momentProperty().get().timestep();
  }

  private void lossOfFlow() throws Exception {
    showFlow();
    keys("End", "←", "←");
    assertThat(loss()).isEqualTo(2);
    key("→");
    assertThat(loss()).isEqualTo(3);
    key("Home");
    assertThat(loss()).isZero();
  }

  private void pairOfFlow() throws Exception {
    showFlow();
    keys("End", "↓", "↓", "↑");
    assertThat(textOf("#readOut")).contains("∂L_4/∂h_1");
  }

  private void stateOfFlow() throws Exception {
    showFlow();
    keys("End", "↑", "↑", "↑", "↑", "Enter");
    assertThat(isSeen(".step")).isTrue();
    assertThat(isSeen("#lossVisitBar")).isTrue();
    assertThat(step.momentProperty().get().timestep()).isZero();
    key("Escape");
    assertThat(isSeen("#lossVisitBar")).isFalse();
  }

  private void cursorOfCompare() throws Exception {
    show(CompareScreen.ID);
    key("Home");
    keys("→", "→", "←");
    assertThat(main.compare().cursor().timestepProperty().get()).isEqualTo(1);
    key("End");
    assertThat(main.compare().cursor().timestepProperty().get())
        .isEqualTo(main.compare().b().traceProperty().get().length() - 1);
  }

  private void cursorOfTheLab() throws Exception {
    show(BugLabScreen.ID);
    await(() -> main.bugLab().bench().examinationProperty().get() != null);
    keys("Home", "→", "→", "←");
    assertThat(main.bugLab().cursor().timestepProperty().get()).isEqualTo(1);
    key("End");
    assertThat(main.bugLab().cursor().timestepProperty().get())
        .isEqualTo(main.bugLab().rightTrace().length() - 1);
  }

  private void gridOfTheLab() throws Exception {
    show(BugLabScreen.ID);
    await(() -> main.bugLab().bench().examinationProperty().get() != null);
    interact(() -> main.bugLab().cursor().goTo(2));
    tabTo("check-grid");
    keys("←", "Enter");
    assertThat(main.bugLab().cursor().timestepProperty().get()).isEqualTo(1);
    var row = main.bugLab().rowProperty().get();
    keys("→", "↑", "Enter");
    assertThat(main.bugLab().cursor().timestepProperty().get()).isEqualTo(2);
    assertThat(main.bugLab().rowProperty().get()).isNotEqualTo(row);
    keys("↓", "Enter");
    assertThat(main.bugLab().rowProperty().get()).isEqualTo(row);
  }

  private CodePlace openCode() throws Exception {
    Path file = Programs.saved(folder, "mine.npz", Programs.ours(Fault.MISSING_TRANSPOSE));
    interact(() -> main.open(file));
    await(() -> main.screenProperty().get().equals(MyCodeScreen.ID));
    interact(window.scene().getRoot()::requestFocus);
    return main.myCode().placeProperty().get();
  }

  private int timestepOfCode() {
    return ((CodePlace.OfCell) main.myCode().placeProperty().get()).timestep();
  }

  private void cellOfMyCode() throws Exception {
    CodePlace first = openCode();
    keys("←");
    assertThat(main.myCode().placeProperty().get()).isNotEqualTo(first);
    keys("→");
    assertThat(main.myCode().placeProperty().get()).isEqualTo(first);
    keys("↑");
    assertThat(main.myCode().placeProperty().get()).isNotEqualTo(first);
    keys("↓");
    assertThat(main.myCode().placeProperty().get()).isEqualTo(first);
    keys("Home");
    assertThat(timestepOfCode()).isZero();
    keys("End");
    assertThat(timestepOfCode()).isEqualTo(main.myCode().trace().length() - 1);
  }

  private void gridOfMyCode() throws Exception {
    CodePlace first = openCode();
    tabTo("code-grid");
    keys("←", "Enter");
    assertThat(main.myCode().placeProperty().get()).isNotEqualTo(first);
    keys("→", "↑", "Enter", "↓", "Enter");
    assertThat(main.myCode().placeProperty().get()).isEqualTo(first);
    assertThat(focused()).isNotInstanceOf(ButtonBase.class);
  }
}
