package dev.backstep.fault;

import static dev.backstep.fault.FaultGroup.LOST_IN_TIME;
import static dev.backstep.fault.FaultGroup.WRONG_DERIVATIVE;
import static dev.backstep.fault.FaultGroup.WRONG_VECTOR;
import static dev.backstep.net.Cell.DH;
import static dev.backstep.net.Cell.DH_FROM_LATER;
import static dev.backstep.net.Cell.DH_PREV;
import static dev.backstep.net.Cell.H;
import static dev.backstep.net.Expr.oneMinus;
import static dev.backstep.net.Expr.square;
import static dev.backstep.net.Gru.B_HN;
import static dev.backstep.net.Gru.DHN;
import static dev.backstep.net.Gru.HN;
import static dev.backstep.net.Gru.N;
import static dev.backstep.net.Gru.NET;
import static dev.backstep.net.Gru.OF_N;
import static dev.backstep.net.Gru.OF_R;
import static dev.backstep.net.Gru.OF_Z;
import static dev.backstep.net.Gru.R;
import static dev.backstep.net.Gru.Z;

import dev.backstep.net.Equation;
import dev.backstep.net.Expr;
import dev.backstep.net.Gate;
import dev.backstep.net.Gradient;
import dev.backstep.net.Vector;
import java.util.List;

/** What people get wrong in the backward pass of a GRU whose reset comes after the product. */
final class GruFaults {
  private static final Vector DA_R = OF_R.da();
  private static final Vector DA_Z = OF_Z.da();
  private static final Vector DA_N = OF_N.da();

  static final List<Fault> ALL =
      List.of(
          fault("gru-no-n-derivative", WRONG_DERIVATIVE, DA_N.is(DH.by(oneMinus(Z)))),
          fault("gru-no-r-derivative", WRONG_DERIVATIVE, DA_R.is(DA_N.by(HN))),
          fault("gru-no-z-derivative", WRONG_DERIVATIVE, DA_Z.is(DH.by(H.before().minus(N)))),
          fault("gru-dn-without-1-z", WRONG_VECTOR, DA_N.is(DH.by(oneMinus(square(N))))),
          fault(
              "gru-z-swapped",
              WRONG_VECTOR,
              DA_N.is(DH.by(Z).by(oneMinus(square(N)))),
              DH_PREV.is(DH.by(oneMinus(Z)).plus(back(OF_R)).plus(back(OF_Z)).plus(backOfN()))),
          fault(
              "gru-dr-uses-hprev",
              WRONG_VECTOR,
              DA_R.is(DA_N.by(H.before()).by(R).by(oneMinus(R)))),
          fault(
              "gru-dr-without-bhn",
              WRONG_VECTOR,
              DA_R.is(DA_N.by(H.before().times(OF_N.w2())).by(R).by(oneMinus(R)))),
          fault(
              "gru-dz-sign",
              WRONG_VECTOR,
              DA_Z.is(DH.by(N.minus(H.before())).by(Z).by(oneMinus(Z)))),
          fault("gru-dz-uses-h", WRONG_VECTOR, DA_Z.is(DH.by(H.minus(N)).by(Z).by(oneMinus(Z)))),
          Fault.of(
              NET,
              "gru-reset-before-backward",
              WRONG_VECTOR,
              OtherSide.of(
                  NET,
                  DA_R.is(DA_N.timesTransposed(OF_N.w2()).by(H.before()).by(R).by(oneMinus(R)))),
              OtherSide.of(NET, OF_N.w2().of(R.by(H.before()), DA_N)),
              OtherSide.of(
                  NET,
                  DH_PREV.is(DH.by(Z).plus(back(OF_R)).plus(back(OF_Z)).plus(back(OF_N).by(R))))),
          fault(
              "gru-gate-blocks-swapped",
              WRONG_VECTOR,
              DA_R.is(NET.equation(DA_Z).right()),
              DA_Z.is(NET.equation(DA_R).right())),
          fault(
              "gru-missing-transpose",
              WRONG_VECTOR,
              DH_PREV.is(
                  DH.by(Z)
                      .plus(DA_R.times(OF_R.w2()))
                      .plus(DA_Z.times(OF_Z.w2()))
                      .plus(DHN.times(OF_N.w2())))),
          fault(
              "gru-reset-forgotten-in-dhprev",
              WRONG_VECTOR,
              DH_PREV.is(DH.by(Z).plus(back(OF_R)).plus(back(OF_Z)).plus(back(OF_N)))),
          fault("gru-bhn-without-r", WRONG_VECTOR, B_HN.of(DA_N)),
          fault("gru-dW2n-without-r", WRONG_VECTOR, OF_N.w2().of(H.before(), DA_N)),
          fault(
              "gru-h-for-hprev",
              WRONG_VECTOR,
              OF_R.w2().of(H, DA_R),
              OF_Z.w2().of(H, DA_Z),
              OF_N.w2().of(H, DHN)),
          fault("gru-no-later-dh", LOST_IN_TIME, DH_FROM_LATER.is(new Expr.Zero())),
          fault(
              "gru-direct-path-lost",
              LOST_IN_TIME,
              DH_PREV.is(back(OF_R).plus(back(OF_Z)).plus(backOfN()))),
          fault(
              "gru-dhprev-two-gates",
              LOST_IN_TIME,
              DH_PREV.is(DH.by(Z).plus(back(OF_R)).plus(backOfN()))));

  private GruFaults() {}

  private static Expr back(Gate gate) {
    return gate.da().timesTransposed(gate.w2());
  }

  private static Expr backOfN() {
    return DHN.timesTransposed(OF_N.w2());
  }

  private static Fault fault(String id, FaultGroup group, Equation... wrong) {
    return Fault.of(NET, id, group, wrong);
  }

  private static Fault fault(String id, FaultGroup group, Gradient... wrong) {
    return Fault.of(NET, id, group, wrong);
  }
}
