package dev.backstep.trace;

/** The line of NumPy that makes a backward pass wrong, in the names of a notation. */
@FunctionalInterface
public interface WrongLine {
  /** {@code dh_prev = dtanh @ W2} or {@code dh_prev = Whh @ dtanh}; blank for none. */
  String in(Notation notation);
}
