package dev.backstep.ui.shell;

import dev.backstep.ui.common.Screen;
import dev.backstep.ui.compare.CompareScreen;
import dev.backstep.ui.lab.BugLabScreen;
import dev.backstep.ui.mycode.MyCodeScreen;
import dev.backstep.ui.screen.ScreenPart;
import dev.backstep.ui.step.StepScreen;
import dev.backstep.ui.train.TrainScreen;
import java.util.List;
import javafx.beans.value.ObservableValue;

/** The screens of the window, in the order of the navigation. */
final class Screens {
  private final List<ScreenPart> all;
  private final ObservableValue<Screen> shown;

  Screens(MainViewModel main) {
    shown = main.screenProperty();
    all =
        List.of(
            new StepScreen(main.texts(), main.step()),
            new TrainScreen(main.texts(), main.session().run()),
            new CompareScreen(main.compare()),
            new BugLabScreen(main.bugLab()),
            new MyCodeScreen(main.myCode()));
  }

  List<ScreenPart> all() {
    return all;
  }

  /** The screen that is shown. */
  ScreenPart shown() {
    return all.stream().filter(each -> each.screen() == shown.getValue()).findFirst().orElseThrow();
  }
}
