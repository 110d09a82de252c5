package dev.backstep.model;

import dev.backstep.net.Equation;
import dev.backstep.net.Expr;
import dev.backstep.net.Gradient;
import dev.backstep.net.Net;
import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The few last cells of a batch, by whatever rules: the first that a backward pass goes through.
 * They are enough for one row of the gradient of the input weights, that of a character which is
 * read nowhere else; where it differs the rest need not be gone through.
 */
public final class LastCells {
  /** Of fewer cells next to nothing has gone wrong yet. */
  private static final int FEWEST = 3;

  /** Where so much of the pass is needed for a character it is not worth while. */
  private static final double MOST = 0.5;

  private final BatchPass right;
  private final int character;

  /** The first timestep at which a sequence reads it; its length where it does not. */
  private final int[] from;

  private LastCells(BatchPass right, int character, int[] from) {
    this.right = right;
    this.character = character;
    this.from = from;
  }

  /**
   * Those of the character for which the fewest are needed.
   *
   * @param right the pass by the right rules
   * @return null where no row of a gradient is known so early
   */
  public static @Nullable LastCells of(BatchPass right) {
    Batch batch = right.batch();
    boolean hasRows = batch.net().gradients().stream().anyMatch(Gradient::isAtInput);
    if (!hasRows || !batch.truncation().equals(Truncation.NONE)) {
      return null;
    }
    LastCells best = null;
    for (int character = 0; character < batch.shape().vocabulary(); character++) {
      LastCells each = new LastCells(right, character, first(batch, character));
      boolean isEnough = each.cells() >= Math.min(FEWEST, batch.timesteps());
      if (isEnough && (best == null || each.cells() < best.cells())) {
        best = each;
      }
    }
    return best != null && best.cells() <= MOST * batch.timesteps() ? best : null;
  }

  private static int[] first(Batch batch, int character) {
    int[] from = new int[batch.size()];
    for (int i = 0; i < from.length; i++) {
      int[] inputs = batch.sequences().get(i).inputs();
      from[i] = 0;
      while (from[i] < inputs.length && inputs[from[i]] != character) {
        from[i]++;
      }
    }
    return from;
  }

  private int cells() {
    int cells = 0;
    for (int i = 0; i < from.length; i++) {
      cells += right.buffers(i).length() - from[i];
    }
    return cells;
  }

  /** The row of the gradients of the input weights that they are enough for. */
  public int row() {
    return character;
  }

  /** The weights whose gradients have such a row. */
  public List<String> weights() {
    return right.batch().net().gradients().stream()
        .filter(Gradient::isAtInput)
        .map(gradient -> gradient.weight().name())
        .toList();
  }

  /**
   * That row of the gradient of each of those weights, in their order.
   *
   * @return null if the rules change more than equations, or the forward pass
   */
  public @Nullable List<double[]> rows(BackwardRules rules) {
    Shape shape = right.batch().shape();
    Set<Vector> kept = rules.isOfEquations() ? Unchanged.of(shape.net(), rules) : Set.of();
    if (kept.isEmpty()) {
      return null;
    }
    DerivedPass pass = new DerivedPass(shape, rules, right.weights(), kept);
    Shape computed = shape.by(rules);
    if (!weights().stream().allMatch(weight -> isThere(weight, computed.net()))) {
      return null;
    }
    List<Share> shares =
        weights().stream().map(weight -> new Share(computed, rules, weight)).toList();
    List<double[]> rows = new ArrayList<>();
    shares.forEach(
        share -> rows.add(new double[shape.size(shape.net().weight(share.parameter()).cols())]));
    for (int i = 0; i < from.length; i++) {
      if (from[i] < right.buffers(i).length()) {
        SequenceBuffers buffers = new SequenceBuffers(shape, right.buffers(i), kept);
        pass.lastRows(buffers, from[i]);
        add(shares, buffers, from[i], rows);
      }
    }
    return rows;
  }

  /** Whether the row is of this character by other equations too, and the recurrence gives it. */
  private boolean isThere(String weight, Net net) {
    Gradient gradient = net.gradient(net.weight(weight));
    List<Vector> after =
        Recurrence.of(net, Phase.BACKWARD, right.batch().net()).after().stream()
            .map(Equation::left)
            .toList();
    return gradient.isAtInput() && gradient.reads().map(Expr.Of::vector).noneMatch(after::contains);
  }

  private void add(List<Share> shares, SequenceBuffers buffers, int begin, List<double[]> rows) {
    for (int t = buffers.length() - 1; t >= begin; t--) {
      for (int i = 0; buffers.input(t) == character && i < rows.size(); i++) {
        double[] share = shares.get(i).right(buffers, t);
        double[] row = rows.get(i);
        for (int j = 0; j < row.length; j++) {
          row[j] += share[j];
        }
      }
    }
  }

  /**
   * The vectors that are by other rules what they are by the right ones, because neither their
   * equations nor what those read is another.
   */
  static final class Unchanged {
    private final Net right;
    private final Net net;
    private final BackwardRules rules;

    private Unchanged(Net right, BackwardRules rules) {
      this.right = right;
      this.rules = rules;
      net = rules.net(right);
    }

    /**
     * Finds them.
     *
     * @return those of the forward pass, if all of them are, and what was given; of rules that
     *     change nothing but equations those of the backward pass as well. Empty if something in
     *     the forward pass is another.
     */
    static Set<Vector> of(Net right, BackwardRules rules) {
      Unchanged found = new Unchanged(right, rules);
      if (!found.isForwardRight()) {
        return Set.of();
      }
      return rules.isOfEquations() ? found.unreached() : found.ofForward();
    }

    private boolean isForwardRight() {
      return net.equations().stream()
          .filter(equation -> equation.left().phase() == Phase.FORWARD)
          .allMatch(equation -> isSame(equation) && rules.after(equation.left(), right) == null);
    }

    private boolean isSame(Equation equation) {
      return equation.equals(right.equation(equation.left()));
    }

    private Set<Vector> ofForward() {
      Set<Vector> kept = new HashSet<>(net.given());
      net.vectors().stream().filter(each -> each.phase() == Phase.FORWARD).forEach(kept::add);
      return kept;
    }

    /** Those that no equation reaches which is another. */
    private Set<Vector> unreached() {
      Set<Vector> changed = new HashSet<>();
      net.equations().stream()
          .filter(equation -> !isSame(equation))
          .forEach(equation -> changed.add(equation.left()));
      boolean isGrowing = !changed.isEmpty();
      while (isGrowing) {
        isGrowing = false;
        for (Equation equation : net.equations()) {
          isGrowing |= readsAny(equation, changed) && changed.add(equation.left());
        }
      }
      Set<Vector> kept = new HashSet<>(net.vectors());
      kept.removeAll(changed);
      return kept;
    }

    private static boolean readsAny(Equation equation, Set<Vector> changed) {
      return equation.right().reads().map(Expr.Of::vector).anyMatch(changed::contains);
    }
  }
}
