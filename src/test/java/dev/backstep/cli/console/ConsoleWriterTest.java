package dev.backstep.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConsoleWriterTest {
  private static String written(Charset charset, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream console = new PrintStream(bytes, true, charset);
    try (ConsoleWriter writer = new ConsoleWriter(console, charset)) {
      writer.write(text);
    }
    return bytes.toString(charset);
  }

  @Test
  void whatAConsoleCannotShowIsWrittenPlainly() throws IOException {
    assertThat(written(StandardCharsets.US_ASCII, "B’s loss “x”: −0.1 ± 0.2 – ±1/√H é"))
        .isEqualTo("B's loss \"x\": -0.1 +/- 0.2 - +/-1/sqrt H ?");
    assertThat(written(StandardCharsets.US_ASCII, "a⏎b –")).isEqualTo("a\\nb -");
    assertThat(written(StandardCharsets.ISO_8859_1, "−0.1 ± 0.2 é")).isEqualTo("-0.1 ± 0.2 é");
  }

  /** The name or the text that another program reads is as it would be without the locale C. */
  @Test
  void whatHasNoPlainFormMayBeWrittenAsItIs() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ConsoleWriter writer =
        new ConsoleWriter(bytes, StandardCharsets.US_ASCII, StandardCharsets.UTF_8)) {
      writer.write("Größe.npz: −0.1 ± 0.2 😀");
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("Größe.npz: -0.1 +/- 0.2 😀");
  }

  @Test
  void whatItCanShowStaysAsItIs() throws IOException {
    String text = "B’s loss “x”: −0.1 ± 0.2 – ±1/√H 😀";
    assertThat(written(StandardCharsets.UTF_8, text)).isEqualTo(text);
  }
}
