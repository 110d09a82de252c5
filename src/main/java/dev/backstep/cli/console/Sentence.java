package dev.backstep.cli.console;

/** The settings and runs of a command, as its sentences and counts tell of them. */
public final class Sentence {
  private static final String ENDINGS = ".?!";

  private Sentence() {}

  /** A reason with a capital at its beginning and a full stop at its end, where it has none. */
  public static String of(String reason) {
    int first = Character.toUpperCase(reason.codePointAt(0));
    String begun = Character.toString(first) + reason.substring(reason.offsetByCodePoints(0, 1));
    boolean isEnded = ENDINGS.indexOf(begun.charAt(begun.length() - 1)) >= 0;
    return isEnded ? begun : begun + ".";
  }

  /** So many of something: 1 update, 2 updates. */
  public static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
