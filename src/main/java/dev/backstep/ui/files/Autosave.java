package dev.backstep.ui.files;

import dev.backstep.io.session.KeptRun;
import dev.backstep.io.session.KeptRuns;
import dev.backstep.training.history.BranchSummary;
import dev.backstep.training.history.SavedRun;
import dev.backstep.training.session.Notice;
import dev.backstep.training.session.SessionException;
import dev.backstep.training.session.TrainingState;
import dev.backstep.ui.common.Notices;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.words.NotWritten;
import dev.backstep.words.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a run once a minute while there is something in it that is not saved, so that nothing but a
 * minute is lost if the program ends unexpectedly; and offers what was kept then. Nothing is kept
 * before it is told where.
 */
public final class Autosave {
  private static final double SECONDS = 60;

  private final SessionFiles files;
  private final Texts texts;
  private final SessionViewModel session;
  private final Notices notices;
  private final Deque<LeftRun> left = new ArrayDeque<>();
  private final ReadOnlyStringWrapper offer = new ReadOnlyStringWrapper("");

  /** The places of this window: its own, and those whose runs were offered and answered for. */
  private final List<KeptRun> places = new ArrayList<>();

  private @Nullable EarlierRuns earlier;
  private @Nullable EarlierStore store;
  private @Nullable KeptRun own;
  private @Nullable Path openedFrom;
  private double seconds;
  private List<BranchSummary.Content> keptContent = List.of();
  private boolean isWriting;
  private boolean hasFailed;

  Autosave(SessionFiles files, Texts texts, SessionViewModel session, Notices notices) {
    this.files = files;
    this.texts = texts;
    this.session = session;
    this.notices = notices;
  }

  /** Says who has the runs that were open before. */
  void setEarlier(EarlierRuns runs, EarlierStore whereTheyAre) {
    earlier = runs;
    store = whereTheyAre;
  }

  private EarlierStore store() {
    return Objects.requireNonNull(store);
  }

  /** Keeps runs in a folder from now on, and looks whether some were left there. */
  public void begin(KeptRuns runs) {
    files.later(
        () -> {
          try {
            List<KeptRun> found = runs.left();
            KeptRun begun = runs.begin();
            List<LeftRun> told = found.stream().flatMap(run -> describe(run).stream()).toList();
            return () -> begun(begun, told);
          } catch (IOException e) {
            return () -> refuse(e);
          }
        });
  }

  private void begun(KeptRun begun, List<LeftRun> found) {
    own = begun;
    places.add(begun);
    left.addAll(found);
    showOffer();
  }

  /** Nothing of what cannot be opened; it stays where it is. */
  private List<LeftRun> describe(KeptRun run) {
    try {
      return List.of(LeftRun.in(run, texts));
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
    files.leave(this::acceptAtOnce);
  }

  private void acceptAtOnce() {
    LeftRun accepted = left.remove();
    answered(accepted);
    own = accepted.run();
    seconds = 0;
    files.openAtOnce(new SessionReading(accepted.newest(), false));
    store().opened(accepted::newest);
  }

  /** Deletes the run that is offered. */
  public void decline() {
    LeftRun declined = left.remove();
    answered(declined);
    Path file = declined.newest();
    quietly(() -> Files.deleteIfExists(file));
  }

  /** The runs that were open before it are earlier runs of this window now. */
  private void answered(LeftRun answered) {
    places.add(answered.run());
    quietly(() -> answered.run().markEnded(false));
    Objects.requireNonNull(earlier).add(answered.others());
    showOffer();
  }

  /** Lets time pass. */
  void tick(double passed) {
    seconds = files.unsavedProperty().get() ? seconds + passed : 0;
    boolean isWhole = session.stateProperty().get() != TrainingState.FAILED;
    if (own != null && seconds >= SECONDS && !isWriting && isWhole) {
      seconds = 0;
      keep(own);
    }
  }

  private void keep(KeptRun place) {
    if (!session.run().branches().content().equals(keptContent)) {
      isWriting = true;
      files.write(place.file(), this::kept, this::refuse);
    }
  }

  private void kept(SavedRun run) {
    isWriting = false;
    hasFailed = false;
    keptContent = run.content();
    store().tidy();
  }

  /** The run that is open is kept at the next opportunity. */
  void keepSoon() {
    seconds = SECONDS;
  }

  /** Told once, not every minute. */
  void refuse(IOException failure) {
    isWriting = false;
    if (!hasFailed) {
      hasFailed = true;
      notices.tell(
          new Notice(true, texts.of("files.kept.not", new NotWritten(texts).said(failure))));
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

  /**
   * Another run is open.
   *
   * @param file where it was read from; null if it was not
   */
  void onOpened(@Nullable Path file) {
    keptContent = List.of();
    openedFrom = file;
  }

  /** The file that the run that is open was read from; null if it was not. */
  @Nullable Path openedFrom() {
    return openedFrom;
  }

  /** The window's own place; null before there is one. */
  @Nullable KeptRun place() {
    return own;
  }

  /** The file in which the run that is open is kept; null before there is a place. */
  @Nullable Path ownFile() {
    return own == null ? null : own.file();
  }

  /** The window was closed as it should be: what was kept for it is not needed any more. */
  void end() {
    places.forEach(place -> quietly(place::discard));
    places.clear();
    own = null;
    left.forEach(each -> release(each.run()));
    left.clear();
  }

  /** The program was told to end, and nothing can be asked; on any thread. */
  void endAsTold() {
    boolean isWhole = session.stateProperty().get() != TrainingState.FAILED;
    boolean isToBeKept = files.unsavedProperty().get() && isWhole;
    if (own != null) {
      new EndBySignal(files).leave(isToBeKept ? own : null, List.copyOf(places));
    }
  }

  /** Leaves a run that was not answered for to the next window, which offers it again. */
  private static void release(KeptRun run) {
    try {
      run.release();
    } catch (IOException e) {
      // The system takes the lock back when the program ends.
    }
  }

  /** Something to be deleted. */
  interface Deletion {
    void run() throws IOException;
  }

  /** Deletes on the thread for files, after what is being written there. */
  void quietly(Deletion deletion) {
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

  /** True while the run is being kept. */
  boolean isWriting() {
    return isWriting;
  }

  /** True once runs are kept, and those that were left are known. */
  public boolean hasBegun() {
    return own != null;
  }

  /** The offer in a sentence; empty if there is none. */
  public ReadOnlyStringProperty offerProperty() {
    return offer.getReadOnlyProperty();
  }
}
