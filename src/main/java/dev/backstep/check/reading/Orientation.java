package dev.backstep.check.reading;

import dev.backstep.check.submission.Naming;
import dev.backstep.check.submission.SuppliedTotal;
import dev.backstep.math.NdArray;
import dev.backstep.model.Shape;
import dev.backstep.net.Net;
import dev.backstep.net.Notation;
import dev.backstep.net.Vector;
import dev.backstep.net.Weight;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which matrices of a file have rows and columns exchanged. In the names of min-char-rnn they may
 * stand as in min-char-rnn, or as in a program with row vectors, {@code x·Wxh + h·Whh} and {@code
 * h·Why}; for the other names there is one way.
 *
 * @param areInRows whether Wxh is (V,H) and Whh is multiplied from the left
 * @param isOutputInRows whether Why is (H,V)
 */
public record Orientation(KnownDialect dialect, Net net, boolean areInRows, boolean isOutputInRows)
    implements Naming {
  /** By the shapes of a file, where they tell. */
  static Orientation of(FoundArrays found, Net net) {
    Orientation asNamed = new Orientation(found.spoken(), net, false, false);
    return found.spoken() == KnownDialect.MIN_CHAR_RNN ? asNamed.byShapes(found) : asNamed;
  }

  private Orientation byShapes(FoundArrays found) {
    int hidden = hidden(found);
    boolean inRows = isTurned(found, ofInput(), hidden, 1);
    boolean outputInRows = isTurned(found, ofOutput(), hidden, 0);
    return with(inRows, outputInRows);
  }

  private Weight ofInput() {
    return new GateBlocks(net).ofInput().get(0);
  }

  private Weight ofOutput() {
    return net.weights().stream()
        .filter(weight -> !weight.isBias() && net.isOfOutput(weight))
        .findFirst()
        .orElseThrow();
  }

  /** Whether H is the size of this axis, and only of this one. */
  private boolean isTurned(FoundArrays found, Weight weight, int hidden, int axis) {
    return matrix(found, weight)
        .filter(array -> array.shape()[axis] == hidden && array.shape()[1 - axis] != hidden)
        .isPresent();
  }

  private int hidden(FoundArrays found) {
    return matrix(found, new GateBlocks(net).ofState().get(0))
        .map(array -> array.shape()[0])
        .orElse(0);
  }

  private Optional<NdArray> matrix(FoundArrays found, Weight weight) {
    return found.places(net, weight).stream()
        .map(place -> found.get(place.array()))
        .filter(array -> array.dimensions() == 2)
        .findFirst();
  }

  /** The ways in which a file can be read: one, or four where V = H. */
  static List<Orientation> possible(FoundArrays found, Net net) {
    Orientation byShapes = of(found, net);
    int hidden = byShapes.hidden(found);
    boolean isSquare =
        found.spoken() == KnownDialect.MIN_CHAR_RNN
            && byShapes
                .matrix(found, byShapes.ofInput())
                .filter(array -> array.hasShape(hidden, hidden))
                .isPresent();
    return isSquare
        ? List.of(
            byShapes,
            byShapes.with(true, true),
            byShapes.with(true, false),
            byShapes.with(false, true))
        : List.of(byShapes);
  }

  private Orientation with(boolean inRows, boolean outputInRows) {
    return new Orientation(dialect, net, inRows, outputInRows);
  }

  /** Whether the rows of a weight are the columns of the project's matrix. */
  public boolean isTransposed(Weight weight) {
    if (net.isOfOutput(weight)) {
      return isOutputInRows && !weight.isBias();
    }
    return !areInRows && dialect.notation().isTransposed(weight.name());
  }

  @Override
  public String title() {
    return dialect.title();
  }

  @Override
  public Notation notation() {
    return dialect.notation();
  }

  @Override
  public String name(Vector vector) {
    return dialect.name(vector);
  }

  @Override
  public String name(Weight weight) {
    return dialect.name(net, weight);
  }

  @Override
  public String gradient(Weight weight) {
    return dialect.gradient(net, weight);
  }

  @Override
  public String initial(Vector state) {
    return dialect == KnownDialect.MIN_CHAR_RNN ? "hprev" : state + "0";
  }

  @Override
  public String index(SuppliedTotal total, Shape shape, int entry) {
    if (!total.isOfWeight() || net.weight(total.weight()).isBias()) {
      return "[" + entry + "]";
    }
    Weight weight = net.weight(total.weight());
    int row = entry / shape.size(weight.cols());
    int col = entry % shape.size(weight.cols());
    return isTransposed(weight)
        ? String.format(Locale.ROOT, "[%d, %d]", col, row)
        : String.format(Locale.ROOT, "[%d, %d]", row, col);
  }

  /** A sentence where it is not as the names say. */
  Optional<String> remark() {
    if (!areInRows && !isOutputInRows) {
      return Optional.empty();
    }
    String which = !isOutputInRows ? "Wxh and Whh" : areInRows ? "Wxh, Whh and Why" : "Why";
    return Optional.of(
        which
            + (which.equals("Why") ? " is" : " are")
            + " read as in a program with row vectors; what is written out is written for columns,"
            + " as in min-char-rnn.");
  }
}
