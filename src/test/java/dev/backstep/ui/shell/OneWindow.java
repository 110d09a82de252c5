package dev.backstep.ui.shell;

import dev.backstep.training.session.TrainingSession;
import dev.backstep.training.session.TrainingState;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.files.SessionFiles;
import dev.backstep.ui.run.RunViewModel;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.words.Texts;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The view models of one window, without it. */
public final class OneWindow implements AutoCloseable {
  public final SessionViewModel session = new SessionViewModel(new TrainingSession("main"), 1);
  public final MainViewModel main =
      new MainViewModel(
          Texts.load(),
          session,
          new SessionViewModel(new TrainingSession("pair"), 2),
          new SessionViewModel(new TrainingSession("lab"), 2));
  public final RunViewModel run = session.run();
  public final SessionFiles files = main.files();

  /** The names of the screens that the program has. */
  public static List<Screen> screens() {
    try (OneWindow window = new OneWindow()) {
      return window.main.screens().names();
    }
  }

  public void until(BooleanSupplier condition) {
    Sessions.repeatUntil(() -> main.pulse(0), condition);
  }

  public long updates() {
    return run.progressProperty().get().updates();
  }

  public void trainTo(long updates) {
    for (long i = updates(); i < updates; i++) {
      session.update();
    }
    until(() -> updates() == updates && session.stateProperty().get() == TrainingState.PAUSED);
  }

  /** Lets so many seconds pass at once. */
  public void letPass(double seconds) {
    main.pulse(seconds);
  }

  @Override
  public void close() {
    main.close();
  }
}
