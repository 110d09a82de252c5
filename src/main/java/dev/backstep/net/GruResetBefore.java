package dev.backstep.net;

import static dev.backstep.net.Expr.oneMinus;
import static dev.backstep.net.Expr.sigmoid;
import static dev.backstep.net.Expr.tanh;
import static dev.backstep.net.Gru.N;
import static dev.backstep.net.Gru.OF_N;
import static dev.backstep.net.Gru.OF_R;
import static dev.backstep.net.Gru.OF_Z;
import static dev.backstep.net.Gru.R;
import static dev.backstep.net.Gru.Z;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The GRU with the reset before the product, as it was first described (Cho and others 2014).
 *
 * <pre>
 *   r  = σ(x·W1_r + h_prev·W2_r + b_r)        z likewise
 *   rh = r ⊙ h_prev                           n = tanh(x·W1_n + rh·W2_n + b_n)
 *   h  = (1 − z) ⊙ n + z ⊙ h_prev
 * </pre>
 *
 * <p>It is no other form of {@link Gru}: dW2_n, dh_prev and da_r are other numbers.
 */
public final class GruResetBefore implements Cell {
  /** What the reset leaves of the state before, (H). */
  public static final Vector RH = Vector.forward("rh", "RH", Scale.SIGNED, "\\mathrm{rh}");

  public static final Vector DRH = Vector.gradient("drh", "\\mathrm{drh}");

  public static final Net NET = Net.of(Input.ONE_HOT, new GruResetBefore(), Head.SOFTMAX);

  private GruResetBefore() {}

  @Override
  public String id() {
    return "gru-reset-before";
  }

  @Override
  public List<Weight> weights() {
    return Stream.of(OF_R, OF_Z, OF_N).flatMap(gate -> gate.weights().stream()).toList();
  }

  @Override
  public Optional<GateBias> gateBias() {
    return Optional.of(Gru.UPDATE);
  }

  @Override
  public List<Vector> states() {
    return List.of(H);
  }

  @Override
  public Gating gating() {
    return Gru.gating(RH, DRH);
  }

  @Override
  public List<Equation> forward(Expr x) {
    return List.of(
        R.is(sigmoid(OF_R.sum(x, H.before()))),
        Z.is(sigmoid(OF_Z.sum(x, H.before()))),
        RH.is(R.by(H.before())),
        N.is(tanh(OF_N.sum(x, RH.expr()))),
        Gru.newState());
  }

  @Override
  public List<Rule> backward(Equation fromOutput) {
    return List.of(
        Cell.total(fromOutput),
        Rule.of(Gru.throughCandidate()),
        Rule.of(Gru.throughUpdate()),
        Rule.of(DRH.is(OF_N.back())),
        Rule.of(OF_R.da().is(DRH.by(H.before()).by(R).by(oneMinus(R)))));
  }

  @Override
  public List<Gradient> gradients(Expr x) {
    return Stream.of(
            OF_R.gradients(x, H.before()),
            OF_Z.gradients(x, H.before()),
            OF_N.gradients(x, RH.expr()))
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public List<Equation> handedBack() {
    return List.of(DH_PREV.is(DH.by(Z).plus(DRH.by(R)).plus(OF_R.back()).plus(OF_Z.back())));
  }
}
