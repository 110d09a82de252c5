package dev.backstep.net;

import dev.backstep.math.MatrixView;
import dev.backstep.math.Transposed;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How weights, gradients and vectors are called and how they stand. W1 and W2 of the project are
 * Wxh and Whh of the literature transposed, W3 is Why as it is; the vectors that they meet are rows
 * there and columns here. A file may have names and an orientation of its own.
 */
public final class Notation {
  /** W1 (V,H), W2 (H,H), W3 (V,H), bh, bo, and row vectors. */
  public static final Notation OURS = new Notation("OURS", false, NamesInFile.NONE);

  /** Wxh (H,V), Whh (H,H), Why (V,H), bh, by, and column vectors, as in min-char-rnn. */
  public static final Notation FIELD = new Notation("FIELD", true, NamesInFile.NONE);

  /** Those that are of no file. */
  public static final List<Notation> KNOWN = List.of(OURS, FIELD);

  private final String title;
  private final boolean hasColumns;
  private final NamesInFile file;

  private Notation(String title, boolean hasColumns, NamesInFile file) {
    this.title = title;
    this.hasColumns = hasColumns;
    this.file = file;
  }

  /**
   * A weight of a file.
   *
   * @param name as Python writes it: {@code Waa}, {@code Wf[:, 5:]}
   * @param isTransposed whether its rows are the columns of the project's matrix
   */
  public record Standing(String name, boolean isTransposed) {
    public Standing {
      name = NamesInFile.bracketed(name);
    }
  }

  /**
   * The names of a file. What is not among them is called as in {@link #FIELD} where vectors are
   * columns, else as in {@link #OURS}, with an underscore behind it if the file calls something
   * else so.
   *
   * @param hasColumns whether vectors are columns there
   * @param weights by their names in the project
   * @param others names of gradients, vectors and other numbers, by their names in the project:
   *     {@code dW2}, {@code h}, {@code h_prev}, {@code dh_prev}, {@code x}, {@code h0}
   * @throws IllegalArgumentException if a weight is unknown or two things have one name
   */
  public static Notation of(
      boolean hasColumns, Map<String, Standing> weights, Map<String, String> others) {
    return new Notation("names of a file", hasColumns, new NamesInFile(weights, others));
  }

  /** What a parameter is called: W2 is W2 or Whh. */
  public String name(String parameter) {
    return name(Nets.weight(parameter));
  }

  /** What a weight is called. */
  public String name(Weight weight) {
    Standing standing = file.weight(weight.name());
    return standing == null ? file.free(usual(weight)) : standing.name();
  }

  private String usual(Weight weight) {
    return hasColumns ? weight.inLiterature() : weight.name();
  }

  /** What a weight is called, as LaTeX. */
  String latex(Weight weight) {
    Standing standing = file.weight(weight.name());
    return standing == null
        ? file.freeLatex(usual(weight), hasColumns ? weight.latexInLiterature() : weight.latex())
        : NamesInFile.latex(standing.name());
  }

  /** What the gradient of a parameter is called: dW2, dWhh. */
  public String gradient(String parameter) {
    return gradient(Nets.weight(parameter));
  }

  /** What the gradient of a weight is called. */
  public String gradient(Weight weight) {
    String named = file.name("d" + weight.name());
    if (named != null) {
      return named;
    }
    String name = name(weight);
    return name.matches("\\w+(\\[.*)?") ? file.free("d" + name) : "d(" + name + ")";
  }

  /** What the gradient of a weight is called, as LaTeX. */
  String latexOfGradient(Weight weight) {
    String named = file.name("d" + weight.name());
    return named == null ? "\\mathrm{d}" + latex(weight) : NamesInFile.latex(named);
  }

  /** What a vector is called where one of its entries is meant. */
  public String name(Vector vector) {
    return named(vector).orElseGet(() -> file.free(vector.written()));
  }

  /** What a vector is called in equations. */
  public String written(Vector vector) {
    return named(vector).orElseGet(() -> file.free(vector.written()));
  }

  /** What a vector is called in equations, as LaTeX. */
  String latex(Vector vector) {
    return named(vector)
        .map(NamesInFile::latex)
        .orElseGet(() -> file.freeLatex(vector.written(), vector.latex()));
  }

  private Optional<String> named(Vector vector) {
    return Optional.ofNullable(file.name(vector.name()))
        .or(() -> Optional.ofNullable(file.name(vector.written())));
  }

  /** What a vector of the cell before is called. */
  public String before(Vector vector) {
    String named = file.name(vector.name() + NamesInFile.PREV);
    return named == null ? file.free(name(vector) + NamesInFile.PREV) : named;
  }

  /** What a vector of the cell before is called, as LaTeX. */
  String latexBefore(Vector vector) {
    String named = file.name(vector.name() + NamesInFile.PREV);
    return named == null ? latex(vector) + "_{\\mathrm{prev}}" : NamesInFile.latex(named);
  }

  /** What something is called that is neither weight nor vector: the id x, the size V. */
  public String word(String ours) {
    String named = file.name(ours);
    return named == null ? file.free(ours) : named;
  }

  /** The same as LaTeX. */
  String latexOfWord(String ours) {
    String named = file.name(ours);
    return named == null ? file.freeLatex(ours, ours) : NamesInFile.latex(named);
  }

  /** Whether the file has given a name of the project to something else. */
  public boolean isTaken(String ours) {
    return file.name(ours) == null && !file.free(ours).equals(ours);
  }

  /** Words with the names that weights, gradients and vectors have here: dW2 is dWhh. */
  public String named(String words) {
    return file.words(words, this);
  }

  /**
   * A line of NumPy that names no weight, with the names of vectors and the like; what stands in
   * braces is left as it is.
   */
  public String line(String line) {
    return file.line(line, this);
  }

  /** Whether vectors are columns. */
  public boolean hasColumns() {
    return hasColumns;
  }

  /** Whether the rows of a parameter are the columns of the project's matrix. */
  public boolean isTransposed(String parameter) {
    return isTransposed(Nets.weight(parameter));
  }

  /** The same of a weight. */
  public boolean isTransposed(Weight weight) {
    Standing standing = file.weight(weight.name());
    boolean isTransposed =
        standing == null ? hasColumns && weight.isTransposedThere() : standing.isTransposed();
    return isTransposed && !weight.isBias();
  }

  /** The project's matrix, which is what is drawn, by the name that it has here: W1 or Wxhᵀ. */
  public String drawn(String parameter) {
    return name(parameter) + (isTransposed(parameter) ? "ᵀ" : "");
  }

  /** One weight by the indices that it has in the project's matrix: W2[3,5] is Whh[5,3]. */
  public String entry(String parameter, int row, int col) {
    return entry(Nets.weight(parameter), String.valueOf(row), String.valueOf(col));
  }

  /** The same of a weight of any net. */
  public String entry(Weight weight, int row, int col) {
    return entry(weight, String.valueOf(row), String.valueOf(col));
  }

  /** The same with indices that need not be numbers: W2[i,5] is Whh[5,i]. */
  public String entry(Weight weight, String row, String col) {
    return name(weight) + index(weight, row, col);
  }

  /** One entry of the gradient of a weight, by the indices that it has in the project's. */
  public String gradientEntry(Weight weight, int row, int col) {
    return gradient(weight) + index(weight, String.valueOf(row), String.valueOf(col));
  }

  /** The index of a weight by the indices that it has in the project's matrix. */
  public String index(String parameter, int row, int col) {
    return index(Nets.weight(parameter), String.valueOf(row), String.valueOf(col));
  }

  private String index(Weight weight, String row, String col) {
    if (weight.isBias()) {
      return "[" + col + "]";
    }
    return isTransposed(weight) ? "[" + col + "," + row + "]" : "[" + row + "," + col + "]";
  }

  /** A matrix in the shape of the project's parameter, as it stands in this notation. */
  public MatrixView stand(String parameter, MatrixView matrix) {
    return isTransposed(parameter) ? new Transposed(matrix) : matrix;
  }

  @Override
  public String toString() {
    return title;
  }
}
