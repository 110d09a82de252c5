package dev.backstep.io.csv;

import dev.backstep.net.Notation;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import dev.backstep.trace.flow.FlowBalance;
import dev.backstep.trace.flow.FlowPaths;
import dev.backstep.trace.flow.FlowTriangle;
import dev.backstep.trace.flow.LossFlow;
import dev.backstep.trace.flow.StatePropagation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How far gradients reach as CSV: a line for each loss s and each state t of a triangle, with the
 * norm of the gradient, the two factors of its change from t + 1 in powers of ten, and the parts of
 * it that come by each path. What there is not is an empty field.
 */
public final class FlowCsv {
  private FlowCsv() {}

  /**
   * The rows that are computed.
   *
   * @param state whose gradient it is
   */
  public static String of(FlowTriangle triangle, Vector state) {
    Trace trace = triangle.trace();
    StatePropagation cells = new StatePropagation(trace.example());
    List<FlowPaths.Path> paths = FlowPaths.of(cells.net(), state);
    List<String> head =
        new ArrayList<>(
            List.of("s", "t", "input", "state", "norm", "log10_in_cell", "log10_between"));
    paths.forEach(path -> head.add(path.written(trace.net(), Notation.OURS)));
    Csv csv = new Csv().line(head);
    for (int s = 0; s < triangle.length(); s++) {
      Optional<LossFlow> row = triangle.row(s);
      if (row.isPresent()) {
        FlowPaths shares = FlowPaths.of(trace, cells, s, state);
        for (int t = 0; t <= s; t++) {
          csv.line(line(row.get(), shares, trace, state, t));
        }
      }
    }
    return csv.toString();
  }

  private static List<String> line(
      LossFlow row, FlowPaths paths, Trace trace, Vector state, int t) {
    boolean isBefore = t < row.loss();
    List<String> line =
        new ArrayList<>(
            List.of(
                String.valueOf(row.loss()),
                String.valueOf(t),
                trace.label(trace.input(t)),
                state.name(),
                Csv.number(row.norm(state, t))));
    if (isBefore) {
      FlowBalance balance = FlowBalance.of(row, state, t);
      line.add(Csv.number(balance.inCell()));
      line.add(Csv.number(balance.between()));
    } else {
      line.addAll(List.of("", ""));
    }
    IntStream.range(0, paths.paths().size())
        .forEach(path -> line.add(isBefore ? Csv.number(paths.share(path, t)) : ""));
    return line;
  }
}
