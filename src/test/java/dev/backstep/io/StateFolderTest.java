package dev.backstep.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateFolderTest {
  private static final Path HOME = Path.of("/home/ada").toAbsolutePath();

  @Test
  void linuxKeepsStateWhereXdgSays() {
    String elsewhere = Path.of("/state").toAbsolutePath().toString();
    assertThat(StateFolder.of("Linux", Map.of("XDG_STATE_HOME", elsewhere), HOME))
        .isEqualTo(Path.of(elsewhere, "backstep"));
    assertThat(StateFolder.of("Linux", Map.of(), HOME))
        .isEqualTo(HOME.resolve(".local/state/backstep"));
    assertThat(StateFolder.of("Linux", Map.of("XDG_STATE_HOME", "relative"), HOME))
        .isEqualTo(HOME.resolve(".local/state/backstep"));
  }

  @Test
  void windowsAndMacHaveTheirOwnPlaces() {
    String local = HOME.resolve("Local").toString();
    assertThat(StateFolder.of("Windows 11", Map.of("LOCALAPPDATA", local), HOME))
        .isEqualTo(HOME.resolve("Local/Backstep"));
    assertThat(StateFolder.of("Windows 11", Map.of(), HOME))
        .isEqualTo(HOME.resolve("AppData/Local/Backstep"));
    assertThat(StateFolder.of("Mac OS X", Map.of(), HOME))
        .isEqualTo(HOME.resolve("Library/Application Support/Backstep"));
  }
}
