package dev.backstep.trace.arithmetic;

/** The few words that a written-out number needs beside signs. */
public interface ArithmeticWords {
  /** That a long sum has so many terms more, which come to so much together. */
  String more(int terms, String rest);

  /** The words before the numbers that the terms were made of. */
  String where();

  /** That a faulty line computed the number. */
  String faultyLine(String line);
}
