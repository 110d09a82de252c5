package dev.backstep.ui.viewmodel;

import dev.backstep.io.KeptRun;
import dev.backstep.io.KeptRuns;
import dev.backstep.io.SessionFile;
import dev.backstep.math.Numbers;
import dev.backstep.training.BranchSummary;
import dev.backstep.training.Notice;
import dev.backstep.training.SavedRun;
import dev.backstep.training.SessionException;
import dev.backstep.training.TrainingState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Keeps a run once a minute while there is something in it that nobody saved, so that nothing but a
 * minute is lost if the program ends unexpectedly; and offers what was kept then. It also keeps the
 * run that another took the place of. Nothing is kept before it is told where.
 */
public final class Autosave {
  private static final double SECONDS = 60;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.UK);

  /** What was left by a window that ended unexpectedly. */
  private record Left(KeptRun run, String words) {}

  private final SessionFiles files;
  private final MainViewModel main;
  private final Deque<Left> left = new ArrayDeque<>();
  private final ReadOnlyStringWrapper offer = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper before = new ReadOnlyBooleanWrapper();
  private KeptRun own;
  private double seconds;
  private List<BranchSummary.Content> keptContent = List.of();
  private boolean isWriting;
  private boolean hasFailed;

  /** Which of the two places for runs that were open before has the last one. */
  private int newest;

  Autosave(SessionFiles files, MainViewModel main) {
    this.files = files;
    this.main = main;
  }

  /** Keeps runs in a folder from now on, and looks whether some were left there. */
  public void begin(KeptRuns runs) {
    files.later(
        () -> {
          try {
            List<KeptRun> found = runs.left();
            KeptRun begun = runs.begin();
            List<Left> told = found.stream().flatMap(run -> describe(run).stream()).toList();
            return () -> begun(begun, told);
          } catch (IOException e) {
            return () -> refuse(e);
          }
        });
  }

  private void begun(KeptRun begun, List<Left> found) {
    own = begun;
    left.addAll(found);
    showOffer();
  }

  /** Nothing of what cannot be opened; it stays where it is. */
  private List<Left> describe(KeptRun run) {
    try {
      SessionFile.Title title = SessionFile.title(run.file());
      String time = TIME.format(run.time().toInstant().atZone(ZoneId.systemDefault()));
      String updates = Numbers.grouped(title.updates());
      return List.of(new Left(run, main.texts().of("kept.offer", title.text(), updates, time)));
    } catch (IOException | SessionException e) {
      release(run);
      return List.of();
    }
  }

  private void showOffer() {
    offer.set(left.isEmpty() ? "" : left.peek().words());
  }

  /** Opens the run that is offered; it is kept in its place until it is saved. */
  public void accept() {
    KeptRun accepted = left.remove().run();
    KeptRun unused = own;
    own = accepted;
    seconds = 0;
    quietly(unused::discard);
    files.open(new SessionReading(accepted.file(), false));
    showOffer();
  }

  /** Deletes the run that is offered. */
  public void decline() {
    quietly(left.remove().run()::discard);
    showOffer();
  }

  /** Lets time pass. */
  void tick(double passed) {
    seconds = files.unsavedProperty().get() ? seconds + passed : 0;
    boolean isWhole = main.session().stateProperty().get() != TrainingState.FAILED;
    if (own != null && seconds >= SECONDS && !isWriting && isWhole) {
      seconds = 0;
      keep();
    }
  }

  private void keep() {
    if (!main.session().run().branches().content().equals(keptContent)) {
      isWriting = true;
      files.write(own.file(), this::kept, this::refuse);
    }
  }

  private void kept(SavedRun run) {
    isWriting = false;
    hasFailed = false;
    keptContent = run.content();
  }

  /** Told once, not every minute. */
  private void refuse(IOException failure) {
    isWriting = false;
    if (!hasFailed) {
      hasFailed = true;
      main.takeAway()
          .tell(
              new Notice(
                  true, main.texts().of("kept.not", new NotWritten(main.texts()).said(failure))));
    }
  }

  /** The user saved the run: what was kept of it is not needed any more. */
  void forget() {
    keptContent = List.of();
    if (own != null) {
      Path file = own.file();
      quietly(() -> Files.deleteIfExists(file));
    }
  }

  /** Another run will take the place of the one that is open, which nobody saved. */
  void keepBefore() {
    keptContent = List.of();
    if (own != null && files.unsavedProperty().get()) {
      int free = 1 - newest;
      before.set(false);
      files.write(own.before(free), run -> keptBefore(free), this::refuse);
    }
  }

  private void keptBefore(int number) {
    newest = number;
    before.set(true);
  }

  /** Opens the run that was open before. */
  public void openBefore() {
    if (before.get()) {
      // What is open and saved needs no keeping; what is not takes the place of the one before.
      before.set(files.unsavedProperty().get());
      files.open(new SessionReading(own.before(newest), false));
    }
  }

  /** The window was closed as it should be: what was kept for it is not needed any more. */
  void end() {
    if (own != null) {
      quietly(own::discard);
      own = null;
    }
    left.forEach(each -> release(each.run()));
    left.clear();
  }

  /** What was not answered is offered again by the next window. */
  private static void release(KeptRun run) {
    try {
      run.release();
    } catch (IOException e) {
      // The system takes the lock back when the program ends.
    }
  }

  private interface Deletion {
    void run() throws IOException;
  }

  /** Deletes on the thread for files, after what is being written there. */
  private void quietly(Deletion deletion) {
    files.later(
        () -> {
          try {
            deletion.run();
            return () -> {};
          } catch (IOException e) {
            return () -> refuse(e);
          }
        });
  }

  /** Whether the run is being kept at the moment. */
  boolean isWriting() {
    return isWriting;
  }

  /** Whether runs are kept, and what was left is known. */
  public boolean hasBegun() {
    return own != null;
  }

  /** What is offered, in a sentence; empty if nothing is. */
  public ReadOnlyStringProperty offerProperty() {
    return offer.getReadOnlyProperty();
  }

  /** Whether there is a run that another took the place of. */
  public ReadOnlyBooleanProperty beforeProperty() {
    return before.getReadOnlyProperty();
  }
}
