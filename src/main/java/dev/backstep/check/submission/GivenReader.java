package dev.backstep.check.submission;

import dev.backstep.math.NdArray;
import dev.backstep.model.Parameters;
import dev.backstep.model.Shape;
import dev.backstep.text.Heap;
import dev.backstep.text.TextMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads weights and sequence, and says what it took for granted. */
final class GivenReader {
  private static final List<String> LEAST = List.of(Parameters.W1, Parameters.W2);

  /** What may be held of one sequence, and the part of the memory that it may take. */
  private static final long MOST_BYTES = 1L << 28;

  private static final int PARTS_OF_HEAP = 4;

  /** Four times what a text may have; every fault is tried on all of it, so it takes its time. */
  private static final int LONGEST = 4 * TextMode.MAX_LENGTH;

  private final FoundArrays found;
  private final Shaping shaping;
  private final Dialect dialect;
  private final Orientation standing;
  private final List<String> used = new ArrayList<>();
  private @Nullable Shape shape;
  private boolean hasOutput = true;
  private boolean hasTargets = true;
  private Optional<double[][]> states = Optional.empty();

  GivenReader(FoundArrays found, Shaping shaping, Orientation standing) {
    this.found = found;
    this.standing = standing;
    this.shaping = shaping;
    dialect = found.spoken();
  }

  Given read() throws SubmissionException {
    requireLeast();
    Shape read = shape();
    shape = read;
    requireRoom();
    Parameters parameters = Parameters.zeros(read);
    for (String name : Parameters.NAMES) {
      read(name, parameters.get(name).data);
    }
    standing.remark().ifPresent(shaping::remark);
    addOtherBias(parameters.get(Parameters.BH).data);
    int[] inputs = ids(found.other("x").orElseThrow());
    requireRoom(inputs.length);
    int[] targets = targets(inputs.length);
    Given fromZeros = new Given(parameters, inputs, targets, new double[read.hidden()]);
    return fromZeros.from(state(fromZeros));
  }

  private void requireLeast() throws SubmissionException {
    List<String> missing = new ArrayList<>();
    for (String name : LEAST) {
      if (found.parameter(name).isEmpty()) {
        missing.add(dialect.name(name));
      }
    }
    if (found.other("x").isEmpty()) {
      missing.add("x");
    }
    if (!missing.isEmpty()) {
      throw found.refused(
          String.format(
                  Locale.ROOT,
                  "%s %s missing, so that nothing can be checked; the least is W1, W2, W3, x, y and one computed array, ",
                  String.join(", ", missing),
                  missing.size() == 1 ? "is" : "are")
              + "such as dW2 (or Wxh, Whh, Why, inputs, targets and dWhh;"
              + " or rnn.weight_ih_l0, rnn.weight_hh_l0, fc.weight, x, y and rnn.weight_hh_l0.grad)");
    }
  }

  /** H is the size of W2, and V the other size of W1. */
  private Shape shape() throws SubmissionException {
    String w2 = found.parameter(Parameters.W2).orElseThrow();
    NdArray square = found.get(w2);
    if (square.dimensions() != 2 || !square.hasShape(square.shape()[0], square.shape()[0])) {
      throw found.refused(
          String.format(
              Locale.ROOT,
              "%s is %s; it must be square, (H, H)",
              w2,
              NdArray.text(square.shape())));
    }
    String w1 = found.parameter(Parameters.W1).orElseThrow();
    NdArray matrix = found.get(w1);
    boolean isTransposed = standing.isTransposed(Parameters.W1);
    if (matrix.dimensions() != 2) {
      throw found.refused(
          String.format(
              Locale.ROOT,
              "%s is %s; it must be a matrix, %s",
              w1,
              NdArray.text(matrix.shape()),
              isTransposed ? "(H, V)" : "(V, H)"));
    }
    int hidden = square.shape()[0];
    int vocabulary = matrix.shape()[isTransposed ? 1 : 0];
    if (matrix.shape()[isTransposed ? 0 : 1] != hidden && vocabulary == hidden) {
      vocabulary = matrix.shape()[isTransposed ? 0 : 1];
    }
    if (hidden < 1 || vocabulary < 1) {
      throw found.refused(
          String.format(
              Locale.ROOT, "V is %d and H is %d; both must be at least 1", vocabulary, hidden));
    }
    return new Shape(vocabulary, hidden);
  }

  /** The sizes, for messages. */
  String sizes() {
    return String.format(
        Locale.ROOT, "V = %d and H = %d", shapeRead().vocabulary(), shapeRead().hidden());
  }

  private void read(String parameter, double[] into) throws SubmissionException {
    Optional<String> name = found.parameter(parameter);
    if (name.isEmpty()) {
      missing(parameter);
      return;
    }
    used.add(name.get());
    double[] entries = entries(parameter, name.get());
    System.arraycopy(entries, 0, into, 0, into.length);
  }

  /** The entries of a parameter, or of what has its shape. */
  double[] entries(String parameter, String name) throws SubmissionException {
    int rows = parameter.equals(Parameters.W2) ? shapeRead().hidden() : shapeRead().vocabulary();
    return switch (parameter) {
      case Parameters.BH -> shaping.vector(name, shapeRead().hidden(), sizes());
      case Parameters.BO -> shaping.vector(name, shapeRead().vocabulary(), sizes());
      default ->
          shaping.matrix(
              name, rows, shapeRead().hidden(), standing.isTransposed(parameter), sizes());
    };
  }

  private void missing(String parameter) {
    String name = dialect.name(parameter);
    if (parameter.equals(Parameters.W3)) {
      hasOutput = false;
      shaping.remark(name + " is not supplied: only h can be checked.");
    } else if (hasOutput && !(parameter.equals(Parameters.BH) && otherBias().isPresent())) {
      shaping.remark(name + " is not supplied and taken as 0.");
    }
  }

  /** Said before anything is read: the weights, their gradients and one timestep are held. */
  private void requireRoom() throws SubmissionException {
    double entries =
        ((double) 2 * shapeRead().vocabulary() + shapeRead().hidden()) * shapeRead().hidden();
    if (2 * entries * Double.BYTES + bytesOfTimestep() > mostBytes()) {
      throw found.refused(
          String.format(
              Locale.ROOT,
              "%s are too large; one pass may take at most %d MB",
              sizes(),
              mostBytes() >> 20));
    }
    NdArray x = found.get(found.other("x").orElseThrow());
    // One-hot has V entries a timestep, along an axis of their own.
    boolean isList = Arrays.stream(x.shape()).filter(size -> size != 1).count() < 2;
    boolean isIds = x.dimensions() < 2 || isList && x.count() > shapeRead().vocabulary();
    requireRoom(isIds ? x.count() : x.count() / shapeRead().vocabulary());
  }

  private void requireRoom(long length) throws SubmissionException {
    long most = Math.min(LONGEST, mostBytes() / bytesOfTimestep());
    if (length > most) {
      throw found.refused(
          String.format(
              Locale.ROOT,
              "%s has %d timesteps; with %s there may be at most %d",
              found.other("x").orElseThrow(),
              length,
              sizes(),
              most));
    }
  }

  /** What is computed of a timestep is held: six rows of H and two of V, in doubles. */
  private long bytesOfTimestep() {
    return (6L * shapeRead().hidden() + 2L * shapeRead().vocabulary()) * Double.BYTES;
  }

  private static long mostBytes() {
    return Math.min(MOST_BYTES, Heap.part(PARTS_OF_HEAP));
  }

  private Optional<String> otherBias() {
    return found.otherBias("");
  }

  private void addOtherBias(double[] bh) throws SubmissionException {
    if (otherBias().isPresent()) {
      used.add(otherBias().get());
      double[] other = shaping.vector(otherBias().get(), bh.length, sizes());
      for (int j = 0; j < bh.length; j++) {
        bh[j] += other[j];
      }
    }
  }

  private int[] targets(int length) throws SubmissionException {
    Optional<String> name = found.other("y");
    if (name.isEmpty()) {
      hasTargets = false;
      shaping.remark("y is not supplied: only h and o can be checked.");
      return new int[length];
    }
    int[] targets = ids(name.get());
    if (targets.length != length) {
      throw found.refused(
          String.format(
              Locale.ROOT,
              "%s has %d timesteps and %s has %d; they must have as many",
              found.other("x").orElseThrow(),
              length,
              name.get(),
              targets.length));
    }
    return targets;
  }

  private int[] ids(String name) throws SubmissionException {
    return new CharacterIds(found, shaping, shapeRead().vocabulary()).read(name);
  }

  private double[] state(Given fromZeros) throws SubmissionException {
    Optional<String> name = found.other("h0");
    double[] state = fromZeros.h0();
    if (name.isPresent()) {
      used.add(name.get());
      state = shaping.vector(name.get(), shapeRead().hidden(), sizes());
    }
    Optional<SavedStates> saved = SavedStates.of(found, shaping, shapeRead(), fromZeros.length());
    if (saved.isPresent()) {
      return state(saved.get(), fromZeros.from(state), name.isPresent());
    }
    if (name.isEmpty()) {
      shaping.remark(
          (dialect == Dialect.MIN_CHAR_RNN ? "hprev" : "h0") + " is not supplied and taken as 0.");
    }
    return state;
  }

  private double[] state(SavedStates saved, Given given, boolean isGiven) {
    boolean isFirst = saved.isBeforeFirst(given);
    shaping.remark(saved.remark(isFirst, !isGiven));
    states = Optional.of(saved.after(isFirst));
    if (isGiven) {
      return given.h0();
    }
    used.add(saved.name());
    return saved.before(isFirst);
  }

  /** The hidden states after each character, where that before them was saved with them. */
  Optional<double[][]> states() {
    return states;
  }

  Shape shapeRead() {
    return Objects.requireNonNull(shape, "nothing was read");
  }

  /** Whether there is an output layer, without which there is no o. */
  boolean hasOutput() {
    return hasOutput;
  }

  /** Whether there is a loss, without which there is no gradient. */
  boolean hasLoss() {
    return hasOutput && hasTargets;
  }

  List<String> remarks() {
    return shaping.remarks();
  }

  /** The names of the arrays that everything is computed from. */
  List<String> used() {
    return used;
  }
}
