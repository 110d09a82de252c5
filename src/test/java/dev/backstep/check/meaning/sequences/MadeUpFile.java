package dev.backstep.check.meaning.sequences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backstep.check.meaning.source.Source;
import dev.backstep.check.meaning.weights.Dialect;
import dev.backstep.check.meaning.weights.Weights;
import dev.backstep.math.NdArray;
import dev.backstep.net.Cell;
import dev.backstep.net.Nets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;

/** Small arrays under the names of a dialect, beside weights of some sizes. */
final class MadeUpFile {
  private final Map<String, NdArray> arrays = new LinkedHashMap<>();
  private final Map<String, String> mapped = new HashMap<>();
  private final Map<String, List<Source>> ofWeights = new HashMap<>();
  private final Dialect dialect;
  private final List<Cell> cells;
  private final int inputs;
  private final int hidden;
  private final int outputs;
  private int vocabulary;
  private int next;

  private MadeUpFile(Dialect dialect, List<Cell> cells, int inputs, int hidden, int outputs) {
    this.dialect = dialect;
    this.cells = cells;
    this.inputs = inputs;
    this.hidden = hidden;
    this.outputs = outputs;
    vocabulary = inputs;
  }

  static MadeUpFile of(Dialect dialect, String cell, int inputs, int hidden, int outputs) {
    Cell only =
        Nets.cells().stream().filter(each -> each.id().equals(cell)).findFirst().orElseThrow();
    return new MadeUpFile(dialect, List.of(only), inputs, hidden, outputs);
  }

  MadeUpFile embedding(int rows) {
    vocabulary = rows;
    return this;
  }

  /** With a gradient of the output layer. */
  MadeUpFile outputGradient() {
    ofWeights.put("dW3", List.of());
    return this;
  }

  MadeUpFile ids(String name, int... ids) {
    arrays.put(name, NdArray.of(ids));
    return this;
  }

  MadeUpFile whole(String name, int[] shape, int... values) {
    double[] doubles = Arrays.stream(values).asDoubleStream().toArray();
    arrays.put(name, new NdArray(NdArray.Kind.INTEGER, shape, doubles));
    return this;
  }

  MadeUpFile numbers(String name, int[] shape, double... values) {
    arrays.put(name, NdArray.of(values, shape));
    return this;
  }

  /** Numbers of which none is another one's or whole. */
  MadeUpFile numbers(String name, int... shape) {
    double[] values =
        DoubleStream.generate(() -> 0.3125 + next++).limit(NdArray.count(shape)).toArray();
    return numbers(name, shape, values);
  }

  MadeUpFile characters(String name, String characters) {
    double[] points = characters.codePoints().asDoubleStream().toArray();
    arrays.put(name, new NdArray(NdArray.Kind.CHARACTER, new int[] {points.length}, points));
    return this;
  }

  MadeUpFile map(String ours, String name) {
    mapped.put(ours, name);
    return this;
  }

  NdArray get(String name) {
    return arrays.get(name);
  }

  List<Sequences> meanings() {
    Weights weights =
        new Weights(
            dialect, cells, ofWeights, inputs, hidden, outputs, vocabulary, Set.of(), List.of());
    return SequenceSearch.of(arrays, mapped, weights);
  }

  Sequences first() {
    return meanings().get(0);
  }

  /** What counts of one of ours. */
  static Source source(Sequences sequences, String ours) {
    assertThat(sequences.arrays()).containsKey(ours);
    return sequences.arrays().get(ours).get(0);
  }
}
