package dev.backstep.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.io.session.KeptRun;
import dev.backstep.io.session.KeptRuns;
import dev.backstep.io.session.SessionFile;
import dev.backstep.text.Dataset;
import dev.backstep.training.SavedRuns;
import dev.backstep.ui.shell.MainViewModel;
import dev.backstep.ui.shell.WindowTest;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

class KeptRunOnScreenTest extends WindowTest {
  @TempDir Path folder;

  private MainViewModel main;
  private Path kept;

  @BeforeEach
  void leaveARunAndStart() throws Exception {
    main = window.viewModel();
    KeptRun left = new KeptRuns(folder).begin();
    kept = left.file();
    SessionFile.write(kept, SavedRuns.session());
    left.release();
    WaitForAsyncUtils.asyncFx(() -> main.open(Dataset.DINOSAURS));
    await(() -> main.step().traceProperty().get() != null);
    assertThat(isSeen("#keptOffer")).isFalse();
    WaitForAsyncUtils.asyncFx(() -> main.files().autosave().begin(new KeptRuns(folder)));
    await(() -> isSeen("#keptOffer"));
  }

  @Test
  void itIsOfferedInABandAndOpensWithAllItsPast() throws TimeoutException {
    assertThat(textOf("#keptOffer"))
        .startsWith(
            "Backstep ended unexpectedly. Open the run on test.txt as it was at update 301, on ");
    clickOn("#keptOpen");
    await(() -> main.session().run().branches().all().size() == 3);
    await(() -> !isSeen("#keptOffer"));
    assertThat(kept).exists();
  }

  @Test
  void whatIsDiscardedIsDeletedAndWhatIsOpenStays() throws TimeoutException {
    clickOn("#keptDiscard");
    await(() -> !kept.toFile().exists());
    assertThat(isSeen("#keptOffer")).isFalse();
    assertThat(main.session().dataProperty().get().corpus().name()).isEqualTo("dinosaurs.txt");
  }
}
