package dev.backstep.fault;

import dev.backstep.net.Equation;
import dev.backstep.net.Gradient;
import dev.backstep.net.Net;
import dev.backstep.net.Printer;
import dev.backstep.net.Rule;
import dev.backstep.net.Vector;

/** An equation of a net with another right side: a fault as it is written. */
sealed interface OtherSide {
  /** The rule in whose place it stands. */
  Rule rule();

  /** The net with this equation. */
  Net net();

  /** The line as it is wrong. */
  String wrong(Printer printer);

  /** The line as it is right. */
  String right(Printer printer);

  /** The same fault in another net with a plain cell, in the name of its own pre-activation. */
  OtherSide in(Net other);

  /** The one vector whose name is another in another plain cell: dtanh, da. */
  private static Vector preActivation(Net net) {
    return net.preActivations().get(0);
  }

  /** Of a vector. */
  record OfVector(Net of, Equation wrong, Equation right) implements OtherSide {
    @Override
    public Rule rule() {
      return of.ruleOf(wrong.left());
    }

    @Override
    public Net net() {
      return of.with(wrong);
    }

    @Override
    public String wrong(Printer printer) {
      return printer.line(wrong);
    }

    @Override
    public String right(Printer printer) {
      return printer.line(right);
    }

    @Override
    public OtherSide in(Net other) {
      Equation there = wrong.with(preActivation(other), preActivation(of));
      return other.equals(of) ? this : new OfVector(other, there, other.equation(there.left()));
    }
  }

  /** Of a weight gradient. */
  record OfGradient(Net of, Gradient wrong) implements OtherSide {
    @Override
    public Rule rule() {
      return of.ruleOf(wrong.weight());
    }

    @Override
    public Net net() {
      return of.with(wrong);
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
