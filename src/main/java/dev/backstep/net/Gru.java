package dev.backstep.net;

import static dev.backstep.net.Expr.oneMinus;
import static dev.backstep.net.Expr.sigmoid;
import static dev.backstep.net.Expr.square;
import static dev.backstep.net.Expr.tanh;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cell of {@code torch.nn.GRU}, with the reset after the product. Its two biases of r and of z
 * are one here each; those of n stay two, because the reset stands between them.
 *
 * <pre>
 *   r  = σ(x·W1_r + h_prev·W2_r + b_r)        z likewise
 *   hn = h_prev·W2_n + b_hn                   n = tanh(x·W1_n + b_n + r ⊙ hn)
 *   h  = (1 − z) ⊙ n + z ⊙ h_prev
 * </pre>
 *
 * <p>{@link GruResetBefore} is another cell, with other numbers.
 */
public final class Gru implements Cell {
  public static final Vector R = Vector.forward("r", "R", Scale.GATE, "r");
  public static final Vector Z = Vector.forward("z", "Z", Scale.GATE, "z");
  public static final Vector N = Vector.forward("n", "N", Scale.SIGNED, "n");

  /** What the state before gives to n, ahead of the reset, (H). */
  public static final Vector HN = Vector.forward("hn", "HN", Scale.SIGNED, "h_n");

  public static final Vector DHN = Vector.gradient("dhn", "\\mathrm{d}h_n");

  /** The reset gate. */
  public static final Gate OF_R = Gate.of("r");

  /** The update gate. */
  public static final Gate OF_Z = Gate.of("z");

  /** The candidate for the new state. */
  public static final Gate OF_N = Gate.of("n");

  /** The bias of hn, (H). */
  public static final Weight B_HN = Gate.bias("b_hn", "b_{hn}");

  static final GateBias UPDATE = new GateBias(OF_Z.bias(), "update", 0);

  public static final Net NET = Net.of(Input.ONE_HOT, new Gru(), Head.SOFTMAX);

  private Gru() {}

  @Override
  public String id() {
    return "gru";
  }

  @Override
  public List<Weight> weights() {
    return Stream.concat(
            Stream.of(OF_R, OF_Z, OF_N).flatMap(gate -> gate.weights().stream()), Stream.of(B_HN))
        .toList();
  }

  @Override
  public Optional<GateBias> gateBias() {
    return Optional.of(UPDATE);
  }

  @Override
  public List<Vector> states() {
    return List.of(H);
  }

  @Override
  public Gating gating() {
    return gating(HN, DHN);
  }

  static Gating gating(Vector... between) {
    return new Gating(
        List.of(
            Family.of("gates", "rzn", R, Z, N),
            Family.of("da", "rzn", OF_R.da(), OF_Z.da(), OF_N.da())),
        List.of(between),
        Optional.of(Z));
  }

  @Override
  public List<Equation> forward(Expr x) {
    return List.of(
        R.is(sigmoid(OF_R.sum(x, H.before()))),
        Z.is(sigmoid(OF_Z.sum(x, H.before()))),
        HN.is(H.before().times(OF_N.w2()).plus(B_HN)),
        N.is(tanh(x.times(OF_N.w1()).plus(OF_N.bias()).plus(R.by(HN)))),
        newState());
  }

  /** {@code h = (1 − z) ⊙ n + z ⊙ h_prev}. */
  static Equation newState() {
    return H.is(oneMinus(Z).by(N).plus(Z.by(H.before())));
  }

  /** {@code da_n = dh ⊙ (1 − z) ⊙ (1 − n²)}. */
  static Equation throughCandidate() {
    return OF_N.da().is(DH.by(oneMinus(Z)).by(oneMinus(square(N))));
  }

  /** {@code da_z = dh ⊙ (h_prev − n) ⊙ z ⊙ (1 − z)}. */
  static Equation throughUpdate() {
    return OF_Z.da().is(DH.by(H.before().minus(N)).by(Z).by(oneMinus(Z)));
  }

  @Override
  public List<Rule> backward(Equation fromOutput) {
    return List.of(
        Cell.total(fromOutput),
        Rule.of(throughCandidate()),
        Rule.of(throughUpdate()),
        Rule.of(OF_R.da().is(OF_N.da().by(HN).by(R).by(oneMinus(R)))),
        Rule.of(DHN.is(OF_N.da().by(R))));
  }

  @Override
  public List<Gradient> gradients(Expr x) {
    return Stream.of(
            OF_R.gradients(x, H.before()).stream(),
            OF_Z.gradients(x, H.before()).stream(),
            Stream.of(
                OF_N.w1().of(x, OF_N.da()),
                OF_N.w2().of(H.before(), DHN),
                OF_N.bias().of(OF_N.da()),
                B_HN.of(DHN)))
        .flatMap(gradients -> gradients)
        .toList();
  }

  @Override
  public List<Equation> handedBack() {
    return List.of(
        DH_PREV.is(
            DH.by(Z).plus(OF_R.back()).plus(OF_Z.back()).plus(DHN.timesTransposed(OF_N.w2()))));
  }
}
