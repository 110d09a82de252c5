package dev.backstep.net;

import static dev.backstep.net.Expr.oneMinus;
import static dev.backstep.net.Expr.sigmoid;
import static dev.backstep.net.Expr.square;
import static dev.backstep.net.Expr.tanh;

import java.util.List;
import java.util.Optional;

/**
 * The cell of {@code torch.nn.LSTM}, whose two biases are one here: a cell state c beside h, and
 * gates that say what of it is kept (f), what is added (i) and what is shown (o). The row of the
 * output gate is called gate_o, because o is the output of the net.
 *
 * <pre>
 *   i = σ(x·W1_i + h_prev·W2_i + b_i)         f, gate_o likewise
 *   g = tanh(x·W1_g + h_prev·W2_g + b_g)
 *   c = f ⊙ c_prev + i ⊙ g                    h = gate_o ⊙ tanh(c)
 *   dc = dh ⊙ gate_o ⊙ (1 − tanh(c)²) + dc_later
 * </pre>
 *
 * <p>Source: Hochreiter and Schmidhuber 1997, with the forget gate of Gers and others 2000.
 */
public final class Lstm implements Cell {
  /** The cell state, (H). */
  public static final Vector C = Vector.forward("c", "C", Scale.SIGNED, "c");

  public static final Vector I = Vector.forward("i", "I", Scale.GATE, "i");
  public static final Vector F = Vector.forward("f", "F", Scale.GATE, "f");
  public static final Vector G = Vector.forward("g", "G", Scale.SIGNED, "g");

  /** The output gate, (H). */
  public static final Vector GATE_O =
      Vector.forward("gate_o", "gate_o", Scale.GATE, "\\mathrm{gate}_o");

  /** The part of dc that comes through h of the same timestep, (H). */
  public static final Vector DC_FROM_H = Vector.gradient("dc_from_h", "\\mathrm{d}c_{\\mathrm{h}}");

  /** The part of dc that the cell after hands back, (H). */
  public static final Vector DC_FROM_LATER =
      Vector.gradient("dc_from_later", "\\mathrm{d}c_{\\mathrm{later}}").writtenAs("dc_later");

  public static final Vector DC = Vector.gradient("dc", "\\mathrm{d}c");

  /** What is handed to the cell before as the gradient of its c, (H). */
  public static final Vector DC_PREV = Vector.gradient("dc_prev", "\\mathrm{d}c_{\\mathrm{prev}}");

  /** The input gate. */
  public static final Gate OF_I = Gate.of("i");

  /** The forget gate. */
  public static final Gate OF_F = Gate.of("f");

  /** What is added to the cell state. */
  public static final Gate OF_G = Gate.of("g");

  /** The output gate. */
  public static final Gate OF_O = Gate.of("o");

  private static final List<Gate> GATES = List.of(OF_I, OF_F, OF_G, OF_O);

  public static final Net NET = Net.of(Input.ONE_HOT, new Lstm(), Head.SOFTMAX);

  private Lstm() {}

  @Override
  public String id() {
    return "lstm";
  }

  @Override
  public List<Weight> weights() {
    return GATES.stream().flatMap(gate -> gate.weights().stream()).toList();
  }

  @Override
  public Optional<GateBias> gateBias() {
    return Optional.of(new GateBias(OF_F.bias(), "forget", 1));
  }

  @Override
  public List<Vector> states() {
    return List.of(H, C);
  }

  @Override
  public Gating gating() {
    return new Gating(
        List.of(
            Family.of("gates", "ifog", I, F, GATE_O, G),
            Family.of("da", "ifog", OF_I.da(), OF_F.da(), OF_O.da(), OF_G.da())),
        List.of(),
        Optional.of(F));
  }

  @Override
  public List<Equation> forward(Expr x) {
    return List.of(
        I.is(sigmoid(OF_I.sum(x, H.before()))),
        F.is(sigmoid(OF_F.sum(x, H.before()))),
        G.is(tanh(OF_G.sum(x, H.before()))),
        GATE_O.is(sigmoid(OF_O.sum(x, H.before()))),
        C.is(F.by(C.before()).plus(I.by(G))),
        H.is(GATE_O.by(tanh(C))));
  }

  @Override
  public List<Rule> backward(Equation fromOutput) {
    return List.of(
        Cell.total(fromOutput),
        new Rule.OfVector(
            List.of(
                DC_FROM_H.is(DH.by(GATE_O).by(oneMinus(square(tanh(C))))),
                DC_FROM_LATER.is(DC_PREV.after())),
            DC.is(DC_FROM_H.plus(DC_FROM_LATER))),
        Rule.of(OF_I.da().is(DC.by(G).by(I).by(oneMinus(I)))),
        Rule.of(OF_F.da().is(DC.by(C.before()).by(F).by(oneMinus(F)))),
        Rule.of(OF_G.da().is(DC.by(I).by(oneMinus(square(G))))),
        Rule.of(OF_O.da().is(DH.by(tanh(C)).by(GATE_O).by(oneMinus(GATE_O)))));
  }

  @Override
  public List<Gradient> gradients(Expr x) {
    return GATES.stream().flatMap(gate -> gate.gradients(x, H.before()).stream()).toList();
  }

  @Override
  public List<Equation> handedBack() {
    Expr sum = GATES.stream().map(Gate::back).reduce(Expr::plus).orElseThrow();
    return List.of(DH_PREV.is(sum), DC_PREV.is(DC.by(F)));
  }
}
