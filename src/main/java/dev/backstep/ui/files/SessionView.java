package dev.backstep.ui.files;

import dev.backstep.io.session.Session;
import dev.backstep.text.Sequence;
import dev.backstep.text.TextMode;
import dev.backstep.trace.Trace;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.step.SequenceViewModel;
import dev.backstep.ui.step.StepSource;
import dev.backstep.ui.step.StepViewModel;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;

/** The view of a session on the screen: told to be saved, and shown again when it is opened. */
public final class SessionView {
  private final ObjectProperty<Screen> screen;
  private final List<Screen> screens;
  private final Supplier<Screen> ofUser;
  private final StepViewModel step;
  private final SequenceViewModel sequence;
  private final StepSource source;

  /** The place of the cursor that is still to be gone to, once its sequence is shown; or −1. */
  private int place = -1;

  /**
   * The view in a window.
   *
   * @param screens all that the window has
   * @param ofUser the screen that is shown, or that comes back when the guided tour is left
   */
  public SessionView(
      ObjectProperty<Screen> screen,
      List<Screen> screens,
      Supplier<Screen> ofUser,
      StepViewModel step,
      SequenceViewModel sequence,
      StepSource source) {
    this.screen = screen;
    this.screens = screens;
    this.ofUser = ofUser;
    this.step = step;
    this.sequence = sequence;
    this.source = source;
  }

  /** The view as it is now. */
  Session.View now() {
    Sequence chosen = sequence.chosenProperty().get();
    int index = sequence.indexProperty().get();
    return new Session.View(
        ofUser.get().name(),
        index,
        chosen == null || index >= 0 ? "" : chosen.text(),
        source.placeInRun());
  }

  /** The same of a run, on the screen that is shown now. */
  Session.View onThisScreen(Session.View of) {
    return new Session.View(screen.get().name(), of.sequence(), of.word(), of.place());
  }

  /** Shows it, as far as there is such a thing. */
  void restore(Session.View view) {
    screens.stream().filter(each -> each.name().equals(view.screen())).forEach(screen::set);
    if (view.sequence() >= 0) {
      sequence.choose(view.sequence());
    } else if (!view.word().isEmpty() && view.word().length() <= TextMode.MAX_LENGTH) {
      sequence.type(view.word());
    }
    place = Math.max(0, view.place());
  }

  /** The trace of a sequence comes a little later than it was chosen. */
  void lookWhetherShown() {
    Trace trace = step.traceProperty().get();
    if (place >= 0 && trace != null && isOfChosen(trace)) {
      step.goTo(place);
      place = -1;
    }
  }

  private boolean isOfChosen(Trace trace) {
    Sequence chosen = sequence.chosenProperty().get();
    return chosen == null || Arrays.equals(chosen.inputs(), inputs(trace));
  }

  private static int[] inputs(Trace trace) {
    int[] inputs = new int[trace.length()];
    Arrays.setAll(inputs, trace::input);
    return inputs;
  }
}
