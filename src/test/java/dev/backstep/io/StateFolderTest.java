package dev.backstep.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StateFolderTest {
  private static final Path HOME = Path.of("/home/ada").toAbsolutePath();

  @Test
  void linuxKeepsStateWhereXdgSays() {
    String elsewhere = Path.of("/state").toAbsolutePath().toString();
    assertThat(StateFolder.of("Linux", Map.of("XDG_STATE_HOME", elsewhere), Optional.of(HOME)))
        .contains(Path.of(elsewhere, "backstep"));
    assertThat(StateFolder.of("Linux", Map.of(), Optional.of(HOME)))
        .contains(HOME.resolve(".local/state/backstep"));
    assertThat(StateFolder.of("Linux", Map.of("XDG_STATE_HOME", "relative"), Optional.of(HOME)))
        .contains(HOME.resolve(".local/state/backstep"));
  }

  @Test
  void windowsAndMacHaveTheirOwnPlaces() {
    String local = HOME.resolve("Local").toString();
    assertThat(StateFolder.of("Windows 11", Map.of("LOCALAPPDATA", local), Optional.of(HOME)))
        .contains(HOME.resolve("Local/Backstep"));
    assertThat(StateFolder.of("Windows 11", Map.of(), Optional.of(HOME)))
        .contains(HOME.resolve("AppData/Local/Backstep"));
    assertThat(StateFolder.of("Mac OS X", Map.of(), Optional.of(HOME)))
        .contains(HOME.resolve("Library/Application Support/Backstep"));
  }

  @Test
  void whereNobodyHasAFolderOnlyWhatIsSaidIsUsed() {
    String elsewhere = Path.of("/state").toAbsolutePath().toString();
    assertThat(StateFolder.of("Linux", Map.of(), Optional.empty())).isEmpty();
    assertThat(StateFolder.of("Mac OS X", Map.of(), Optional.empty())).isEmpty();
    assertThat(StateFolder.of("Linux", Map.of("XDG_STATE_HOME", elsewhere), Optional.empty()))
        .contains(Path.of(elsewhere, "backstep"));
  }
}
