package dev.backstep.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.ui.common.ViewOptions;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The values to remember are written at once, as a program may be killed at any time. */
class PreferencesOnScreenTest extends WindowTest {
  private final Preferences place =
      Preferences.userNodeForPackage(PreferencesOnScreenTest.class).node("PreferencesOnScreenTest");

  private ViewOptions options;

  @BeforeEach
  void follow() {
    options = window.viewModel().options();
    interact(
        () -> {
          Stage stage = (Stage) window.scene().getWindow();
          UserPreferences preferences = new UserPreferences(window.viewModel(), stage, place);
          preferences.restore();
          preferences.follow();
        });
  }

  @AfterEach
  void removeThem() throws BackingStoreException {
    place.removeNode();
    Preferences.userRoot().flush();
  }

  @Test
  void aSwitchIsWrittenWithoutTheWindowBeingClosed() throws Exception {
    boolean wasAnimated = options.animatedProperty().get();
    interact(() -> options.animatedProperty().set(!wasAnimated));
    await(() -> place.get("animated", "").equals(String.valueOf(!wasAnimated)));
    interact(() -> options.animatedProperty().set(wasAnimated));
    await(() -> place.get("animated", "").equals(String.valueOf(wasAnimated)));
    assertThat(place.get("logScale", "unchanged")).isEqualTo("unchanged");
  }

  @Test
  void theTourThatWasDeclinedIsNotOfferedAfterAKill() throws Exception {
    interact(() -> window.viewModel().guide().decline());
    await(() -> place.getBoolean("guideAnswered", false));
    WaitForAsyncUtils.waitForFxEvents();
  }
}
