package dev.backstep.fault;

import dev.backstep.net.Equation;
import dev.backstep.net.Gradient;
import dev.backstep.net.Net;
import dev.backstep.net.Printer;
import dev.backstep.net.Rule;
import dev.backstep.net.Vanilla;

/** An equation of the vanilla net with another right side: a fault as it is written. */
sealed interface OtherSide {
  /** The rule in whose place it stands. */
  Rule rule();

  /** The net with this equation. */
  Net net();

  /** The line as it is wrong. */
  String wrong(Printer printer);

  /** The line as it is right. */
  String right(Printer printer);

  /** Of a vector. */
  record OfVector(Equation wrong, Equation right) implements OtherSide {
    @Override
    public Rule rule() {
      return Vanilla.NET.ruleOf(wrong.left());
    }

    @Override
    public Net net() {
      return Vanilla.NET.with(wrong);
    }

    @Override
    public String wrong(Printer printer) {
      return printer.line(wrong);
    }

    @Override
    public String right(Printer printer) {
      return printer.line(right);
    }
  }

  /** Of a weight gradient. */
  record OfGradient(Gradient wrong) implements OtherSide {
    @Override
    public Rule rule() {
      return Vanilla.NET.ruleOf(wrong.weight());
    }

    @Override
    public Net net() {
      return Vanilla.NET.with(wrong);
    }

    @Override
    public String wrong(Printer printer) {
      return printer.line(wrong);
    }

    @Override
    public String right(Printer printer) {
      return printer.line(Vanilla.NET.gradient(wrong.weight()));
    }
  }
}
