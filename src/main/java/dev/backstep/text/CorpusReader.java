package dev.backstep.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Reads a UTF-8 file into a {@link Corpus}, or refuses it in one sentence: a file that is missing,
 * cannot be read, is larger than 50 MB or a fifth of the memory that there is (told before it is
 * read), empty, binary or not UTF-8, has more than {@value Vocabulary#MAX_CHARACTERS} different
 * characters or a line of more than {@value TextMode#MAX_LENGTH} characters. Offsets in the
 * messages are bytes from the beginning of the file, counted from 0; lines are counted from 1.
 */
public final class CorpusReader {
  /** The largest file in bytes: 50 MB, of 1024 · 1024 bytes each. */
  public static final int MAX_BYTES = 50 * 1024 * 1024;

  /** In memory a text takes two bytes a character beside its own, and what is made of it. */
  private static final int PARTS_OF_HEAP = 5;

  private static final int BYTES_OF_A_MB = 1 << 20;

  private CorpusReader() {}

  /**
   * The text in a file, cut into sequences.
   *
   * @throws CorpusException with the reason, if the file cannot be trained on
   */
  public static Corpus read(Path file, TextMode mode) throws CorpusException {
    byte[] bytes;
    try {
      bytes = readBytes(file);
    } catch (IOException failure) {
      throw refusal(file, failure);
    } catch (OutOfMemoryError tooLarge) {
      throw new CorpusException(file.toString(), Heap.exceeded(), tooLarge);
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
    try {
      return readText(name, utf8, mode);
    } catch (OutOfMemoryError tooLarge) {
      throw new CorpusException(name, Heap.exceeded(), tooLarge);
    }
  }

  private static Corpus readText(String name, byte[] utf8, TextMode mode) throws CorpusException {
    Utf8Text text = new Utf8Text(name, utf8);
    if (!text.hasNext()) {
      throw text.refusalOfAll("the file is empty");
    }
    // The line end that becomes an end mark is a character too; the last line may have none.
    IdStream stream = new IdStream(text, text.mostCharacters() + 1);
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
    Cuts cuts = Cuts.atEndMarks(stream.ids(), stream.length());
    return new Corpus(name, mode, vocabulary, stream.ids(), cuts, notes);
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
    Cuts cuts = Cuts.windows(stream.length() - 1, mode.length());
    return new Corpus(name, mode, vocabulary, stream.ids(), cuts, notes(text));
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
    long size = Files.size(file);
    checkSize(file.toString(), size);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = new byte[(int) size];
      int read = in.readNBytes(bytes, 0, bytes.length);
      // A device tells no size; one byte too many is refused later.
      if (size == 0) {
        return in.readNBytes(mostBytes() + 1);
      }
      return read == size ? bytes : Arrays.copyOf(bytes, read);
    }
  }

  private static int mostBytes() {
    return (int) Math.min(MAX_BYTES, Heap.part(PARTS_OF_HEAP));
  }

  private static void checkSize(String source, long bytes) throws CorpusException {
    int most = mostBytes();
    if (bytes > most) {
      throw new CorpusException(
          source,
          String.format(
              Locale.ROOT,
              "the file has %d bytes, and at most %d (%d MB) are allowed%s",
              bytes,
              most,
              most / BYTES_OF_A_MB,
              most < MAX_BYTES
                  ? String.format(
                      Locale.ROOT,
                      " with the %d MB of memory that this program has",
                      Heap.part(1) / BYTES_OF_A_MB)
                  : ""));
    }
  }

  static CorpusException refusal(Path file, IOException failure) {
    return new CorpusException(file.toString(), Unreadable.reason(file, failure), failure);
  }
}
