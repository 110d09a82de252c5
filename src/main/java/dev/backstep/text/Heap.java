package dev.backstep.text;

import java.util.Locale;

/** The memory that Java may use. How much can be read follows it. */
public final class Heap {
  private Heap() {}

  /** A part of it in bytes. */
  public static long part(int parts) {
    return Runtime.getRuntime().maxMemory() / parts;
  }

  /** Why something was given up for which it was too small, for a sentence that names the thing. */
  public static String exceeded() {
    return String.format(
        Locale.ROOT, "it takes more memory than the %d MB that this program has", part(1) >> 20);
  }
}
