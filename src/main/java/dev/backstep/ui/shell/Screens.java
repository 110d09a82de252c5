package dev.backstep.ui.shell;

import dev.backstep.ui.common.Screen;
import dev.backstep.ui.compare.CompareScreen;
import dev.backstep.ui.flow.FlowScreen;
import dev.backstep.ui.lab.BugLabScreen;
import dev.backstep.ui.mycode.MyCodeScreen;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.screen.ScreenPart;
import dev.backstep.ui.step.StepKeys;
import dev.backstep.ui.step.StepRoom;
import dev.backstep.ui.step.StepScreen;
import dev.backstep.ui.train.TrainScreen;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;

/** The screens of the window, in the order of the navigation. */
final class Screens {
  private final List<ScreenPart> all;
  private final SessionViewModel open;
  private final ObjectProperty<Screen> shown;

  /**
   * The screens of a window, the first of which is shown.
   *
   * @param open the run that is open
   * @param shown which screen is shown
   */
  Screens(List<ScreenPart> all, SessionViewModel open, ObjectProperty<Screen> shown) {
    this.all = all;
    this.open = open;
    this.shown = shown;
    shown.set(all.get(0).screen());
    shown.addListener(observable -> follow());
    open.dataProperty().addListener(observable -> follow());
    all.forEach(
        part -> part.showsAtOnce().ifPresent(value -> value.addListener(observable -> show(part))));
  }

  /** The screens of the program: what a new one adds to the window is a line here. */
  static List<ScreenPart> ofProgram(MainViewModel main) {
    return List.of(
        step(main),
        new TrainScreen(
            main.session(), main.goingBack(), main.texts(), main.options(), main.screenProperty()),
        new CompareScreen(main.compare(), main.texts(), main.options(), main.screenProperty()),
        new BugLabScreen(main.bugLab(), main.texts(), main.options(), main.screenProperty()),
        new MyCodeScreen(
            main.myCode(), main.codeVisit(), main.options(), main.texts(), main.notices()),
        new FlowScreen(
            main.flow(), main.lossVisit(), main.texts(), main.options(), main.screenProperty()));
  }

  private static StepScreen step(MainViewModel main) {
    StepKeys keys =
        new StepKeys(
            main.step(),
            main.sequence(),
            main.stepSource(),
            main.guessFirst(),
            main.lent(),
            main.screenProperty());
    StepRoom room =
        new StepRoom(
            main.session(),
            main.step(),
            main.sequence(),
            main.stepSource(),
            main.guessFirst(),
            main.lent(),
            main.options(),
            main.texts(),
            main.screenProperty(),
            main.goingBack()::goTo,
            keys);
    return new StepScreen(
        main.texts(),
        main.step(),
        keys,
        main.lent(),
        main.guide(),
        List.of(main.whatIfKeys(), main.pinKeys(), main.lossVisit(), main.batchKeys()),
        room);
  }

  private void follow() {
    if (open.dataProperty().get() != null) {
      shown().follow(open.dataProperty().get(), open.run().settingsProperty().get());
    }
  }

  List<ScreenPart> all() {
    return all;
  }

  /** The names of the screens. */
  List<Screen> names() {
    return all.stream().map(ScreenPart::screen).toList();
  }

  /** The screen that is shown. */
  ScreenPart shown() {
    return of(shown.get());
  }

  ScreenPart of(Screen screen) {
    return first(each -> each.screen().equals(screen));
  }

  private ScreenPart first(Predicate<ScreenPart> condition) {
    return all.stream().filter(condition).findFirst().orElseThrow();
  }

  void show(ScreenPart part) {
    shown.set(part.screen());
  }

  /** Shows the screen with the fields for the settings. */
  void showSettings() {
    show(first(ScreenPart::hasSettings));
  }

  ObjectProperty<Screen> shownProperty() {
    return shown;
  }

  /** The runs that the commands of training mean: those of the screen shown, or the open one. */
  SessionViewModel trained() {
    return shown().trains().orElse(open);
  }

  /** The run that is open, and those that screens train beside it. */
  List<SessionViewModel> sessions() {
    return Stream.concat(Stream.of(open), all.stream().flatMap(each -> each.trains().stream()))
        .toList();
  }
}
