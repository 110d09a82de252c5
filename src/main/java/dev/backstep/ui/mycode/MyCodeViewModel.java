package dev.backstep.ui.mycode;

import dev.backstep.check.submission.SubmissionException;
import dev.backstep.check.verdict.JudgedEntry;
import dev.backstep.check.verdict.RowJudgement;
import dev.backstep.io.array.ArrayFile;
import dev.backstep.io.array.ArrayFileException;
import dev.backstep.text.ProgramError;
import dev.backstep.trace.Trace;
import dev.backstep.training.session.Notice;
import dev.backstep.words.CheckReport;
import dev.backstep.words.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * My code: the numbers of the user's program, which of them are right, and which line is wrong.
 * Files are read and judged on another thread than the screen's; {@link #poll} takes what came out.
 */
public final class MyCodeViewModel {
  private final Texts texts;
  private final Consumer<Notice> told;
  private final ReadOnlyObjectWrapper<CodeCheck> check = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper reading = new ReadOnlyStringWrapper("");
  private final ObjectProperty<CodePlace> place = new SimpleObjectProperty<>();
  private final PastedViewModel pasted;
  private final PythonViewModel python;
  private @Nullable CompletableFuture<Outcome> asked;
  private @Nullable Notice refusal;
  private AtomicBoolean cancelled = new AtomicBoolean();

  /** A check, or one sentence that says why there is none. */
  private record Outcome(@Nullable CodeCheck check, String refusal) {}

  /**
   * @param told where it is said that a file was refused
   */
  public MyCodeViewModel(Texts texts, Consumer<Notice> told) {
    this.texts = texts;
    this.told = told;
    pasted = new PastedViewModel(texts, told);
    python = new PythonViewModel(texts, this::showWatched);
  }

  /** Reads a file or a folder; what was open stays if it is refused. */
  public void open(Path file) {
    open(ArrayFile.holding(file), Map.of(), List.of());
  }

  private void open(Path whole, Map<String, String> mapped, List<String> notes) {
    cancel();
    AtomicBoolean isCancelled = new AtomicBoolean();
    cancelled = isCancelled;
    asked = CompletableFuture.supplyAsync(() -> read(whole, mapped, notes, isCancelled));
    reading.set(String.valueOf(whole.getFileName()));
  }

  /** Opens a file that is shipped, to look at. */
  public void open(CodeSample sample) {
    try {
      open(sample.written());
    } catch (IOException e) {
      refuse(texts.of("mycode.sample.not-written", sample.id(), String.valueOf(e.getMessage())));
    }
  }

  /**
   * Says what an array of the file is, and judges again.
   *
   * @param ours by the project's names
   */
  public void say(String array, String ours) {
    again(reading -> reading.saying(array, ours));
  }

  /** Leaves an array of the file out, and judges again. */
  public void leaveOut(String array) {
    again(reading -> reading.leavingOut(array));
  }

  /** Takes back what was said of an array, and judges again. */
  public void forget(String array) {
    again(reading -> reading.forgetting(array));
  }

  /** Takes back what was said of all arrays, and judges again. */
  public void forgetAll() {
    again(reading -> Map.of());
  }

  private void again(Function<CodeReading, Map<String, String>> said) {
    CodeCheck shown = check.get();
    if (shown != null) {
      open(shown.reading().file(), said.apply(shown.reading()), shown.notes());
    }
  }

  private Outcome read(
      Path file, Map<String, String> mapped, List<String> notes, AtomicBoolean isCancelled) {
    try {
      return new Outcome(CodeCheck.of(file, mapped, notes, isCancelled::get), "");
    } catch (ArrayFileException | SubmissionException refused) {
      return new Outcome(null, String.valueOf(refused.getMessage()));
    } catch (OutOfMemoryError tooLarge) {
      long megabytes = Runtime.getRuntime().maxMemory() >> 20;
      return new Outcome(null, texts.of("mycode.too-large", file.toString(), megabytes));
    } catch (RuntimeException failure) {
      return new Outcome(null, file + ": " + ProgramError.reason(failure) + ".");
    }
  }

  /** Stops reading; what was open stays. */
  public void cancel() {
    cancelled.set(true);
    asked = null;
    reading.set("");
  }

  /** Takes what came out; called once a pulse. */
  public void poll() {
    python.poll();
    if (asked == null || !asked.isDone()) {
      return;
    }
    CompletableFuture<Outcome> finished = asked;
    asked = null;
    reading.set("");
    show(finished.join());
  }

  private void show(Outcome outcome) {
    if (outcome.check() == null) {
      refuse(outcome.refusal());
      return;
    }
    show(outcome.check());
  }

  private void refuse(String sentence) {
    refusal = new Notice(true, sentence);
    told.accept(refusal);
  }

  /** What was said of the arrays of a call holds when the program is run again. */
  private void showWatched(CodeCheck judged) {
    CodeReading before = check.get() == null ? null : check.get().reading();
    show(judged);
    if (before != null
        && !before.mapped().isEmpty()
        && before.file().equals(judged.reading().file())) {
      open(before.file(), before.mapped(), judged.notes());
    }
  }

  private void show(CodeCheck judged) {
    pasted.close();
    place.set(null);
    check.set(judged);
    place.set(firstWrong());
  }

  /** Where it went wrong first; null if nothing is. */
  private @Nullable CodePlace firstWrong() {
    return check.get().verdict().firstWrong().map(this::place).orElse(null);
  }

  private CodePlace place(JudgedEntry wrong) {
    if (wrong.timestep() >= 0) {
      return check.get().rows().stream()
          .filter(row -> row.name().equals(wrong.what()))
          .map(row -> (CodePlace) new CodePlace.OfCell(row, wrong.timestep()))
          .findFirst()
          .orElseThrow();
    }
    return check.get().verdict().totals().stream()
        .filter(total -> total.name().equals(wrong.what()))
        .map(total -> (CodePlace) new CodePlace.OfTotal(total))
        .findFirst()
        .orElseGet(CodePlace.OfLoss::new);
  }

  /** Looks at another cell of the grid, so many rows further down and so many timesteps later. */
  public void move(int down, int later) {
    if (check.get() == null) {
      return;
    }
    List<RowJudgement> rows = check.get().rows();
    if (place.get() instanceof CodePlace.OfCell from) {
      int row = within(rows.size(), rows.indexOf(from.row()) + down);
      int timestep = within(check.get().submission().length(), from.timestep() + later);
      place.set(new CodePlace.OfCell(rows.get(row), timestep));
    } else {
      place.set(new CodePlace.OfCell(rows.get(0), 0));
    }
  }

  private static int within(int size, int wanted) {
    return Math.max(0, Math.min(size - 1, wanted));
  }

  /** The number that is off by most where the check is looked at; nothing if none was supplied. */
  public Optional<JudgedEntry> entry() {
    CodePlace at = place.get();
    if (at instanceof CodePlace.OfCell cell) {
      return check.get().entries().worst(cell.row(), cell.timestep());
    }
    if (at instanceof CodePlace.OfTotal total) {
      return check.get().entries().worst(total.total());
    }
    return at == null ? Optional.empty() : check.get().entries().wholeLoss();
  }

  /** The numbers that were pasted, which are shown over the file. */
  public PastedViewModel pasted() {
    return pasted;
  }

  /** The Python file that is run and watched. */
  public PythonViewModel python() {
    return python;
  }

  /** The report as text, as the command prints it. */
  public String report() {
    List<String> lines = new CheckReport(check.get().verdict(), check.get().diagnosis()).lines();
    return String.join("\n", lines) + "\n";
  }

  /**
   * The sequence that is looked at as it should have been computed; null before a file was read,
   * and where it is none of characters.
   */
  public @Nullable Trace trace() {
    if (check.get() == null || !check.get().columns().canBeSteppedThrough()) {
      return null;
    }
    int sequence =
        place.get() instanceof CodePlace.OfCell cell
            ? check.get().columns().sequence(cell.timestep())
            : check.get().traces().sequence();
    return check.get().traces().right(sequence);
  }

  /** What was said of the file that was refused last; null if none was. */
  public @Nullable Notice refusal() {
    return refusal;
  }

  /** What was read last; null before anything was. */
  public ReadOnlyObjectProperty<CodeCheck> checkProperty() {
    return check.getReadOnlyProperty();
  }

  /** The name of the file that is being read; empty if none is. */
  public ReadOnlyStringProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /** Where it is looked at; null if nowhere. */
  public ObjectProperty<CodePlace> placeProperty() {
    return place;
  }
}
