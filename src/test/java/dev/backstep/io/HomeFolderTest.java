package dev.backstep.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HomeFolderTest {
  private static final String LISTED = Path.of("/home/ada").toAbsolutePath().toString();
  private static final String SAID = Path.of("/elsewhere").toAbsolutePath().toString();

  @Test
  void itIsWhatTheEnvironmentSaysAndNotWhatTheListOfUsersSays() {
    assertThat(HomeFolder.of("Linux", Map.of("HOME", SAID), LISTED)).contains(Path.of(SAID));
    assertThat(HomeFolder.of("Mac OS X", Map.of("HOME", SAID), LISTED)).contains(Path.of(SAID));
    assertThat(HomeFolder.of("Linux", Map.of(), LISTED)).contains(Path.of(LISTED));
    for (String relative : new String[] {"", ".", "here"}) {
      assertThat(HomeFolder.of("Linux", Map.of("HOME", relative), LISTED))
          .contains(Path.of(LISTED));
    }
  }

  @Test
  void windowsKnowsItWithoutTheVariable() {
    assertThat(HomeFolder.of("Windows 11", Map.of("HOME", SAID), LISTED)).contains(Path.of(LISTED));
  }

  @Test
  void whoIsNotListedHasNoFolderCalledQuestionMark() {
    assertThat(HomeFolder.of("Linux", Map.of(), "?")).isEmpty();
    assertThat(HomeFolder.of("Linux", Map.of("HOME", ""), "?")).isEmpty();
    assertThat(HomeFolder.of("Linux", Map.of("HOME", SAID), "?")).contains(Path.of(SAID));
  }
}
