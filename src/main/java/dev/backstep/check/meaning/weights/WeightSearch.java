package dev.backstep.check.meaning.weights;

import dev.backstep.math.NdArray;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The ways in which the arrays of a file may be weights and their gradients. */
public final class WeightSearch {
  /** Of a cell without gates there are as many ways as matrices can stand. */
  private static final int MOST_OF_PLAIN = 8;

  /** Matrices that suit as well as the best ones. */
  private static final int MOST_READINGS = 3;

  /** How much worse names may suit than the best ones and still be as likely. */
  private static final int AS_GOOD = 1;

  /** The same where all of those that suit best have failed. */
  private static final int MOST_OTHERS = 24;

  private static final int STILL_GOOD = 24;

  /** How many cells are compared, those with the likeliest matrices. */
  private static final int MOST_CELLS = 400;

  private WeightSearch() {}

  /** Whether an array may be said to be a weight of this name, or its gradient. */
  public static boolean isName(String ours) {
    return MappedNames.isName(ours);
  }

  /**
   * The likeliest first; none if there is no recurrent matrix, or more than one layer: {@link
   * Shortfall} says what is missing then.
   *
   * @param arrays the arrays of the file by their names there
   * @param mapped the file's name of an array by our name, as the user says it
   */
  public static List<Weights> of(Map<String, NdArray> arrays, Map<String, String> mapped) {
    return of(arrays, mapped, AS_GOOD, MOST_READINGS);
  }

  /** The same, and those whose names suit less, which only their numbers can prove. */
  public static List<Weights> withUnlikely(
      Map<String, NdArray> arrays, Map<String, String> mapped) {
    return of(arrays, mapped, STILL_GOOD, MOST_OTHERS);
  }

  private static List<Weights> of(
      Map<String, NdArray> arrays, Map<String, String> mapped, int asGood, int most) {
    if (OtherNetworks.sentence(arrays.keySet()).isPresent()) {
      return List.of();
    }
    Inventory inventory = new Inventory(arrays, new MappedNames(mapped));
    List<WeightReading.Placed> placed = new ArrayList<>();
    List<WeightReading> readings = readings(inventory, asGood, most);
    readings.forEach(reading -> placed.addAll(reading.ways()));
    placed.sort(
        Comparator.comparingInt(each -> each.doubt() * most + readings.indexOf(each.reading())));
    boolean isPlain = readings.stream().allMatch(each -> each.cell().kind() == GateKind.PLAIN);
    Sources sources = new Sources(inventory);
    return placed.stream()
        .limit(isPlain ? MOST_OF_PLAIN * (most / MOST_READINGS) : placed.size())
        .map(sources::weights)
        .toList();
  }

  private static List<WeightReading> readings(Inventory inventory, int asGood, int most) {
    List<GateFamily> families = GateFamily.all(inventory.candidates(), inventory.mapped());
    List<CellFinding> cells = new ArrayList<>();
    cells.addAll(SeparateGates.all(families));
    cells.addAll(StackedGates.all(inventory));
    cells.addAll(SplitGates.all(inventory));
    cells.addAll(PlainWeights.all(inventory));
    cells.addAll(JointMatrix.all(inventory, families));
    List<WeightReading> all =
        cells.stream()
            .sorted(Comparator.comparingInt(WeightReading::scoreOfCell).reversed())
            .limit(MOST_CELLS)
            .map(cell -> WeightReading.of(inventory, families, cell))
            .sorted(Comparator.comparingInt(WeightReading::score).reversed())
            .toList();
    return all.stream()
        .filter(each -> each.score() >= all.get(0).score() - asGood)
        .limit(most)
        .toList();
  }
}
