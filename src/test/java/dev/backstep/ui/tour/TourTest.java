package dev.backstep.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import dev.backstep.math.Numbers;
import dev.backstep.net.Vector;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Moment;
import dev.backstep.trace.Trace;
import dev.backstep.training.session.TrainingSession;
import dev.backstep.training.session.TrainingState;
import dev.backstep.ui.run.RunViewModel;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.shell.MainViewModel;
import dev.backstep.ui.shell.Sessions;
import dev.backstep.ui.step.StepViewModel;
import dev.backstep.words.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A tour through small words. */
public abstract class TourTest {
  public static final String CARRIED = "carried";
  public static final String FIRST_OF_GATES = "gates";
  public static final String LAST_OF_GATES = "carousel";

  public final SessionViewModel session = new SessionViewModel(new TrainingSession("guided"), 1);
  public final MainViewModel main =
      new MainViewModel(
          Texts.load(),
          session,
          new SessionViewModel(new TrainingSession("guided pair"), 2),
          new SessionViewModel(new TrainingSession("guided lab"), 2));
  public final GuidedTour guide = main.guide();
  public final StepViewModel step = main.step();
  @TempDir private Path folder;

  @BeforeEach
  void openWords() throws IOException {
    open("abc\nbcdaedc\ncdeab\nace\nbed\n");
    guide.setLevel(Level.TWENTY);
  }

  @AfterEach
  void close() {
    main.close();
  }

  public void open(String text) throws IOException {
    Object before = session.dataProperty().get();
    ask(text);
    until(() -> session.dataProperty().get() != before && step.traceProperty().get() != null);
    settle();
  }

  /** Asks for a text, and does not wait for it. */
  public void ask(String text) throws IOException {
    main.open(Files.writeString(folder.resolve("words.txt"), text));
  }

  public void until(BooleanSupplier condition) {
    Sessions.repeatUntil(() -> main.pulse(0), condition);
  }

  /** Until the run and the net of the tour have done all that they were asked to. */
  public void settle() {
    settle(session);
    if (guide.nets().hasCopy()) {
      guide.nets().sessions().toList().forEach(this::settle);
      until(
          () ->
              !guide.openProperty().get()
                  || guide.nets().trace() != null
                      && guide.nets().trace() == step.traceProperty().get());
    }
  }

  private void settle(SessionViewModel session) {
    until(() -> session.stateProperty().get() != TrainingState.RUNNING);
    AtomicBoolean isReached = new AtomicBoolean();
    session.change(
        now -> {
          isReached.set(true);
          return now;
        });
    // Nothing is taken meanwhile, so what the next snapshot tells is all that was asked for.
    Deadline.await(isReached::get);
    long before = session.revisionProperty().get();
    until(() -> session.revisionProperty().get() > before);
    until(() -> session.stateProperty().get() != TrainingState.RUNNING);
  }

  /** The number of updates of the tour's net. */
  public long tourUpdates() {
    return tourRun().progressProperty().get().updates();
  }

  private SessionViewModel copy() {
    return guide.nets().copyOfRun().session();
  }

  public RunViewModel tourRun() {
    return copy().run();
  }

  public long updates() {
    return session.run().progressProperty().get().updates();
  }

  /** Opens the tour and goes on until a chapter's move is made. */
  public void goTo(String chapter) {
    guide.restart();
    settle();
    goOnTo(chapter);
  }

  /** Goes on until a chapter's move is made. */
  public void goOnTo(String chapter) {
    while (!guide.chapter().equals(chapter) || !guide.movedProperty().get()) {
      assertThat(guide.isLast()).as("%s is still to come", chapter).isFalse();
      guide.next();
      settle();
    }
  }

  public Trace trace() {
    return step.traceProperty().get();
  }

  public Moment moment() {
    return step.momentProperty().get();
  }

  public Entry selected() {
    return step.selection().entryProperty().get();
  }

  public String text() {
    return guide.textProperty().get();
  }

  public String number(Vector quantity, int t, int index) {
    return Numbers.six(trace().values(quantity).get(t, index));
  }
}
