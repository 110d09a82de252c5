package dev.backstep.ui.sentence;

import dev.backstep.trace.Trace;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a net has read, in one piece; a long text without its middle. */
final class ReadText {
  /** So many letters are written out. */
  static final int LONGEST = 28;

  /** What was read last says more than how it began. */
  private static final int BEGINNING = 8;

  private ReadText() {}

  /** The letters that cells 0 … t read. */
  static String of(Trace trace, int t) {
    return of(IntStream.rangeClosed(0, t).mapToObj(i -> trace.label(trace.input(i))).toList());
  }

  /** Letters stand together, and with spaces between them what is written with several. */
  static String of(List<String> labels) {
    boolean isOfLetters =
        labels.stream().allMatch(label -> label.codePointCount(0, label.length()) == 1);
    String between = isOfLetters ? "" : " ";
    int most = isOfLetters ? LONGEST : LONGEST / 4;
    if (labels.size() <= most) {
      return String.join(between, labels);
    }
    int head = most * BEGINNING / LONGEST;
    int tail = most - 1 - head;
    return labels.subList(0, head).stream().collect(Collectors.joining(between))
        + "…"
        + String.join(between, labels.subList(labels.size() - tail, labels.size()));
  }
}
