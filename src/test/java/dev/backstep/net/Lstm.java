package dev.backstep.net;

import static dev.backstep.net.Expr.oneMinus;
import static dev.backstep.net.Expr.sigmoid;
import static dev.backstep.net.Expr.square;
import static dev.backstep.net.Expr.tanh;

import java.util.ArrayList;
import java.util.List;

/** A cell of two states to try the machinery on: {@code torch.nn.LSTM}, gates i, f, g and o. */
public final class Lstm implements Cell {
  /** The second state, (H). */
  public static final Vector C = Vector.forward("c", "C", Scale.SIGNED, "c");

  /** The gradient of c that is handed to the cell before. */
  public static final Vector DC_PREV = Vector.gradient("dc_prev", "\\mathrm{d}c_{\\mathrm{prev}}");

  private static final Vector I = Vector.forward("i", "I", Scale.GATE, "i");
  private static final Vector F = Vector.forward("f", "F", Scale.GATE, "f");
  private static final Vector G = Vector.forward("g", "G", Scale.SIGNED, "g");
  private static final Vector Q = Vector.forward("gate_o", "GATE_O", Scale.GATE, "q");
  private static final Vector DC_FROM_H = Vector.gradient("dc_from_h", "\\mathrm{d}c_h");
  private static final Vector DC_FROM_LATER =
      Vector.gradient("dc_from_later", "\\mathrm{d}c_{\\mathrm{later}}").writtenAs("dc_later");
  private static final Vector DC = Vector.gradient("dc", "\\mathrm{d}c");
  private static final Vector DA_I = Vector.gradient("da_i", "\\mathrm{d}a_i");
  private static final Vector DA_F = Vector.gradient("da_f", "\\mathrm{d}a_f");
  private static final Vector DA_G = Vector.gradient("da_g", "\\mathrm{d}a_g");
  private static final Vector DA_O = Vector.gradient("da_o", "\\mathrm{d}a_o");
  private static final List<String> GATES = List.of("i", "f", "g", "o");
  private static final List<Vector> DA = List.of(DA_I, DA_F, DA_G, DA_O);

  public static final Net NET = Net.of(Input.ONE_HOT, new Lstm(), Head.SOFTMAX);

  @Override
  public String id() {
    return "lstm";
  }

  @Override
  public List<Weight> weights() {
    List<Weight> all = new ArrayList<>();
    for (String gate : GATES) {
      all.addAll(List.of(Gru.input(gate), Gru.hidden(gate), Gru.bias("b_" + gate)));
    }
    return all;
  }

  @Override
  public List<Vector> states() {
    return List.of(H, C);
  }

  private static Expr sum(String gate, Expr x) {
    return x.times(Gru.input(gate))
        .plus(H.before().times(Gru.hidden(gate)))
        .plus(Gru.bias("b_" + gate));
  }

  @Override
  public List<Equation> forward(Expr x) {
    return List.of(
        I.is(sigmoid(sum("i", x))),
        F.is(sigmoid(sum("f", x))),
        G.is(tanh(sum("g", x))),
        Q.is(sigmoid(sum("o", x))),
        C.is(F.by(C.before()).plus(I.by(G))),
        H.is(Q.by(tanh(C))));
  }

  @Override
  public List<Rule> backward(Equation fromOutput) {
    return List.of(
        Cell.total(fromOutput),
        new Rule.OfVector(
            List.of(
                DC_FROM_H.is(DH.by(Q).by(oneMinus(square(tanh(C))))),
                DC_FROM_LATER.is(DC_PREV.after())),
            DC.is(DC_FROM_H.plus(DC_FROM_LATER))),
        Rule.of(DA_I.is(DC.by(G).by(I).by(oneMinus(I)))),
        Rule.of(DA_F.is(DC.by(C.before()).by(F).by(oneMinus(F)))),
        Rule.of(DA_G.is(DC.by(I).by(oneMinus(square(G))))),
        Rule.of(DA_O.is(DH.by(tanh(C)).by(Q).by(oneMinus(Q)))));
  }

  @Override
  public List<Gradient> gradients(Expr x) {
    List<Gradient> all = new ArrayList<>();
    for (int k = 0; k < GATES.size(); k++) {
      all.add(Gru.input(GATES.get(k)).of(x, DA.get(k)));
      all.add(Gru.hidden(GATES.get(k)).of(H.before(), DA.get(k)));
      all.add(Gru.bias("b_" + GATES.get(k)).of(DA.get(k)));
    }
    return all;
  }

  @Override
  public List<Equation> handedBack() {
    Expr sum = DA_I.timesTransposed(Gru.hidden("i"));
    for (int k = 1; k < GATES.size(); k++) {
      sum = sum.plus(DA.get(k).timesTransposed(Gru.hidden(GATES.get(k))));
    }
    return List.of(DH_PREV.is(sum), DC_PREV.is(DC.by(F)));
  }
}
