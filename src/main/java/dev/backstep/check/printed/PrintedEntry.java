package dev.backstep.check.printed;

/**
 * A printed number beside the right one.
 *
 * @param label as NumPy writes the entry: {@code dx[1][2][0]}
 */
public record PrintedEntry(String label, PrintedNumber yours, double right) {
  /** Whether the right one may have been printed so. */
  public boolean agrees() {
    return yours.agrees(right);
  }

  /** The right one, with as many digits as were printed of yours. */
  public String rightAlike() {
    return yours.like(right);
  }
}
