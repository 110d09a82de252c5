package dev.backstep.ui.viewmodel;

import dev.backstep.math.Numbers;
import dev.backstep.trace.Derivation;
import dev.backstep.trace.Derivation.Outer;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Factor;
import dev.backstep.trace.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A derivation in words: symbols first, then numbers, then the result. */
public final class Arithmetic {
  /** A sum longer than this is folded to its largest terms. */
  private static final int SHORT = 5;

  private static final int SHOWN_OF_LONG = 4;

  /** Of a sum of so few terms a product is written with its factors. */
  private static final int FEW = 2;

  /**
   * A piece of a line.
   *
   * @param text what it says
   * @param source where the number comes from, to be followed; null for words and signs
   * @param hint what the number is; null for words and signs
   * @param spoken the number with its sign, which may be written apart from it
   */
  public record Piece(String text, Entry source, String hint, String spoken) {
    static Piece of(String text) {
      return new Piece(text, null, null, text);
    }

    private Piece written(String digits) {
      return new Piece(digits, source, hint, spoken);
    }
  }

  private static final String COVER = "?";

  private final Derivation derivation;
  private final Predicate<Entry> covered;

  public Arithmetic(Derivation derivation) {
    this(derivation, entry -> false);
  }

  /**
   * @param covered which numbers are not to be seen yet; each stands as a question mark
   */
  public Arithmetic(Derivation derivation, Predicate<Entry> covered) {
    this.derivation = derivation;
    this.covered = covered;
  }

  /** Whether any number of it is not to be seen yet. */
  public boolean isCovered() {
    return covered.test(derivation.entry()) || hasCoveredTerm();
  }

  private boolean hasCoveredTerm() {
    return derivation.terms().stream().anyMatch(this::isCovered);
  }

  private boolean isCovered(Term term) {
    return term.factors().stream().anyMatch(this::isCovered);
  }

  private boolean isCovered(Factor factor) {
    return factor.source() != null && covered.test(factor.source());
  }

  private String digits(Factor factor) {
    if (isCovered(factor)) {
      return COVER;
    }
    return factor.source() == null ? Numbers.typed(factor.value()) : Numbers.six(factor.value());
  }

  /** Whether there are terms that the one-line sum leaves out. */
  public boolean isLong() {
    return derivation.terms().size() > SHORT;
  }

  /**
   * The sum on one line; of a long one the largest terms by magnitude, and how much the rest is.
   */
  public List<Piece> numbers(Texts texts) {
    List<Term> shown = shown();
    List<Piece> pieces = new ArrayList<>();
    pieces.add(Piece.of(opening()));
    for (int i = 0; i < shown.size(); i++) {
      addSigned(pieces, shown.get(i), i == 0);
    }
    if (isLong()) {
      int more = derivation.terms().size() - shown.size();
      String rest = isCovered() ? COVER : Numbers.six(rest(shown));
      pieces.add(Piece.of(texts.of("arithmetic.more", more, rest)));
    }
    pieces.add(Piece.of(closing()));
    return pieces;
  }

  private List<Term> shown() {
    if (!isLong()) {
      return derivation.terms();
    }
    if (hasCoveredTerm()) {
      // Their order would tell which of the covered numbers are large.
      return derivation.terms().subList(0, SHOWN_OF_LONG);
    }
    return derivation.terms().stream()
        .sorted(Comparator.comparingDouble((Term term) -> -Math.abs(term.value())))
        .limit(SHOWN_OF_LONG)
        .toList();
  }

  private double rest(List<Term> shown) {
    return derivation.terms().stream()
        .filter(term -> shown.stream().noneMatch(each -> each == term))
        .mapToDouble(Term::value)
        .sum();
  }

  /**
   * {@code + 0.5} and {@code − 0.5}; a product is written with its factors where it stands alone.
   */
  private void addSigned(List<Piece> pieces, Term term, boolean isFirst) {
    if (derivation.terms().size() <= FEW && term.factors().size() > 1) {
      addProduct(pieces, term, isFirst);
      return;
    }
    String digits = isCovered(term) ? COVER : Numbers.six(Math.abs(term.value()));
    boolean isNegative = !isCovered(term) && Math.copySign(1, term.value()) < 0;
    if (isNegative || !isFirst) {
      String sign = isNegative ? "−" : "+";
      pieces.add(Piece.of(isFirst ? sign : " " + sign + " "));
    }
    String spoken = isNegative ? "−" + digits : digits;
    pieces.add(new Piece(digits, source(term), term.symbol(), spoken));
  }

  /** The sign of the first factor is that of the summand. */
  private void addProduct(List<Piece> pieces, Term term, boolean isFirst) {
    int from = pieces.size();
    addFactors(pieces, term);
    if (!isFirst) {
      Piece first = pieces.get(from);
      boolean isNegative = first.text().startsWith("−");
      pieces.add(from, Piece.of(isNegative ? " − " : " + "));
      String digits = isNegative ? first.text().substring(1) : first.text();
      pieces.set(from + 1, first.written(digits));
    }
  }

  private void addFactors(List<Piece> pieces, Term term) {
    for (int i = 0; i < term.factors().size(); i++) {
      if (i > 0) {
        pieces.add(Piece.of(" · "));
      }
      Piece factor = piece(term.factors().get(i));
      boolean isBracketed = i > 0 && factor.text().startsWith("−");
      pieces.add(isBracketed ? factor.written("(" + factor.text() + ")") : factor);
    }
    if (term.divisor() != null) {
      pieces.add(Piece.of(" / "));
      pieces.add(piece(term.divisor()));
    }
  }

  private Piece piece(Factor factor) {
    return new Piece(digits(factor), factor.source(), factor.symbol(), digits(factor));
  }

  /** The numbers that the terms were made of, with their names; empty if there are none. */
  public List<Piece> where(Texts texts) {
    List<Piece> pieces = new ArrayList<>();
    for (Factor factor : derivation.where()) {
      String opening = pieces.isEmpty() ? texts.of("arithmetic.where") + " " : ", ";
      pieces.add(Piece.of(opening + factor.symbol() + " = "));
      pieces.add(piece(factor));
    }
    return pieces;
  }

  private static Entry source(Term term) {
    return term.factors().get(0).source();
  }

  /** One line a term, in the order in which the engine adds them. */
  public List<List<Piece>> allTerms() {
    List<List<Piece>> lines = new ArrayList<>();
    for (Term term : derivation.terms()) {
      List<Piece> line = new ArrayList<>();
      line.add(Piece.of(term.symbol() + " = "));
      addFactors(line, term);
      if (term.factors().size() > 1) {
        line.add(Piece.of(" = " + (isCovered(term) ? COVER : Numbers.six(term.value()))));
      }
      lines.add(line);
    }
    return lines;
  }

  /** {@code = −0.830458}, with the argument of the outer function before it if there is one. */
  public String result() {
    if (isCovered()) {
      return "= " + COVER;
    }
    String sum = Numbers.six(derivation.sum());
    String value = "= " + Numbers.six(derivation.result());
    if (derivation.outer() instanceof Outer.Tanh) {
      return "= tanh(" + sum + ") " + value;
    }
    if (derivation.outer() instanceof Outer.Clamp clamp) {
      return "= clip(%s, ±%s) %s".formatted(sum, Numbers.typed(clamp.limit()), value);
    }
    if (derivation.outer() instanceof Outer.Softmax softmax) {
      return "= exp(%s − %s) / %s %s"
          .formatted(sum, bracketed(softmax.max()), Numbers.six(softmax.total()), value);
    }
    return value;
  }

  private static String bracketed(double value) {
    return value < 0 ? "(" + Numbers.six(value) + ")" : Numbers.six(value);
  }

  private String opening() {
    if (derivation.outer() instanceof Outer.Clamp) {
      return "= clip( ";
    }
    return derivation.outer() instanceof Outer.Tanh
        ? "= tanh( "
        : derivation.outer() instanceof Outer.Softmax ? "z = " : "= ";
  }

  private String closing() {
    if (derivation.outer() instanceof Outer.Clamp clamp) {
      return ", ±" + Numbers.typed(clamp.limit()) + " )";
    }
    return derivation.outer() instanceof Outer.Tanh ? " )" : "";
  }

  /** Everything on one line with every digit, to be pasted elsewhere. */
  public String copy() {
    String sum =
        derivation.terms().stream().map(Arithmetic::full).collect(Collectors.joining(" + "));
    String where =
        derivation.where().stream()
            .map(factor -> "; " + factor.symbol() + " = " + Numbers.full(factor.value()))
            .collect(Collectors.joining());
    String result = Numbers.full(derivation.result());
    boolean isSoftmax = derivation.outer() instanceof Outer.Softmax;
    String start = derivation.name() + " = " + derivation.formula();
    return isSoftmax
        ? "%s; z = %s; %s = %s%s".formatted(start, sum, derivation.name(), result, where)
        : "%s %s%s%s = %s%s".formatted(start, opening(), sum, closing(), result, where);
  }

  private static String full(Term term) {
    String product =
        term.factors().stream()
            .map(factor -> Numbers.full(factor.value()))
            .collect(Collectors.joining(" * "));
    return term.divisor() == null
        ? product
        : product + " / " + Numbers.full(term.divisor().value());
  }
}
