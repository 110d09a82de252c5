package dev.backstep.io.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.math.MatrixView;
import dev.backstep.math.SeededRandom;
import dev.backstep.model.Example;
import dev.backstep.model.Initialization;
import dev.backstep.model.Parameters;
import dev.backstep.model.Shape;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import dev.backstep.trace.Update;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTablesTest {
  private static final List<String> LABELS = List.of("a", ",", "\"", "⏎", "\n", "😀");
  private static final int HIDDEN = 3;

  private final Trace trace = trace();

  private static Trace trace() {
    Parameters weights =
        new Initialization.Uniform()
            .initialize(new Shape(LABELS.size(), HIDDEN), new SeededRandom(7));
    return Trace.of(
        LABELS,
        new Example(
            weights, new int[] {0, 1, 2, 5}, new int[] {1, 2, 3, 4}, new double[] {0.1, -0.2, 0.3}),
        (before, gradients) -> new Update(before, gradients.norm(), 1));
  }

  @Test
  void theCellHasAColumnForEveryVectorAndReadsBackAsTheSameDoubles() {
    List<List<String>> lines = CsvReader.read(CsvTables.cell(trace, 2, quantity -> true));
    assertThat(lines.get(0))
        .containsExactly(
            "index",
            "character",
            "h_prev",
            "h",
            "o",
            "e",
            "dh_from_output",
            "dh_from_later",
            "dh",
            "dtanh",
            "dxt",
            "dh_prev");
    assertThat(lines).hasSize(1 + LABELS.size());
    for (Vector quantity : Vanilla.NET.vectors()) {
      int column = lines.get(0).indexOf(quantity.name());
      MatrixView values = trace.values(quantity);
      for (int i = 0; i < LABELS.size(); i++) {
        String field = lines.get(i + 1).get(column);
        if (i < values.cols()) {
          assertThat(Double.parseDouble(field)).isEqualTo(values.get(2, i));
        } else {
          assertThat(field).isEmpty();
        }
      }
    }
    assertThat(Double.parseDouble(lines.get(1).get(2))).isEqualTo(trace.previous(Cell.H).get(2, 0));
  }

  @Test
  void everyCharacterSurvives() {
    List<List<String>> lines = CsvReader.read(CsvTables.cell(trace, 0, quantity -> true));
    assertThat(lines.subList(1, lines.size()).stream().map(line -> line.get(1)))
        .containsExactlyElementsOf(LABELS);
    assertThat(CsvReader.read(CsvTables.overTime(trace, Head.O, t -> true)).get(0))
        .containsExactly("t", "input", "target", "O[a]", "O[,]", "O[\"]", "O[⏎]", "O[\n]", "O[😀]");
  }

  @Test
  void whatIsNotComputedIsEmptyAndNotZero() {
    List<List<String>> lines =
        CsvReader.read(CsvTables.cell(trace, 2, quantity -> quantity.equals(Cell.H)));
    assertThat(lines.get(1).get(3)).isNotEmpty();
    assertThat(lines.get(1).subList(4, 12)).allMatch(String::isEmpty);

    List<List<String>> overTime = CsvReader.read(CsvTables.overTime(trace, Cell.DH, t -> t >= 2));
    assertThat(overTime).hasSize(1 + 4);
    assertThat(overTime.get(2)).containsExactly("1", ",", "\"", "", "", "");
    assertThat(overTime.get(3).subList(3, 6))
        .allSatisfy(field -> assertThat(Double.parseDouble(field)).isNotZero());
  }

  @Test
  void everyMatrixReadsBackAsTheSameDoubles() {
    for (String name : Parameters.NAMES) {
      MatrixView values = trace.gradient(name);
      List<List<String>> lines =
          CsvReader.read(CsvTables.parameter(trace, "d" + name, name, values));
      int first = lines.get(0).size() - values.cols();
      assertThat(lines).as(name).hasSize(1 + values.rows());
      assertThat(lines.get(0).get(first)).startsWith("d" + name + "[");
      for (int row = 0; row < values.rows(); row++) {
        for (int col = 0; col < values.cols(); col++) {
          assertThat(Double.parseDouble(lines.get(row + 1).get(first + col)))
              .isEqualTo(values.get(row, col));
        }
      }
    }
  }

  @Test
  void rowsOfW1AndW3AndColumnsOfBoAreCalledAfterTheirCharacters() {
    List<List<String>> w1 =
        CsvReader.read(CsvTables.parameter(trace, "W1", "W1", trace.weights("W1")));
    assertThat(w1.get(0).subList(0, 3)).containsExactly("row", "character", "W1[0]");
    assertThat(w1.get(2).get(1)).isEqualTo(",");
    List<List<String>> bo =
        CsvReader.read(CsvTables.parameter(trace, "bo", "bo", trace.weights("bo")));
    assertThat(bo.get(0).subList(0, 3)).containsExactly("row", "bo[a]", "bo[,]");
  }

  @Test
  void numbersThatAreNotFiniteAndTheSmallestReadBackToo() {
    double[] odd = {Double.NaN, Double.POSITIVE_INFINITY, -0.0, Double.MIN_VALUE, 0.1 + 0.2};
    MatrixView values =
        new MatrixView() {
          @Override
          public int rows() {
            return 1;
          }

          @Override
          public int cols() {
            return odd.length;
          }

          @Override
          public double get(int row, int col) {
            return odd[col];
          }
        };
    List<String> line = CsvReader.read(CsvTables.matrix(trace, "x", values, false, false)).get(1);
    for (int i = 0; i < odd.length; i++) {
      assertThat(Double.parseDouble(line.get(i + 1))).isEqualTo(Double.valueOf(odd[i]));
    }
  }
}
