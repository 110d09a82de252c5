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
import static dev.backstep.net.Gru.N;
import static dev.backstep.net.Gru.OF_N;
import static dev.backstep.net.Gru.OF_R;
import static dev.backstep.net.Gru.OF_Z;
import static dev.backstep.net.Gru.R;
import static dev.backstep.net.Gru.Z;
import static dev.backstep.net.GruResetBefore.DRH;
import static dev.backstep.net.GruResetBefore.NET;

import dev.backstep.net.Equation;
import dev.backstep.net.Expr;
import dev.backstep.net.Gate;
import dev.backstep.net.Gradient;
import dev.backstep.net.Vector;
import java.util.List;

/** What people get wrong in the backward pass of a GRU whose reset comes before the product. */
final class GruResetBeforeFaults {
  private static final Vector DA_R = OF_R.da();
  private static final Vector DA_Z = OF_Z.da();
  private static final Vector DA_N = OF_N.da();

  static final List<Fault> ALL =
      List.of(
          fault("cho-no-n-derivative", WRONG_DERIVATIVE, DA_N.is(DH.by(oneMinus(Z)))),
          fault("cho-no-r-derivative", WRONG_DERIVATIVE, DA_R.is(DRH.by(H.before()))),
          fault("cho-no-z-derivative", WRONG_DERIVATIVE, DA_Z.is(DH.by(H.before().minus(N)))),
          fault("cho-dn-without-1-z", WRONG_VECTOR, DA_N.is(DH.by(oneMinus(square(N))))),
          fault(
              "cho-z-swapped",
              WRONG_VECTOR,
              DA_N.is(DH.by(Z).by(oneMinus(square(N)))),
              DH_PREV.is(DH.by(oneMinus(Z)).plus(DRH.by(R)).plus(back(OF_R)).plus(back(OF_Z)))),
          fault(
              "cho-dr-uses-hn",
              WRONG_VECTOR,
              DA_R.is(DA_N.by(H.before().times(OF_N.w2())).by(R).by(oneMinus(R)))),
          fault(
              "cho-dr-without-W2",
              WRONG_VECTOR,
              DA_R.is(DA_N.by(H.before()).by(R).by(oneMinus(R)))),
          fault(
              "cho-dz-sign",
              WRONG_VECTOR,
              DA_Z.is(DH.by(N.minus(H.before())).by(Z).by(oneMinus(Z)))),
          Fault.of(
              NET,
              "cho-reset-after-backward",
              WRONG_VECTOR,
              OtherSide.of(
                  NET, DA_R.is(DA_N.by(H.before().times(OF_N.w2())).by(R).by(oneMinus(R)))),
              OtherSide.of(NET, OF_N.w2().of(H.before(), DA_N.by(R))),
              OtherSide.of(
                  NET,
                  DH_PREV.is(
                      DH.by(Z)
                          .plus(DA_N.by(R).timesTransposed(OF_N.w2()))
                          .plus(back(OF_R))
                          .plus(back(OF_Z))))),
          fault(
              "cho-missing-transpose",
              WRONG_VECTOR,
              DRH.is(DA_N.times(OF_N.w2())),
              DH_PREV.is(
                  DH.by(Z)
                      .plus(DRH.by(R))
                      .plus(DA_R.times(OF_R.w2()))
                      .plus(DA_Z.times(OF_Z.w2())))),
          fault(
              "cho-reset-forgotten-in-dhprev",
              WRONG_VECTOR,
              DH_PREV.is(DH.by(Z).plus(DRH).plus(back(OF_R)).plus(back(OF_Z)))),
          fault("cho-dW2n-with-hprev", WRONG_VECTOR, OF_N.w2().of(H.before(), DA_N)),
          fault(
              "cho-h-for-hprev",
              WRONG_VECTOR,
              OF_R.w2().of(H, DA_R),
              OF_Z.w2().of(H, DA_Z),
              OF_N.w2().of(R.by(H), DA_N)),
          fault("cho-no-later-dh", LOST_IN_TIME, DH_FROM_LATER.is(new Expr.Zero())),
          fault(
              "cho-direct-path-lost",
              LOST_IN_TIME,
              DH_PREV.is(DRH.by(R).plus(back(OF_R)).plus(back(OF_Z)))));

  private GruResetBeforeFaults() {}

  private static Expr back(Gate gate) {
    return gate.da().timesTransposed(gate.w2());
  }

  private static Fault fault(String id, FaultGroup group, Equation... wrong) {
    return Fault.of(NET, id, group, wrong);
  }

  private static Fault fault(String id, FaultGroup group, Gradient... wrong) {
    return Fault.of(NET, id, group, wrong);
  }
}
