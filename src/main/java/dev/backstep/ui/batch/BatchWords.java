package dev.backstep.ui.batch;

import dev.backstep.math.Numbers;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import dev.backstep.trace.TracedBatch;
import dev.backstep.trace.TracedBatch.Padding;
import dev.backstep.words.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is said of a batch. */
record BatchWords(Texts texts) {
  /** A longer mask is written as how often each number stands there. */
  private static final int MOST_NUMBERS = 24;

  private static final double ROUNDING = 1e-12;

  /** "Batch of 16: row 3, column 4". */
  String title(TracedBatch batch, int row) {
    return texts.of("batch.title", batch.size(), row + 1);
  }

  /** What the padding squares are. */
  String padding(TracedBatch batch) {
    return texts.of("batch.padding." + batch.padding().name().toLowerCase(Locale.ROOT));
  }

  /** The mask of a row as numbers, and where it stands in the equations. */
  String mask(TracedBatch batch, Trace trace) {
    String states =
        trace.net().states().stream().map(Vector::name).collect(Collectors.joining(", "));
    String numbers = numbers(batch, trace.row());
    String weight = weight(batch.rows().get(trace.row()).weight());
    return texts.of(
        "batch.mask." + batch.padding().name().toLowerCase(Locale.ROOT), numbers, states, weight);
  }

  /** "1/181", where it is one part of something. */
  private static String weight(double weight) {
    long parts = Math.round(1 / weight);
    boolean isPart = parts > 1 && Math.abs(1 / weight - parts) < ROUNDING * parts;
    return isPart ? "1/" + parts : Numbers.six(weight);
  }

  private static String numbers(TracedBatch batch, int row) {
    List<Integer> mask =
        IntStream.range(0, batch.columns())
            .map(column -> batch.rows().get(row).isPadding(column) ? 0 : 1)
            .boxed()
            .toList();
    if (mask.size() <= MOST_NUMBERS) {
      return mask.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
    List<String> runs = new ArrayList<>();
    for (int from = 0; from < mask.size(); ) {
      int until = from;
      while (until < mask.size() && mask.get(until).equals(mask.get(from))) {
        until++;
      }
      runs.add(mask.get(from) + "×" + (until - from));
      from = until;
    }
    return String.join(" ", runs);
  }

  /** Whether the gradient is the sum of those of the sequences, with the number that says so. */
  String sum(TracedBatch batch, TracedBatch.@Nullable Sum sum) {
    if (sum == null) {
      return texts.of("batch.sum.coming", batch.size());
    }
    String key = sum.isSame() ? "batch.sum.same" : "batch.sum.other";
    return texts.of(key, batch.size(), Numbers.three(sum.relative()));
  }

  /** What is handed to the next batch where that is not the last state of the sequence. */
  String handedOver(TracedBatch batch, Trace trace) {
    TracedBatch.Row row = batch.rows().get(trace.row());
    int behind = batch.columns() - row.begin() - row.length();
    boolean isRead = batch.padding() != Padding.FROZEN && behind > 0;
    return trace.handOver() != null && isRead
        ? texts.count(behind, "batch.handed-over", behind)
        : "";
  }

  /** What the column under the cursor adds to the gradient of a weight. */
  String added(TracedBatch batch, String weight, int column, TracedBatch.@Nullable Column added) {
    if (added == null) {
      return texts.of("batch.added.none");
    }
    long cells = IntStream.range(0, batch.size()).filter(row -> added.shares()[row] != 0).count();
    String norms =
        texts.count(
            cells,
            "batch.added",
            weight,
            column,
            Numbers.three(added.before()),
            cells,
            Numbers.three(added.added()),
            Numbers.three(added.after()));
    return norms + " " + texts.count(batch.size() - 1, "batch.others", batch.size() - 1);
  }

  /** A square in words. */
  String square(TracedBatch batch, int row, int column) {
    TracedBatch.Row of = batch.rows().get(row);
    return of.isPadding(column)
        ? texts.of("batch.square.padding", row + 1, column, padding(batch))
        : texts.of("batch.square", row + 1, column, of.letters().get(column - of.begin()));
  }
}
