package dev.backstep.io.session;

import dev.backstep.training.history.SavedRun;

/**
 * A session as it is kept: a run with its whole past, and what the screen showed of it.
 *
 * @param view what was looked at
 */
public record Session(SavedRun run, View view) {
  /**
   * The view of the screen.
   *
   * @param screen the name of the screen
   * @param sequence the number of the chosen sequence in the text, or −1
   * @param word the word that was typed to be looked at; empty if none was
   * @param place of the cursor on the timeline
   */
  public record View(String screen, int sequence, String word, int place) {}
}
