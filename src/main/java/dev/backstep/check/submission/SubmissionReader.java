package dev.backstep.check.submission;

import dev.backstep.math.NdArray;
import dev.backstep.model.Parameters;
import dev.backstep.text.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Recognises the arrays of a file and brings them into the project's shapes. */
final class SubmissionReader {
  private final FoundArrays found;
  private final Orientation standing;
  private final Shaping shaping;
  private final GivenReader givenReader;
  private final List<String> used = new ArrayList<>();

  SubmissionReader(FoundArrays found, Orientation standing) {
    this.found = found;
    this.standing = standing;
    shaping = new Shaping(found);
    givenReader = new GivenReader(found, shaping, standing);
  }

  Submission read() throws SubmissionException {
    Given given = givenReader.read();
    RowsReader rowsReader = new RowsReader(found, shaping, givenReader, given);
    List<SuppliedRows> rows = rowsReader.read();
    used.addAll(rowsReader.used());
    List<SuppliedTotal> totals = givenReader.hasLoss() ? totals() : List.of();
    SuppliedLoss loss = givenReader.hasLoss() ? loss(given.length()) : noLoss();
    OptionalDouble learningRate = number("lr");
    if (totals.isEmpty() && givenReader.hasLoss()) {
      totals = new UpdateReader(found, givenReader).totals(learningRate);
    }
    Submission submission =
        new Submission(
            found.source(),
            found.spoken(),
            standing,
            given,
            tolerance(),
            labels(),
            rows,
            totals,
            loss,
            learningRate,
            1,
            Rounding.NONE,
            givenReader.remarks());
    if (submission.isEmpty()) {
      shaping.refuseLeftOut();
      throw found.refused(
          "nothing that was computed of the weights is there; save at least one of h, o, e, dh,"
              + String.format(
                  Locale.ROOT,
                  " dtanh, dh_prev (one row a timestep), %s, %s, loss",
                  found.spoken().gradient(Parameters.W1),
                  found.spoken().gradient(Parameters.W2)));
    }
    return submission;
  }

  private List<SuppliedTotal> totals() throws SubmissionException {
    List<SuppliedTotal> totals = new ArrayList<>();
    for (String parameter : Parameters.NAMES) {
      add(totals, found.gradient(parameter), parameter);
      if (parameter.equals(Parameters.BH)) {
        // Both biases of PyTorch have the gradient of their sum.
        add(totals, found.otherBias(".grad"), parameter);
      }
    }
    Optional<String> ofState = found.other(SuppliedTotal.DH0);
    int hidden = givenReader.shapeRead().hidden();
    if (ofState.isPresent()
        && shaping.isVectorOrLeftOut(ofState.get(), hidden, givenReader.sizes())) {
      used.add(ofState.get());
      double[] entries = shaping.vector(ofState.get(), hidden, givenReader.sizes());
      totals.add(new SuppliedTotal(ofState.get(), SuppliedTotal.DH0, entries));
    }
    return totals;
  }

  private void add(List<SuppliedTotal> totals, Optional<String> name, String parameter)
      throws SubmissionException {
    if (name.isPresent()) {
      used.add(name.get());
      double[] entries = givenReader.entries(parameter, name.get());
      totals.add(new SuppliedTotal(name.get(), "d" + parameter, entries));
    }
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
    double[] losses = shaping.vector(name.get(), length, "T = " + length);
    return new SuppliedLoss(losses, OptionalDouble.empty());
  }

  private OptionalDouble number(String what) throws SubmissionException {
    Optional<String> name = found.other(what);
    return name.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(shaping.number(name.get()));
  }

  private Tolerance tolerance() {
    used.addAll(givenReader.used());
    return Tolerance.of(used.stream().map(name -> found.get(name).kind()).toList());
  }

  /** The characters themselves if they are there, else their ids. */
  private List<String> labels() throws SubmissionException {
    int vocabulary = givenReader.shapeRead().vocabulary();
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
