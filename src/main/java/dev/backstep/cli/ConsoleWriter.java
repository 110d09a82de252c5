package dev.backstep.cli;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Map;

/**
 * Writes to a console, with plain characters for those that it cannot show: a console in the C
 * locale would write a question mark for each.
 */
final class ConsoleWriter extends Writer {
  private static final Map<Character, String> PLAIN =
      Map.ofEntries(
          entry('±', "+/-"),
          entry('−', "-"),
          entry('–', "-"),
          entry('√', "sqrt "),
          entry('“', "\""),
          entry('”', "\""),
          entry('’', "'"),
          entry('·', "."),
          entry('…', "..."),
          entry('⏎', "\\n"),
          entry('Σ', "sum_"),
          entry('ᵢ', "i"),
          entry('ⱼ', "j"),
          entry('ₖ', "k"),
          entry('ₜ', "t"),
          entry('ᵀ', ".T"),
          entry('²', "^2"));

  private final Writer console;
  private final CharsetEncoder encoder;

  ConsoleWriter(OutputStream console, Charset charset) {
    this.console = new OutputStreamWriter(console, charset);
    encoder = charset.newEncoder();
  }

  /** One for a stream of the system, in the encoding that Java writes it in. */
  static ConsoleWriter of(OutputStream console, String encodingProperty) {
    String usual = System.getProperty("native.encoding", Charset.defaultCharset().name());
    String special = System.getProperty("sun." + encodingProperty, usual);
    return new ConsoleWriter(
        console, Charset.forName(System.getProperty(encodingProperty, special)));
  }

  @Override
  public void write(char[] characters, int offset, int length) throws IOException {
    StringBuilder text = new StringBuilder(length);
    for (int i = offset; i < offset + length; i++) {
      char each = characters[i];
      boolean isShown = Character.isSurrogate(each) || encoder.canEncode(each);
      text.append(isShown ? String.valueOf(each) : PLAIN.getOrDefault(each, "?"));
    }
    console.append(text);
  }

  @Override
  public void flush() throws IOException {
    console.flush();
  }

  /** Leaves the console open: it is not ours. */
  @Override
  public void close() throws IOException {
    flush();
  }
}
