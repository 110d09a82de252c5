package dev.backstep.ui.tour;

import dev.backstep.trace.Timeline;
import dev.backstep.trace.Trace;
import dev.backstep.training.session.TrainingState;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.common.ViewOptions;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.step.Course;
import dev.backstep.ui.step.Guest;
import dev.backstep.ui.step.SequenceViewModel;
import dev.backstep.ui.step.StepScreen;
import dev.backstep.ui.step.StepSource;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.words.Texts;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Short chapters about what the Step screen shows: first a text, then one move of the program
 * itself, then rest. It can be left at any time and is resumed where it was left. It has a net of
 * its own, to which the Step screen is lent: the run that is open stays as it is.
 */
public final class GuidedTour implements Course {
  private static final Chapter[] CHAPTERS = Chapter.values();

  private final Texts texts;
  private final SessionViewModel session;
  private final StepViewModel step;
  private final SequenceViewModel sequence;
  private final StepSource source;
  private final Guest guest;
  private final ViewOptions options;
  private final ObjectProperty<Screen> screen;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper offered = new ReadOnlyBooleanWrapper();
  private final ReadOnlyIntegerWrapper chapter = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper moved = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private boolean isAnswered;
  private boolean trains;
  private @Nullable TourNet net;
  private Screen screenBefore = StepScreen.ID;
  private boolean valuesWereHidden;
  private @Nullable Timeline shown;

  /**
   * The tour of a window.
   *
   * @param guest leaves the Step screen when the tour begins
   */
  public GuidedTour(
      Texts texts,
      SessionViewModel session,
      StepViewModel step,
      SequenceViewModel sequence,
      StepSource source,
      Guest guest,
      ViewOptions options,
      ObjectProperty<Screen> screen) {
    this.texts = texts;
    this.session = session;
    this.step = step;
    this.sequence = sequence;
    this.source = source;
    this.guest = guest;
    this.options = options;
    this.screen = screen;
    step.traceProperty().addListener((property, old, now) -> onTrace(now));
    // After the sequences are those of the other run: invalidation would be told of before.
    session.dataProperty().addListener((property, old, now) -> onOtherRun());
    sequence.chosenProperty().addListener((property, old, now) -> onChosen());
  }

  /** Of a run that is not open any more no copy is needed, unless it is looked at. */
  private void onOtherRun() {
    if (open.get()) {
      own().copy();
    } else {
      close();
    }
  }

  private void onChosen() {
    if (open.get()) {
      own().chooseSequence();
    }
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
    screenBefore = screen.get();
    valuesWereHidden = options.valuesHiddenProperty().get();
    guest.leave();
    source.lend();
    options.valuesHiddenProperty().set(false);
    screen.set(StepScreen.ID);
    shown = null;
    open.set(true);
    prepareNet();
    read(chapter.get());
    show();
  }

  private void prepareNet() {
    if (net == null) {
      net = new TourNet(session, sequence);
      net.session().run().traceProperty().addListener(observable -> show());
      net.session().stateProperty().addListener((property, old, now) -> onState(now));
      net.session().revisionProperty().addListener(observable -> look());
    } else {
      net.copyIfChanged();
    }
  }

  /** What the text says of the net is known. */
  private void look() {
    trains = moved.get() ? trains : own().isUntrained();
    showText();
  }

  /** Begins again with the first chapter, and with the run as it is now. */
  public void restart() {
    boolean wasOpen = open.get();
    chapter.set(0);
    open();
    if (wasOpen) {
      own().copy();
      read(0);
    }
  }

  /** Puts on the screen what the net has to show. */
  private void show() {
    if (open.get() && net != null && net.trace() != null) {
      step.show(net.trace());
    }
  }

  /** The move of the chapter if it was not made yet, else the text of the next one. */
  @Override
  public void next() {
    if (!isThere()) {
      return;
    }
    if (moved.get()) {
      read(chapter.get() + 1);
    } else if (current().isLast()) {
      finish();
    } else {
      moved.set(true);
      step.playingProperty().set(false);
      prepare();
      arrive();
    }
  }

  /** What a chapter does beside leading somewhere. */
  private void prepare() {
    if (current() == Chapter.WORD && own().isUntrained()) {
      own().trainEpoch();
    } else if (current() == Chapter.CARRIED) {
      own().carryState();
    }
  }

  private void finish() {
    leave(false);
    chapter.set(0);
    sequence.askForWord();
  }

  /** The text of the chapter before; of the first one, its text again. */
  @Override
  public void back() {
    if (open.get()) {
      read(Math.max(0, chapter.get() - 1));
    }
  }

  /** Gives the screen back to the run; the tour can be resumed. */
  public void leave() {
    leave(true);
  }

  private void leave(boolean withScreen) {
    if (open.get()) {
      open.set(false);
      step.playingProperty().set(false);
      source.takeBack();
      options.valuesHiddenProperty().set(valuesWereHidden);
      if (withScreen && screen.get() == StepScreen.ID) {
        screen.set(screenBefore);
      }
    }
  }

  /** A text is read in front of what the chapter before has led to. */
  private void read(int number) {
    chapter.set(number);
    moved.set(false);
    step.playingProperty().set(false);
    arrive();
  }

  /** Whether the screen shows the net of the tour, which comes a little later than asked for. */
  private boolean isThere() {
    return open.get()
        && net != null
        && net.trace() != null
        && net.trace() == step.traceProperty().get();
  }

  private void arrive() {
    if (!isThere()) {
      showText();
      return;
    }
    look();
    int led = moved.get() ? chapter.get() : chapter.get() - 1;
    if (led < 0) {
      context().begin();
    } else {
      CHAPTERS[led].show(context());
    }
  }

  /** Another sequence is looked at in the same way as the one before. */
  private void onTrace(Trace trace) {
    boolean isOther = trace != null && !trace.timeline().equals(shown);
    shown = trace == null ? null : trace.timeline();
    if (open.get() && isOther) {
      arrive();
    } else {
      showText();
    }
  }

  /** What was trained is to be seen, also where the user stepped meanwhile. */
  private void onState(TrainingState state) {
    if (state != TrainingState.RUNNING) {
      show();
    }
  }

  private void showText() {
    text.set(isThere() ? current().text(texts, context()) : "");
  }

  private TourContext context() {
    return new TourContext(step, own().trace(), own().settings(), trains, own().wasZero());
  }

  private Chapter current() {
    return CHAPTERS[chapter.get()];
  }

  /** Takes what the net of the tour has to tell; called once a pulse. */
  public void poll() {
    if (net != null) {
      net.session().poll();
    }
  }

  /** Shows what was taken before and waits. */
  public void tick() {
    if (net != null) {
      net.session().tick();
    }
  }

  /** Ends the thread of the net. */
  public void close() {
    if (net != null) {
      net.close();
      net = null;
    }
  }

  /** Whether its net trains. */
  public boolean isTraining() {
    return net != null && net.session().isRunning();
  }

  /** For how many epochs its net was trained. */
  public int epoch() {
    return net == null ? 0 : net.session().run().progressProperty().get().epoch();
  }

  private TourNet own() {
    return Objects.requireNonNull(net, "the tour is not open");
  }

  /** The net of the tour; null while there is none. */
  public @Nullable TourNet net() {
    return net;
  }

  /** The screen that is shown, or that comes back when the tour is left. */
  public Screen screenOfUser() {
    return open.get() ? screenBefore : screen.get();
  }

  /** How many chapters there are. */
  public int size() {
    return CHAPTERS.length;
  }

  /** The title of the chapter that is read. */
  public String title() {
    return current().title(texts);
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

  @Override
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
}
