package dev.backstep.ui.viewmodel;

import dev.backstep.training.TrainingSession;
import dev.backstep.training.TrainingState;
import java.util.function.BooleanSupplier;

/** The view models of one window, without it. */
final class OneWindow implements AutoCloseable {
  final SessionViewModel session = new SessionViewModel(new TrainingSession("main"), 1);
  final MainViewModel main =
      new MainViewModel(
          Texts.load(),
          session,
          new SessionViewModel(new TrainingSession("pair"), 2),
          new SessionViewModel(new TrainingSession("lab"), 2));
  final RunViewModel run = session.run();
  final SessionFiles files = main.files();

  void until(BooleanSupplier condition) {
    Sessions.repeatUntil(() -> main.pulse(0), condition);
  }

  long updates() {
    return run.progressProperty().get().updates();
  }

  void trainTo(long updates) {
    for (long i = updates(); i < updates; i++) {
      session.update();
    }
    until(() -> updates() == updates && session.stateProperty().get() == TrainingState.PAUSED);
  }

  /** Lets so many seconds pass at once. */
  void letPass(double seconds) {
    main.pulse(seconds);
  }

  @Override
  public void close() {
    main.close();
  }
}
