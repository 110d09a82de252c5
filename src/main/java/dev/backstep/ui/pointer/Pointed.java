package dev.backstep.ui.pointer;

/**
 * What is pointed at.
 *
 * @param words its name and value; empty if nothing is pointed at
 * @param arithmetic how it was computed, on one line; empty for what is given or covered
 */
public record Pointed(String words, String arithmetic) {
  static final Pointed NOTHING = new Pointed("", "");

  boolean isNothing() {
    return words.isEmpty();
  }
}
