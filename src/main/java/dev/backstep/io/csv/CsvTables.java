package dev.backstep.io.csv;

import dev.backstep.math.MatrixView;
import dev.backstep.net.Axis;
import dev.backstep.net.Vector;
import dev.backstep.net.Weight;
import dev.backstep.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The numbers of a trace as CSV, every double with all its digits. What is not computed yet is an
 * empty field.
 */
public final class CsvTables {
  private CsvTables() {}

  /**
   * Every vector of cell t, one a column, entry i in line i. The characters are those of the
   * vectors with one entry for each (o, e, dxt).
   *
   * @param isComputed which quantities are computed at that cell
   */
  public static String cell(Trace trace, int t, Predicate<Vector> isComputed) {
    List<String> head = new ArrayList<>(List.of("index", "character"));
    trace.net().states().forEach(state -> head.add(state.name() + "_prev"));
    trace.net().vectors().forEach(quantity -> head.add(quantity.name()));
    Csv csv = new Csv().line(head);
    int hidden = trace.shape().hidden();
    int vocabulary = trace.shape().vocabulary();
    for (int i = 0; i < Math.max(hidden, vocabulary); i++) {
      List<String> line = new ArrayList<>();
      line.add(String.valueOf(i));
      line.add(i < vocabulary ? trace.label(i) : "");
      for (Vector state : trace.net().states()) {
        line.add(i < hidden ? Csv.number(trace.previous(state).get(t, i)) : "");
      }
      for (Vector quantity : trace.net().vectors()) {
        MatrixView values = trace.values(quantity);
        boolean isThere = i < values.cols() && isComputed.test(quantity);
        line.add(isThere ? Csv.number(values.get(t, i)) : "");
      }
      csv.line(line);
    }
    return csv.toString();
  }

  /**
   * A matrix with one row a timestep.
   *
   * @param name what its columns are called: {@code dh[0]}, {@code dh[1]} …
   * @param isComputed which timesteps are computed
   */
  public static String overTime(
      Trace trace, String name, MatrixView values, boolean perCharacter, IntPredicate isComputed) {
    Csv csv = new Csv();
    csv.line(join(List.of("t", "input", "target"), columns(trace, name, values, perCharacter)));
    for (int t = 0; t < values.rows(); t++) {
      int row = t;
      List<String> head =
          List.of(String.valueOf(t), trace.label(trace.input(t)), trace.label(trace.target(t)));
      boolean isThere = isComputed.test(t);
      csv.line(
          join(
              head,
              IntStream.range(0, values.cols())
                  .mapToObj(n -> isThere ? Csv.number(values.get(row, n)) : "")
                  .toList()));
    }
    return csv.toString();
  }

  /** {@link #overTime} of a quantity. */
  public static String overTime(Trace trace, Vector quantity, IntPredicate isComputed) {
    return overTime(
        trace, quantity.inFiles(), trace.values(quantity), quantity.isPerCharacter(), isComputed);
  }

  /**
   * Weights, or what has their shape.
   *
   * @param name what its columns are called
   * @param parameter the name of the weight whose shape it has
   */
  public static String parameter(Trace trace, String name, String parameter, MatrixView values) {
    Weight weight = trace.net().weight(parameter);
    return matrix(
        trace,
        name,
        values,
        Axis.isOfCharacters(weight.rows()),
        Axis.isOfCharacters(weight.cols()));
  }

  /** Any matrix, its rows and its columns numbered or called after the characters. */
  public static String matrix(
      Trace trace, String name, MatrixView values, boolean characterRows, boolean characterCols) {
    List<String> head = characterRows ? List.of("row", "character") : List.of("row");
    Csv csv = new Csv().line(join(head, columns(trace, name, values, characterCols)));
    for (int i = 0; i < values.rows(); i++) {
      int row = i;
      List<String> begin =
          characterRows ? List.of(String.valueOf(i), trace.label(i)) : List.of(String.valueOf(i));
      csv.line(
          join(
              begin,
              IntStream.range(0, values.cols())
                  .mapToObj(col -> Csv.number(values.get(row, col)))
                  .toList()));
    }
    return csv.toString();
  }

  private static List<String> columns(
      Trace trace, String name, MatrixView values, boolean perCharacter) {
    return IntStream.range(0, values.cols())
        .mapToObj(n -> name + "[" + (perCharacter ? trace.label(n) : n) + "]")
        .toList();
  }

  private static List<String> join(List<String> left, List<String> right) {
    return Stream.concat(left.stream(), right.stream()).toList();
  }
}
