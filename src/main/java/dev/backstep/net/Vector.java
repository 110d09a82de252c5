package dev.backstep.net;

import org.jspecify.annotations.Nullable;

/**
 * A vector that every cell computes.
 *
 * @param name of one timestep's row, in code and files: {@code h}, {@code dh_from_later}
 * @param symbol of the matrix of all timesteps, row t for timestep t: {@code H}, {@code dh}
 * @param written in equations, in arithmetic and on the screen: {@code dh_later} for what the cell
 *     after hands back
 * @param axis what its entries stand for
 * @param phase the pass that computes it
 * @param scale what numbers it is made of
 * @param latex as LaTeX, without dollar signs
 */
public record Vector(
    String name, String symbol, String written, Axis axis, Phase phase, Scale scale, String latex)
    implements Operand {
  /** What a cell computes forward, for each unit. */
  public static Vector forward(String name, String symbol, Scale scale, String latex) {
    return new Vector(name, symbol, name, Axis.UNITS, Phase.FORWARD, scale, latex);
  }

  /** A gradient at each unit. */
  public static Vector gradient(String name, String latex) {
    return new Vector(name, name, name, Axis.UNITS, Phase.BACKWARD, Scale.SIGNED, latex);
  }

  /** The name of the matrix in files, which stays what programs rely on. */
  public String inFiles() {
    return name.equals(written) ? symbol : name;
  }

  /** The same vector by another name in equations and on the screen. */
  Vector writtenAs(String other) {
    return new Vector(name, other, other, axis, phase, scale, latex);
  }

  /** The same vector with entries of another kind. */
  Vector per(Axis other) {
    return new Vector(name, symbol, written, other, phase, scale, latex);
  }

  /** The same vector of other numbers. */
  Vector of(Scale other) {
    return new Vector(name, symbol, written, axis, phase, other, latex);
  }

  /** Whether its entries are characters, or the numbers that stand in their place. */
  public boolean isPerCharacter() {
    return Axis.isOfCharacters(axis);
  }

  /** Whether its numbers are of either sign, and not all of them from 0 to 1. */
  public boolean isSigned() {
    return scale == Scale.SIGNED;
  }

  /** This vector in the cell before. */
  public Expr before() {
    return new Expr.Of(this, -1);
  }

  /** This vector in the cell after. */
  public Expr after() {
    return new Expr.Of(this, 1);
  }

  /** The equation that computes it. */
  public Equation is(Operand right) {
    return new Equation(this, right.expr());
  }

  @Override
  public Expr expr() {
    return new Expr.Of(this, 0);
  }

  /** As of any record, the same object first: nets are made and searched thousands of times. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Vector vector
            && name.equals(vector.name)
            && symbol.equals(vector.symbol)
            && written.equals(vector.written)
            && axis == vector.axis
            && phase == vector.phase
            && scale == vector.scale
            && latex.equals(vector.latex));
  }

  /** That of the name, which hardly any two vectors of a net share. */
  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
