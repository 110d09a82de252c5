package dev.backstep.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The right side of an equation, for a whole row vector. */
public sealed interface Expr extends Operand {
  /**
   * A vector of this cell, or of a neighbour.
   *
   * @param shift −1 for the cell before, whose state is h0 for the first; +1 for the cell after,
   *     whose gradients are 0 for the last
   */
  record Of(Vector vector, int shift) implements Expr {}

  /** The one-hot vector x of the character that is read, (V). */
  record Input() implements Expr {}

  /** The one-hot vector y of the character to predict, (V). */
  record Target() implements Expr {}

  /** The weight w of the loss of a timestep, one number: 0 where the timestep does not count. */
  record LossWeight() implements Expr {}

  /** Zeros, as many as the vector has entries. */
  record Zero() implements Expr {}

  /** A bias, added to every row. */
  record Bias(Weight weight) implements Expr {}

  /** A row vector times a weight or its transpose; with a one-hot vector a row of the weight. */
  record Times(Expr vector, Weight weight, boolean transposed) implements Expr {}

  /** Terms added from the first to the last. */
  record Sum(List<Expr> terms) implements Expr {
    public Sum {
      terms = List.copyOf(terms);
    }
  }

  /** Factors multiplied entry by entry, from the first to the last. */
  record Product(List<Expr> factors) implements Expr {
    public Product {
      factors = List.copyOf(factors);
    }
  }

  /** {@code 1 − a}. */
  record OneMinus(Expr inner) implements Expr {}

  /** {@code a²}, entry by entry. */
  record Square(Expr inner) implements Expr {}

  /** {@code −a}. */
  record Minus(Expr inner) implements Expr {}

  /** A function of every entry. */
  record Apply(Function function, Expr inner) implements Expr {}

  /** {@code exp(a − max a) / Σ exp(a − max a)}; the maximum keeps exp from overflowing. */
  record Softmax(Expr inner) implements Expr {}

  /**
   * One expression at a timestep alone, and another at every other.
   *
   * @param timestep below 0 counted from the end, as −1 for the last
   */
  record At(int timestep, Expr there, Expr elsewhere) implements Expr {
    /** Whether a timestep of a sequence of a length is the one. */
    public boolean is(int t, int length) {
      return t >= 0 && t == (timestep < 0 ? length + timestep : timestep);
    }
  }

  static Expr tanh(Operand inner) {
    return new Apply(Function.TANH, inner.expr());
  }

  static Expr sigmoid(Operand inner) {
    return new Apply(Function.SIGMOID, inner.expr());
  }

  static Expr relu(Operand inner) {
    return new Apply(Function.RELU, inner.expr());
  }

  /** 1 where the argument is positive, 0 elsewhere. */
  static Expr positive(Operand inner) {
    return new Apply(Function.STEP, inner.expr());
  }

  static Expr reciprocal(Operand inner) {
    return new Apply(Function.RECIPROCAL, inner.expr());
  }

  static Expr softmax(Operand inner) {
    return new Softmax(inner.expr());
  }

  static Expr oneMinus(Operand inner) {
    return new OneMinus(inner.expr());
  }

  static Expr square(Operand inner) {
    return new Square(inner.expr());
  }

  @Override
  default Expr expr() {
    return this;
  }

  /** The expressions that this one is directly made of, in order. */
  default List<Expr> parts() {
    if (this instanceof Times times) {
      return List.of(times.vector());
    }
    if (this instanceof Sum sum) {
      return sum.terms();
    }
    if (this instanceof Product product) {
      return product.factors();
    }
    if (this instanceof OneMinus one) {
      return List.of(one.inner());
    }
    if (this instanceof Square square) {
      return List.of(square.inner());
    }
    if (this instanceof Minus minus) {
      return List.of(minus.inner());
    }
    if (this instanceof Apply apply) {
      return List.of(apply.inner());
    }
    if (this instanceof At at) {
      return List.of(at.there(), at.elsewhere());
    }
    return this instanceof Softmax softmax ? List.of(softmax.inner()) : List.of();
  }

  /** The same with another vector in the place of one. */
  default Expr with(Vector other, Vector instead) {
    return with(
        of ->
            of.vector().equals(instead)
                ? Optional.of(new Of(other, of.shift()))
                : Optional.empty());
  }

  /** The same with something else in the place of a vector of this cell. */
  default Expr with(Operand other, Vector instead) {
    return with(of -> of.equals(instead.expr()) ? Optional.of(other.expr()) : Optional.empty());
  }

  /**
   * The same with something else in the place of vectors.
   *
   * @param others what stands in the place of a vector; empty where it stays
   */
  private Expr with(java.util.function.Function<Of, Optional<Expr>> others) {
    if (this instanceof Of of) {
      return others.apply(of).orElse(of);
    }
    if (this instanceof Times times) {
      return new Times(times.vector().with(others), times.weight(), times.transposed());
    }
    if (this instanceof Sum sum) {
      return new Sum(sum.terms().stream().map(term -> term.with(others)).toList());
    }
    if (this instanceof Product product) {
      return new Product(product.factors().stream().map(each -> each.with(others)).toList());
    }
    if (this instanceof OneMinus one) {
      return new OneMinus(one.inner().with(others));
    }
    if (this instanceof Square square) {
      return new Square(square.inner().with(others));
    }
    if (this instanceof Minus minus) {
      return new Minus(minus.inner().with(others));
    }
    if (this instanceof Apply apply) {
      return new Apply(apply.function(), apply.inner().with(others));
    }
    if (this instanceof At at) {
      return new At(at.timestep(), at.there().with(others), at.elsewhere().with(others));
    }
    return this instanceof Softmax softmax ? new Softmax(softmax.inner().with(others)) : this;
  }

  /** This expression and all that it is made of, outermost first. */
  default Stream<Expr> all() {
    List<Expr> all = new ArrayList<>();
    addAllTo(all);
    return all.stream();
  }

  private void addAllTo(List<Expr> all) {
    all.add(this);
    for (Expr part : parts()) {
      part.addAllTo(all);
    }
  }

  /** The vectors that it reads, in the order in which they stand there. */
  default Stream<Of> reads() {
    return all().filter(Of.class::isInstance).map(Of.class::cast);
  }
}
