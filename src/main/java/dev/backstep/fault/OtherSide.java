package dev.backstep.fault;

import dev.backstep.net.Cell;
import dev.backstep.net.Equation;
import dev.backstep.net.Expr;
import dev.backstep.net.Gradient;
import dev.backstep.net.Net;
import dev.backstep.net.Printer;
import dev.backstep.net.Rule;
import dev.backstep.net.Vector;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An equation of a net with another right side: a fault as it is written. */
sealed interface OtherSide {
  /** Another right side of an equation of a net. */
  static OtherSide of(Net net, Equation wrong) {
    return of(net, wrong, net.equation(wrong.left()));
  }

  /** One that is best seen beside the right equation written in another way. */
  static OtherSide of(Net net, Equation wrong, Equation right) {
    return new OfVector(net, wrong, right);
  }

  /**
   * A right side that differs from net to net.
   *
   * @param net one of those that have it
   */
  static OtherSide made(Net net, Vector left, Function<Net, Expr> wrong) {
    return new OfRightSide(net, left, wrong);
  }

  /** What is made of the right side that an equation has in a net. */
  static OtherSide remade(Net net, Vector left, UnaryOperator<Expr> wrong) {
    return made(net, left, other -> wrong.apply(other.equation(left).right()));
  }

  /** Another at one timestep alone; below 0 it is counted from the end. */
  static OtherSide at(int timestep, OtherSide side) {
    return new OfOneTimestep(timestep, side);
  }

  /** Other shares of a weight gradient of a net. */
  static OtherSide of(Net net, Gradient wrong) {
    return new OfGradient(net, wrong);
  }

  /** The rule in whose place it stands. */
  Rule rule();

  /** The net with this equation. */
  Net net();

  /** The line as it is wrong. */
  String wrong(Printer printer);

  /** The line as it is right. */
  String right(Printer printer);

  /** Whether it is about no function that a net has not. */
  boolean hasFunctionsOf(Net other);

  /** The same in another net of the same weights, in the name of its own pre-activation. */
  OtherSide in(Net other);

  /** The same at one timestep alone; below 0 it is counted from the end. */
  OtherSide at(int timestep);

  /** The one vector whose name is another in another plain cell: dtanh, da. */
  private static Vector preActivation(Net net) {
    return net.preActivations().get(0);
  }

  /** Of a vector. */
  record OfVector(Net of, Equation wrong, Equation right) implements OtherSide {
    /** A derivative is written in h, and one that is left out is not written. */
    @Override
    public boolean hasFunctionsOf(Net other) {
      boolean isOfFunction =
          of.preActivations().contains(wrong.left())
              && wrong.right().reads().anyMatch(read -> read.vector().equals(Cell.H));
      return !isOfFunction || of.hasFunctionsOf(other);
    }

    @Override
    public Rule rule() {
      return of.ruleOf(wrong.left());
    }

    @Override
    public Net net() {
      return of.with(wrong);
    }

    @Override
    public OtherSide at(int timestep) {
      Expr elsewhere = of.equation(wrong.left()).right();
      Expr only = new Expr.At(timestep, wrong.right(), elsewhere);
      return new OfVector(of, wrong.left().is(only), of.equation(wrong.left()));
    }

    /** What is added up from cell to cell is written so: {@code dh_later += dh_prev}. */
    @Override
    public String wrong(Printer printer) {
      if (isWrittenOut()) {
        return whole(new Printer(net(), printer.notation(), printer.script()));
      }
      return wrong.right() instanceof Expr.Sum sum
              && sum.terms().get(1).equals(wrong.left().after())
          ? printer.written(wrong.left()) + " += " + printer.right(sum.terms().get(0))
          : printer.line(wrong);
    }

    @Override
    public String right(Printer printer) {
      return isWrittenOut() ? whole(printer) : printer.line(right);
    }

    /** Whether it is the equation of a part, which is written only where the whole is. */
    private boolean isWrittenOut() {
      return !whole().left().equals(wrong.left()) && !right.isHandedOver();
    }

    private Equation whole() {
      return ((Rule.OfVector) rule()).equation();
    }

    private String whole(Printer printer) {
      return printer.line(whole());
    }

    @Override
    public OtherSide in(Net other) {
      Equation there = wrong.with(preActivation(other), preActivation(of));
      return other.equals(of) ? this : new OfVector(other, there, other.equation(there.left()));
    }
  }

  /** Made of the right side that a vector has in a net. */
  record OfRightSide(Net of, Vector left, Function<Net, Expr> make) implements OtherSide {
    private OtherSide here() {
      return OtherSide.of(of, left.is(make.apply(of)));
    }

    @Override
    public boolean hasFunctionsOf(Net other) {
      return true;
    }

    @Override
    public Rule rule() {
      return of.ruleOf(left);
    }

    @Override
    public Net net() {
      return here().net();
    }

    @Override
    public OtherSide at(int timestep) {
      return here().at(timestep);
    }

    @Override
    public String wrong(Printer printer) {
      return here().wrong(printer);
    }

    @Override
    public String right(Printer printer) {
      return here().right(printer);
    }

    @Override
    public OtherSide in(Net other) {
      return new OfRightSide(other, left, make).here();
    }
  }

  /** At one timestep, and what stands there in the net at every other. */
  record OfOneTimestep(int timestep, OtherSide side) implements OtherSide {
    @Override
    public boolean hasFunctionsOf(Net other) {
      return side.hasFunctionsOf(other);
    }

    @Override
    public Rule rule() {
      return side.rule();
    }

    @Override
    public Net net() {
      return side.at(timestep).net();
    }

    @Override
    public OtherSide at(int other) {
      throw new IllegalStateException("it is at t = " + timestep + " already");
    }

    @Override
    public String wrong(Printer printer) {
      return side.at(timestep).wrong(printer);
    }

    @Override
    public String right(Printer printer) {
      return side.at(timestep).right(printer);
    }

    @Override
    public OtherSide in(Net other) {
      return side.in(other).at(timestep);
    }
  }

  /** Of a weight gradient. */
  record OfGradient(Net of, Gradient wrong) implements OtherSide {
    @Override
    public boolean hasFunctionsOf(Net other) {
      return true;
    }

    @Override
    public Rule rule() {
      return of.ruleOf(wrong.weight());
    }

    @Override
    public Net net() {
      return of.with(wrong);
    }

    @Override
    public OtherSide at(int timestep) {
      Gradient elsewhere = of.gradient(wrong.weight());
      return new OfGradient(
          of,
          new Gradient(
              wrong.weight(),
              at(timestep, wrong.left(), elsewhere.left()),
              Objects.requireNonNull(at(timestep, wrong.right(), elsewhere.right()))));
    }

    private static @Nullable Expr at(int timestep, @Nullable Expr there, @Nullable Expr elsewhere) {
      if (there == null || elsewhere == null || there.equals(elsewhere)) {
        return elsewhere;
      }
      return new Expr.At(timestep, there, elsewhere);
    }

    @Override
    public String wrong(Printer printer) {
      return printer.line(wrong);
    }

    @Override
    public String right(Printer printer) {
      return printer.line(of.gradient(wrong.weight()));
    }

    @Override
    public OtherSide in(Net other) {
      return new OfGradient(other, wrong.with(preActivation(other), preActivation(of)));
    }
  }
}
