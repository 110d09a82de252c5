package dev.backstep.check.meaning.weights;

import dev.backstep.check.meaning.names.NameWords;
import dev.backstep.check.meaning.source.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One matrix on [h, x] or [x, h], of a cell without gates, for each gate, or for all gates in
 * blocks: (H, H+D) or (H+D, H), (GH, H+D) or (H+D, GH).
 *
 * @param arrays one for each gate in our order, or one alone
 * @param isInRows whether its rows are those of h and x
 * @param hasBias whether the first of those is the bias, as of [1, x, h]
 */
record JointMatrix(
    GateKind kind,
    List<Candidate> arrays,
    boolean isInRows,
    int hidden,
    int inputs,
    boolean hasBias,
    int score)
    implements CellFinding {
  /** All that shapes allow. */
  static List<CellFinding> all(Inventory inventory, List<GateFamily> families) {
    List<CellFinding> all = new ArrayList<>();
    for (GateFamily family : families) {
      List<Candidate> arrays = family.kind().gates().stream().map(family::get).toList();
      of(inventory, family.kind(), arrays, true).ifPresent(all::add);
      of(inventory, family.kind(), arrays, false).ifPresent(all::add);
    }
    for (Candidate each : inventory.candidates()) {
      for (GateKind kind : GateKind.values()) {
        of(inventory, kind, List.of(each), true).ifPresent(all::add);
        of(inventory, kind, List.of(each), false).ifPresent(all::add);
      }
    }
    return all;
  }

  private static Optional<CellFinding> of(
      Inventory inventory, GateKind kind, List<Candidate> arrays, boolean isInRows) {
    Candidate one = arrays.get(0);
    int[] shape = one.shape();
    if (shape.length != 2 || !inventory.mapped().allows(one.name(), "W2")) {
      return Optional.empty();
    }
    int blocks = arrays.size() == 1 ? kind.count() : 1;
    int across = shape[isInRows ? 1 : 0];
    int hidden = across / blocks;
    int inputs = shape[isInRows ? 0 : 1] - hidden;
    boolean fits =
        across % blocks == 0
            && inputs > 0
            && (inventory.mayRead(inputs) || inventory.reads(inputs - 1));
    boolean isKnown = inventory.hasState(hidden) || hasBias(inventory, across);
    if (!fits || !isKnown || (arrays.size() == 1 && !isTold(inventory, one, inputs))) {
      return Optional.empty();
    }
    boolean hasVector = hasBias(inventory, across);
    int score = (inventory.hasState(hidden) ? 2 : 0) + (hasVector ? 2 : 0);
    boolean isWithBias =
        !hasVector && inventory.hasState(hidden) && inventory.reads(inputs - 1) && inputs > 1;
    return Optional.of(
        isWithBias
            ? new JointMatrix(kind, arrays, isInRows, hidden, inputs - 1, true, score)
            : new JointMatrix(kind, arrays, isInRows, hidden, inputs, false, score));
  }

  private static boolean hasBias(Inventory inventory, int length) {
    return inventory.candidates().stream()
        .anyMatch(each -> each.length() == length && each.isBias());
  }

  /**
   * One matrix alone is that of the input or of the output as well; that it is both of the input
   * and of the state, the size of the input says: it is that of real numbers which are there, of
   * the output where ids are read and predicted, or of an embedding.
   */
  private static boolean isTold(Inventory inventory, Candidate matrix, int inputs) {
    boolean isOther =
        matrix.score(NameWords.Role.OUTPUT) > 0 || matrix.score(NameWords.Role.EMBEDDING) > 0;
    return !isOther
        && (inventory.reads(inputs)
            || inventory.reads(inputs - 1)
            || inventory.candidates().stream()
                .filter(each -> each != matrix && each.isMatrix())
                .anyMatch(each -> each.has(inputs)));
  }

  @Override
  public List<Candidate> matrices() {
    return arrays;
  }

  @Override
  public Candidate recurrent() {
    return arrays.get(0);
  }

  @Override
  public boolean isStacked() {
    return arrays.size() == 1 && kind != GateKind.PLAIN;
  }

  @Override
  public boolean isJoint() {
    return true;
  }

  @Override
  public boolean tells() {
    return true;
  }

  @Override
  public List<WeightLayout> ways(Dialect dialect, boolean areRows) {
    boolean isStateFirst = isStateFirst(dialect);
    List<WeightLayout> ways = new ArrayList<>();
    int rank = 0;
    for (String order : isStacked() ? kind.orders(dialect) : List.of(kind.letters())) {
      ways.add(way(order, isStateFirst, StackedGates.OF_ORDER * rank));
      ways.add(way(order, !isStateFirst, StackedGates.OF_ORDER * rank + 1));
      rank++;
    }
    return ways;
  }

  /** Coursera stacks h on x; the libraries stack x on h, and some names say so. */
  private boolean isStateFirst(Dialect dialect) {
    String name = NameWords.bare(recurrent().name());
    boolean saysInputFirst =
        name.matches(".*(xh|x_h|i2h|in2h|input_h|kernel).*|.*\\.weight")
            || recurrent().name().startsWith("w");
    return dialect == Dialect.COURSERA || !(saysInputFirst || hasBias);
  }

  private WeightLayout way(String order, boolean isStateFirst, int doubt) {
    Map<String, Part> matrices = new HashMap<>();
    for (int i = 0; i < kind.count(); i++) {
      String gate = order.isEmpty() ? "" : order.substring(i, i + 1);
      Part all = part(i);
      Part there = hasBias ? all.after(0, 1) : all;
      if (hasBias) {
        matrices.put(kind == GateKind.PLAIN ? "bh" : GateKind.name("b", gate), all.at(0, 0));
      }
      Part first = isStateFirst ? there.first(0, hidden) : there.first(0, inputs);
      Part second = isStateFirst ? there.after(0, hidden) : there.after(0, inputs);
      matrices.put(GateKind.name("W1", gate), isStateFirst ? second : first);
      matrices.put(GateKind.name("W2", gate), isStateFirst ? first : second);
    }
    List<String> remarks = new ArrayList<>();
    String names = String.join(" ", arrays.stream().map(Candidate::name).toList());
    remarks.add(
        String.format(
            Locale.ROOT,
            "%s %s read as on [%s].",
            names,
            arrays.size() == 1 ? "is" : "are",
            (hasBias ? "1, " : "") + (isStateFirst ? "h, x" : "x, h")));
    if (isStacked()) {
      remarks.add(StackedGates.order(names, order));
    }
    return new WeightLayout(matrices, order, isInRows, doubt, remarks);
  }

  /** The matrix of the i-th gate of an order, its rows those of h and x. */
  private Part part(int i) {
    Candidate array = arrays.size() == 1 ? arrays.get(0) : arrays.get(i);
    Part rows = isInRows ? array.part() : array.part().transposed();
    return isStacked() ? rows.block(1, i, hidden) : rows;
  }
}
