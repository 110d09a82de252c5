package dev.backstep.fault;

import dev.backstep.net.Expr;
import dev.backstep.net.Loss;
import dev.backstep.net.Net;
import dev.backstep.net.PlainCell;
import java.util.function.Predicate;

/**
 * The nets that a fault can be made in: those with a cell, an input or a head that has what is
 * wrong.
 *
 * @param cells whose runs can be made with it, as far as the cell has a say
 * @param cellsOfChecks of whose code it is tried in a check besides
 * @param rest what it needs of the input and of the head
 */
record Scope(Predicate<Net> cells, Predicate<Net> cellsOfChecks, Predicate<Net> rest) {
  /** Every net. */
  static final Scope EVERY_NET = new Scope(net -> true, net -> true, net -> true);

  /** Every net with a cell without gates. */
  static final Scope PLAIN = cells(net -> net.cell() instanceof PlainCell);

  /** No run; it is only tried in checks, of every net. */
  static final Scope CHECKS = new Scope(net -> false, net -> true, net -> true);

  /** Every net with the cell of another. */
  static Scope cellOf(Net net) {
    return cells(other -> other.cell().id().equals(net.cell().id()));
  }

  private static Scope cells(Predicate<Net> cells) {
    return new Scope(cells, net -> false, net -> true);
  }

  /** The same cells in runs, and in checks every other cell too. */
  Scope inChecksOfEveryCell() {
    return inChecksOf(net -> true);
  }

  /** The same cells in runs, and in checks others too. */
  Scope inChecksOf(Predicate<Net> others) {
    return new Scope(cells, others, rest);
  }

  /** Those of these nets that have something. */
  Scope with(Predicate<Net> needed) {
    return new Scope(cells, cellsOfChecks, rest.and(needed));
  }

  /** Whether a run of a net can be made with it. */
  boolean isOf(Net net) {
    return cells.test(net) && rest.test(net);
  }

  /** Whether it can be made in a net. */
  boolean fits(Net net) {
    return (cells.test(net) || cellsOfChecks.test(net)) && rest.test(net);
  }

  /** Whether a net has an output layer. */
  static boolean hasOutput(Net net) {
    return net.head().output().isPresent();
  }

  /** Whether the output of a net is probabilities of ids, one of which is the target. */
  static boolean hasTargetIds(Net net) {
    return net.head().loss() == Loss.CROSS_ENTROPY;
  }

  /** Whether what a net reads is ids. */
  static boolean readsIds(Net net) {
    return net.input().given().isEmpty();
  }

  /** Whether a net reads an id as a one-hot vector, with nothing between it and the cell. */
  static boolean readsOneHot(Net net) {
    return net.input().x() instanceof Expr.Input;
  }

  /** Whether the units of a net are a function of what goes into them, and not that itself. */
  static boolean hasFunction(Net net) {
    return !net.functions().isEmpty();
  }
}
