package dev.backstep.ui.step;

import dev.backstep.text.Sequence;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A sequence as one line of a list. */
final class SequenceLine extends StringConverter<Sequence> {
  /** Longer ones are cut off; a line of a list is no place for a page of text. */
  private static final int LONGEST = 40;

  @Override
  public String toString(@Nullable Sequence sequence) {
    if (sequence == null) {
      return "";
    }
    String oneLine = sequence.text().replace('\n', '⏎');
    return oneLine.length() > LONGEST ? oneLine.substring(0, LONGEST) + "…" : oneLine;
  }

  /** Lines are only chosen, never typed. */
  @Override
  public @Nullable Sequence fromString(String line) {
    return null;
  }
}
