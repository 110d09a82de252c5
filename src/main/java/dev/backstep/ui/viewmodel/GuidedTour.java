package dev.backstep.ui.viewmodel;

import dev.backstep.trace.Timeline;
import dev.backstep.trace.Trace;
import dev.backstep.training.HiddenStatePolicy;
import dev.backstep.training.RunSettings;
import dev.backstep.training.TrainingState;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Short chapters about what the Step screen shows: first a text, then one move of the program
 * itself, then rest. It can be left at any time and is resumed where it was left.
 */
public final class GuidedTour {
  private static final Chapter[] CHAPTERS = Chapter.values();

  private final MainViewModel main;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper offered = new ReadOnlyBooleanWrapper();
  private final ReadOnlyIntegerWrapper chapter = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper moved = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private boolean isAnswered;
  private boolean trains;
  private BeforeTour before;
  private Timeline shown;
  private Runnable wordFocus = () -> {};

  GuidedTour(MainViewModel main) {
    this.main = main;
    main.step().traceProperty().addListener((property, old, now) -> onTrace(now));
    main.session().stateProperty().addListener((property, old, now) -> onState(now));
    main.session().run().settingsProperty().addListener(observable -> showText());
  }

  /** On the first start: asks whether the tour is wanted, unless that was answered. */
  public void offer() {
    offered.set(!isAnswered && !open.get());
  }

  /** Not now; it is never offered again. */
  public void decline() {
    isAnswered = true;
    offered.set(false);
  }

  /** Begins the tour, or resumes it where it was left. */
  public void open() {
    decline();
    if (open.get()) {
      return;
    }
    before = new BeforeTour(main);
    main.options().valuesHiddenProperty().set(false);
    main.screenProperty().set(Screen.STEP);
    main.session().pause();
    main.follow();
    open.set(true);
    before.keepToOneSequence();
    read(chapter.get());
  }

  /** Begins again with the first chapter. */
  public void restart() {
    open();
    read(0);
  }

  /** The move of the chapter if it was not made yet, else the text of the next one. */
  public void next() {
    if (!open.get() || main.step().traceProperty().get() == null) {
      return;
    }
    if (moved.get()) {
      read(chapter.get() + 1);
    } else if (current().isLast()) {
      finish();
    } else {
      moved.set(true);
      main.step().playingProperty().set(false);
      prepare();
      arrive();
    }
  }

  /** What a chapter does beside leading somewhere. */
  private void prepare() {
    if (current() == Chapter.WORD && before.isUntrained()) {
      main.session().finishEpoch();
    } else if (current() == Chapter.CARRIED) {
      before.carryState();
    }
  }

  private void finish() {
    leave(false);
    chapter.set(0);
    wordFocus.run();
  }

  /** The text of the chapter before; of the first one, its text again. */
  public void back() {
    if (open.get()) {
      read(Math.max(0, chapter.get() - 1));
    }
  }

  /** Gives back what the tour has changed; it can be resumed. */
  public void leave() {
    leave(true);
  }

  private void leave(boolean withScreen) {
    if (open.get()) {
      open.set(false);
      before.restore(withScreen);
    }
  }

  /** A text is read in front of what the chapter before has led to. */
  private void read(int number) {
    chapter.set(number);
    moved.set(false);
    main.step().playingProperty().set(false);
    trains = before.isUntrained();
    arrive();
  }

  private void arrive() {
    showText();
    int led = moved.get() ? chapter.get() : chapter.get() - 1;
    if (main.step().traceProperty().get() == null) {
      return;
    }
    if (led < 0) {
      sight().begin();
    } else {
      CHAPTERS[led].show(sight());
    }
  }

  /** Another sequence is looked at in the same way as the one before. */
  private void onTrace(Trace trace) {
    boolean isOther = trace != null && !trace.timeline().equals(shown);
    shown = trace == null ? null : trace.timeline();
    if (open.get() && isOther) {
      before.keepToOneSequence();
      arrive();
    } else {
      showText();
    }
  }

  /** What was trained is to be seen, also by somebody who stepped meanwhile. */
  private void onState(TrainingState state) {
    if (open.get() && state != TrainingState.RUNNING) {
      main.follow();
    }
  }

  private void showText() {
    boolean isThere = open.get() && main.step().traceProperty().get() != null;
    text.set(isThere ? current().text(main.texts(), sight()) : "");
  }

  private Sight sight() {
    RunSettings settings = main.session().run().settingsProperty().get();
    boolean wasZero =
        before.isStateChanged() || settings.hiddenState() instanceof HiddenStatePolicy.Zero;
    return new Sight(main.step(), main.step().traceProperty().get(), settings, trains, wasZero);
  }

  private Chapter current() {
    return CHAPTERS[chapter.get()];
  }

  /** How many chapters there are. */
  public int size() {
    return CHAPTERS.length;
  }

  /** The title of the chapter that is read. */
  public String title() {
    return current().title(main.texts());
  }

  /** What is to be read, with the numbers that are on the screen; empty while there are none. */
  public ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  /** The number of the chapter, from 0. */
  public ReadOnlyIntegerProperty chapterProperty() {
    return chapter.getReadOnlyProperty();
  }

  /** Whether the move of the chapter was made. */
  public ReadOnlyBooleanProperty movedProperty() {
    return moved.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** Whether it is being asked if the tour is wanted. */
  public ReadOnlyBooleanProperty offeredProperty() {
    return offered.getReadOnlyProperty();
  }

  /** Whether the offer was answered, now or at an earlier start. */
  public boolean isAnswered() {
    return isAnswered;
  }

  /** What an earlier start has left behind: whether the offer was answered, and the chapter. */
  public void resumeFrom(boolean answered, int number) {
    isAnswered = answered;
    chapter.set(Math.max(0, Math.min(CHAPTERS.length - 1, number)));
  }

  /** What puts the cursor of the keyboard into the field for a word, after the last chapter. */
  public void setWordFocus(Runnable action) {
    wordFocus = action;
  }
}
