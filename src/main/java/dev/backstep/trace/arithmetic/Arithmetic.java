package dev.backstep.trace.arithmetic;

import dev.backstep.math.Numbers;
import dev.backstep.trace.Entry;
import dev.backstep.trace.Factor;
import dev.backstep.trace.Term;
import dev.backstep.trace.arithmetic.Derivation.Outer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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
  public record Piece(String text, @Nullable Entry source, @Nullable String hint, String spoken) {
    static Piece of(String text) {
      return new Piece(text, null, null, text);
    }

    private Piece written(String other) {
      return new Piece(other, source, hint, spoken);
    }
  }

  private final Derivation derivation;
  private final Digits digits;

  public Arithmetic(Derivation derivation) {
    this(derivation, entry -> false);
  }

  /**
   * @param covered which numbers are not to be seen yet; each stands as a question mark
   */
  public Arithmetic(Derivation derivation, Predicate<Entry> covered) {
    this.derivation = derivation;
    digits = new Digits(covered);
  }

  /** Whether any number of it is not to be seen yet. */
  public boolean isCovered() {
    return digits.isCovered(derivation.entry()) || hasCoveredTerm();
  }

  private boolean hasCoveredTerm() {
    return derivation.terms().stream().anyMatch(digits::isCovered);
  }

  /** The sentence in the place of formula and terms where a faulty line computed the number. */
  public Optional<String> faultyLine(ArithmeticWords words) {
    return derivation.outer() instanceof Outer.FaultyLine wrong
        ? Optional.of(words.faultyLine(wrong.line()))
        : Optional.empty();
  }

  /** Whether there are terms that the one-line sum leaves out. */
  public boolean isLong() {
    return derivation.terms().size() > SHORT;
  }

  /**
   * The sum on one line; of a long one the largest terms by magnitude, and how much the rest is.
   */
  public List<Piece> numbers(ArithmeticWords words) {
    List<Term> shown = shown();
    List<Piece> pieces = new ArrayList<>();
    pieces.add(Piece.of(OuterWords.of(derivation).opening()));
    for (int i = 0; i < shown.size(); i++) {
      addSigned(pieces, shown.get(i), i == 0);
    }
    if (isLong()) {
      int more = derivation.terms().size() - shown.size();
      String rest = isCovered() ? Digits.COVER : Numbers.six(rest(shown));
      pieces.add(Piece.of(words.more(more, rest)));
    }
    pieces.add(Piece.of(OuterWords.of(derivation).closing()));
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
    String written = digits.of(term);
    boolean isNegative = written.startsWith("−");
    String unsigned = isNegative ? written.substring(1) : written;
    if (isNegative || !isFirst) {
      String sign = isNegative ? "−" : "+";
      pieces.add(Piece.of(isFirst ? sign : " " + sign + " "));
    }
    pieces.add(new Piece(unsigned, source(term), term.symbol(), written));
  }

  /** The sign of the first factor is that of the summand. */
  private void addProduct(List<Piece> pieces, Term term, boolean isFirst) {
    int from = pieces.size();
    addFactors(pieces, term);
    if (!isFirst) {
      Piece first = pieces.get(from);
      boolean isNegative = first.text().startsWith("−");
      pieces.add(from, Piece.of(isNegative ? " − " : " + "));
      pieces.set(from + 1, first.written(isNegative ? first.text().substring(1) : first.text()));
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
    String written = digits.of(factor);
    return new Piece(written, factor.source(), factor.symbol(), written);
  }

  /** The numbers that the terms were made of, with their names; empty if there are none. */
  public List<Piece> where(ArithmeticWords words) {
    List<Piece> pieces = new ArrayList<>();
    for (Factor factor : derivation.where()) {
      String opening = pieces.isEmpty() ? words.where() + " " : ", ";
      pieces.add(Piece.of(opening + factor.symbol() + " = "));
      pieces.add(isCovered() ? Piece.of(Digits.COVER) : piece(factor));
    }
    return pieces;
  }

  private static @Nullable Entry source(Term term) {
    return term.factors().get(0).source();
  }

  /** {@code = Σⱼ e[j]·W3[j,3]}; the sign of a sum is not parted from its terms by a line break. */
  public String formula() {
    return "= " + derivation.formula().replaceAll("(Σ\\S?) ", "$1\u00a0");
  }

  /** {@code = −0.830458}, with the argument of the outer function before it if there is one. */
  public String result() {
    if (isCovered()) {
      return "= " + Digits.COVER;
    }
    return OuterWords.of(derivation).result(derivation.sum(), derivation.result());
  }

  /** Everything on one line with every digit, to be pasted elsewhere. */
  public String copy() {
    return new FullArithmetic(derivation).line();
  }
}
