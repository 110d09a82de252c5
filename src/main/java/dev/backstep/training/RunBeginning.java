package dev.backstep.training;

import dev.backstep.model.Initialization;
import dev.backstep.net.GateBias;
import dev.backstep.net.Net;
import java.util.Locale;

/**
 * The settings that decide how a run begins and cannot change on its way.
 *
 * @param cell the net that is trained
 * @param gateBias what {@link Net#gateBias} begins with; 0 where the cell has none
 * @param hidden H, the number of hidden units
 * @param heldOutShare the share of the sequences that is kept from training to judge it by
 * @param batch how many sequences an update is made of
 */
public record RunBeginning(
    Net cell,
    double gateBias,
    int hidden,
    Initialization initialization,
    long seed,
    double heldOutShare,
    BatchSettings batch) {
  /**
   * @throws IllegalArgumentException if a setting is out of its range
   */
  public RunBeginning {
    if (hidden < 1 || hidden > RunSettings.MOST_HIDDEN) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "H, the number of hidden units, is %d; it must be 1 to %d",
              hidden,
              RunSettings.MOST_HIDDEN));
    }
    if (!(heldOutShare >= 0 && heldOutShare <= 0.9)) {
      throw new IllegalArgumentException(
          "the held-out share is " + heldOutShare + "; it must be 0 to 0.9");
    }
    requireGateBias(cell, gateBias);
    gateBias += 0.0; // −0 begins with the same weights as 0
  }

  private static void requireGateBias(Net cell, double start) {
    cell.gateBias().ifPresent(bias -> bias.require(start));
    if (cell.gateBias().isEmpty() && start != 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the start value of a gate's bias is %s; the cell %s has no gate, so it must be left"
                  + " out",
              start,
              cell));
    }
  }

  /**
   * Requires that another run begins alike, so that one can change into the other on its way.
   *
   * @throws IllegalArgumentException if it does not
   */
  public void requireSame(RunBeginning other) {
    if (cell != other.cell) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the cell is %s; on its way a run of %s cannot change it",
              other.cell,
              cell));
    }
    if (!equals(other)) {
      throw new IllegalArgumentException(
          "H, the initialisation, the start value of a gate's bias, the seed, the held-out share"
              + " and the sequences of a batch decide how a run begins; on its way only the others"
              + " can change");
    }
  }

  RunBeginning withCell(Net another) {
    double start = cell == another ? gateBias : another.gateBias().map(GateBias::usual).orElse(0.0);
    return new RunBeginning(another, start, hidden, initialization, seed, heldOutShare, batch);
  }

  RunBeginning withGateBias(double start) {
    return new RunBeginning(cell, start, hidden, initialization, seed, heldOutShare, batch);
  }

  RunBeginning withHidden(int units) {
    return new RunBeginning(cell, gateBias, units, initialization, seed, heldOutShare, batch);
  }

  RunBeginning withInitialization(Initialization another) {
    return new RunBeginning(cell, gateBias, hidden, another, seed, heldOutShare, batch);
  }

  RunBeginning withSeed(long another) {
    return new RunBeginning(cell, gateBias, hidden, initialization, another, heldOutShare, batch);
  }

  RunBeginning withHeldOutShare(double share) {
    return new RunBeginning(cell, gateBias, hidden, initialization, seed, share, batch);
  }

  RunBeginning withBatch(BatchSettings another) {
    return new RunBeginning(cell, gateBias, hidden, initialization, seed, heldOutShare, another);
  }
}
