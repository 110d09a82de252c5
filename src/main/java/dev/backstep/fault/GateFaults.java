package dev.backstep.fault;

import static dev.backstep.fault.FaultGroup.LOST_IN_TIME;
import static dev.backstep.fault.FaultGroup.WRONG_DERIVATIVE;
import static dev.backstep.fault.FaultGroup.WRONG_VECTOR;
import static dev.backstep.net.Cell.DH;
import static dev.backstep.net.Cell.DH_PREV;
import static dev.backstep.net.Cell.H;
import static dev.backstep.net.Expr.oneMinus;
import static dev.backstep.net.Expr.square;
import static dev.backstep.net.Expr.tanh;
import static dev.backstep.net.Lstm.DC;

import dev.backstep.net.Equation;
import dev.backstep.net.Expr;
import dev.backstep.net.Gate;
import dev.backstep.net.Gru;
import dev.backstep.net.GruResetBefore;
import dev.backstep.net.Lstm;
import dev.backstep.net.Net;
import java.util.Arrays;
import java.util.List;

/** More of what people get wrong on the way back through gates, tried in checks of their code. */
final class GateFaults {
  static final List<Fault> ALL =
      List.of(
          inChecks(
              Lstm.NET,
              "lstm-input-no-derivative",
              WRONG_DERIVATIVE,
              Lstm.OF_I.da().is(DC.by(Lstm.G))),
          inChecks(
              Lstm.NET,
              "lstm-input-derivative-without-gate",
              WRONG_DERIVATIVE,
              Lstm.OF_I.da().is(DC.by(Lstm.G).by(oneMinus(Lstm.I)))),
          inChecks(
              Lstm.NET,
              "lstm-input-tanh-derivative",
              WRONG_DERIVATIVE,
              Lstm.OF_I.da().is(DC.by(Lstm.G).by(oneMinus(square(Lstm.I))))),
          inChecks(
              Lstm.NET,
              "lstm-forget-no-derivative",
              WRONG_DERIVATIVE,
              Lstm.OF_F.da().is(DC.by(Lstm.C.before()))),
          inChecks(
              Lstm.NET,
              "lstm-forget-derivative-without-gate",
              WRONG_DERIVATIVE,
              Lstm.OF_F.da().is(DC.by(Lstm.C.before()).by(oneMinus(Lstm.F)))),
          inChecks(
              Lstm.NET,
              "lstm-forget-tanh-derivative",
              WRONG_DERIVATIVE,
              Lstm.OF_F.da().is(DC.by(Lstm.C.before()).by(oneMinus(square(Lstm.F))))),
          inChecks(
              Lstm.NET,
              "lstm-output-no-derivative",
              WRONG_DERIVATIVE,
              Lstm.OF_O.da().is(DH.by(tanh(Lstm.C)))),
          inChecks(
              Lstm.NET,
              "lstm-output-derivative-without-gate",
              WRONG_DERIVATIVE,
              Lstm.OF_O.da().is(DH.by(tanh(Lstm.C)).by(oneMinus(Lstm.GATE_O)))),
          inChecks(
              Lstm.NET,
              "lstm-output-tanh-derivative",
              WRONG_DERIVATIVE,
              Lstm.OF_O.da().is(DH.by(tanh(Lstm.C)).by(oneMinus(square(Lstm.GATE_O))))),
          inChecks(
              Lstm.NET,
              "lstm-gates-no-derivative",
              WRONG_DERIVATIVE,
              Lstm.OF_I.da().is(DC.by(Lstm.G)),
              Lstm.OF_F.da().is(DC.by(Lstm.C.before())),
              Lstm.OF_O.da().is(DH.by(tanh(Lstm.C)))),
          inChecks(
              Lstm.NET,
              "lstm-gates-tanh-derivative",
              WRONG_DERIVATIVE,
              Lstm.OF_I.da().is(DC.by(Lstm.G).by(oneMinus(square(Lstm.I)))),
              Lstm.OF_F.da().is(DC.by(Lstm.C.before()).by(oneMinus(square(Lstm.F)))),
              Lstm.OF_O.da().is(DH.by(tanh(Lstm.C)).by(oneMinus(square(Lstm.GATE_O))))),
          inChecks(
              Lstm.NET,
              "lstm-input-and-forget-swapped",
              WRONG_VECTOR,
              Lstm.OF_I.da().is(Lstm.NET.equation(Lstm.OF_F.da()).right()),
              Lstm.OF_F.da().is(Lstm.NET.equation(Lstm.OF_I.da()).right())),
          inChecks(
              Lstm.NET,
              "lstm-dg-without-later-dc",
              LOST_IN_TIME,
              Lstm.OF_G.da().is(Lstm.DC_FROM_H.by(Lstm.I).by(oneMinus(square(Lstm.G))))),
          inChecks(
              Lstm.NET,
              "lstm-dg-without-i",
              WRONG_VECTOR,
              Lstm.OF_G.da().is(DC.by(oneMinus(square(Lstm.G))))),
          inChecks(
              Lstm.NET,
              "lstm-do-without-tanh",
              WRONG_VECTOR,
              Lstm.OF_O.da().is(DH.by(Lstm.GATE_O).by(oneMinus(Lstm.GATE_O)))),
          inChecks(
              Lstm.NET,
              "lstm-do-uses-cprev",
              WRONG_VECTOR,
              Lstm.OF_O
                  .da()
                  .is(DH.by(tanh(Lstm.C.before())).by(Lstm.GATE_O).by(oneMinus(Lstm.GATE_O)))),
          inChecks(
              Lstm.NET,
              "lstm-tanh-derivative-of-cprev",
              WRONG_DERIVATIVE,
              Lstm.DC_FROM_H.is(DH.by(Lstm.GATE_O).by(oneMinus(square(tanh(Lstm.C.before())))))),
          inChecks(Lstm.NET, "lstm-dcprev-uses-i", WRONG_VECTOR, Lstm.DC_PREV.is(DC.by(Lstm.I))),
          inChecks(
              Lstm.NET,
              "lstm-dhprev-without-i",
              LOST_IN_TIME,
              DH_PREV.is(back(Lstm.OF_F).plus(back(Lstm.OF_G)).plus(back(Lstm.OF_O)))),
          inChecks(
              Lstm.NET,
              "lstm-dhprev-without-f",
              LOST_IN_TIME,
              DH_PREV.is(back(Lstm.OF_I).plus(back(Lstm.OF_G)).plus(back(Lstm.OF_O)))),
          inChecks(
              Lstm.NET,
              "lstm-dhprev-without-g",
              LOST_IN_TIME,
              DH_PREV.is(back(Lstm.OF_I).plus(back(Lstm.OF_F)).plus(back(Lstm.OF_O)))),
          inChecks(
              Gru.NET,
              "gru-n-sigmoid-derivative",
              WRONG_DERIVATIVE,
              Gru.OF_N.da().is(DH.by(oneMinus(Gru.Z)).by(Gru.N).by(oneMinus(Gru.N)))),
          inChecks(
              Gru.NET,
              "gru-n-tanh-twice",
              WRONG_DERIVATIVE,
              Gru.OF_N.da().is(DH.by(oneMinus(Gru.Z)).by(oneMinus(square(tanh(Gru.N)))))),
          inChecks(
              Gru.NET,
              "gru-r-tanh-derivative",
              WRONG_DERIVATIVE,
              Gru.OF_R.da().is(Gru.OF_N.da().by(Gru.HN).by(oneMinus(square(Gru.R))))),
          inChecks(
              Gru.NET,
              "gru-z-tanh-derivative",
              WRONG_DERIVATIVE,
              Gru.OF_Z.da().is(DH.by(H.before().minus(Gru.N)).by(oneMinus(square(Gru.Z))))),
          inChecks(
              Gru.NET,
              "gru-dz-without-n",
              WRONG_VECTOR,
              Gru.OF_Z.da().is(DH.by(H.before()).by(Gru.Z).by(oneMinus(Gru.Z)))),
          inChecks(
              Gru.NET,
              "gru-direct-path-without-z",
              WRONG_VECTOR,
              DH_PREV.is(
                  DH.plus(back(Gru.OF_R))
                      .plus(back(Gru.OF_Z))
                      .plus(Gru.DHN.timesTransposed(Gru.OF_N.w2())))),
          inChecks(
              Gru.NET,
              "gru-dhprev-without-r",
              LOST_IN_TIME,
              DH_PREV.is(
                  DH.by(Gru.Z).plus(back(Gru.OF_Z)).plus(Gru.DHN.timesTransposed(Gru.OF_N.w2())))),
          inChecks(
              Gru.NET,
              "gru-dhprev-without-n",
              LOST_IN_TIME,
              DH_PREV.is(DH.by(Gru.Z).plus(back(Gru.OF_R)).plus(back(Gru.OF_Z)))),
          inChecks(Gru.NET, "gru-direct-path-only", LOST_IN_TIME, DH_PREV.is(DH.by(Gru.Z))),
          inChecks(
              GruResetBefore.NET,
              "cho-n-sigmoid-derivative",
              WRONG_DERIVATIVE,
              Gru.OF_N.da().is(DH.by(oneMinus(Gru.Z)).by(Gru.N).by(oneMinus(Gru.N)))),
          inChecks(
              GruResetBefore.NET,
              "cho-n-tanh-twice",
              WRONG_DERIVATIVE,
              Gru.OF_N.da().is(DH.by(oneMinus(Gru.Z)).by(oneMinus(square(tanh(Gru.N)))))),
          inChecks(
              GruResetBefore.NET,
              "cho-r-tanh-derivative",
              WRONG_DERIVATIVE,
              Gru.OF_R.da().is(GruResetBefore.DRH.by(H.before()).by(oneMinus(square(Gru.R))))),
          inChecks(
              GruResetBefore.NET,
              "cho-z-tanh-derivative",
              WRONG_DERIVATIVE,
              Gru.OF_Z.da().is(DH.by(H.before().minus(Gru.N)).by(oneMinus(square(Gru.Z))))),
          inChecks(
              GruResetBefore.NET,
              "cho-dz-without-n",
              WRONG_VECTOR,
              Gru.OF_Z.da().is(DH.by(H.before()).by(Gru.Z).by(oneMinus(Gru.Z)))),
          inChecks(
              GruResetBefore.NET,
              "cho-direct-path-without-z",
              WRONG_VECTOR,
              DH_PREV.is(
                  DH.plus(back(Gru.OF_R)).plus(back(Gru.OF_Z)).plus(GruResetBefore.DRH.by(Gru.R)))),
          inChecks(
              GruResetBefore.NET,
              "cho-dhprev-without-r",
              LOST_IN_TIME,
              DH_PREV.is(DH.by(Gru.Z).plus(back(Gru.OF_Z)).plus(GruResetBefore.DRH.by(Gru.R)))),
          inChecks(
              GruResetBefore.NET,
              "cho-dhprev-without-n",
              LOST_IN_TIME,
              DH_PREV.is(DH.by(Gru.Z).plus(back(Gru.OF_R)).plus(back(Gru.OF_Z)))),
          inChecks(
              GruResetBefore.NET, "cho-direct-path-only", LOST_IN_TIME, DH_PREV.is(DH.by(Gru.Z))),
          inChecks(
              GruResetBefore.NET,
              "cho-dhprev-two-gates",
              LOST_IN_TIME,
              DH_PREV.is(DH.by(Gru.Z).plus(back(Gru.OF_R)).plus(GruResetBefore.DRH.by(Gru.R)))));

  private GateFaults() {}

  private static Expr back(Gate gate) {
    return gate.da().timesTransposed(gate.w2());
  }

  private static Fault inChecks(Net net, String id, FaultGroup group, Equation... wrong) {
    OtherSide[] sides =
        Arrays.stream(wrong).map(equation -> OtherSide.of(net, equation)).toArray(OtherSide[]::new);
    return Fault.of(Scope.CHECKS.with(Scope.cellOf(net)::isOf), id, group, sides);
  }
}
