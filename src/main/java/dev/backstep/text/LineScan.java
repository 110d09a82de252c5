package dev.backstep.text;

/** Reads one sequence a line: blanks at line ends left out, empty lines skipped, both counted. */
final class LineScan {
  private final Utf8Text text;
  private final IdStream stream;

  /** Blanks that are left out unless something else follows in the line. */
  private final int[] held = new int[TextMode.MAX_LENGTH];

  private int heldCount;
  private int length;
  private int emptyLines;
  private int trimmedLines;

  LineScan(Utf8Text text, IdStream stream) {
    this.text = text;
    this.stream = stream;
  }

  void run() throws CorpusException {
    boolean open = false;
    while (text.hasNext()) {
      int codePoint = text.next();
      open = codePoint != '\n';
      if (!open) {
        endLine();
      } else if (Characters.isBlank(codePoint)) {
        hold(codePoint);
      } else {
        releaseHeld();
        append(codePoint);
      }
    }
    if (open) {
      endLine();
    }
  }

  int emptyLines() {
    return emptyLines;
  }

  /** Lines that lost blanks and are not empty. */
  int trimmedLines() {
    return trimmedLines;
  }

  private void hold(int codePoint) {
    if (heldCount < held.length) {
      held[heldCount] = codePoint;
    }
    heldCount++;
  }

  private void releaseHeld() throws CorpusException {
    for (int i = 0; i < heldCount; i++) {
      append(held[Math.min(i, held.length - 1)]);
    }
    heldCount = 0;
  }

  /** Adds a code point; beyond the limit it only counts, as the refusal tells the length. */
  private void append(int codePoint) throws CorpusException {
    if (++length <= TextMode.MAX_LENGTH) {
      stream.add(codePoint);
    }
  }

  private void endLine() throws CorpusException {
    if (length > TextMode.MAX_LENGTH) {
      throw text.refusal(
          "the line has "
              + length
              + " characters, and at most "
              + TextMode.MAX_LENGTH
              + " are allowed (a running text can be read in windows)");
    }
    if (length == 0) {
      emptyLines++;
    } else {
      stream.addEnd();
      trimmedLines += heldCount > 0 ? 1 : 0;
    }
    length = 0;
    heldCount = 0;
  }
}
