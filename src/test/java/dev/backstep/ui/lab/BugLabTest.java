package dev.backstep.ui.lab;

import dev.backstep.fault.evidence.FaultEffect;
import dev.backstep.training.session.TrainingSession;
import dev.backstep.ui.common.Screen;
import dev.backstep.ui.run.SessionViewModel;
import dev.backstep.ui.shell.Sessions;
import dev.backstep.words.Texts;
import java.util.function.BooleanSupplier;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;

/** The Bug lab on its screen, with a run and a pair of its own. */
abstract class BugLabTest {
  final SessionViewModel session = new SessionViewModel(new TrainingSession("run"), 1);
  final SessionViewModel pair = new SessionViewModel(new TrainingSession("lab"), 2);
  final SimpleObjectProperty<Screen> screen = new SimpleObjectProperty<>(BugLabScreen.ID);
  final BugLabViewModel lab = new BugLabViewModel(Texts.load(), session, pair, screen);

  @AfterEach
  void close() {
    session.close();
    pair.close();
  }

  final void until(BooleanSupplier condition) {
    Sessions.repeatUntil(
        () -> {
          session.poll();
          lab.poll();
        },
        condition);
  }

  final FaultEffect examination() {
    return lab.bench().examinationProperty().get();
  }
}
