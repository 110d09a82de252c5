package dev.backstep.check;

import dev.backstep.math.NdArray;
import dev.backstep.model.Parameters;
import dev.backstep.net.Cell;
import dev.backstep.net.Head;
import dev.backstep.net.Phase;
import dev.backstep.net.Vanilla;
import dev.backstep.net.Vector;
import dev.backstep.text.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Recognises the arrays of a file and brings them into the project's shapes. */
final class SubmissionReader {
  private final FoundArrays found;
  private final Shaping shaping;
  private final GivenReader givenReader;
  private final List<String> used = new ArrayList<>();
  private Given given;

  SubmissionReader(FoundArrays found) {
    this.found = found;
    shaping = new Shaping(found);
    givenReader = new GivenReader(found, shaping);
  }

  Submission read() throws SubmissionException {
    given = givenReader.read();
    List<SuppliedRows> rows = rows();
    List<SuppliedTotal> totals = givenReader.hasLoss() ? totals() : List.of();
    SuppliedLoss loss = givenReader.hasLoss() ? loss() : noLoss();
    OptionalDouble learningRate = number("lr");
    if (totals.isEmpty() && givenReader.hasLoss()) {
      totals = new UpdateReader(found, givenReader).totals(learningRate);
    }
    Submission submission =
        new Submission(
            found.source(),
            found.spoken(),
            given,
            tolerance(),
            labels(),
            rows,
            totals,
            loss,
            learningRate,
            1,
            givenReader.remarks());
    if (submission.isEmpty()) {
      throw found.refused(
          "nothing that was computed of the weights is there; save at least one of h, o, e, dh,"
              + " dtanh, dh_prev (one row a timestep), %s, %s, loss"
                  .formatted(
                      found.spoken().gradient(Parameters.W1),
                      found.spoken().gradient(Parameters.W2)));
    }
    return submission;
  }

  private List<SuppliedRows> rows() throws SubmissionException {
    List<SuppliedRows> rows = new ArrayList<>();
    for (Vector quantity : Vanilla.NET.vectors()) {
      Optional<String> name = found.overTime(quantity.symbol());
      if (name.isPresent() && isCheckable(quantity)) {
        used.add(name.get());
        rows.add(supplied(name.get(), quantity));
      }
    }
    return rows;
  }

  private SuppliedRows supplied(String name, Vector quantity) throws SubmissionException {
    double[][] rows = rows(name, quantity);
    boolean isOfTorch =
        quantity.equals(Cell.DH)
            && name.endsWith(".grad")
            && found.overTime(Head.DH_FROM_OUTPUT.symbol()).isEmpty();
    if (isOfTorch && new StateGradient(given).isFromOutput(rows)) {
      shaping.remark(
          "%s is read as the part from the output, dh_from_output, which is what torch.nn.RNN keeps."
              .formatted(name));
      return new SuppliedRows(name, Head.DH_FROM_OUTPUT, rows);
    }
    return new SuppliedRows(name, quantity, rows);
  }

  private boolean isCheckable(Vector quantity) {
    if (quantity.phase() == Phase.BACKWARD) {
      return givenReader.hasLoss();
    }
    return !quantity.equals(Head.O) || givenReader.hasOutput();
  }

  private double[][] rows(String name, Vector quantity) throws SubmissionException {
    if (quantity.equals(Cell.H) && givenReader.states().isPresent()) {
      return givenReader.states().get();
    }
    boolean isOverCharacters = quantity.isPerCharacter();
    int width =
        isOverCharacters ? givenReader.shapeRead().vocabulary() : givenReader.shapeRead().hidden();
    String sizes =
        "T = %d and %s = %d".formatted(given.length(), isOverCharacters ? "V" : "H", width);
    return shaping.overTime(name, given.length(), width, sizes);
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
    if (ofState.isPresent()) {
      used.add(ofState.get());
      double[] entries =
          shaping.vector(ofState.get(), givenReader.shapeRead().hidden(), givenReader.sizes());
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

  private SuppliedLoss loss() throws SubmissionException {
    Optional<String> name = found.other("loss");
    if (name.isEmpty()) {
      return noLoss();
    }
    used.add(name.get());
    NdArray array = shaping.finite(name.get());
    if (array.values().length == 1 && (given.length() > 1 || array.dimensions() == 0)) {
      return new SuppliedLoss(new double[0], OptionalDouble.of(array.values()[0]));
    }
    double[] losses = shaping.vector(name.get(), given.length(), "T = " + given.length());
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
          "%s is %s; with V = %d it must be (%d,)"
              .formatted(name.get(), NdArray.text(characters.shape()), vocabulary, vocabulary));
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
