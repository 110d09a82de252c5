package dev.backstep.check.reading;

import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.Example;
import dev.backstep.model.GradientCheck;
import dev.backstep.net.Vector;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * States of which there are T + 1: that before the first character is among them, as the first or,
 * as min-char-rnn's {@code hs[-1]} may come, as the last.
 */
final class SavedStates {
  /** A state that follows from another is off by no more than float16 makes it. */
  private static final double FOLLOWS = 1e-2;

  /** So many timesteps are asked at most; one is enough unless it reads what the next one does. */
  private static final int ASKED = 16;

  private final Example given;
  private final Map<Vector, Saved> states;

  /**
   * @param name what the file calls it
   * @param all T + 1 rows
   */
  private record Saved(String name, double[][] all) {}

  private SavedStates(Example given, Map<Vector, Saved> states) {
    this.given = given;
    this.states = states;
  }

  /** Those of which there are T + 1. */
  static SavedStates of(FoundArrays found, Shaping shaping, Example given)
      throws SubmissionException {
    int hidden = given.shape().hidden();
    int rows = given.length() + 1;
    Map<Vector, Saved> states = new LinkedHashMap<>();
    for (Vector state : given.net().states()) {
      Optional<String> name = found.overTime(state, new TimeLayout(rows, hidden));
      if (name.isPresent()) {
        states.put(state, new Saved(name.get(), shaping.overTime(name.get(), rows, hidden, "")));
      }
    }
    return new SavedStates(given, states);
  }

  /** Whether there are T + 1 of a state. */
  boolean has(Vector state) {
    return states.containsKey(state);
  }

  private Saved saved(Vector state) {
    return Objects.requireNonNull(states.get(state), state.name());
  }

  String name(Vector state) {
    return saved(state).name();
  }

  /**
   * Whether the state before the sequence is the first: each state follows from the one before it
   * and the character that was read. Where that tells nothing, the one that is nearer to what the
   * file says is it.
   */
  boolean isBeforeFirst() {
    int last = given.length();
    // What the file has of another state is that before the first character alone.
    int asked = states.size() == given.net().states().size() ? ASKED : 1;
    for (int t = 0; t < last && t < asked && !states.isEmpty(); t++) {
      boolean isFirst = follows(t, t, t + 1);
      boolean isLast = follows(t, t == 0 ? last : t - 1, t);
      if (isFirst != isLast) {
        return isFirst;
      }
    }
    return distance(0) <= distance(last);
  }

  private boolean follows(int t, int before, int after) {
    int[] input = {given.inputs()[t]};
    Computed right =
        Computed.of(given.on(input, input).from(together(before)), BackwardRules.RIGHT);
    return states.entrySet().stream()
        .allMatch(
            each ->
                GradientCheck.error(each.getValue().all()[after], right.row(each.getKey(), 0))
                    <= FOLLOWS);
  }

  private double[] together(int row) {
    double[] together = given.states().clone();
    for (int i = 0; i < together.length; i++) {
      together[i] = entry(row, i);
    }
    return together;
  }

  /** An entry of the states one after another. */
  private double entry(int row, int i) {
    int hidden = given.shape().hidden();
    Vector state = given.net().states().get(i / hidden);
    return has(state) ? saved(state).all()[row][i % hidden] : given.states()[i];
  }

  private double distance(int row) {
    double sum = 0;
    for (int i = 0; i < given.states().length; i++) {
      double difference = entry(row, i) - given.states()[i];
      sum += difference * difference;
    }
    return sum;
  }

  /** The state before the sequence. */
  double[] before(Vector state, boolean isFirst) {
    double[][] all = saved(state).all();
    return all[isFirst ? 0 : all.length - 1];
  }

  /** Those after each character, t ascending. */
  double[][] after(Vector state, boolean isFirst) {
    double[][] all = saved(state).all();
    return isFirst ? Arrays.copyOfRange(all, 1, all.length) : Arrays.copyOf(all, all.length - 1);
  }

  /** How they were read. */
  String remark(Vector state, boolean isFirst, boolean isSource) {
    Saved saved = saved(state);
    String which = isFirst ? "first" : "last";
    return isSource
        ? String.format(
            Locale.ROOT,
            "%s0 is not supplied and taken from %s, of whose %d rows it is the %s.",
            state,
            saved.name(),
            saved.all().length,
            which)
        : String.format(
            Locale.ROOT,
            "%s has %d rows for T = %d; the %s is read as the state before the sequence.",
            saved.name(),
            saved.all().length,
            saved.all().length - 1,
            which);
  }
}
