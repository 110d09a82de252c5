package dev.backstep.io.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedCallsTest {
  @TempDir private Path folder;

  private WatchedCalls read(String text) throws IOException {
    Files.writeString(folder.resolve(WatchedCalls.NAME), text);
    return WatchedCalls.read(folder);
  }

  @Test
  void theCallsAreReadAsTheModuleListsThem() throws IOException {
    WatchedCalls watched =
        read(
            """
            {"calls": [
              {"file": "a-1.npz", "function": "a", "call": 1, "within": null, "calls": 7,
               "notes": ["Of self: W."], "leftOut": {"cache": "has a dict in it"}},
              {"file": "b-2.npz", "function": "b", "call": 2, "within": "a-1.npz", "calls": 0,
               "notes": [], "leftOut": {}}],
             "notes": ["The file was stopped."], "failed": ""}\
            """);
    assertThat(watched.notes()).containsExactly("The file was stopped.");
    assertThat(watched.calls()).hasSize(2);
    WatchedCalls.Call outer = watched.calls().get(0);
    assertThat(outer.within()).isEmpty();
    assertThat(outer.parts()).isEqualTo(7);
    assertThat(outer.notes())
        .containsExactly("Of self: W.", "cache is left out: it has a dict in it.");
    WatchedCalls.Call inner = watched.calls().get(1);
    assertThat(inner)
        .isEqualTo(new WatchedCalls.Call("b-2.npz", "b", 2, "a-1.npz", 0, inner.notes()));
    assertThat(inner.notes()).isEmpty();
  }

  @Test
  void whatIsNoListIsRefused() {
    assertThatThrownBy(() -> read("no list")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> WatchedCalls.read(folder.resolve("nowhere")))
        .isInstanceOf(IOException.class);
  }
}
