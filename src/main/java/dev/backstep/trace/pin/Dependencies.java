package dev.backstep.trace.pin;

import dev.backstep.net.Equation;
import dev.backstep.net.Expr;
import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import dev.backstep.trace.Trace;
import dev.backstep.trace.links.Block;
import dev.backstep.trace.links.Light;
import dev.backstep.trace.links.Lights;
import dev.backstep.trace.links.LitMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a number was made of, back through both passes to the characters: of each vector of each
 * timestep either nothing, one entry, or all of it. A vector of which two entries are needed counts
 * as needed whole, so that it takes no longer than the pass did.
 */
final class Dependencies {
  private static final int NOTHING = -1;
  private static final int ALL = -2;

  private final Trace trace;
  private final Map<Vector, int[]> needed = new HashMap<>();
  private final Map<Vector, Integer> initial = new HashMap<>();
  private final boolean[] inputs;
  private final boolean[] targets;

  /** The last timestep whose loss reaches what is needed. */
  private int last;

  Dependencies(Trace trace) {
    this.trace = trace;
    inputs = new boolean[trace.length()];
    targets = new boolean[trace.length()];
  }

  /** Needs an entry of a vector of cell t. */
  void need(Vector vector, int t, int index) {
    reach(t);
    needed(vector)[t] = both(needed(vector)[t], index);
  }

  /** Needs an entry of what an expression is in cell t: of the left side of a weight gradient. */
  void need(Expr expr, int t, int index) {
    reach(t);
    follow(expr, t, index);
  }

  private void reach(int t) {
    last = Math.max(last, trace.truncation().lastLoss(t, trace.length()));
  }

  /** Follows everything that is needed to its sources. */
  void follow() {
    for (int s = 0; s < trace.length(); s++) {
      follow(Phase.BACKWARD, s);
    }
    for (int s = trace.length() - 1; s >= 0; s--) {
      follow(Phase.FORWARD, s);
    }
  }

  private void follow(Phase phase, int s) {
    for (Equation equation : ComputingOrder.lastFirst(trace.net(), phase)) {
      int entry = needed(equation.left())[s];
      if (entry != NOTHING) {
        follow(equation.right(), s, entry);
      }
    }
  }

  private void follow(Expr expr, int s, int entry) {
    if (expr instanceof Expr.Of of) {
      need(of, s, entry);
    } else if (expr instanceof Expr.Times times) {
      follow(times.vector(), s, ALL);
    } else if (expr instanceof Expr.Softmax softmax) {
      follow(softmax.inner(), s, ALL);
    } else if (expr instanceof Expr.Input) {
      inputs[s] = true;
    } else if (expr instanceof Expr.Target) {
      targets[s] = true;
    } else {
      expr.parts().forEach(part -> follow(part, s, entry));
    }
  }

  private void need(Expr.Of of, int s, int entry) {
    int at = s + of.shift();
    if (of.shift() > 0 && (at > last || trace.truncation().isCutBefore(at))) {
      return;
    }
    if (at < 0) {
      initial.merge(of.vector(), entry, Dependencies::both);
    } else if (at < trace.length()) {
      int[] all = needed(of.vector());
      all[at] = both(all[at], entry);
    }
  }

  private int[] needed(Vector vector) {
    return needed.computeIfAbsent(
        vector,
        each -> {
          int[] none = new int[trace.length()];
          Arrays.fill(none, NOTHING);
          return none;
        });
  }

  private static int both(int one, int other) {
    if (one == NOTHING || one == other) {
      return other;
    }
    return other == NOTHING ? one : ALL;
  }

  /** The lights on all that is needed. */
  Lights lights() {
    List<Light> lights = new ArrayList<>();
    needed.forEach((vector, entries) -> add(lights, vector, entries));
    initial.forEach(
        (state, entry) ->
            lights.add(new Light(new LitMatrix.OfInitialState(state), block(state, 0, 1, entry))));
    for (int t = 0; t < trace.length(); t++) {
      if (inputs[t] && trace.input(t) >= 0) {
        lights.add(new Light(new LitMatrix.OfInputs(), one(t, trace.input(t))));
      }
      if (targets[t]) {
        lights.add(new Light(new LitMatrix.OfTargets(), one(t, trace.target(t))));
      }
    }
    return new Lights(lights, List.of());
  }

  private static Block one(int t, int id) {
    return new Block(t, t + 1, id, id + 1);
  }

  /** Timesteps of which the same is needed are one block. */
  private void add(List<Light> lights, Vector vector, int[] entries) {
    int from = 0;
    while (from < entries.length) {
      int until = from + 1;
      while (until < entries.length && entries[until] == entries[from]) {
        until++;
      }
      if (entries[from] != NOTHING) {
        lights.add(
            new Light(new LitMatrix.OfCells(vector), block(vector, from, until, entries[from])));
      }
      from = until;
    }
  }

  private Block block(Vector vector, int from, int until, int entry) {
    return entry == ALL
        ? new Block(from, until, 0, trace.shape().size(vector.axis()))
        : new Block(from, until, entry, entry + 1);
  }
}
