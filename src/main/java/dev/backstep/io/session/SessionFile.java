package dev.backstep.io.session;

import dev.backstep.io.TooLargeException;
import dev.backstep.io.WholeFile;
import dev.backstep.text.CorpusException;
import dev.backstep.text.Heap;
import dev.backstep.text.Unreadable;
import dev.backstep.training.history.SavedRun;
import dev.backstep.training.session.SessionException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Session files: eight bytes that no text begins with, the version of the format (4 bytes,
 * little-endian), and the sections JSON (what there is), TEXT (what is trained on, in UTF-8), ORDR
 * (the orders of epochs, 4 bytes a number) and NUMB (losses and checkpoints, 8 bytes a number).
 * Nothing is compressed, so reading one takes no more memory than the file has bytes.
 */
public final class SessionFile {
  /** The ending of the names of these files. */
  public static final String ENDING = ".backstep";

  /** The version that is written; older ones are still read. */
  static final int VERSION = 1;

  /** As in PNG: a transfer that mistakes the file for text damages these bytes first. */
  private static final byte[] SIGNATURE =
      "\u0089BKS\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1);

  private static final int HEAD = 12;

  /** More checkpoints than fit into this are thinned in the file. */
  private static final long MOST_BYTES = 512L << 20;

  /** The limit of all but checkpoints: curves, mostly. */
  private static final long MOST_BYTES_BESIDE = 128L << 20;

  /** The text and the update of a session, which can be told without reading all of it. */
  public record Title(String text, long updates) {}

  private SessionFile() {}

  /**
   * Whether a file begins as a session does, or is called as one. A pipe is not looked into: its
   * bytes may take their time, and come only once.
   */
  public static boolean isOne(Path file) {
    if (!Files.isRegularFile(file)) {
      return hasEnding(file);
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE) || hasEnding(file);
    } catch (IOException e) {
      return hasEnding(file);
    }
  }

  private static boolean hasEnding(Path file) {
    return file.toString().endsWith(ENDING);
  }

  /**
   * Writes a session whole or not at all.
   *
   * @throws IOException if it cannot be written; a file that was there before is still there
   */
  public static void write(Path file, Session session) throws IOException {
    WholeFile.write(file, content(session));
  }

  /**
   * The same for a session that the user did not ask to have written: it is for its owner only.
   *
   * @throws IOException if it cannot be written; a file that was there before is still there
   */
  public static void writePrivate(Path file, Session session) throws IOException {
    WholeFile.writePrivate(file, content(session));
  }

  private static WholeFile.Content content(Session session) throws IOException {
    SavedRun run = session.run().within(MOST_BYTES);
    if (run.bytes() > MOST_BYTES) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "its branches take %d MB, and at most %d MB can be saved",
              run.bytes() >> 20,
              MOST_BYTES >> 20));
    }
    return out -> {
      out.write(SIGNATURE);
      out.write(intBytes(VERSION));
      new SessionOutput(new Session(run, session.view())).writeTo(out);
    };
  }

  /**
   * Reads a session.
   *
   * @throws SessionException with the reason, if there is none in the file that can be gone on with
   */
  public static Session read(Path file) throws SessionException {
    return with(
        file,
        input -> {
          Session session = input.read();
          session.run().requireSound();
          return session;
        });
  }

  /**
   * Reads only what a session is of.
   *
   * @throws SessionException with the reason, if the file is none
   */
  public static Title title(Path file) throws SessionException {
    return with(
        file,
        input -> {
          SessionDocument document = input.document();
          return new Title(document.text().name(), document.here().updates());
        });
  }

  @FunctionalInterface
  private interface Reading<T> {
    T of(SessionInput input) throws IOException, CorpusException;
  }

  private static <T> T with(Path file, Reading<T> reading) throws SessionException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      requireHead(file, in.readNBytes(HEAD));
      SectionReader sections = new SectionReader(in, Files.size(file) - HEAD);
      return reading.of(new SessionInput(sections, mostNumbers()));
    } catch (IllegalArgumentException | EOFException | CorpusException e) {
      String what = e.getMessage() == null ? "" : ": " + plain(e.getMessage());
      throw new SessionException(file, "the session is damaged" + what, e);
    } catch (TooLargeException e) {
      throw new SessionException(file, String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new SessionException(file, Unreadable.reason(file, e), e);
    } catch (OutOfMemoryError tooLarge) {
      throw new SessionException(file, Heap.exceeded(), tooLarge);
    }
  }

  private static void requireHead(Path file, byte[] head) throws SessionException {
    if (!Arrays.equals(Arrays.copyOf(head, SIGNATURE.length), SIGNATURE)) {
      throw new SessionException(file, "this is not a session that Backstep saved");
    }
    if (head.length < HEAD) {
      throw new SessionException(file, "the session is damaged: the file is cut off");
    }
    int version = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(SIGNATURE.length);
    if (version < 1 || version > VERSION) {
      throw new SessionException(
          file,
          version > VERSION
              ? String.format(
                  Locale.ROOT,
                  "a newer Backstep saved this session (format %d); this one reads up to format %d",
                  version,
                  VERSION)
              : String.format(
                  Locale.ROOT,
                  "the session is damaged: its format is %d, and there are 1 to %d",
                  version,
                  VERSION));
    }
  }

  /** Half of the memory at most, for what was open stays until the other is there. */
  private static long mostNumbers() {
    return Math.min(MOST_BYTES + MOST_BYTES_BESIDE, Runtime.getRuntime().maxMemory() / 2);
  }

  private static byte[] intBytes(int number) {
    return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
  }

  /** One sentence, whoever wrote it. */
  private static String plain(String reason) {
    return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
  }
}
