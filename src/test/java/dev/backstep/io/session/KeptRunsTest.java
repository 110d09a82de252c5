package dev.backstep.io.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class KeptRunsTest {
  @TempDir private Path folder;

  private KeptRun keep(String content) throws IOException {
    KeptRun run = new KeptRuns(folder).begin();
    Files.writeString(run.file(), content);
    return run;
  }

  @Test
  void whatIsHeldIsNotLeftAndWhatIsLeftComesNewestFirst() throws IOException {
    KeptRun held = keep("held");
    KeptRun older = keep("older");
    KeptRun newer = keep("newer");
    assertThat(older.file().toFile().setLastModified(1_000_000)).isTrue();
    assertThat(new KeptRuns(folder).left()).isEmpty();
    older.release();
    newer.release();
    List<KeptRun> left = new KeptRuns(folder).left();
    assertThat(left)
        .extracting(KeptRun::file)
        .containsExactly(newer.file(), older.file())
        .doesNotContain(held.file());
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aPlaceThatAnotherWindowTidiesUpAtThatMomentIsPassedOver() throws IOException {
    keep("mine").release();
    // A link to nothing: it is listed, and when it is opened it is not there.
    Files.createSymbolicLink(folder.resolve("run-gone.lock"), folder.resolve("gone"));
    assertThat(new KeptRuns(folder).left()).hasSize(1);
  }
}
