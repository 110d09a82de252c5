package dev.backstep.ui.takeaway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.io.csv.CsvTables;
import dev.backstep.math.RowView;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Notation;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import dev.backstep.ui.heatmap.MatrixHeatmap;
import dev.backstep.ui.heatmap.TimeHeatmap;
import dev.backstep.ui.parts.HeatmapNames;
import dev.backstep.ui.shell.Traces;
import dev.backstep.ui.time.TimeAxis;
import dev.backstep.words.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of a net that has as many hidden units as characters, by its own axes. */
class ShownHeatmapTest {
  private final Texts texts = Texts.load();
  private final Trace trace = Traces.withAsManyUnits("abca");

  private ShownHeatmap.Matrix of(String parameter) {
    MatrixHeatmap map = new MatrixHeatmap();
    map.setNames(HeatmapNames.ofParameter(texts, trace, Notation.OURS, "", parameter));
    map.setAccessibleText(parameter);
    map.valuesProperty().set(trace.weights(parameter));
    return new ShownHeatmap.Matrix(map, trace, "");
  }

  private ShownHeatmap.Matrix of(Vector vector) {
    MatrixHeatmap map = new MatrixHeatmap();
    map.setNames(HeatmapNames.ofVector(texts, trace, vector, 1));
    map.setAccessibleText(vector.name());
    map.valuesProperty().set(new RowView(trace.values(vector), 1));
    return new ShownHeatmap.Matrix(map, trace, "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"W1", "W2", "W3", "bh", "bo"})
  void theNumbersOfAWeightStandAsInTheTableOfIt(String parameter) {
    assertThat(trace.shape().hidden()).isEqualTo(trace.shape().vocabulary());
    assertThat(of(parameter).csv())
        .isEqualTo(CsvTables.parameter(trace, parameter, parameter, trace.weights(parameter)));
  }

  @Test
  void charactersStandBesideTheRowsThatAreCharacters() {
    assertThat(of("W1").sheet().rows()).contains("a", "b", "c");
    assertThat(of("W2").sheet().rows()).containsExactly("0", "1", "2", "3");
  }

  @Test
  void aVectorIsCalledAfterWhatItsEntriesAre() {
    assertThat(of(Head.O).csv()).contains("o[a]");
    assertThat(of(Cell.H).csv()).contains("h[1]").doesNotContain("h[a]");
  }

  private ShownHeatmap.OverTime overTime(Vector vector) {
    TimeHeatmap map = new TimeHeatmap(new TimeAxis());
    map.setId(vector.symbol());
    map.computedProperty().set(t -> true);
    map.valuesProperty().set(trace.values(vector));
    return new ShownHeatmap.OverTime(map, trace, "abca");
  }

  @Test
  void theRowsOverTimeAreThoseOfTheVectorThatIsShown() {
    assertThat(trace.values(Cell.H).cols()).isEqualTo(trace.values(Head.O).cols());
    assertThat(overTime(Cell.H).csv()).contains("H[1]").doesNotContain("[a]");
    assertThat(overTime(Head.O).csv()).contains("O[a]").doesNotContain("[1]");
    assertThat(overTime(Cell.H).sheet().rows()).containsExactly("0", "1", "2", "3");
    assertThat(overTime(Head.O).sheet().rows()).contains("a", "b", "c");
  }
}
