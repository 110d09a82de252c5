package dev.backstep.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.Deadline;
import dev.backstep.ui.picture.Picture;
import java.nio.charset.StandardCharsets;
import javafx.beans.property.BooleanProperty;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The ground of everything in the window. */
class WindowGroundTest extends WindowTest {
  private static final Color DARK = Color.web("#0d1117");

  @Test
  void theGroundFollowsTheThemeOnTheScreenAndInPicturesThatAreTakenAway() {
    BooleanProperty dark = window.viewModel().options().darkProperty();
    boolean before = dark.get();
    interact(() -> dark.set(false));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(window.scene().getFill()).isEqualTo(Color.WHITE);
    assertThat(svg()).doesNotContain("height=\"1000\" fill=\"#0d1117\"");
    interact(() -> dark.set(true));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(window.scene().getFill()).isEqualTo(DARK);
    assertThat(svg()).contains("height=\"1000\" fill=\"#0d1117\"");
    interact(() -> dark.set(before));
  }

  private String svg() {
    return WaitForAsyncUtils.waitForAsyncFx(
        Deadline.MILLIS,
        () -> new String(new Picture(window.scene()).svg().document(), StandardCharsets.UTF_8));
  }
}
