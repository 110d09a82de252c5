package dev.backstep.net;

import static dev.backstep.net.Expr.oneMinus;
import static dev.backstep.net.Expr.sigmoid;
import static dev.backstep.net.Expr.square;
import static dev.backstep.net.Expr.tanh;

import java.util.ArrayList;
import java.util.List;

/** A gated cell to try the machinery on: {@code torch.nn.GRU}, with the reset after the product. */
public final class Gru implements Cell {
  private static final Weight B_HN = bias("b_hn");
  private static final Vector R = Vector.forward("r", "R", Scale.GATE, "r");
  private static final Vector Z = Vector.forward("z", "Z", Scale.GATE, "z");
  private static final Vector HN = Vector.forward("hn", "HN", Scale.SIGNED, "h_n");
  private static final Vector N = Vector.forward("n", "N", Scale.SIGNED, "n");
  private static final Vector DA_R = Vector.gradient("da_r", "\\mathrm{d}a_r");
  private static final Vector DA_Z = Vector.gradient("da_z", "\\mathrm{d}a_z");
  private static final Vector DA_N = Vector.gradient("da_n", "\\mathrm{d}a_n");
  private static final Vector DHN = Vector.gradient("dhn", "\\mathrm{d}h_n");

  public static final Net NET = Net.of(Input.ONE_HOT, new Gru(), Head.SOFTMAX);

  static Weight input(String gate) {
    String name = "W1_" + gate;
    return new Weight(name, "W_i" + gate, true, Axis.CHARACTERS, Axis.UNITS, name, name);
  }

  static Weight hidden(String gate) {
    String name = "W2_" + gate;
    return new Weight(name, "W_h" + gate, true, Axis.UNITS, Axis.UNITS, name, name);
  }

  static Weight bias(String name) {
    return new Weight(name, name, false, null, Axis.UNITS, name, name);
  }

  @Override
  public String id() {
    return "gru";
  }

  @Override
  public List<Weight> weights() {
    List<Weight> all = new ArrayList<>();
    for (String gate : List.of("r", "z", "n")) {
      all.addAll(List.of(input(gate), hidden(gate), bias("b_" + gate)));
    }
    all.add(B_HN);
    return all;
  }

  @Override
  public List<Vector> states() {
    return List.of(H);
  }

  private static Expr gate(String gate, Expr x) {
    return sigmoid(
        x.times(input(gate)).plus(H.before().times(hidden(gate))).plus(bias("b_" + gate)));
  }

  @Override
  public List<Equation> forward(Expr x) {
    return List.of(
        R.is(gate("r", x)),
        Z.is(gate("z", x)),
        HN.is(H.before().times(hidden("n")).plus(B_HN)),
        N.is(tanh(x.times(input("n")).plus(bias("b_n")).plus(R.by(HN)))),
        H.is(oneMinus(Z).by(N).plus(Z.by(H.before()))));
  }

  @Override
  public List<Rule> backward(Equation fromOutput) {
    return List.of(
        Cell.total(fromOutput),
        Rule.of(DA_N.is(DH.by(oneMinus(Z)).by(oneMinus(square(N))))),
        Rule.of(DA_Z.is(DH.by(H.before().minus(N)).by(Z).by(oneMinus(Z)))),
        Rule.of(DA_R.is(DA_N.by(HN).by(R).by(oneMinus(R)))),
        Rule.of(DHN.is(DA_N.by(R))));
  }

  @Override
  public List<Gradient> gradients(Expr x) {
    return List.of(
        input("r").of(x, DA_R),
        hidden("r").of(H.before(), DA_R),
        bias("b_r").of(DA_R),
        input("z").of(x, DA_Z),
        hidden("z").of(H.before(), DA_Z),
        bias("b_z").of(DA_Z),
        input("n").of(x, DA_N),
        hidden("n").of(H.before(), DHN),
        bias("b_n").of(DA_N),
        B_HN.of(DHN));
  }

  @Override
  public List<Equation> handedBack() {
    return List.of(
        DH_PREV.is(
            DH.by(Z)
                .plus(DA_R.timesTransposed(hidden("r")))
                .plus(DA_Z.timesTransposed(hidden("z")))
                .plus(DHN.timesTransposed(hidden("n")))));
  }
}
