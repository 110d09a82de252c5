package dev.backstep.trace;

import java.util.Locale;

/** What can be looked at per timestep, in the order of computation. */
public enum Quantity {
  H("H", Phase.FORWARD),
  O("O", Phase.FORWARD),
  E("e", Phase.BACKWARD),
  DH_FROM_OUTPUT("dh_from_output", Phase.BACKWARD),
  DH_FROM_LATER("dh_from_later", Phase.BACKWARD),
  DH("dh", Phase.BACKWARD),
  DTANH("dtanh", Phase.BACKWARD),
  DXT("dxt", Phase.BACKWARD),
  DH_PREV("dh_prev", Phase.BACKWARD);

  private final String symbol;
  private final Phase phase;

  Quantity(String symbol, Phase phase) {
    this.symbol = symbol;
    this.phase = phase;
  }

  /** The name that code, files, titles and tests use. */
  public String symbol() {
    return symbol;
  }

  /** The name of one timestep's row: h of H, o of O, and the quantity's own name else. */
  public String vectorSymbol() {
    return symbol.toLowerCase(Locale.ROOT);
  }

  /** The pass that computes it. */
  public Phase phase() {
    return phase;
  }

  /** True for probabilities (0 … 1), false for signed numbers. */
  public boolean isProbability() {
    return this == O;
  }
}
