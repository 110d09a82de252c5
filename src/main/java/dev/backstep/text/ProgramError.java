package dev.backstep.text;

/** An exception that nothing was written for: a mistake of this program, told without its stack. */
public final class ProgramError {
  private ProgramError() {}

  /** The error and where it was thrown, for a sentence that names what was being done. */
  public static String reason(Throwable failure) {
    StackTraceElement[] stack = failure.getStackTrace();
    String where =
        stack.length == 0 ? "" : " at " + stack[0].getFileName() + ":" + stack[0].getLineNumber();
    return "this is an error of the program (" + failure.getClass().getName() + where + ")";
  }
}
