package dev.backstep.fault;

import static dev.backstep.fault.FaultGroup.WRONG_DERIVATIVE;
import static dev.backstep.net.Cell.DH;
import static dev.backstep.net.Cell.H;
import static dev.backstep.net.Expr.oneMinus;
import static dev.backstep.net.Expr.square;
import static dev.backstep.net.PlainCell.DA;

import dev.backstep.net.Net;
import dev.backstep.net.Relu;
import dev.backstep.net.Sigmoid;
import java.util.List;

/** What people get wrong in the derivative of relu and of the sigmoid. */
final class FunctionFaults {
  static final List<Fault> ALL =
      List.of(
          missing(Relu.NET, "relu-derivative-missing"),
          ofTanh(Relu.NET, "relu-tanh-derivative"),
          ofTanh(Sigmoid.NET, "sigmoid-tanh-derivative"),
          missing(Sigmoid.NET, "sigmoid-derivative-missing"));

  private FunctionFaults() {}

  private static Fault missing(Net net, String id) {
    return Fault.of(net, id, WRONG_DERIVATIVE, OtherSide.of(net, DA.is(DH)));
  }

  private static Fault ofTanh(Net net, String id) {
    return Fault.of(
        net, id, WRONG_DERIVATIVE, OtherSide.of(net, DA.is(oneMinus(square(H)).by(DH))));
  }
}
