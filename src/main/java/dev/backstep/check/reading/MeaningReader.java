package dev.backstep.check.reading;

import dev.backstep.check.meaning.Meaning;
import dev.backstep.check.meaning.source.Source;
import dev.backstep.check.submission.Computed;
import dev.backstep.check.submission.Rounding;
import dev.backstep.check.submission.Submission;
import dev.backstep.check.submission.SubmissionException;
import dev.backstep.check.submission.SuppliedLoss;
import dev.backstep.check.submission.SuppliedRows;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.check.submission.Tolerance;
import dev.backstep.math.NdArray;
import dev.backstep.model.BackwardRules;
import dev.backstep.model.Batch;
import dev.backstep.model.Parameters;
import dev.backstep.model.Shape;
import dev.backstep.model.Truncation;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Input;
import dev.backstep.net.Net;
import dev.backstep.net.Nets;
import dev.backstep.net.Phase;
import dev.backstep.net.Vector;
import dev.backstep.net.Weight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a submission of what the arrays of a file mean, for one cell and one head. */
final class MeaningReader {
  private final String source;
  private final Meaning meaning;
  private final Cell cell;
  private final Head head;
  private final List<NdArray.Kind> kinds = new ArrayList<>();
  private final List<String> remarks;

  MeaningReader(String source, Meaning meaning, Cell cell, Head head) {
    this.source = source;
    this.meaning = meaning;
    this.cell = cell;
    this.head = head;
    remarks = new ArrayList<>(meaning.remarks());
  }

  /** Whether the matrices of the cell are there, and those of the output if the head has one. */
  boolean isPossible() {
    boolean hasOutput = head.output().isEmpty() || meaning.source(Head.W3.name()).isPresent();
    boolean isOfIds = meaning.source(Input.E.name()).isEmpty() || isIds("x");
    boolean hasTargets = !head.id().equals(Head.SOFTMAX.id()) || isIds("y");
    return hasOutput
        && isOfIds
        && hasTargets
        && cell.weights().stream()
            .filter(weight -> !weight.isBias())
            .allMatch(weight -> meaning.source(weight.name()).isPresent());
  }

  /**
   * The submission.
   *
   * @param isWeighted whether the loss of each timestep has a weight, which windows need
   * @throws SubmissionException if a number is not finite, or an id is none
   */
  Submission read(Truncation truncation, boolean isWeighted) throws SubmissionException {
    SequencesReader sequences = new SequencesReader(source, meaning, head);
    Parameters weights = weights(sequences, isWeighted);
    Shape shape = weights.shape();
    Net net = shape.net();
    Batch batch = new Batch(sequences.read(weights), truncation);
    Computed right = Computed.of(batch, BackwardRules.RIGHT);
    boolean hasLoss = sequences.hasLoss();
    if (!hasLoss) {
      remarks.add("Nothing says what should be predicted: only the forward pass can be checked.");
    }
    List<SuppliedRows> rows = rows(net, sequences, hasLoss);
    List<SuppliedTotal> totals = hasLoss ? totals(net) : List.of();
    SuppliedLoss loss = hasLoss && head.output().isPresent() ? loss(batch, sequences) : noLoss();
    Submission submission =
        new Submission(
            source,
            new MeaningNaming(meaning, net),
            right,
            sequences.padded(batch.weighted().weights()),
            Tolerance.of(kinds),
            labels(shape),
            rows,
            totals,
            loss,
            number("lr"),
            Map.of(),
            1,
            Rounding.NONE,
            remarks);
    if (submission.isEmpty()) {
      throw new SubmissionException(
          source, "nothing that was computed of the weights was found; save at least one gradient");
    }
    return submission;
  }

  /**
   * The weights and the sequences alone, whether anything was computed of them or not.
   *
   * @throws SubmissionException if a number is not finite, an id is none, or nothing says what
   *     should be predicted
   */
  GivenSequences given() throws SubmissionException {
    SequencesReader sequences = new SequencesReader(source, meaning, head);
    if (!sequences.hasLoss()) {
      throw new SubmissionException(
          source,
          head.output().isPresent()
              ? "nothing says what should be predicted; it must hold y"
              : "nothing says what comes back to the states; it must hold upstream_dh");
    }
    Parameters weights = weights(sequences, false);
    Batch batch = new Batch(sequences.read(weights), Truncation.NONE);
    return new GivenSequences(batch, sequences.padded(weights), remarks);
  }

  private Parameters weights(SequencesReader sequences, boolean isWeighted)
      throws SubmissionException {
    return weights(shape(Nets.of(input(), cell, head, isWeighted || sequences.isMasked())));
  }

  /** Whether it reads the file as what was asked for. */
  boolean isOf(@Nullable Cell asked, @Nullable Head askedHead) {
    return (asked == null || asked.equals(cell)) && (askedHead == null || askedHead.equals(head));
  }

  /** Whether what is called so has one number a timestep, or is not there. */
  private boolean isIds(String name) {
    return meaning.source(name).map(given -> given.shape().length < 3).orElse(true);
  }

  private Input input() {
    if (meaning.source(Input.E.name()).isPresent()) {
      return Input.EMBEDDED;
    }
    return meaning.source("x").orElseThrow().shape().length == 3 ? Input.REAL : Input.ONE_HOT;
  }

  private Shape shape(Net net) {
    Weight ofInput =
        cell.gradients(net.input().x()).stream()
            .filter(gradient -> net.input().x().equals(gradient.left()))
            .findFirst()
            .orElseThrow()
            .weight();
    int[] first = source(ofInput.name()).shape();
    int vocabulary =
        meaning.source(Input.E.name()).map(embedding -> embedding.shape()[0]).orElse(first[0]);
    int outputs = net.head().output().isPresent() ? source(Head.W3.name()).shape()[0] : 1;
    return new Shape(net, vocabulary, first[0], first[1], outputs);
  }

  private Source source(String name) {
    return meaning.source(name).orElseThrow();
  }

  private Parameters weights(Shape shape) throws SubmissionException {
    Parameters weights = Parameters.zeros(shape);
    List<String> missing = new ArrayList<>();
    for (Weight weight : shape.net().weights()) {
      Optional<Source> given = meaning.source(weight.name());
      if (given.isPresent()) {
        double[] entries = finite(given.get());
        double[] to = weights.get(weight.name()).data;
        requireSize(given.get(), to.length);
        System.arraycopy(entries, 0, to, 0, to.length);
      } else {
        missing.add(weight.name());
      }
    }
    if (!missing.isEmpty()) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "%s %s not supplied and taken as 0.",
              String.join(", ", missing),
              missing.size() == 1 ? "is" : "are"));
    }
    return weights;
  }

  private void requireSize(Source given, int size) throws SubmissionException {
    if (given.values().length != size) {
      throw new SubmissionException(
          source,
          String.format(
              Locale.ROOT,
              "%s has %d entries; it must have %d",
              given.name(),
              given.values().length,
              size));
    }
  }

  private double[] finite(Source given) throws SubmissionException {
    kinds.add(given.kind());
    return SequencesReader.finite(source, given);
  }

  private List<SuppliedRows> rows(Net net, SequencesReader sequences, boolean hasLoss)
      throws SubmissionException {
    List<SuppliedRows> rows = new ArrayList<>();
    for (Vector vector : net.vectors()) {
      boolean isForward = vector.phase() == Phase.FORWARD;
      if (net.given().contains(vector) || vector.equals(Input.X) || !(isForward || hasLoss)) {
        continue;
      }
      Optional<Source> given =
          names(vector).flatMap(name -> meaning.source(name).stream()).findFirst();
      if (given.isPresent()) {
        double[] values = ofGate(vector, finite(given.get()));
        rows.add(
            new SuppliedRows(
                given.get().name(), vector, sequences.rows(values, given.get().shape()[2])));
      }
    }
    return rows;
  }

  /** A z that says how much is new is read as 1 − z, and its gradient with the other sign. */
  private double[] ofGate(Vector vector, double[] values) {
    boolean isOther =
        meaning.source("W2_z").filter(weight -> weight.name().startsWith("-")).isPresent();
    if (!isOther) {
      return values;
    }
    return switch (vector.name()) {
      case "z" -> Arrays.stream(values).map(value -> 1 - value).toArray();
      case "da_z" -> Arrays.stream(values).map(value -> -value).toArray();
      default -> values;
    };
  }

  /** The gradient of the pre-activation has one name where the function is tanh. */
  private static Stream<String> names(Vector vector) {
    return vector.name().equals("da") || vector.name().equals("dtanh")
        ? Stream.of(vector.name(), "da", "dtanh").distinct()
        : Stream.of(vector.name());
  }

  private List<SuppliedTotal> totals(Net net) throws SubmissionException {
    List<SuppliedTotal> totals = new ArrayList<>();
    for (Weight weight : net.weights()) {
      String gradient = SuppliedTotal.ofWeight(weight);
      for (Source given : meaning.sources(gradient)) {
        totals.add(new SuppliedTotal(given.name(), gradient, true, finite(given)));
      }
    }
    for (Vector state : net.states()) {
      String gradient = SuppliedTotal.ofState(state);
      for (Source given : meaning.sources(gradient)) {
        totals.add(new SuppliedTotal(given.name(), gradient, false, finite(given)));
      }
    }
    return totals;
  }

  private static SuppliedLoss noLoss() {
    return new SuppliedLoss(new double[0], OptionalDouble.empty());
  }

  private SuppliedLoss loss(Batch batch, SequencesReader sequences) throws SubmissionException {
    Optional<Source> given = meaning.source("loss");
    if (given.isEmpty()) {
      return noLoss();
    }
    double[] values = finite(given.get());
    if (values.length == 1) {
      return new SuppliedLoss(new double[0], OptionalDouble.of(values[0]));
    }
    double[] losses = sequences.perTimestep(values);
    return losses.length == batch.timesteps()
        ? new SuppliedLoss(losses, OptionalDouble.empty())
        : noLoss();
  }

  private OptionalDouble number(String name) {
    return meaning
        .source(name)
        .filter(given -> given.values().length == 1)
        .map(given -> OptionalDouble.of(given.values()[0]))
        .orElse(OptionalDouble.empty());
  }

  private List<String> labels(Shape shape) {
    int count = Math.max(shape.vocabulary(), Math.max(shape.inputs(), shape.outputs()));
    return IntStream.range(0, count)
        .mapToObj(
            id ->
                id < meaning.characters().size()
                    ? meaning.characters().get(id)
                    : String.valueOf(id))
        .toList();
  }
}
