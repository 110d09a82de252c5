package dev.backstep.ui.shell;

import dev.backstep.app.render.Exercise;
import dev.backstep.app.render.Pictures;
import dev.backstep.fault.Fault;
import dev.backstep.model.Parameters;
import dev.backstep.text.Dataset;
import dev.backstep.text.TextMode;
import dev.backstep.training.RunSettings;
import dev.backstep.training.session.TrainingState;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.compare.CompareScreen;
import dev.backstep.ui.lab.BugLabScreen;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.step.StepScreen;
import dev.backstep.ui.train.TrainScreen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.stage.Stage;

/** The program in its window, in which everything is done once with a net of 128 hidden units. */
final class EverythingProbe {
  private static final int HIDDEN = 128;
  private static final long TRAINED = 20_000;
  private static final long LOOK_NANOS = 20_000_000;

  private final Path folder;
  private MainWindow window;
  private MainViewModel main;

  private EverythingProbe(Path folder) {
    this.folder = folder;
  }

  /**
   * @param arguments a folder for files
   */
  public static void main(String[] arguments) throws Exception {
    new EverythingProbe(Path.of(arguments[0])).run();
    System.exit(0);
  }

  private void run() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    seen(this::openWindow);
    trainAndGoBack();
    step();
    compare();
    lookForFaults();
    check();
    saveAndOpen();
    export();
    seen(() -> close(window));
    System.out.println("everything was done");
  }

  private Void openWindow() {
    window = new MainWindow(1440, 900, (owner, name, kind) -> Optional.of(folder.resolve(name)));
    window.showOn(new Stage());
    main = window.viewModel();
    RunSettings settings = RunSettings.defaults().withHidden(HIDDEN);
    main.session().open(() -> Dataset.DINOSAURS.load(new TextMode.Lines()), List.of(settings));
    return null;
  }

  private void trainAndGoBack() throws Exception {
    until(() -> main.session().run().traceProperty().get() != null);
    show(TrainScreen.ID);
    train(main.session(), TRAINED);
    for (long update : new long[] {TRAINED / 4, TRAINED - 1}) {
      seen(() -> goTo(update));
      until(() -> updates(main.session()) == update);
    }
  }

  private Void goTo(long update) {
    main.goingBack().goTo(update);
    return null;
  }

  private void step() throws Exception {
    show(StepScreen.ID);
    int places = seen(() -> main.step().timelineProperty().get().size());
    for (int i = 0; i < places; i++) {
      int place = i;
      seen(() -> goToPlace(place));
    }
  }

  private Void goToPlace(int place) {
    main.step().goTo(place);
    window.scene().getRoot().layout();
    return null;
  }

  private void compare() throws Exception {
    show(CompareScreen.ID);
    SessionViewModel pair = main.compare().session();
    until(() -> pair.run().traceProperty().get() != null);
    train(pair, TRAINED / 4);
  }

  private void lookForFaults() throws Exception {
    show(BugLabScreen.ID);
    SessionViewModel pair = main.bugLab().pair().session();
    until(() -> pair.run().traceProperty().get() != null);
    train(pair, TRAINED / 20);
  }

  private void check() throws Exception {
    Path wrong = seen(() -> new Exercise(main.export()).write(Fault.MISSING_TRANSPOSE));
    seen(() -> open(wrong));
    until(() -> main.myCode().checkProperty().get() != null);
  }

  private Void open(Path file) {
    main.open(file);
    return null;
  }

  private void saveAndOpen() throws Exception {
    Path file = folder.resolve("run.backstep");
    CountDownLatch saved = new CountDownLatch(1);
    seen(
        () -> {
          main.files().save(file, saved::countDown);
          return null;
        });
    saved.await();
    Object before = seen(() -> main.session().dataProperty().get());
    seen(() -> open(file));
    until(() -> main.session().dataProperty().get() != before);
    until(() -> updates(main.session()) == TRAINED - 1);
  }

  private void export() throws Exception {
    for (Screen screen : main.screens().names()) {
      show(screen);
      seen(() -> takePicture(screen));
    }
    Files.write(folder.resolve("step.npz"), seen(() -> main.export().step().get()));
    Files.writeString(folder.resolve("test.py"), seen(() -> main.export().script().get()));
    Files.writeString(folder.resolve("W2.csv"), seen(() -> main.export().weights(Parameters.W2)));
  }

  private Void takePicture(Screen screen) throws IOException {
    new Pictures(folder).take(window.scene(), screen.name());
    return null;
  }

  private void show(Screen screen) throws Exception {
    seen(
        () -> {
          main.screenProperty().set(screen);
          return null;
        });
  }

  private void train(SessionViewModel session, long updates) throws Exception {
    seen(
        () -> {
          session.toggle();
          return null;
        });
    until(() -> updates(session) >= updates);
    seen(
        () -> {
          session.pause();
          return null;
        });
    until(() -> session.stateProperty().get() == TrainingState.PAUSED);
  }

  private static long updates(SessionViewModel session) {
    return session.run().progressProperty().get().updates();
  }

  private static Void close(MainWindow window) {
    window.close();
    return null;
  }

  /** Something done or asked on the FX thread; what it throws ends the program. */
  private static <T> T seen(Callable<T> action) throws InterruptedException, ExecutionException {
    FutureTask<T> task = new FutureTask<>(action);
    Platform.runLater(task);
    return task.get();
  }

  private static void until(BooleanSupplier condition)
      throws InterruptedException, ExecutionException {
    while (!seen(condition::getAsBoolean)) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }
}
