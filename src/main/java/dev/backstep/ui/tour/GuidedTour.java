package dev.backstep.ui.tour;

import dev.backstep.ui.common.Screen;
import dev.backstep.ui.common.ViewOptions;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.step.ChapterKeys;
import dev.backstep.ui.step.Guest;
import dev.backstep.ui.step.SequenceViewModel;
import dev.backstep.ui.step.StepSource;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;

/**
 * Short chapters about what the Step screen shows and why it is so: first a text, then one move of
 * the program itself, then a question, which can be skipped. It can be left at any time and is
 * resumed where it was left. It has nets of its own, to which the Step screen is lent: the run that
 * is open stays as it is.
 */
public final class GuidedTour implements ChapterKeys {
  private final Texts texts;
  private final Lesson lesson = Tour.LESSON;
  private final SequenceViewModel sequence;
  private final ScreenBeforeTour lent;
  private final NextScreens ways;
  private final Lecture lecture;
  private final LessonPlace reading;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper offered = new ReadOnlyBooleanWrapper();
  private boolean isAnswered;

  /**
   * The tour of a window.
   *
   * @param guest leaves the Step screen when the tour begins
   * @param screens all of the window, once they are there
   */
  public GuidedTour(
      Texts texts,
      SessionViewModel session,
      StepViewModel step,
      SequenceViewModel sequence,
      StepSource source,
      Guest guest,
      ViewOptions options,
      ObjectProperty<Screen> screen,
      Supplier<List<Screen>> screens) {
    this.texts = texts;
    this.sequence = sequence;
    lecture = new Lecture(lesson, texts, session, step, sequence, open::get);
    reading = lecture.reading();
    lent = new ScreenBeforeTour(source, guest, options, screen);
    ways = new NextScreens(screen, screens);
    // After the sequences are those of the other run: invalidation would be told of before.
    session.dataProperty().addListener((property, old, now) -> onOtherRun());
    sequence.chosenProperty().addListener((property, old, now) -> onChosen());
  }

  /** Of a run that is not open any more no copy is needed, unless it is looked at. */
  private void onOtherRun() {
    if (open.get()) {
      nets().copy();
    } else {
      close();
    }
  }

  private void onChosen() {
    if (open.get()) {
      nets().chooseSequence();
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

  /** Begins the tour at a level, or resumes it. */
  public void open(Level level) {
    setLevel(level);
    open();
  }

  /** Begins the tour, or resumes it where it was left. */
  public void open() {
    decline();
    if (!open.get()) {
      lent.borrow();
      open.set(true);
      lecture.begin();
    }
  }

  /** Begins again with the first chapter, and with the run as it is now. */
  public void restart() {
    if (open.get()) {
      lecture.restart();
    } else {
      reading.goTo(0);
      open();
    }
  }

  /** Goes on at another level, from the chapter that is read or the nearest before it. */
  public void setLevel(Level level) {
    lecture.setLevel(level);
  }

  /** The move of the chapter if it was not made yet, else the text of the next one. */
  @Override
  public void next() {
    reclaim();
    if (lecture.isThere() && isLast()) {
      leave(false);
      reading.goTo(0);
      sequence.askForSequence();
    } else if (lecture.isThere()) {
      lecture.next();
    }
  }

  /** The text of the chapter before; of the first one, its text again. */
  @Override
  public void back() {
    reclaim();
    if (open.get()) {
      lecture.back();
    }
  }

  private void reclaim() {
    if (open.get()) {
      lent.reclaim();
    }
  }

  @Override
  public int choices() {
    return answering().options().size();
  }

  @Override
  public void choose(int option) {
    answering().choose(option);
  }

  /** The screens that the last chapter leads to; none in the others. */
  public List<Screen> ways() {
    return isLast() ? ways.there() : List.of();
  }

  /** Ends the tour on another screen. */
  public void goTo(Screen screen) {
    leave(false);
    reading.goTo(0);
    ways.goTo(screen);
  }

  /** Gives the screen back to the run; the tour can be resumed. */
  public void leave() {
    leave(true);
  }

  private void leave(boolean withScreen) {
    if (open.get()) {
      open.set(false);
      lecture.end();
      lent.giveBack(withScreen);
    }
  }

  /** Takes what the nets of the tour have to tell; called once a pulse. */
  public void poll() {
    nets().poll();
  }

  /** Shows what was taken before and waits. */
  public void tick() {
    nets().tick();
  }

  /** Ends the threads of the nets. */
  public void close() {
    nets().close();
  }

  /** Whether one of its nets trains. */
  public boolean isTraining() {
    return nets().isTraining();
  }

  /** For how many epochs its copy of the run was trained. */
  public int epoch() {
    return nets().epoch();
  }

  /** The nets of the tour. */
  TourNets nets() {
    return lecture.nets();
  }

  /** The screen that is shown, or that comes back when the tour is left. */
  public Screen screenOfUser() {
    return open.get() ? lent.before() : lent.now();
  }

  /** The number of chapters of the level. */
  public int size() {
    return reading.size();
  }

  /** The number of the chapter among them, from 0. */
  public int number() {
    return reading.number();
  }

  /** Whether it is the last chapter. */
  public boolean isLast() {
    return reading.current().isLast();
  }

  /** The title of the chapter that is read. */
  public String title() {
    return reading.current().title(texts);
  }

  /** The name of the chapter, by which it is resumed. */
  public String chapter() {
    return reading.current().id();
  }

  /** The text with the numbers that are on the screen; empty while there are none. */
  public ReadOnlyStringProperty textProperty() {
    return lecture.page().textProperty();
  }

  /** The question of the chapter, and what is said to an answer. */
  public Answering answering() {
    return lecture.page().answering();
  }

  /** What of the picture is meant. */
  public ReadOnlyObjectProperty<MeantParts> spotProperty() {
    return lecture.page().spotProperty();
  }

  /** Which chapters are read. */
  public ReadOnlyObjectProperty<Level> levelProperty() {
    return reading.levelProperty();
  }

  /** The place of the chapter among those of all levels, from 0. */
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

  /** Takes over from an earlier start whether the offer was answered, the level and the chapter. */
  public void resumeFrom(boolean answered, Level level, String chapter) {
    isAnswered = answered;
    setLevel(level);
    reading.goTo(lesson.place(chapter));
  }
}
