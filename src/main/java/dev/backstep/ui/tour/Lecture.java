package dev.backstep.ui.tour;

import dev.backstep.trace.Timeline;
import dev.backstep.trace.Trace;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.step.SequenceViewModel;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.words.Texts;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a lesson on the Step screen, on nets of its own: of each chapter a text, then its move,
 * then its question. It knows no chapter.
 */
final class Lecture {
  private final StepViewModel step;
  private final TourNets nets;
  private final LessonPlace reading;
  private final Page page;
  private final BooleanSupplier open;
  private boolean trains;
  private boolean isAwaited;
  private @Nullable Timeline shown;

  /**
   * A lecture on a screen.
   *
   * @param open whether the screen is lent to it
   */
  Lecture(
      Lesson lesson,
      Texts texts,
      SessionViewModel session,
      StepViewModel step,
      SequenceViewModel sequence,
      BooleanSupplier open) {
    this.step = step;
    this.open = open;
    reading = new LessonPlace(lesson);
    page = new Page(texts);
    nets = new TourNets(session, sequence, this::show, this::onTold);
    step.traceProperty().addListener((property, old, now) -> onTrace(now));
    step.selection()
        .entryProperty()
        .addListener((property, old, now) -> page.answering().point(now));
  }

  /** Begins where it was left, in front of the move. */
  void begin() {
    shown = null;
    nets.begin();
    reading.goTo(reading.place());
    read();
    show();
  }

  /** Nothing is asked and meant any more; the screen is given back. */
  void end() {
    page.askNothing();
    page.lightAll();
    step.playingProperty().set(false);
  }

  /** Begins again with the first chapter and the run as it is now. */
  void restart() {
    reading.goTo(0);
    nets.copy();
    read();
  }

  /** Goes on at another level. */
  void setLevel(Level level) {
    int before = reading.place();
    reading.setLevel(level);
    if (open.getAsBoolean() && reading.place() != before) {
      read();
    }
  }

  /** Makes the move of the chapter if that is not made yet, else goes on to the next one. */
  void next() {
    if (reading.isMoved()) {
      reading.goOn();
      read();
    } else {
      reading.move();
      step.playingProperty().set(false);
      prepare();
      arrive();
    }
  }

  /** Goes back to the text of the chapter before. */
  void back() {
    reading.goBack();
    read();
  }

  /** Does what a chapter does beside leading. */
  private void prepare() {
    TourNet net = nets.copyOfRun();
    switch (reading.current().deed()) {
      case TRAIN -> {
        if (net.isUntrained()) {
          net.trainEpoch();
        }
      }
      case CARRY_STATE -> net.carryState();
      case NOTHING, END -> {}
    }
  }

  /** A text is read in front of what the chapter before has led to. */
  private void read() {
    step.playingProperty().set(false);
    arrive();
  }

  /** Whether the screen shows the net of the tour, which comes a little later than asked for. */
  boolean isThere() {
    return open.getAsBoolean()
        && nets.trace() != null
        && nets.trace() == step.traceProperty().get();
  }

  private void arrive() {
    page.askNothing();
    page.lightAll();
    nets.choose(reading.led().filter(Chapter::isOfGates).isPresent());
    catchUp();
    isAwaited = !isThere();
    if (isAwaited) {
      showText();
      return;
    }
    look();
    TourContext context = context();
    reading.led().ifPresentOrElse(led -> lead(led, context), context.leading()::toBeginning);
    ask();
  }

  private void lead(Chapter chapter, TourContext context) {
    chapter.lead().accept(context);
    if (!reading.current().isLast()) {
      page.light(chapter, context);
    }
  }

  /** Asks what the chapter asks, once its move is made and nothing is trained. */
  private void ask() {
    if (isThere() && reading.isMoved() && !nets.isTraining()) {
      page.ask(reading.current(), context());
    }
  }

  /** Puts on the screen what the net has to show. */
  private void show() {
    Trace numbers = nets.trace();
    if (open.getAsBoolean() && numbers != null) {
      step.show(numbers);
    }
  }

  private void catchUp() {
    if (nets.trace() != step.traceProperty().get()) {
      show();
    }
  }

  /** Numbers come before what they belong to, by which a net tells whether they are to be seen. */
  private void onTold() {
    catchUp();
    look();
    ask();
  }

  /** Looks at the net that the text tells of. */
  private void look() {
    trains = reading.isMoved() ? trains : nets.copyOfRun().isUntrained();
    showText();
  }

  /** Another sequence is looked at in the same way as the one before. */
  private void onTrace(@Nullable Trace trace) {
    boolean isOther = trace != null && !trace.timeline().equals(shown);
    shown = trace == null ? null : trace.timeline();
    if (open.getAsBoolean() && (isOther || isAwaited)) {
      arrive();
    } else {
      showText();
      ask();
    }
  }

  /** While a chapter leads to another net, which comes a little later, its text stays. */
  private void showText() {
    if (isThere()) {
      page.say(reading.current(), context());
    } else if (!open.getAsBoolean() || !reading.isMoved()) {
      page.clear();
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

  LessonPlace reading() {
    return reading;
  }

  Page page() {
    return page;
  }

  TourNets nets() {
    return nets;
  }
}
