package dev.backstep.net;

/** What an equation is written in, with the signs that it is written by. */
public enum Script {
  TEXT("·", " ⊙ ", "ᵀ", "²", " − "),
  LATEX("\\,", " \\odot ", "^{\\top}", "^2", " - "),
  NUMPY(" @ ", " * ", ".T", "**2", " - ");

  final String product;
  final String entryByEntry;
  final String transposed;
  final String squared;
  final String minus;

  Script(String product, String entryByEntry, String transposed, String squared, String minus) {
    this.product = product;
    this.entryByEntry = entryByEntry;
    this.transposed = transposed;
    this.squared = squared;
    this.minus = minus;
  }
}
