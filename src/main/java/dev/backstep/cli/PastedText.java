package dev.backstep.cli;

import dev.backstep.check.printed.PrintedCheck;
import dev.backstep.check.printed.PrintedException;
import dev.backstep.text.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text that holds what a notebook printed, from a file or from the standard input.
 *
 * @param source what it is called in what is said about it
 */
record PastedText(String source, String text) {
  /** What stands for the standard input. */
  static final String STANDARD_INPUT = "-";

  /** A text may take four bytes a character, and one more tells that it is too long. */
  private static final int MOST_BYTES = 4 * PrintedCheck.LARGEST + 1;

  private static final int BYTE_ORDER_MARK = 0xfeff;

  /**
   * The text of a file.
   *
   * @throws UnreadableException if there is none that can be read
   */
  static PastedText of(Path file) throws UnreadableException {
    Path last = file.getFileName();
    String name = last == null ? file.toString() : last.toString();
    try (InputStream in = Files.newInputStream(file)) {
      return new PastedText(name, decoded(in.readNBytes(MOST_BYTES)));
    } catch (IOException e) {
      throw new UnreadableException(name + ": " + Unreadable.reason(file, e) + ".");
    }
  }

  /**
   * The text of the standard input.
   *
   * @throws UnreadableException if it cannot be read
   */
  static PastedText ofStandardInput() throws UnreadableException {
    String name = "standard input";
    try {
      return new PastedText(name, decoded(System.in.readNBytes(MOST_BYTES)));
    } catch (IOException e) {
      throw new UnreadableException(name + ": it cannot be read (" + e.getMessage() + ").");
    }
  }

  /** UTF-8, or what a redirection of PowerShell writes: UTF-16 with its mark. */
  private static String decoded(byte... bytes) {
    boolean isWide =
        bytes.length > 1
            && (mark(bytes[0], bytes[1]) == BYTE_ORDER_MARK
                || mark(bytes[1], bytes[0]) == BYTE_ORDER_MARK);
    Charset charset = isWide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    return new String(bytes, charset);
  }

  private static int mark(byte high, byte low) {
    return (high & 0xff) << 8 | (low & 0xff);
  }

  /**
   * Judges it.
   *
   * @throws PrintedException if it prints nothing that is known
   */
  PrintedCheck check() throws PrintedException {
    return PrintedCheck.of(source, text);
  }

  /** A text that cannot be read; the message is one sentence for the user. */
  static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException(String sentence) {
      super(sentence);
    }
  }
}
