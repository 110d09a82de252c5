package dev.backstep.io;

import dev.backstep.training.BranchSummary;
import dev.backstep.training.RunSnapshot.HeldOutPoint;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

/**
 * The losses of a run as CSV, one line an update, every double with all its digits. Updates and
 * epochs are counted from 1: line n has the loss of the n-th sequence just before its update, and
 * what the held-out loss was just after it, where that was measured.
 */
public final class LossCsv {
  private LossCsv() {}

  /**
   * Writes them line by line: a long run would not fit into memory once more.
   *
   * @param branch the first of a run, which begins at update 0
   * @param epochLength the number of sequences in an epoch
   */
  public static void write(BranchSummary branch, int epochLength, OutputStream out)
      throws IOException {
    line(List.of("update", "epoch", "loss", "held_out_loss", "held_out_own_state"), out);
    Iterator<HeldOutPoint> points =
        branch.heldOut().stream().filter(point -> point.updates() > 0).iterator();
    HeldOutPoint next = points.hasNext() ? points.next() : null;
    for (int i = 0; i < branch.losses().size(); i++) {
      boolean isMeasured = next != null && next.updates() == i + 1L;
      line(
          List.of(
              String.valueOf(i + 1),
              String.valueOf(i / epochLength + 1),
              Csv.number(branch.losses().get(i)),
              isMeasured ? Csv.number(next.loss()) : "",
              isMeasured ? Csv.number(next.ownState()) : ""),
          out);
      if (isMeasured) {
        next = points.hasNext() ? points.next() : null;
      }
    }
  }

  private static void line(List<String> fields, OutputStream out) throws IOException {
    out.write(new Csv().line(fields).toString().getBytes(StandardCharsets.UTF_8));
  }
}
