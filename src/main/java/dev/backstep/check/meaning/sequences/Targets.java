package dev.backstep.check.meaning.sequences;

import dev.backstep.check.meaning.source.Source;
import dev.backstep.net.Head;
import java.util.List;

/**
 * What should be predicted, in one of the ways in which it may be meant.
 *
 * @param series with T timesteps, or with 1 where there is one target a sequence
 * @param heads that it may be the target of, the likeliest first
 * @param nothing the id that is no target, as that of padding; −1 if there is none
 * @param isLastOnly whether only the loss at the last timestep counts
 * @param penalty how unlikely it is
 * @param remarks what was taken for granted
 */
record Targets(
    InputOrTarget series,
    List<Head> heads,
    int nothing,
    boolean isLastOnly,
    int penalty,
    List<String> remarks) {
  Targets {
    heads = List.copyOf(heads);
    remarks = List.copyOf(remarks);
  }

  /** The same, less likely. */
  Targets penalized(int more) {
    return new Targets(series, heads, nothing, isLastOnly, penalty + more, remarks);
  }

  /** Whether the loss of a timestep does not count, as the target says. */
  boolean isIgnored(int sequence, int t) {
    if (series.kind() == InputOrTarget.Kind.NUMBERS) {
      return false;
    }
    int id = series.id(sequence, place(t));
    return id < 0 || id == nothing;
  }

  private int place(int t) {
    return series.time() == 1 ? 0 : t;
  }

  /** The targets of T timesteps: ids (B, T), 0 where the loss does not count, or (B, T, K). */
  Source source(int time) {
    boolean isNumbers = series.kind() == InputOrTarget.Kind.NUMBERS;
    int width = isNumbers ? series.width() : 1;
    int batch = series.batch();
    double[] values = new double[Math.multiplyExact(batch * time, width)];
    for (int b = 0; b < batch; b++) {
      for (int t = 0; t < time; t++) {
        for (int i = 0; i < width; i++) {
          values[(b * time + t) * width + i] =
              isNumbers ? series.entries().at(b, place(t), i) : Math.max(0, series.id(b, place(t)));
        }
      }
    }
    int[] shape = isNumbers ? new int[] {batch, time, width} : new int[] {batch, time};
    Source.Place where =
        index ->
            series.entries().index(index[0], place(index[1]), isNumbers ? index[2] : unit(index));
    return new Source(series.name(), series.array(), shape, values, series.digits(), where);
  }

  private int unit(int... index) {
    return series.kind() == InputOrTarget.Kind.IDS
        ? 0
        : Math.max(0, series.id(index[0], place(index[1])));
  }
}
