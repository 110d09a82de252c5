package dev.backstep.trace.arithmetic;

import dev.backstep.math.Numbers;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Factor;
import dev.backstep.trace.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A sum term by term, in the order in which the engine adds: after each term what it has come to,
 * the last bit for bit the sum.
 *
 * @param rows one a term
 * @param dotProducts the rows of vectors and columns of weights that meet in it
 */
public record SumTable(List<Row> rows, List<DotProduct> dotProducts) {
  /** The fewest terms of which the running sum says anything: two stand beside one another. */
  private static final int FEWEST = 3;

  /** The fewest products that a row and a column are seen by. */
  private static final int FEWEST_OF_ROW = 2;

  /**
   * A term.
   *
   * @param number from 1
   * @param product of its factors
   * @param running the sum of the products so far
   */
  public record Row(int number, Term term, double product, double running) {
    /** Factor {@code i}; null where the term has no more. */
    public @Nullable Factor factor(int i) {
      return i < term.factors().size() ? term.factors().get(i) : null;
    }
  }

  /**
   * A row and a column that meet: products of each entry of the one with the same of the other.
   *
   * @param row what the first factors are called together: {@code h_prev}
   * @param column what the second are: {@code W2[:,3]}
   * @param terms their products
   */
  public record DotProduct(String row, String column, List<Term> terms) {
    public DotProduct {
      terms = List.copyOf(terms);
    }

    /** The values of factor {@code i} of each term. */
    public double[] factors(int i) {
      return terms.stream().mapToDouble(term -> term.factors().get(i).value()).toArray();
    }

    /** The values of the products. */
    public double[] products() {
      return terms.stream().mapToDouble(Term::value).toArray();
    }
  }

  public SumTable {
    rows = List.copyOf(rows);
    dotProducts = List.copyOf(dotProducts);
  }

  /** The sum that a number was computed by; nothing where there are no terms to add. */
  public static Optional<SumTable> of(Derivation derivation) {
    if (derivation.terms().size() < FEWEST) {
      return Optional.empty();
    }
    List<Row> rows = new ArrayList<>();
    double running = 0;
    for (Term term : derivation.terms()) {
      running += term.value();
      rows.add(new Row(rows.size() + 1, term, term.value(), running));
    }
    return Optional.of(new SumTable(rows, dotProducts(derivation.terms())));
  }

  private static List<DotProduct> dotProducts(List<Term> terms) {
    List<DotProduct> dotProducts = new ArrayList<>();
    int from = 0;
    while (from < terms.size()) {
      int until = from + 1;
      while (until < terms.size() && isOfTheSame(terms.get(from), terms.get(until))) {
        until++;
      }
      if (until - from >= FEWEST_OF_ROW) {
        dotProducts.add(dotProduct(terms.subList(from, until)));
      }
      from = until;
    }
    return dotProducts;
  }

  private static DotProduct dotProduct(List<Term> terms) {
    List<Factor> first = terms.get(0).factors();
    List<Factor> second = terms.get(1).factors();
    String row = first.get(0).symbol().replaceFirst("\\[[^\\[]*]$", "");
    return new DotProduct(row, line(first.get(1).symbol(), second.get(1).symbol()), terms);
  }

  /** {@code W2[:,3]} of {@code W2[0,3]} and {@code W2[1,3]}. */
  private static String line(String one, String next) {
    int bracket = one.lastIndexOf('[');
    String[] here = one.substring(bracket + 1, one.length() - 1).split(",", -1);
    String[] there = next.substring(next.lastIndexOf('[') + 1, next.length() - 1).split(",", -1);
    List<String> indices = new ArrayList<>();
    for (int i = 0; i < here.length; i++) {
      indices.add(i < there.length && here[i].equals(there[i]) ? here[i] : ":");
    }
    return one.substring(0, bracket + 1) + String.join(",", indices) + "]";
  }

  /** Whether two terms are products of the same vector with the same weight. */
  private static boolean isOfTheSame(Term one, Term other) {
    return one.factors().size() == 2
        && other.factors().size() == 2
        && isOfTheSame(one.factors().get(0), other.factors().get(0))
        && isOfTheSame(one.factors().get(1), other.factors().get(1));
  }

  private static boolean isOfTheSame(Factor one, Factor other) {
    Entry first = one.source();
    Entry second = other.source();
    if (first instanceof Entry.OfCell cell && second instanceof Entry.OfCell next) {
      return cell.quantity().equals(next.quantity()) && cell.timestep() == next.timestep();
    }
    if (first instanceof Entry.OfInitialState state
        && second instanceof Entry.OfInitialState next) {
      return state.state().equals(next.state());
    }
    return first instanceof Entry.OfWeights weight
        && second instanceof Entry.OfWeights next
        && weight.parameter().equals(next.parameter());
  }

  /** The most factors that a term has. */
  public int factors() {
    return rows.stream().mapToInt(row -> row.term().factors().size()).max().orElse(0);
  }

  /** What the terms come to. */
  public double sum() {
    return rows.get(rows.size() - 1).running();
  }

  /** Every term on a line, its cells parted by tabs, with every digit. */
  public String copy() {
    return rows.stream().map(this::line).collect(Collectors.joining("\n", "", "\n"));
  }

  private String line(Row row) {
    List<String> cells = new ArrayList<>();
    cells.add(String.valueOf(row.number()));
    cells.add(row.term().symbol());
    for (int i = 0; i < factors(); i++) {
      Factor factor = row.factor(i);
      cells.add(factor == null ? "" : Numbers.full(factor.value()));
    }
    Factor divisor = row.term().divisor();
    if (rows.stream().anyMatch(each -> each.term().divisor() != null)) {
      cells.add(divisor == null ? "" : Numbers.full(divisor.value()));
    }
    cells.add(Numbers.full(row.product()));
    cells.add(Numbers.full(row.running()));
    return String.join("\t", cells);
  }
}
