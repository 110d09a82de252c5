package dev.backstep.text;

/** The way from a file to sequences. */
public sealed interface TextMode {
  /** The longest sequence in characters, in either mode. */
  int MAX_LENGTH = 5000;

  /**
   * Every line is a sequence of its own: inputs c1 … cn, targets c2 … cn and the end mark, so T =
   * n. Blanks and tabs at the end of a line are left out; lines without anything else are skipped.
   */
  record Lines() implements TextMode {}

  /**
   * The whole text is one stream c1 … cN, with every line end kept as one {@code \n}, and is cut
   * into windows of T inputs that do not overlap. The target of each character is the next one of
   * the stream, also across the border of two windows; the target of cN is the end mark. The last
   * window holds what remains and may be shorter. Blanks and empty lines stay as they are.
   *
   * @param length T, from 1 to {@value TextMode#MAX_LENGTH}
   */
  record Windows(int length) implements TextMode {
    /**
     * @throws IllegalArgumentException if T is out of range
     */
    public Windows {
      if (length < 1 || length > MAX_LENGTH) {
        throw new IllegalArgumentException(
            "The window length is " + length + "; it must be from 1 to " + MAX_LENGTH + ".");
      }
    }
  }
}
