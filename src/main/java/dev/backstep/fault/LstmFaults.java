package dev.backstep.fault;

import static dev.backstep.fault.FaultGroup.BOOKKEEPING;
import static dev.backstep.fault.FaultGroup.LOST_IN_TIME;
import static dev.backstep.fault.FaultGroup.WRONG_DERIVATIVE;
import static dev.backstep.fault.FaultGroup.WRONG_VECTOR;
import static dev.backstep.net.Cell.DH;
import static dev.backstep.net.Cell.DH_FROM_LATER;
import static dev.backstep.net.Cell.DH_PREV;
import static dev.backstep.net.Cell.H;
import static dev.backstep.net.Expr.oneMinus;
import static dev.backstep.net.Expr.sigmoid;
import static dev.backstep.net.Expr.square;
import static dev.backstep.net.Expr.tanh;
import static dev.backstep.net.Lstm.C;
import static dev.backstep.net.Lstm.DC;
import static dev.backstep.net.Lstm.DC_FROM_H;
import static dev.backstep.net.Lstm.DC_FROM_LATER;
import static dev.backstep.net.Lstm.DC_PREV;
import static dev.backstep.net.Lstm.F;
import static dev.backstep.net.Lstm.G;
import static dev.backstep.net.Lstm.GATE_O;
import static dev.backstep.net.Lstm.I;
import static dev.backstep.net.Lstm.NET;
import static dev.backstep.net.Lstm.OF_F;
import static dev.backstep.net.Lstm.OF_G;
import static dev.backstep.net.Lstm.OF_I;
import static dev.backstep.net.Lstm.OF_O;

import dev.backstep.net.Equation;
import dev.backstep.net.Expr;
import dev.backstep.net.Gate;
import dev.backstep.net.Gradient;
import dev.backstep.net.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What people get wrong in the backward pass of an LSTM, and once in its gates. */
final class LstmFaults {
  private static final Vector DA_I = OF_I.da();
  private static final Vector DA_F = OF_F.da();
  private static final Vector DA_G = OF_G.da();
  private static final Vector DA_O = OF_O.da();

  static final List<Fault> ALL =
      List.of(
          fault("lstm-input-derivative-missing", WRONG_DERIVATIVE, DA_I.is(DC.by(G).by(I))),
          fault(
              "lstm-forget-derivative-missing", WRONG_DERIVATIVE, DA_F.is(DC.by(C.before()).by(F))),
          fault(
              "lstm-output-derivative-missing",
              WRONG_DERIVATIVE,
              DA_O.is(DH.by(tanh(C)).by(GATE_O))),
          fault("lstm-dg-derivative-missing", WRONG_DERIVATIVE, DA_G.is(DC.by(I))),
          fault(
              "lstm-dg-sigmoid-derivative",
              WRONG_DERIVATIVE,
              DA_G.is(DC.by(I).by(G).by(oneMinus(G)))),
          fault(
              "lstm-dg-tanh-twice",
              WRONG_DERIVATIVE,
              DA_G.is(DC.by(I).by(oneMinus(square(tanh(G)))))),
          fault(
              "lstm-dg-times-g-tanh-twice",
              WRONG_DERIVATIVE,
              DA_G.is(DC.by(I).by(G).by(oneMinus(square(tanh(G)))))),
          Fault.of(
              NET,
              "lstm-dg-derivative-on-h-part-only",
              WRONG_DERIVATIVE,
              OtherSide.of(
                  NET,
                  DA_G.is(DC_FROM_LATER.by(I).plus(DC_FROM_H.by(I).by(oneMinus(square(G))))),
                  DA_G.is(DC_FROM_LATER.plus(DC_FROM_H).by(I).by(oneMinus(square(G)))))),
          fault("lstm-no-tanh-derivative-on-c", WRONG_DERIVATIVE, DC_FROM_H.is(DH.by(GATE_O))),
          fault(
              "lstm-tanh-twice-on-c",
              WRONG_DERIVATIVE,
              DC_FROM_H.is(DH.by(GATE_O).by(oneMinus(square(tanh(tanh(C))))))),
          fault(
              "lstm-tanh-derivative-of-h",
              WRONG_DERIVATIVE,
              DC_FROM_H.is(DH.by(GATE_O).by(oneMinus(square(H))))),
          fault("lstm-no-o-in-dc", WRONG_VECTOR, DC_FROM_H.is(DH.by(oneMinus(square(tanh(C)))))),
          fault(
              "lstm-di-uses-cprev", WRONG_VECTOR, DA_I.is(DC.by(C.before()).by(I).by(oneMinus(I)))),
          fault("lstm-df-uses-c", WRONG_VECTOR, DA_F.is(DC.by(C).by(F).by(oneMinus(F)))),
          fault("lstm-dg-uses-f", WRONG_VECTOR, DA_G.is(DC.by(F).by(oneMinus(square(G))))),
          fault("lstm-do-uses-c", WRONG_VECTOR, DA_O.is(DH.by(C).by(GATE_O).by(oneMinus(GATE_O)))),
          fault(
              "lstm-gate-blocks-swapped",
              WRONG_VECTOR,
              DA_G.is(NET.equation(DA_O).right()),
              DA_O.is(NET.equation(DA_G).right())),
          fault(
              "lstm-missing-transpose",
              WRONG_VECTOR,
              DH_PREV.is(
                  DA_I.times(OF_I.w2())
                      .plus(DA_F.times(OF_F.w2()))
                      .plus(DA_G.times(OF_G.w2()))
                      .plus(DA_O.times(OF_O.w2())))),
          fault(
              "lstm-bias-of-another-gate",
              WRONG_VECTOR,
              OF_I.bias().of(DA_F),
              OF_O.bias().of(DA_F)),
          withState("lstm-h-for-hprev", H),
          withState("lstm-dhprev-for-hprev", DH_PREV),
          Fault.of(
              NET,
              "lstm-one-bias-forward",
              WRONG_VECTOR,
              OtherSide.remade(NET, I, LstmFaults::withBiasOfOutputGate),
              OtherSide.remade(NET, F, LstmFaults::withBiasOfOutputGate)),
          fault(
              "lstm-nothing-handed-on",
              LOST_IN_TIME,
              DH_FROM_LATER.is(new Expr.Zero()),
              DC_FROM_LATER.is(new Expr.Zero())),
          fault("lstm-no-later-dh", LOST_IN_TIME, DH_FROM_LATER.is(new Expr.Zero())),
          fault("lstm-no-later-dc", LOST_IN_TIME, DC.is(DC_FROM_H)),
          fault(
              "lstm-di-without-later-dc",
              LOST_IN_TIME,
              DA_I.is(DC_FROM_H.by(G).by(I).by(oneMinus(I)))),
          fault(
              "lstm-df-without-later-dc",
              LOST_IN_TIME,
              DA_F.is(DC_FROM_H.by(C.before()).by(F).by(oneMinus(F)))),
          fault("lstm-dcprev-without-f", LOST_IN_TIME, DC_PREV.is(DC)),
          fault("lstm-dcprev-from-h-only", LOST_IN_TIME, DC_PREV.is(DC_FROM_H.by(F))),
          fault(
              "lstm-dhprev-three-gates",
              LOST_IN_TIME,
              DH_PREV.is(back(OF_I).plus(back(OF_F)).plus(back(OF_G)))),
          fault(
              "lstm-accumulate-dh-later",
              BOOKKEEPING,
              DH_FROM_LATER.is(DH_PREV.after().plus(DH_FROM_LATER.after()))),
          fault(
              "lstm-accumulate-dc-later",
              BOOKKEEPING,
              DC_FROM_LATER.is(DC_PREV.after().plus(DC_FROM_LATER.after()))));

  private LstmFaults() {}

  private static Expr back(Gate gate) {
    return gate.da().timesTransposed(gate.w2());
  }

  /** What a gate is, with the bias of the output gate. */
  private static Expr withBiasOfOutputGate(Expr gate) {
    Expr.Sum sum = (Expr.Sum) gate.parts().get(0);
    List<Expr> terms = new ArrayList<>(sum.terms());
    terms.set(terms.size() - 1, OF_O.bias().expr());
    return sigmoid(new Expr.Sum(terms));
  }

  /** {@code dW2 += leftᵀ·da} of every gate. */
  private static Fault withState(String id, Vector left) {
    Gradient[] wrong =
        Stream.of(OF_I, OF_F, OF_G, OF_O)
            .map(gate -> gate.w2().of(left, gate.da()))
            .toArray(Gradient[]::new);
    return fault(id, WRONG_VECTOR, wrong);
  }

  private static Fault fault(String id, FaultGroup group, Equation... wrong) {
    return Fault.of(NET, id, group, wrong);
  }

  private static Fault fault(String id, FaultGroup group, Gradient... wrong) {
    return Fault.of(NET, id, group, wrong);
  }
}
