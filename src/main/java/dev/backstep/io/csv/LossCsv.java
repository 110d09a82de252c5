package dev.backstep.io.csv;

import static java.util.stream.Collectors.toMap;

import dev.backstep.training.HeldOutPoint;
import dev.backstep.training.history.BranchSummary;
import dev.backstep.training.history.SavedRun;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The losses of a run as CSV, one line an update, every double with all its digits. Updates and
 * epochs are counted from 1: line n has the loss of the n-th sequence just before its update, and
 * what the held-out loss was just after it, where that was measured.
 */
public final class LossCsv {
  private LossCsv() {}

  /**
   * Writes those on the way to where the run is, line by line: a long run would not fit into memory
   * once more.
   */
  public static void write(SavedRun run, OutputStream out) throws IOException {
    line(List.of("update", "epoch", "loss", "held_out_loss", "held_out_own_state"), out);
    List<BranchSummary> path = run.path();
    for (int i = 0; i < path.size(); i++) {
      long left = i + 1 < path.size() ? path.get(i + 1).start() : Long.MAX_VALUE;
      write(path.get(i), Math.min(left, run.here().updates()), run.data().train().size(), out);
    }
  }

  /** The part of a branch, up to where the path leaves it. */
  private static void write(BranchSummary branch, long end, int epochLength, OutputStream out)
      throws IOException {
    Map<Long, HeldOutPoint> heldOut =
        branch.heldOut().stream()
            .collect(toMap(HeldOutPoint::updates, Function.identity(), (one, other) -> other));
    for (long update = branch.start() + 1; update <= end; update++) {
      HeldOutPoint point = heldOut.get(update);
      line(
          List.of(
              String.valueOf(update),
              String.valueOf((update - 1) / epochLength + 1),
              Csv.number(branch.losses().get((int) (update - 1 - branch.start()))),
              point == null ? "" : Csv.number(point.loss()),
              point == null ? "" : Csv.number(point.ownState())),
          out);
    }
  }

  private static void line(List<String> fields, OutputStream out) throws IOException {
    out.write(new Csv().line(fields).toString().getBytes(StandardCharsets.UTF_8));
  }
}
