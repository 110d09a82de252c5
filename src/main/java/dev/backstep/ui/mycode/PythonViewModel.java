package dev.backstep.ui.mycode;

import dev.backstep.words.Texts;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * A Python file that is run in a process of its own and watched. Nothing is run before {@link
 * #run}, which is for who has seen the command; {@link #poll} takes what came out of it.
 */
public final class PythonViewModel {
  /** So many pulses, about half a second, between two looks whether the file was saved. */
  static final int PULSES = 30;

  /** How far it is. */
  public enum State {
    ASKING,
    RUNNING,
    DONE,
    FAILED
  }

  private final Texts texts;
  private final Consumer<CodeCheck> shown;
  private final ReadOnlyObjectWrapper<Path> file = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.ASKING);
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper output = new ReadOnlyStringWrapper("");
  private final StringProperty python = new SimpleStringProperty("python3");
  private final StringProperty function = new SimpleStringProperty("");
  private final BooleanProperty again = new SimpleBooleanProperty();
  private final StringBinding command =
      Bindings.createStringBinding(
          () -> file.get() == null ? "" : asked().shown(), file, python, function);
  private Path folder = PythonFile.newFolder();
  private @Nullable PythonFile confirmed;
  private @Nullable PythonProcess process;
  private @Nullable CompletableFuture<PythonOutcome> running;
  private @Nullable CompletableFuture<Long> look;
  private AtomicBoolean cancelled = new AtomicBoolean();
  private long saved;
  private int pulses;
  private int looks;

  /**
   * @param shown where the check of the call that is worth it is shown
   */
  PythonViewModel(Texts texts, Consumer<CodeCheck> shown) {
    this.texts = texts;
    this.shown = shown;
  }

  /** Asks whether a file is to be run. */
  public void choose(Path chosen) {
    close();
    folder = PythonFile.newFolder();
    function.set("");
    again.set(false);
    file.set(chosen.toAbsolutePath());
  }

  private PythonFile asked() {
    return new PythonFile(file.get(), python.get().strip(), function.get().strip(), folder);
  }

  /** Runs it with the command that was shown. */
  public void run() {
    run(asked());
  }

  private void run(PythonFile asked) {
    stop();
    confirmed = asked;
    PythonProcess started = new PythonProcess(asked);
    AtomicBoolean isCancelled = new AtomicBoolean();
    cancelled = isCancelled;
    process = started;
    said.set("");
    output.set("");
    state.set(State.RUNNING);
    running = PythonOutcome.of(asked, started, isCancelled::get, texts);
  }

  /** Takes what came out, and looks now and then whether the file was saved; once a pulse. */
  public void poll() {
    if (running != null && running.isDone()) {
      CompletableFuture<PythonOutcome> finished = running;
      running = null;
      take(finished.join());
    }
    if (again.get() && confirmed != null && running == null) {
      lookForSave(confirmed);
    }
  }

  private void take(PythonOutcome outcome) {
    saved = outcome.saved();
    said.set(outcome.said());
    output.set(outcome.output());
    state.set(outcome.check() == null ? State.FAILED : State.DONE);
    if (outcome.check() != null) {
      shown.accept(outcome.check());
    }
  }

  /** A disk may take its time, so the screen does not wait for it. */
  private void lookForSave(PythonFile asked) {
    if (look == null) {
      pulses++;
      if (pulses >= PULSES) {
        pulses = 0;
        looks++;
        look = CompletableFuture.supplyAsync(asked.file().toFile()::lastModified);
      }
    } else if (look.isDone()) {
      long now = look.join();
      look = null;
      // 0: an editor has put it away, and another is to come.
      if (now != 0 && now != saved) {
        run(asked);
      }
    }
  }

  /** How often it was looked whether the file was saved. */
  int looks() {
    return looks;
  }

  /** Ends the process; what was shown stays. */
  public void cancel() {
    stop();
    again.set(false);
    state.set(State.ASKING);
  }

  private void stop() {
    cancelled.set(true);
    running = null;
    look = null;
    if (process != null) {
      process.stop();
    }
  }

  /**
   * Ends the process, and the file is asked for no more. What was caught stays there, so that it
   * can still be said what an array of it is.
   */
  public void hide() {
    cancel();
    confirmed = null;
    said.set("");
    output.set("");
    file.set(null);
  }

  /** The same, and deletes what the process has written. */
  public void close() {
    hide();
    if (process != null) {
      process.tidyUp();
    }
    process = null;
  }

  /** The file; null if none was chosen. */
  public ReadOnlyObjectProperty<Path> fileProperty() {
    return file.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** One sentence on what came of it; empty before. */
  public ReadOnlyStringProperty saidProperty() {
    return said.getReadOnlyProperty();
  }

  /** The last lines that it printed, where it failed. */
  public ReadOnlyStringProperty outputProperty() {
    return output.getReadOnlyProperty();
  }

  /** The command that {@link #run} runs, as it would be typed. */
  public StringBinding commandProperty() {
    return command;
  }

  /** The name or the path of a Python. */
  public StringProperty pythonProperty() {
    return python;
  }

  /** The function that is watched; empty for those that return with gradients. */
  public StringProperty functionProperty() {
    return function;
  }

  /** Whether it is run again whenever the file was saved. */
  public BooleanProperty againProperty() {
    return again;
  }
}
