package dev.backstep.ui.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.training.RunSettings;
import dev.backstep.ui.shell.OneWindow;
import dev.backstep.ui.shell.Sessions;
import dev.backstep.ui.train.TrainScreen;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file is called after what is in it and after the place of the screen that it shows. */
class FileNamesTest {
  private final OneWindow window = new OneWindow();

  @BeforeEach
  void openWords() {
    assertThat(of("dh")).as("before there is a place").isEqualTo("dh");
    window.session.open(Sessions::words, List.of(RunSettings.defaults()));
    window.until(() -> window.run.traceProperty().get() != null);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private String of(String what) {
    return window.main.fileNames().of(what);
  }

  @Test
  void onTrainItSaysAfterHowManyUpdates() {
    window.main.screenProperty().set(TrainScreen.ID);
    assertThat(of("W2")).isEqualTo("W2-update-0");
    window.trainTo(12);
    assertThat(of("W2")).isEqualTo("W2-update-12");
    assertThat(window.main.fileNames().ofScreen()).isEqualTo("backstep-train-update-12");
  }

  @Test
  void onStepItSaysTheTimestepAndTheSequence() {
    window.main.sequence().type("bead");
    window.until(() -> window.main.step().traceProperty().get().length() == 4);
    window.main.step().goTo(window.main.step().timelineProperty().get().forward(2));
    assertThat(of("dL/dy")).isEqualTo("dL-dy-t2-bead");
    assertThat(window.main.fileNames().ofScreen()).isEqualTo("backstep-step-t2-bead");
  }
}
