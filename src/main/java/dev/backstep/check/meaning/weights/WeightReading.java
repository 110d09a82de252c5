package dev.backstep.check.meaning.weights;

import dev.backstep.check.meaning.names.NameWords;
import dev.backstep.check.meaning.source.Part;
import dev.backstep.math.NdArray;
import dev.backstep.net.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All weights that go together with the matrices of a cell. */
record WeightReading(
    CellFinding cell,
    OutputLayer output,
    Biases biases,
    Optional<Embedding> embedding,
    Dialect dialect,
    int score) {
  private static final int OF_GRADIENT = 6;
  private static final int OF_ARRAY = 2;
  private static final int OUTPUT_OTHERWISE = 2;
  private static final int OTHER_UPDATE = 5;
  private static final int ONE_BIAS = 3;
  private static final int FORGET_BIAS = 6;

  /** Those whose GRU keeps as much of the state before as z says. */
  private static final Set<Dialect> OF_ONE_WAY =
      Set.of(Dialect.OURS, Dialect.PYTORCH, Dialect.KERAS, Dialect.D2L);

  /** Those whose forget gate has nothing added to what is stored. */
  private static final Set<Dialect> WITH_STORED_BIAS =
      Set.of(Dialect.OURS, Dialect.PYTORCH, Dialect.KERAS);

  static WeightReading of(Inventory inventory, List<GateFamily> families, CellFinding cell) {
    OutputLayer output = OutputLayer.of(inventory, families, cell);
    Biases biases = Biases.of(inventory, families, cell, output);
    List<Candidate> arrays = new ArrayList<>(cell.matrices());
    arrays.addAll(output.arrays());
    arrays.addAll(biases.arrays());
    Optional<Embedding> embedding = Embedding.of(inventory, cell, arrays);
    embedding.ifPresent(each -> arrays.add(each.matrix()));
    int score = cell.score() + output.score() + score(arrays);
    for (Candidate each : arrays) {
      score += inventory.mapped().isWeight(each.name()) ? 2 * OF_GRADIENT : 0;
    }
    score += fit(inventory, cell, output);
    Dialect dialect = DialectNames.of(cell, inventory.numbers().keySet());
    return new WeightReading(cell, output, biases, embedding, dialect, score);
  }

  /** How likely the matrices of a cell are, whatever goes with them. */
  static int scoreOfCell(CellFinding cell) {
    return cell.score() + score(cell.matrices());
  }

  private static int score(List<Candidate> arrays) {
    return arrays.stream().mapToInt(each -> each.hasGradient() ? OF_GRADIENT : OF_ARRAY).sum();
  }

  private static int fit(Inventory inventory, CellFinding cell, OutputLayer output) {
    boolean isAlike =
        output.isInRows(cell.hidden()).map(isInRows -> isInRows == cell.isInRows()).orElse(true);
    return (inventory.mayRead(cell.inputs()) ? 1 : 0)
        + (inventory.hasState(cell.hidden()) ? 1 : 0)
        + (isAlike || !cell.tells() ? 1 : 0)
        + (isNumbered(cell, output) ? 2 : 0);
  }

  /** Whether the output has a higher number than the input, as synapse_0 and synapse_1. */
  private static boolean isNumbered(CellFinding cell, OutputLayer output) {
    int ofInput = NameWords.number(cell.matrices().get(0).name());
    return ofInput >= 0
        && output.matrix().filter(each -> NameWords.number(each.name()) > ofInput).isPresent();
  }

  /** All weights in one way. */
  record Placed(
      WeightReading reading,
      WeightLayout way,
      Map<String, List<Part>> parts,
      int doubt,
      List<String> remarks) {}

  /** The ways in which they may stand, the likeliest first. */
  List<Placed> ways() {
    boolean areRows =
        dialect == Dialect.OURS
            ? DialectNames.areRows(dialect)
            : output.isInRows(cell.hidden()).orElse(DialectNames.areRows(dialect));
    List<Placed> all = new ArrayList<>();
    for (WeightLayout way : cell.ways(dialect, areRows)) {
      List<Part> outputs = output.parts(cell.hidden(), way.isInRows() && dialect != Dialect.OURS);
      if (outputs.isEmpty()) {
        all.add(placed(way, Optional.empty(), way.doubt()));
      }
      for (int i = 0; i < outputs.size(); i++) {
        int doubt = way.doubt() + i * OUTPUT_OTHERWISE;
        all.add(placed(way, Optional.of(outputs.get(i)), doubt));
      }
    }
    if (biases.single().size() > 1 && !DialectNames.isFixed(dialect)) {
      List<Placed> both = List.copyOf(all);
      both.forEach(each -> all.add(withOneBias(each, 0)));
      both.forEach(each -> all.add(withOneBias(each, 1)));
    }
    if (cell.kind() == GateKind.GRU && !OF_ONE_WAY.contains(dialect)) {
      all.addAll(all.stream().map(this::withOtherUpdate).toList());
    }
    if (cell.kind() == GateKind.LSTM && !WITH_STORED_BIAS.contains(dialect)) {
      all.addAll(all.stream().map(this::withForgetBias).toList());
    }
    all.sort(Comparator.comparingInt(Placed::doubt));
    return all;
  }

  /** The same with one of two biases: programs that have both may add only one. */
  private Placed withOneBias(Placed both, int index) {
    Map<String, List<Part>> parts = new LinkedHashMap<>(both.parts());
    parts.computeIfPresent("bh", (key, all) -> List.of(all.get(index)));
    List<String> remarks = new ArrayList<>(both.remarks());
    remarks.add(
        biases.single().get(1 - index).name()
            + " is read as not added: the states are those without it.");
    return new Placed(this, both.way(), parts, both.doubt() + ONE_BIAS + index, remarks);
  }

  /**
   * The same with a z that says how much is new and not how much is kept: 1 − σ(a) is σ(−a). It is
   * the likelier one where the gate is called u, for update.
   */
  private Placed withOtherUpdate(Placed usual) {
    Map<String, List<Part>> parts = new LinkedHashMap<>(usual.parts());
    for (String name : List.of("W1_z", "W2_z", "b_z")) {
      parts.computeIfPresent(name, (key, all) -> all.stream().map(Part::negative).toList());
    }
    boolean isLikelier =
        dialect == Dialect.FROM_SCRATCH
            || cell.matrices().stream().anyMatch(each -> each.name().matches("[WU]_?[a-z]?u"));
    List<String> remarks = new ArrayList<>(usual.remarks());
    remarks.add("The gate z is read as h = z * n + (1 - z) * h_prev; here it is 1 - z.");
    int doubt = usual.doubt() + (isLikelier ? -OTHER_UPDATE : OTHER_UPDATE);
    return new Placed(this, usual.way(), parts, doubt, remarks);
  }

  /** The same with 1 added to the forget gate in the code, as TensorFlow's BasicLSTMCell does. */
  private Placed withForgetBias(Placed usual) {
    Map<String, List<Part>> parts = new LinkedHashMap<>(usual.parts());
    double[] ones = new double[cell.hidden()];
    Arrays.fill(ones, 1);
    NdArray one = NdArray.of(ones, ones.length);
    List<Part> biases = new ArrayList<>(parts.getOrDefault("b_f", List.of()));
    biases.add(Part.of("1", one));
    parts.put("b_f", biases);
    List<String> remarks = new ArrayList<>(usual.remarks());
    remarks.add("The forget gate is read with 1 added to its sum in the code: f = σ(… + 1).");
    return new Placed(this, usual.way(), parts, usual.doubt() + FORGET_BIAS, remarks);
  }

  private Placed placed(WeightLayout way, Optional<Part> ofOutput, int doubt) {
    Map<String, List<Part>> parts = new LinkedHashMap<>();
    way.matrices().forEach((name, part) -> parts.put(name, List.of(part)));
    parts.putAll(biases.parts(way.order()));
    ofOutput.ifPresent(part -> parts.put("W3", List.of(part)));
    output.bias().ifPresent(bias -> parts.put("bo", List.of(bias.part().squeezed())));
    embedding.ifPresent(each -> parts.put("E", List.of(each.part())));
    boolean isUsual = doubt == 0 && dialect != Dialect.UNKNOWN && dialect != Dialect.ONE_MATRIX;
    return new Placed(this, way, parts, doubt, isUsual ? List.of() : way.remarks());
  }

  /** The cells that the weights may be of, the likeliest first. */
  List<Cell> cells(Map<String, List<Part>> parts) {
    List<Cell> cells = new ArrayList<>(cell.kind().cells());
    if (cell.kind() == GateKind.GRU) {
      boolean isAfter = parts.containsKey("b_hn") || dialect == Dialect.PYTORCH;
      cells.sort(Comparator.comparing(each -> isResetAfter(each) != isAfter));
      return isAfter ? cells.subList(0, 1) : cells;
    }
    if (dialect == Dialect.SYNAPSES) {
      cells.sort(Comparator.comparing(each -> !each.id().equals("sigmoid")));
    }
    return Collections.unmodifiableList(cells);
  }

  private static boolean isResetAfter(Cell cell) {
    return cell.weights().stream().anyMatch(weight -> weight.name().equals("b_hn"));
  }

  /** The arrays that are spoken for, without gradients. */
  List<Candidate> arrays() {
    return Stream.of(
            cell.matrices().stream(),
            output.arrays().stream(),
            biases.arrays().stream(),
            embedding.map(Embedding::matrix).stream())
        .flatMap(each -> each)
        .toList();
  }
}
