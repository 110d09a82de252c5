package dev.backstep.cli.console;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
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
 * locale would write a question mark for each. What has no plain form, as the letters in the name
 * of a file, is written there as the bytes that such a name has, which other programs do as well.
 */
public final class ConsoleWriter extends Writer {
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
  private final CharsetEncoder others;

  ConsoleWriter(OutputStream console, Charset charset) {
    this(console, charset, charset);
  }

  /**
   * One that writes all characters that have no plain form.
   *
   * @param shown what the console shows
   * @param written in which they are written
   */
  ConsoleWriter(OutputStream console, Charset shown, Charset written) {
    this.console = new OutputStreamWriter(console, written);
    encoder = shown.newEncoder();
    others = written.newEncoder();
  }

  /** One for a stream of the system, in the encoding that Java writes it in. */
  public static ConsoleWriter of(OutputStream console, String encodingProperty) {
    String usual = System.getProperty("native.encoding", Charset.defaultCharset().name());
    String special = System.getProperty("sun." + encodingProperty, usual);
    Charset shown = Charset.forName(System.getProperty(encodingProperty, special));
    boolean isPlain = shown.equals(US_ASCII) && FileName.areAllReadable();
    return new ConsoleWriter(console, shown, isPlain ? UTF_8 : shown);
  }

  @Override
  public void write(char[] characters, int offset, int length) throws IOException {
    StringBuilder text = new StringBuilder(length);
    for (int i = offset; i < offset + length; i++) {
      char each = characters[i];
      boolean isShown = Character.isSurrogate(each) || encoder.canEncode(each);
      text.append(isShown ? String.valueOf(each) : plain(each));
    }
    console.append(text);
  }

  private String plain(char hidden) {
    String otherwise = others.canEncode(hidden) ? String.valueOf(hidden) : "?";
    return PLAIN.getOrDefault(hidden, otherwise);
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
