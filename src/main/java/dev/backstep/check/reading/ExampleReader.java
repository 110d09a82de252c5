package dev.backstep.check.reading;

import dev.backstep.check.submission.SubmissionException;
import dev.backstep.math.NdArray;
import dev.backstep.model.Example;
import dev.backstep.model.Parameters;
import dev.backstep.model.Shape;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads weights and sequence, and says what it took for granted. */
public final class ExampleReader {
  private final FoundArrays found;
  private final Shaping shaping;
  private final WeightsReader weights;
  private final List<String> used = new ArrayList<>();
  private Optional<StatesReader> states = Optional.empty();
  private boolean hasTargets = true;

  ExampleReader(FoundArrays found, Shaping shaping, Orientation standing) {
    this.found = found;
    this.shaping = shaping;
    weights = new WeightsReader(found, shaping, standing);
  }

  /**
   * Recognises the weights and the sequence among the arrays of a file.
   *
   * @param source the name of the file, for messages
   * @throws SubmissionException if one of the matrices, x and y is missing or cannot be read
   */
  public static Example of(String source, Map<String, NdArray> arrays) throws SubmissionException {
    FoundArrays found = new FoundArrays(source, arrays);
    Orientation standing = Orientation.of(found, new NetSearch(found).nets().get(0));
    ExampleReader reader = new ExampleReader(found, new Shaping(found), standing);
    Example example = reader.read();
    reader.requireLoss();
    return example;
  }

  /**
   * Recognises the weights of the net that a file is of, and refuses weights of two nets.
   *
   * @param asked the net that the file must be of; null if its names are to tell
   * @throws SubmissionException if the net is left open, or as {@link #of(String, Map)} does
   */
  public static Example of(String source, Map<String, NdArray> arrays, @Nullable Net asked)
      throws SubmissionException {
    FoundArrays found = new FoundArrays(source, arrays);
    boolean isOurs = found.spoken() == KnownDialect.OURS;
    if (!isOurs && asked == null) {
      return of(source, arrays);
    }
    NetSearch search = new NetSearch(found);
    Net net = asked == null ? search.one() : asked;
    if (isOurs) {
      search.require(net);
    }
    ExampleReader reader = new ExampleReader(found, new Shaping(found), Orientation.of(found, net));
    Example example = reader.read();
    reader.requireLoss();
    return example;
  }

  private void requireLoss() throws SubmissionException {
    if (!hasLoss()) {
      throw found.refused(
          weights.isOfPlainCell()
              ? "it must hold W1, W2, W3, x and y (or the same in the names of min-char-rnn or"
                  + " PyTorch)"
              : "it must hold " + weights.least() + ", x and y");
    }
  }

  Example read() throws SubmissionException {
    requireLeast();
    weights.readShape();
    Shape shape = weights.shape();
    SequenceReader sequence = new SequenceReader(found, shaping, shape, weights.sizes());
    sequence.requireRoom();
    Parameters parameters = weights.read();
    int[] inputs = sequence.inputs();
    int[] targets = sequence.targets(inputs.length);
    hasTargets = sequence.hasTargets();
    Example fromZeros = new Example(parameters, inputs, targets, new double[shape.stateSize()]);
    StatesReader reader = new StatesReader(found, shaping, weights.sizes());
    states = Optional.of(reader);
    Example example = fromZeros.from(reader.read(fromZeros));
    used.addAll(weights.used());
    used.addAll(reader.used());
    return example;
  }

  private void requireLeast() throws SubmissionException {
    List<String> missing = new ArrayList<>(weights.missing());
    if (found.other("x").isEmpty()) {
      missing.add(found.spoken().ofSequence("x"));
    }
    if (!missing.isEmpty()) {
      throw found.refused(
          String.format(
              Locale.ROOT,
              "%s %s missing, so that nothing can be computed; the least is %s, %s and %s, and for"
                  + " a check something that was computed, as %s; %s; np.savez(\"mine.npz\", …, %s)"
                  + " saves what is missing",
              String.join(", ", missing),
              missing.size() == 1 ? "is" : "are",
              weights.least(),
              found.spoken().ofSequence("x"),
              found.spoken().ofSequence("y"),
              weights.gradient(),
              found.there(),
              missing.stream().map(ExampleReader::argument).collect(Collectors.joining(", "))));
    }
  }

  /** An argument of np.savez; a name with a dot can be none. */
  static String argument(String name) {
    return name.contains(".") ? "**{\"" + name + "\": " + name + "}" : name + "=" + name;
  }

  /** What reads the weights, and whatever stands as they do. */
  WeightsReader weights() {
    return weights;
  }

  /** A state after each character, where that before them was saved with them. */
  Optional<double[][]> after(Vector state) {
    return states.flatMap(reader -> reader.after(state));
  }

  /** Whether there is an output layer, without which there is no o. */
  boolean hasOutput() {
    return weights.hasOutput();
  }

  /** Whether there is a loss, without which there is no gradient. */
  boolean hasLoss() {
    return hasOutput() && hasTargets;
  }

  List<String> remarks() {
    return shaping.remarks();
  }

  /** The names of the arrays that everything is computed from. */
  List<String> used() {
    return used;
  }
}
