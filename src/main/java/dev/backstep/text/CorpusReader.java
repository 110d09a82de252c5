package dev.backstep.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a UTF-8 file into a {@link Corpus}, or refuses it in one sentence: a file that is missing,
 * cannot be read, is larger than 50 MB (told before it is read), empty, binary or not UTF-8, has
 * more than {@value Vocabulary#MAX_CHARACTERS} different characters or a line of more than {@value
 * TextMode#MAX_LENGTH} characters. Offsets in the messages are bytes from the beginning of the
 * file, counted from 0; lines are counted from 1.
 */
public final class CorpusReader {
  /** The largest file in bytes: 50 MB, of 1024 · 1024 bytes each. */
  public static final int MAX_BYTES = 50 * 1024 * 1024;

  private CorpusReader() {}

  /**
   * @throws CorpusException with the reason, if the file cannot be trained on
   */
  public static Corpus read(Path file, TextMode mode) throws CorpusException {
    byte[] bytes;
    try {
      bytes = readBytes(file);
    } catch (IOException failure) {
      throw refusal(file, failure);
    }
    Path name = file.getFileName();
    return read(name == null ? file.toString() : name.toString(), bytes, mode);
  }

  /**
   * Reads what is in memory already.
   *
   * @param name what the messages and the corpus call it
   * @param utf8 the content of a file; not modified
   * @throws CorpusException with the reason, if it cannot be trained on
   */
  public static Corpus read(String name, byte[] utf8, TextMode mode) throws CorpusException {
    checkSize(name, utf8.length);
    Utf8Text text = new Utf8Text(name, utf8);
    if (!text.hasNext()) {
      throw text.refusalOfAll("the file is empty");
    }
    // A character takes at least one byte, and so does the line end that becomes an end mark.
    IdStream stream = new IdStream(text, utf8.length + 1);
    if (mode instanceof TextMode.Windows windows) {
      return readWindows(name, windows, text, stream);
    }
    return readLines(name, mode, text, stream);
  }

  private static Corpus readLines(String name, TextMode mode, Utf8Text text, IdStream stream)
      throws CorpusException {
    LineScan scan = new LineScan(text, stream);
    scan.run();
    if (stream.isEmpty()) {
      throw nothingButEmptyLines(text);
    }
    Vocabulary vocabulary = stream.finish();
    List<String> notes = notes(text);
    if (scan.trimmedLines() > 0) {
      notes.add("Trailing spaces were left out in " + count(scan.trimmedLines(), "line") + ".");
    }
    if (scan.emptyLines() > 0) {
      notes.add(
          count(scan.emptyLines(), "empty line")
              + (scan.emptyLines() == 1 ? " was" : " were")
              + " skipped.");
    }
    short[] ids = stream.ids();
    return new Corpus(name, mode, vocabulary, ids, Cuts.atEndMarks(ids), notes);
  }

  private static Corpus readWindows(
      String name, TextMode.Windows mode, Utf8Text text, IdStream stream) throws CorpusException {
    boolean blank = true;
    while (text.hasNext()) {
      int codePoint = text.next();
      blank &= codePoint == '\n' || Characters.isBlank(codePoint);
      stream.add(codePoint);
    }
    if (blank) {
      throw nothingButEmptyLines(text);
    }
    stream.addEnd();
    Vocabulary vocabulary = stream.finish();
    short[] ids = stream.ids();
    Cuts cuts = Cuts.windows(ids.length - 1, mode.length());
    return new Corpus(name, mode, vocabulary, ids, cuts, notes(text));
  }

  private static CorpusException nothingButEmptyLines(Utf8Text text) {
    return text.refusalOfAll(
        "the file has nothing but empty lines (" + count(text.line(), "line") + ")");
  }

  private static List<String> notes(Utf8Text text) {
    List<String> notes = new ArrayList<>();
    if (text.hadByteOrderMark()) {
      notes.add("A byte order mark (BOM) at the start of the file was left out.");
    }
    if (text.hadCrLf()) {
      notes.add("Windows line ends (CRLF) were read as line ends.");
    }
    if (text.hadCr()) {
      notes.add("Lone carriage returns (CR) were read as line ends.");
    }
    return notes;
  }

  private static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  private static byte[] readBytes(Path file) throws IOException, CorpusException {
    if (Files.isDirectory(file)) {
      throw new CorpusException(file.toString(), "this is a folder and not a file");
    }
    checkSize(file.toString(), Files.size(file));
    try (InputStream in = Files.newInputStream(file)) {
      // A device or a growing file does not keep to its size; one byte too many is refused later.
      return in.readNBytes(MAX_BYTES + 1);
    }
  }

  private static void checkSize(String source, long bytes) throws CorpusException {
    if (bytes > MAX_BYTES) {
      throw new CorpusException(
          source,
          "the file has " + bytes + " bytes, and at most " + MAX_BYTES + " (50 MB) are allowed");
    }
  }

  /** What the operating system said, in the user's words. */
  static CorpusException refusal(Path file, IOException failure) {
    String reason;
    if (failure instanceof NoSuchFileException) {
      reason = "there is no such file";
    } else if (failure instanceof AccessDeniedException) {
      reason = "there is no permission to read the file";
    } else {
      reason = "the file cannot be read" + said(failure.getMessage());
    }
    return new CorpusException(file.toString(), reason, failure);
  }

  /** A system does not always say why. */
  private static String said(String message) {
    return message == null ? "" : " (" + message + ")";
  }
}
