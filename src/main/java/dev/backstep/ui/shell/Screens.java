package dev.backstep.ui.shell;

import dev.backstep.ui.common.Screen;
import dev.backstep.ui.compare.CompareScreen;
import dev.backstep.ui.lab.BugLabScreen;
import dev.backstep.ui.mycode.MyCodeScreen;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.screen.ScreenPart;
import dev.backstep.ui.step.StepScreen;
import dev.backstep.ui.train.TrainScreen;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;

/** The screens of the window, in the order of the navigation. */
final class Screens {
  private final List<ScreenPart> all;
  private final SessionViewModel open;
  private final ObjectProperty<Screen> shown;

  Screens(MainViewModel main) {
    open = main.session();
    shown = main.screenProperty();
    all =
        List.of(
            new StepScreen(
                main.texts(),
                main.step(),
                main.sequence(),
                main.guessFirst(),
                main.codeVisit(),
                main.guide()),
            new TrainScreen(main.texts(), open.run()),
            new CompareScreen(main.compare()),
            new BugLabScreen(main.bugLab()),
            new MyCodeScreen(main.myCode()));
  }

  List<ScreenPart> all() {
    return all;
  }

  /** The screen that is shown. */
  ScreenPart shown() {
    return of(shown.get());
  }

  ScreenPart of(Screen screen) {
    return all.stream().filter(each -> each.screen() == screen).findFirst().orElseThrow();
  }

  void show(ScreenPart part) {
    shown.set(part.screen());
  }

  ObjectProperty<Screen> shownProperty() {
    return shown;
  }

  /** What the commands of training mean: the runs of the screen that is shown, or the open one. */
  SessionViewModel trained() {
    return shown().trains().orElse(open);
  }

  /** The run that is open, and those that screens train beside it. */
  List<SessionViewModel> sessions() {
    return Stream.concat(Stream.of(open), all.stream().flatMap(each -> each.trains().stream()))
        .toList();
  }
}
