package dev.backstep.ui.tour;

import dev.backstep.trace.Timeline;
import dev.backstep.trace.Trace;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.common.ViewOptions;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.step.Course;
import dev.backstep.ui.step.Guest;
import dev.backstep.ui.step.SequenceViewModel;
import dev.backstep.ui.step.StepSource;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.words.Texts;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Short chapters about what the Step screen shows: first a text, then one move of the program
 * itself, then rest. It can be left at any time and is resumed where it was left. It has nets of
 * its own, to which the Step screen is lent: the run that is open stays as it is.
 */
public final class GuidedTour implements Course {
  private final Texts texts;
  private final StepViewModel step;
  private final SequenceViewModel sequence;
  private final TourNets nets;
  private final LentScreen lent;
  private final Reading reading = new Reading();
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper offered = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private boolean isAnswered;
  private boolean trains;
  private boolean isAwaited;
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
    this.step = step;
    this.sequence = sequence;
    nets = new TourNets(session, sequence, this::show, this::onTold);
    lent = new LentScreen(source, guest, options, screen);
    step.traceProperty().addListener((property, old, now) -> onTrace(now));
    // After the sequences are those of the other run: invalidation would be told of before.
    session.dataProperty().addListener((property, old, now) -> onOtherRun());
    sequence.chosenProperty().addListener((property, old, now) -> onChosen());
  }

  /** Of a run that is not open any more no copy is needed, unless it is looked at. */
  private void onOtherRun() {
    if (open.get()) {
      nets.copy();
    } else {
      close();
    }
  }

  private void onChosen() {
    if (open.get()) {
      nets.chooseSequence();
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
    lent.borrow();
    shown = null;
    open.set(true);
    nets.begin();
    read(reading.place());
    show();
  }

  /** Numbers come before what they belong to, by which a net tells whether they are to be seen. */
  private void onTold() {
    catchUp();
    look();
  }

  /** Looks at the net that the text tells of. */
  private void look() {
    trains = reading.isMoved() ? trains : nets.copyOfRun().isUntrained();
    showText();
  }

  /** Begins again with the first chapter, and with the run as it is now. */
  public void restart() {
    boolean wasOpen = open.get();
    reading.goTo(0);
    open();
    if (wasOpen) {
      nets.copy();
      read(0);
    }
  }

  /** Puts on the screen what the net has to show. */
  private void show() {
    Trace numbers = nets.trace();
    if (open.get() && numbers != null) {
      step.show(numbers);
    }
  }

  private void catchUp() {
    if (nets.trace() != step.traceProperty().get()) {
      show();
    }
  }

  /** The move of the chapter if it was not made yet, else the text of the next one. */
  @Override
  public void next() {
    if (!isThere()) {
      return;
    }
    if (reading.isMoved()) {
      read(reading.place() + 1);
    } else if (reading.current().isLast()) {
      finish();
    } else {
      reading.move();
      step.playingProperty().set(false);
      prepare();
      arrive();
    }
  }

  /** Does what a chapter does beside leading. */
  private void prepare() {
    if (reading.current() == Chapter.WORD && nets.copyOfRun().isUntrained()) {
      nets.copyOfRun().trainEpoch();
    } else if (reading.current() == Chapter.CARRIED) {
      nets.copyOfRun().carryState();
    }
  }

  private void finish() {
    leave(false);
    reading.goTo(0);
    sequence.askForSequence();
  }

  /** The text of the chapter before; of the first one, its text again. */
  @Override
  public void back() {
    if (open.get()) {
      read(reading.place() - 1);
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
      lent.giveBack(withScreen);
    }
  }

  /** A text is read in front of what the chapter before has led to. */
  private void read(int number) {
    reading.goTo(number);
    step.playingProperty().set(false);
    arrive();
  }

  /** Whether the screen shows the net of the tour, which comes a little later than asked for. */
  private boolean isThere() {
    return open.get() && nets.trace() != null && nets.trace() == step.traceProperty().get();
  }

  private void arrive() {
    nets.choose(reading.led().filter(Chapter::isOfGates).isPresent());
    catchUp();
    isAwaited = !isThere();
    if (isAwaited) {
      showText();
      return;
    }
    look();
    reading.led().ifPresentOrElse(chapter -> chapter.show(context()), () -> context().begin());
  }

  /** Another sequence is looked at in the same way as the one before. */
  private void onTrace(@Nullable Trace trace) {
    boolean isOther = trace != null && !trace.timeline().equals(shown);
    shown = trace == null ? null : trace.timeline();
    if (open.get() && (isOther || isAwaited)) {
      arrive();
    } else {
      showText();
    }
  }

  /** While a chapter leads to another net, which comes a little later, its text stays. */
  private void showText() {
    if (isThere()) {
      text.set(reading.current().text(texts, context()));
    } else if (!open.get() || !reading.isMoved()) {
      text.set("");
    }
  }

  private TourContext context() {
    return new TourContext(
        step,
        Objects.requireNonNull(nets.trace()),
        nets.settings(),
        trains,
        nets.trainsGates(),
        nets.copyOfRun().wasZero());
  }

  /** Takes what the nets of the tour have to tell; called once a pulse. */
  public void poll() {
    nets.poll();
  }

  /** Shows what was taken before and waits. */
  public void tick() {
    nets.tick();
  }

  /** Ends the threads of the nets. */
  public void close() {
    nets.close();
  }

  /** Whether one of its nets trains. */
  public boolean isTraining() {
    return nets.isTraining();
  }

  /** For how many epochs its copy of the run was trained. */
  public int epoch() {
    return nets.epoch();
  }

  /** The nets of the tour. */
  TourNets nets() {
    return nets;
  }

  /** The screen that is shown, or that comes back when the tour is left. */
  public Screen screenOfUser() {
    return open.get() ? lent.before() : lent.now();
  }

  /** The number of chapters. */
  public int size() {
    return Chapter.OWN_WORD.number() + 1;
  }

  /** The number of the chapter, from 0. */
  public int number() {
    return reading.current().number();
  }

  /** The title of the chapter that is read. */
  public String title() {
    return reading.current().title(texts);
  }

  /** The text with the numbers that are on the screen; empty while there are none. */
  public ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  /** The number of the text that is read, from 0; a chapter has one or several. */
  public ReadOnlyIntegerProperty chapterProperty() {
    return reading.placeProperty();
  }

  /** Whether the move of the chapter was made. */
  public ReadOnlyBooleanProperty movedProperty() {
    return reading.movedProperty();
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

  /** Takes over from an earlier start whether the offer was answered, and the text. */
  public void resumeFrom(boolean answered, int number) {
    isAnswered = answered;
    reading.goTo(number);
  }
}
