package dev.backstep.check.submission;

/**
 * A gradient of the whole sequence, as the program that is checked computed it.
 *
 * @param name what the file calls it
 * @param gradient what it is: dW1, dW2, dW3, dbh, dbo or dh0
 * @param entries row after row in the project's shape
 */
public record SuppliedTotal(String name, String gradient, double[] entries) {
  /** The gradient at the hidden state before the first character. */
  public static final String DH0 = "dh0";

  /** Whether it is the gradient of a weight or bias. */
  public boolean isOfWeight() {
    return !gradient.equals(DH0);
  }
}
