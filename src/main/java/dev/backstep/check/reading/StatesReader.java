package dev.backstep.check.reading;

import dev.backstep.check.submission.SubmissionException;
import dev.backstep.model.Example;
import dev.backstep.net.Vector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the states that a sequence begins with: h0, and c0 of a net that has a c. Where one is not
 * there it may stand among the states of the timesteps, as one more.
 */
final class StatesReader {
  private final FoundArrays found;
  private final Shaping shaping;
  private final String sizes;
  private final List<String> used = new ArrayList<>();
  private final Map<Vector, double[][]> after = new LinkedHashMap<>();

  /**
   * @param sizes V and H, for messages
   */
  StatesReader(FoundArrays found, Shaping shaping, String sizes) {
    this.found = found;
    this.shaping = shaping;
    this.sizes = sizes;
  }

  /** The states, one after another, of an example that begins with zeros. */
  double[] read(Example fromZeros) throws SubmissionException {
    List<Vector> states = fromZeros.net().states();
    int hidden = fromZeros.shape().hidden();
    double[] given = fromZeros.states().clone();
    for (int i = 0; i < states.size(); i++) {
      Optional<String> name = found.other(states.get(i) + "0");
      if (name.isPresent()) {
        used.add(name.get());
        put(shaping.vector(WeightPlace.all(name.get()), hidden, sizes), given, i);
      }
    }
    SavedStates saved = SavedStates.of(found, shaping, fromZeros.from(given.clone()));
    boolean isFirst = saved.isBeforeFirst();
    for (int i = 0; i < states.size(); i++) {
      Vector state = states.get(i);
      boolean isGiven = found.other(state + "0").isPresent();
      if (saved.has(state)) {
        shaping.remark(saved.remark(state, isFirst, !isGiven));
        after.put(state, saved.after(state, isFirst));
        if (!isGiven) {
          used.add(saved.name(state));
          put(saved.before(state, isFirst), given, i);
        }
      } else if (!isGiven) {
        shaping.remark(name(state) + " is not supplied and taken as 0.");
      }
    }
    return given;
  }

  private static void put(double[] state, double[] states, int place) {
    System.arraycopy(state, 0, states, place * state.length, state.length);
  }

  private String name(Vector state) {
    List<String> names = found.spoken().names(state + "0");
    return names.get(found.spoken() == KnownDialect.MIN_CHAR_RNN ? 1 : 0);
  }

  /** A state after each character, where that before them was saved with them. */
  Optional<double[][]> after(Vector state) {
    return Optional.ofNullable(after.get(state));
  }

  /** The names of the arrays that were read. */
  List<String> used() {
    return used;
  }
}
