package dev.backstep.trace.pin;

import dev.backstep.net.Equation;
import dev.backstep.net.Expr;
import dev.backstep.net.Gradient;
import dev.backstep.net.Net;
import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Trace;
import dev.backstep.trace.links.Lights;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * All that one number of a trace was made of.
 *
 * @param value the number
 * @param kind what the parts of it are
 * @param parts one for each timestep
 * @param rest what was there before the first timestep that has a part: gradients from beyond the
 *     last cell, or that were not cleared
 * @param lights on everything that it was made of
 */
public record Composition(
    Entry entry, double value, Kind kind, double[] parts, double rest, Lights lights) {
  /** So much of what was added may be lost in rounding. */
  private static final double ROUNDING = 1e-9;

  /** What the parts are. */
  public enum Kind {
    /** The shares of the losses of the timesteps, which add up to the number. */
    LOSSES,
    /** The shares of the cells, which add up to the number. */
    CELLS,
    /** The derivatives by what the cells read, each times that; they do not add up to anything. */
    LETTERS,
    /** Parts that are not known, as where a fault computed the number. */
    UNKNOWN
  }

  /** Whether a number is made of others, so that there is something to say. */
  public static boolean isKnown(Net net, Entry entry) {
    if (entry instanceof Entry.OfCell cell) {
      return !net.given().contains(cell.quantity());
    }
    return entry instanceof Entry.OfShare || entry instanceof Entry.OfAccumulator;
  }

  /** Finds it out; of a number of which {@link #isKnown}. */
  public static Composition of(Trace trace, Entry entry) {
    if (entry instanceof Entry.OfCell cell) {
      return ofCell(trace, cell);
    }
    return entry instanceof Entry.OfShare share
        ? ofShare(trace, share)
        : ofSum(trace, (Entry.OfAccumulator) entry);
  }

  private static Composition ofCell(Trace trace, Entry.OfCell cell) {
    Dependencies reach = new Dependencies(trace);
    reach.need(cell.quantity(), cell.timestep(), cell.index());
    reach.follow();
    double value = trace.values(cell.quantity()).get(cell.timestep(), cell.index());
    Influence influence = Influence.on(trace, cell.quantity(), cell.timestep(), cell.index());
    if (cell.quantity().phase() == Phase.FORWARD) {
      double[] parts = parts(trace, influence::sumOfInput);
      return new Composition(cell, value, Kind.LETTERS, parts, 0, reach.lights());
    }
    Optional<Vector> error = error(trace.net());
    double[] parts =
        parts(trace, s -> error.map(vector -> influence.sum(vector, s)).orElse(Double.NaN));
    return checked(
        new Composition(cell, value, Kind.LOSSES, parts, influence.sumBeyond(), reach.lights()));
  }

  /** What the backward pass of a timestep begins with: the first that reads nothing of it. */
  private static Optional<Vector> error(Net net) {
    return net.equations().stream()
        .filter(equation -> equation.left().phase() == Phase.BACKWARD)
        .filter(Composition::readsForwardAlone)
        .map(Equation::left)
        .findFirst();
  }

  private static boolean readsForwardAlone(Equation equation) {
    return equation.right().reads().allMatch(of -> of.vector().phase() == Phase.FORWARD);
  }

  private static double[] parts(Trace trace, IntToDoubleFunction part) {
    return IntStream.range(0, trace.length()).mapToDouble(part).toArray();
  }

  /** A product of which one factor is a sum: of every loss the other factor times its share. */
  private static Composition ofShare(Trace trace, Entry.OfShare share) {
    Gradient gradient = trace.net().gradient(trace.net().weight(share.parameter()));
    int t = share.timestep();
    double value = trace.share(share.parameter(), t).get(share.row(), share.col());
    Expr.Of right = (Expr.Of) gradient.right().expr();
    boolean isRight = right.vector().phase() == Phase.BACKWARD;
    Expr.Of summed = isRight ? right : (Expr.Of) Objects.requireNonNull(gradient.left());
    Composition sum =
        ofCell(trace, new Entry.OfCell(summed.vector(), t, isRight ? share.col() : share.row()));
    double other = isRight ? left(trace, gradient, share) : factor(trace, right, t, share.col());
    double[] parts =
        parts(trace, s -> other == 0 || sum.kind() == Kind.UNKNOWN ? 0 : other * sum.parts()[s]);
    Dependencies reach = new Dependencies(trace);
    need(reach, gradient, t, share.row(), share.col());
    reach.follow();
    return checked(
        new Composition(share, value, Kind.LOSSES, parts, other * sum.rest(), reach.lights()));
  }

  /** The left factor, which is not there for a bias, and 1 or 0 for a character. */
  private static double left(Trace trace, Gradient gradient, Entry.OfShare share) {
    if (gradient.left() == null) {
      return 1;
    }
    if (gradient.isAtInput()) {
      return trace.input(share.timestep()) == share.row() ? 1 : 0;
    }
    return factor(trace, (Expr.Of) gradient.left(), share.timestep(), share.row());
  }

  private static double factor(Trace trace, Expr.Of of, int t, int index) {
    int at = t + of.shift();
    return at < 0
        ? trace.initialState(of.vector()).get(0, index)
        : trace.values(of.vector()).get(at, index);
  }

  private static void need(Dependencies reach, Gradient gradient, int t, int row, int col) {
    reach.need(gradient.right().expr(), t, col);
    if (gradient.left() != null) {
      reach.need(gradient.left(), t, row);
    }
  }

  private static Composition ofSum(Trace trace, Entry.OfAccumulator sum) {
    Gradient gradient = trace.net().gradient(trace.net().weight(sum.parameter()));
    double value =
        trace.accumulator(sum.parameter(), sum.timestep()).after().get(sum.row(), sum.col());
    double[] parts =
        parts(
            trace,
            s ->
                s < sum.timestep() ? 0 : trace.share(sum.parameter(), s).get(sum.row(), sum.col()));
    double before =
        trace.accumulator(sum.parameter(), trace.length() - 1).before().get(sum.row(), sum.col());
    Dependencies reach = new Dependencies(trace);
    for (int s = sum.timestep(); s < trace.length(); s++) {
      if (parts[s] != 0) {
        need(reach, gradient, s, sum.row(), sum.col());
      }
    }
    reach.follow();
    return checked(new Composition(sum, value, Kind.CELLS, parts, before, reach.lights()));
  }

  /** Parts that do not add up to the number are none: a fault has computed it. */
  private static Composition checked(Composition made) {
    double sum = made.rest();
    double size = Math.abs(made.rest());
    for (double part : made.parts()) {
      sum += part;
      size += Math.abs(part);
    }
    boolean addsUp = Math.abs(sum - made.value()) <= ROUNDING * size;
    return addsUp
        ? made
        : new Composition(
            made.entry(), made.value(), Kind.UNKNOWN, new double[0], 0, made.lights());
  }

  /** What the parts add up to, with the rest. */
  public double sum() {
    double sum = rest;
    for (double part : parts) {
      sum += part;
    }
    return sum;
  }
}
