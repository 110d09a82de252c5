package dev.backstep.trace;

/**
 * One line of an equation.
 *
 * @param text as plain text: {@code dh = e·W3 + dh_later}
 * @param latex as LaTeX, without dollar signs
 */
public record FormulaLine(String text, String latex) {}
