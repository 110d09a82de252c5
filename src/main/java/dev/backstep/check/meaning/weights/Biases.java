package dev.backstep.check.meaning.weights;

import dev.backstep.check.meaning.names.NameWords;
import dev.backstep.check.meaning.names.Names;
import dev.backstep.check.meaning.source.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The biases of a cell. Two that are added are one here, but for those of n of a GRU whose reset
 * stands between them.
 *
 * @param cell which has them
 * @param families one for each gate, the first beside the input
 * @param stacked the gates as blocks, likewise
 * @param single of a cell without gates, all added
 */
record Biases(
    CellFinding cell, List<GateFamily> families, List<Candidate> stacked, List<Candidate> single) {
  private static final Pattern OF_RESET =
      Pattern.compile("b_?(hn|nh|rn|n_?h|h_?n|hh_?n|hh)|bias_?hn|(.*[._/])?hn[_./]bias");

  /** Those that fit a cell. */
  static Biases of(
      Inventory inventory, List<GateFamily> families, CellFinding cell, OutputLayer output) {
    List<Candidate> free =
        inventory.candidates().stream()
            .filter(each -> !cell.matrices().contains(each))
            .filter(each -> !output.arrays().contains(each))
            .filter(each -> isLikely(each, inventory))
            .filter(
                each -> !inventory.mapped().weight(each.name()).filter("bo"::equals).isPresent())
            .toList();
    if (cell.kind() == GateKind.PLAIN) {
      return new Biases(cell, List.of(), List.of(), single(free, cell, inventory));
    }
    if (cell instanceof SplitGates) {
      return new Biases(cell, List.of(), split(free, cell), List.of());
    }
    List<GateFamily> ofGates = ofGates(families, cell, free);
    List<Candidate> stacked = ofGates.isEmpty() ? stacked(free, cell) : List.of();
    List<Candidate> rest =
        free.stream()
            .filter(each -> cell.kind() == GateKind.GRU && each.length() == cell.hidden())
            .filter(each -> ofGates.stream().noneMatch(family -> family.members().contains(each)))
            .filter(each -> isOfReset(each, inventory))
            .limit(1)
            .toList();
    return new Biases(cell, ofGates, stacked, rest);
  }

  static boolean isOfReset(Candidate bias, Inventory inventory) {
    return inventory.mapped().weight(bias.name()).filter("b_hn"::equals).isPresent()
        || OF_RESET.matcher(NameWords.bare(bias.name())).matches();
  }

  /** Whether its name says that it is a bias, or its gradient that it is a weight. */
  static boolean isLikely(Candidate vector, Inventory inventory) {
    return inventory.mapped().isWeight(vector.name())
        || vector.isBias()
        || vector.name().equals("c")
        || (vector.hasGradient() && vector.shape().length < 3);
  }

  private static List<Candidate> single(
      List<Candidate> free, CellFinding cell, Inventory inventory) {
    List<Candidate> fitting =
        free.stream()
            .filter(each -> each.length() == cell.hidden() && !each.name().equals("c"))
            .filter(each -> !isOfOther(each, cell, inventory))
            .filter(each -> inventory.mapped().allows(each.name(), "bh"))
            .toList();
    List<Candidate> named = fitting.stream().filter(each -> each.isBias()).limit(2).toList();
    return named.isEmpty() ? fitting.stream().limit(1).toList() : named;
  }

  /** Whether it goes by its name with a matrix that is none of the cell: W_proj, b_proj. */
  private static boolean isOfOther(Candidate bias, CellFinding cell, Inventory inventory) {
    boolean isOfCell =
        cell.matrices().stream().anyMatch(each -> Names.common(each.name(), bias.name()) > 0);
    return !isOfCell
        && inventory.candidates().stream()
            .filter(each -> each != bias && each.isMatrix() && !cell.matrices().contains(each))
            .anyMatch(each -> Names.common(each.name(), bias.name()) > 0);
  }

  private static List<GateFamily> ofGates(
      List<GateFamily> families, CellFinding cell, List<Candidate> free) {
    return families.stream()
        .filter(family -> family.kind() == cell.kind())
        .filter(family -> family.one().length() == cell.hidden())
        .filter(family -> free.containsAll(family.members()))
        .sorted(Comparator.comparing(family -> NameWords.isOfState(family.bare())))
        .limit(2)
        .toList();
  }

  private static List<Candidate> stacked(List<Candidate> free, CellFinding cell) {
    // A matrix of as many rows as there are gates may be anything, if nothing calls it a bias.
    return free.stream()
        .filter(each -> isStacked(each.longSizes(), cell))
        .filter(each -> each.isBias() || each.length() > 0 || isTwice(each.longSizes(), cell))
        .sorted(Comparator.comparing(each -> NameWords.isOfState(each.name())))
        .limit(2)
        .toList();
  }

  /** Of two matrices of gates and candidate: 2H and H; those that go by their names first. */
  private static List<Candidate> split(List<Candidate> free, CellFinding cell) {
    List<Candidate> both = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Candidate matrix = cell.matrices().get(i);
      int length = (2 - i) * cell.hidden();
      free.stream()
          .filter(each -> each.length() == length && !both.contains(each))
          .min(Comparator.comparing(each -> -Names.common(matrix.name(), each.name())))
          .ifPresent(both::add);
    }
    return both.size() < 2 ? List.of() : both;
  }

  private static boolean isStacked(int[] sizes, CellFinding cell) {
    int count = cell.kind().count();
    return switch (sizes.length) {
      case 1 -> sizes[0] == count * cell.hidden() || sizes[0] == 2 * count * cell.hidden();
      case 2 -> isTwice(sizes, cell) || (sizes[0] == count && sizes[1] == cell.hidden());
      default -> false;
    };
  }

  /** Both biases in one array, (2, GH). */
  private static boolean isTwice(int[] sizes, CellFinding cell) {
    return sizes.length == 2 && sizes[0] == 2 && sizes[1] == cell.kind().count() * cell.hidden();
  }

  List<Candidate> arrays() {
    List<Candidate> all = new ArrayList<>(single);
    families.forEach(family -> all.addAll(family.members()));
    all.addAll(stacked);
    return all;
  }

  /** What each is the sum of, by our names. */
  Map<String, List<Part>> parts(String order) {
    Map<String, List<Part>> parts = new LinkedHashMap<>();
    GateKind kind = cell.kind();
    if (kind == GateKind.PLAIN) {
      add(parts, "bh", single.stream().map(each -> each.part().squeezed()).toList());
      return parts;
    }
    if (cell instanceof SplitGates split && stacked.size() == 2) {
      Part ofGates = stacked.get(0).part().squeezed();
      Part ofCandidate = stacked.get(1).part().squeezed();
      for (String gate : kind.gates()) {
        add(parts, "b_" + gate, List.of(split.bias(ofGates, ofCandidate, gate, order)));
      }
      return parts;
    }
    for (String gate : kind.gates()) {
      List<Part> added = new ArrayList<>();
      families.forEach(family -> added.add(family.get(gate).part().squeezed()));
      stacked.forEach(each -> added.addAll(blocks(each, order.indexOf(gate))));
      boolean isApart = kind == GateKind.GRU && gate.equals("n") && added.size() > 1;
      add(parts, GateKind.name("b", gate), isApart ? added.subList(0, 1) : added);
      add(parts, "b_hn", isApart ? added.subList(1, 2) : List.of());
    }
    if (!parts.containsKey("b_hn")) {
      add(parts, "b_hn", single.stream().map(each -> each.part().squeezed()).toList());
    }
    return parts;
  }

  private static void add(Map<String, List<Part>> all, String name, List<Part> parts) {
    if (!parts.isEmpty()) {
      all.put(name, List.copyOf(parts));
    }
  }

  private List<Part> blocks(Candidate stacked, int block) {
    Part all = stacked.part().squeezed();
    int[] sizes = all.shape();
    if (isTwice(sizes, cell)) {
      return List.of(
          all.at(0, 0).block(0, block, cell.hidden()), all.at(0, 1).block(0, block, cell.hidden()));
    }
    if (sizes[0] == 2 * cell.kind().count() * cell.hidden()) {
      int beside = cell.kind().count() + block;
      return List.of(all.block(0, block, cell.hidden()), all.block(0, beside, cell.hidden()));
    }
    return List.of(sizes.length == 2 ? all.at(0, block) : all.block(0, block, cell.hidden()));
  }
}
