package dev.backstep.ui.files;

import dev.backstep.io.session.Session;
import dev.backstep.text.Sequence;
import dev.backstep.text.TextMode;
import dev.backstep.trace.Trace;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.shell.MainViewModel;
import java.util.Arrays;

/** What the screen shows of a session: told to be saved, and shown again when it is opened. */
final class SessionView {
  private final MainViewModel main;

  /** The place of the cursor that is still to be gone to, once its sequence is shown; or −1. */
  private int place = -1;

  SessionView(MainViewModel main) {
    this.main = main;
  }

  /** What is shown now. */
  Session.View now() {
    Sequence chosen = main.sequence().chosenProperty().get();
    int index = main.sequence().indexProperty().get();
    return new Session.View(
        main.guide().screenOfUser().name(),
        index,
        chosen == null || index >= 0 ? "" : chosen.text(),
        main.following().placeInRun());
  }

  /** Shows it, as far as there is such a thing. */
  void restore(Session.View view) {
    Arrays.stream(Screen.values())
        .filter(screen -> screen.name().equals(view.screen()))
        .forEach(main.screenProperty()::set);
    if (view.sequence() >= 0) {
      main.sequence().choose(view.sequence());
    } else if (!view.word().isEmpty() && view.word().length() <= TextMode.MAX_LENGTH) {
      main.sequence().type(view.word());
    }
    place = Math.max(0, view.place());
  }

  /** The trace of a sequence comes a little later than it was chosen. */
  void lookWhetherShown() {
    Trace trace = main.step().traceProperty().get();
    if (place >= 0 && trace != null && isOfChosen(trace)) {
      main.step().goTo(place);
      place = -1;
    }
  }

  private boolean isOfChosen(Trace trace) {
    Sequence chosen = main.sequence().chosenProperty().get();
    return chosen == null || Arrays.equals(chosen.inputs(), inputs(trace));
  }

  private static int[] inputs(Trace trace) {
    int[] inputs = new int[trace.length()];
    Arrays.setAll(inputs, trace::input);
    return inputs;
  }
}
