package dev.backstep.cli;

import dev.backstep.trace.ArithmeticWords;

/** The words of a written-out number on the command line. */
record EnglishArithmetic() implements ArithmeticWords {
  @Override
  public String more(int terms, String rest) {
    return " + (%d more: %s)".formatted(terms, rest);
  }

  @Override
  public String where() {
    return "with";
  }
}
