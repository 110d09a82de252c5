package dev.backstep.trace;

import java.util.List;

/**
 * The states that come over the boundary between two sequences if they are carried: the last h of
 * the one before is h0. The gradient does not go back over it; dh0 is thrown away.
 *
 * @param before the characters that the one before reads; empty where h0 is zeros, or where it is
 *     not known any more
 */
public record HandOver(List<String> before) {
  public HandOver {
    before = List.copyOf(before);
  }

  /** Whether it is known which sequence came before. */
  public boolean isKnown() {
    return !before.isEmpty();
  }

  /** The timestep of the state that was handed over. */
  public int lastTimestep() {
    return before.size() - 1;
  }

  /** The character that was read last. */
  public String lastCharacter() {
    return before.get(lastTimestep());
  }

  /** All that was read. */
  public String text() {
    return String.join("", before);
  }
}
