package dev.backstep.ui.labbatch;

import dev.backstep.model.SequenceData;
import dev.backstep.text.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Three sequences of a text, of three lengths where that can be.
 *
 * @param areCut whether they are but the beginnings of sequences
 */
record LabSequences(List<SequenceData> sequences, boolean areCut) {
  private static final int COUNT = 3;

  /** More columns than these are no easier to understand. */
  private static final int LONGEST = 12;

  /** One column has no room for different lengths, and a state of one cell is soon lost. */
  private static final int SHORTEST = 2;

  /** Millions of sequences are not gone through for three. */
  private static final int MOST_LOOKED_AT = 1000;

  /** The first whole ones of three lengths; else beginnings of the first ones. */
  static LabSequences of(List<Sequence> text) {
    List<SequenceData> whole = new ArrayList<>();
    for (int i = 0; i < Math.min(text.size(), MOST_LOOKED_AT) && whole.size() < COUNT; i++) {
      Sequence each = text.get(i);
      boolean isNew = whole.stream().noneMatch(other -> other.length() == each.length());
      if (isNew && each.length() >= SHORTEST && each.length() <= LONGEST) {
        whole.add(begun(each, each.length()));
      }
    }
    return whole.size() == COUNT ? new LabSequences(whole, false) : beginnings(text);
  }

  private static LabSequences beginnings(List<Sequence> text) {
    List<SequenceData> begun = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      Sequence each = text.get(i % text.size());
      int longest = Math.min(each.length(), LONGEST);
      begun.add(begun(each, Math.max(1, longest * (COUNT - i) / COUNT)));
    }
    return new LabSequences(begun, true);
  }

  private static SequenceData begun(Sequence sequence, int length) {
    return new SequenceData(
        Arrays.copyOf(sequence.inputs(), length), Arrays.copyOf(sequence.targets(), length));
  }
}
