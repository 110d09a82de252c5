package dev.backstep.io;

import dev.backstep.text.Heap;
import java.io.IOException;
import java.util.Locale;

/** The refusal of what is sound but too large for the memory. */
public final class TooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what takes so many bytes
   * @param most that it may take
   */
  public TooLargeException(String what, long bytes, long most) {
    super(
        String.format(
            Locale.ROOT,
            "%s %d bytes, and at most %d are allowed with the %d MB of memory that this program"
                + " has",
            what,
            bytes,
            most,
            Heap.part(1) >> 20));
  }
}
