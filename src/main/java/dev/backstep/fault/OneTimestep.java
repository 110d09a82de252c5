package dev.backstep.fault;

import dev.backstep.model.BackwardRules;
import dev.backstep.model.ChangedRules;
import dev.backstep.model.RowKernel;
import dev.backstep.model.SequenceBuffers;
import dev.backstep.model.Share;
import dev.backstep.net.Expr;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import org.jspecify.annotations.Nullable;

/** Rules by which one timestep alone goes by others, as far as those are about rows. */
final class OneTimestep extends ChangedRules {
  private static final RowKernel NOTHING = (buffers, t, y) -> {};

  private final BackwardRules rules;
  private final BackwardRules there;
  private final Expr.At at;

  /**
   * @param rules of every other timestep
   * @param there the rules of the one
   * @param timestep below 0 counted from the end
   */
  OneTimestep(BackwardRules rules, BackwardRules there, int timestep) {
    super(rules);
    this.rules = rules;
    this.there = there;
    at = new Expr.At(timestep, new Expr.Zero(), new Expr.Zero());
  }

  private BackwardRules at(SequenceBuffers buffers, int t) {
    return at.is(t, buffers.length()) ? there : rules;
  }

  @Override
  public int target(SequenceBuffers buffers, int t) {
    return at(buffers, t).target(buffers, t);
  }

  @Override
  public double loss(SequenceBuffers buffers, int t, double nats) {
    return at(buffers, t).loss(buffers, t, nats);
  }

  @Override
  public @Nullable RowKernel after(Vector vector, Net net) {
    RowKernel elsewhere = rules.after(vector, net);
    RowKernel only = there.after(vector, net);
    if (only == null) {
      return elsewhere;
    }
    RowKernel other = elsewhere == null ? NOTHING : elsewhere;
    return (buffers, t, y) -> (at.is(t, buffers.length()) ? only : other).run(buffers, t, y);
  }

  @Override
  public double[] left(Share share, SequenceBuffers buffers, int t, double[] row) {
    return at(buffers, t).left(share, buffers, t, row);
  }
}
