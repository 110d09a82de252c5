package dev.backstep.check.reading;

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
import dev.backstep.model.Example;
import dev.backstep.net.Net;
import dev.backstep.net.Vector;
import dev.backstep.net.Weight;
import dev.backstep.text.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Recognises the arrays of a file and brings them into the project's shapes. */
final class SubmissionReader {
  private final FoundArrays found;
  private final Orientation standing;
  private final Shaping shaping;
  private final ExampleReader reader;
  private final List<String> used = new ArrayList<>();

  SubmissionReader(FoundArrays found, Orientation standing) {
    this.found = found;
    this.standing = standing;
    shaping = new Shaping(found);
    reader = new ExampleReader(found, shaping, standing);
  }

  Submission read() throws SubmissionException {
    Example given = reader.read();
    Computed right = Computed.of(given, BackwardRules.RIGHT);
    RowsReader rowsReader = new RowsReader(found, shaping, reader, right);
    List<SuppliedRows> rows = rowsReader.read();
    used.addAll(rowsReader.used());
    List<SuppliedTotal> totals = reader.hasLoss() ? totals(given.net()) : List.of();
    SuppliedLoss loss = reader.hasLoss() ? loss(given.length()) : noLoss();
    OptionalDouble learningRate = number("lr");
    if (totals.isEmpty() && reader.hasLoss()) {
      totals = new UpdateReader(found, reader.weights()).totals(learningRate);
    }
    Submission submission =
        new Submission(
            found.source(),
            new TakenNaming(
                standing, TakenArrays.of(found, given.net(), reader.hasLoss(), allUsed(), rows)),
            right,
            Optional.empty(),
            tolerance(),
            labels(),
            rows,
            totals,
            loss,
            learningRate,
            new UpdateReader(found, reader.weights()).squares(),
            1,
            Rounding.NONE,
            reader.remarks());
    if (submission.isEmpty()) {
      shaping.refuseLeftOut();
      refuseWithoutLoss(given.net());
      throw found.refused(
          String.format(
              Locale.ROOT,
              "nothing that was computed of the weights is there; save at least one of h, o, e, %s"
                  + " (one row a timestep), %s, loss",
              given.net().flow().stream().map(Vector::name).collect(Collectors.joining(", ")),
              gradients(given.net())));
    }
    return submission;
  }

  /** Gradients that are there cannot be checked where nothing says what the loss is. */
  private void refuseWithoutLoss(Net net) throws SubmissionException {
    List<String> there =
        net.weights().stream()
            .flatMap(weight -> found.gradients(net, weight).stream())
            .map(WeightPlace::array)
            .distinct()
            .collect(Collectors.toCollection(ArrayList::new));
    found.other("loss").ifPresent(there::add);
    if (reader.hasLoss() || there.isEmpty()) {
      return;
    }
    String missing = reader.hasOutput() ? found.spoken().ofSequence("y") : output(net);
    throw found.refused(
        String.format(
            Locale.ROOT,
            "%s %s there and cannot be checked, because %s is missing, %s; save it as well,"
                + " np.savez(\"mine.npz\", …, %s)",
            String.join(", ", there),
            there.size() == 1 ? "is" : "are",
            missing,
            reader.hasOutput() ? "what should be predicted" : "hidden to output",
            ExampleReader.argument(missing)));
  }

  private String output(Net net) {
    return net.weights().stream()
        .filter(weight -> !weight.isBias() && net.isOfOutput(weight))
        .map(weight -> found.spoken().name(net, weight))
        .findFirst()
        .orElseThrow();
  }

  private String gradients(Net net) {
    return net.weights().stream()
        .filter(weight -> !weight.isBias() && !net.isOfOutput(weight))
        .map(weight -> found.spoken().gradient(net, weight))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private List<SuppliedTotal> totals(Net net) throws SubmissionException {
    List<SuppliedTotal> totals = new ArrayList<>();
    for (Weight weight : net.weights()) {
      for (WeightPlace place : found.gradients(net, weight)) {
        used.add(place.array());
        double[] entries = reader.weights().entries(weight, place);
        String name = reader.weights().name(weight, place);
        totals.add(new SuppliedTotal(name, SuppliedTotal.ofWeight(weight), true, entries));
      }
    }
    for (Vector state : net.states()) {
      Optional<String> name = found.other(SuppliedTotal.ofState(state));
      if (name.isPresent()) {
        addOfState(totals, name.get(), SuppliedTotal.ofState(state));
      }
    }
    return totals;
  }

  private void addOfState(List<SuppliedTotal> totals, String name, String gradient)
      throws SubmissionException {
    int hidden = reader.weights().shape().hidden();
    String sizes = reader.weights().sizes();
    if (shaping.isVectorOrLeftOut(name, hidden, sizes)) {
      used.add(name);
      double[] entries = shaping.vector(WeightPlace.all(name), hidden, sizes);
      totals.add(new SuppliedTotal(name, gradient, false, entries));
    }
  }

  private List<String> allUsed() {
    List<String> all = new ArrayList<>(used);
    all.addAll(reader.used());
    return all;
  }

  private static SuppliedLoss noLoss() {
    return new SuppliedLoss(new double[0], OptionalDouble.empty());
  }

  private SuppliedLoss loss(int length) throws SubmissionException {
    Optional<String> name = found.other("loss");
    if (name.isEmpty()) {
      return noLoss();
    }
    NdArray array = found.get(name.get());
    boolean isWhole = array.count() == 1;
    if (!isWhole && !shaping.isVectorOrLeftOut(name.get(), length, "T = " + length)) {
      return noLoss();
    }
    used.add(name.get());
    if (isWhole && (length > 1 || array.dimensions() == 0)) {
      return new SuppliedLoss(new double[0], OptionalDouble.of(shaping.number(name.get())));
    }
    double[] losses = shaping.vector(WeightPlace.all(name.get()), length, "T = " + length);
    return new SuppliedLoss(losses, OptionalDouble.empty());
  }

  private OptionalDouble number(String what) throws SubmissionException {
    Optional<String> name = found.other(what);
    return name.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(shaping.number(name.get()));
  }

  private Tolerance tolerance() {
    used.addAll(reader.used());
    return Tolerance.of(used.stream().map(name -> found.get(name).kind()).toList());
  }

  /** The characters themselves if they are there, else their ids. */
  private List<String> labels() throws SubmissionException {
    int vocabulary = reader.weights().shape().vocabulary();
    Optional<String> name = found.other("chars");
    if (name.isEmpty() || found.get(name.get()).kind() != NdArray.Kind.CHARACTER) {
      return IntStream.range(0, vocabulary).mapToObj(String::valueOf).toList();
    }
    NdArray characters = found.get(name.get());
    if (!characters.hasShape(vocabulary)) {
      throw found.refused(
          String.format(
              Locale.ROOT,
              "%s is %s; with V = %d it must be (%d,)",
              name.get(),
              NdArray.text(characters.shape()),
              vocabulary,
              vocabulary));
    }
    return IntStream.range(0, vocabulary)
        .mapToObj(id -> label((int) characters.values()[id]))
        .toList();
  }

  private static String label(int codePoint) {
    return codePoint == 0 || !Character.isValidCodePoint(codePoint)
        ? "⏎"
        : Vocabulary.of(Character.toString(codePoint)).label(1);
  }
}
