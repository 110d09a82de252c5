package dev.backstep.words;

/** Whether what was opened in a piece of code is closed in it. */
final class Brackets {
  private Brackets() {}

  static boolean areClosed(String code) {
    int open = 0;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      open += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      if (open < 0) {
        return false;
      }
    }
    return open == 0;
  }
}
