package dev.backstep.check.meaning.sequences;

import dev.backstep.check.meaning.weights.Dialect;
import java.util.ArrayList;
import java.util.List;

/**
 * In which order axes stand where their sizes do not tell.
 *
 * @param isBatchFirst whether sequences stand ahead of timesteps
 * @param units where the units of a timestep stand beside the two
 */
record Order(boolean isBatchFirst, Units units) {
  /** Where units stand. */
  enum Units {
    LAST,
    FIRST,
    BETWEEN
  }

  private static final List<Order> ALL =
      List.of(
          new Order(true, Units.LAST),
          new Order(false, Units.LAST),
          new Order(true, Units.FIRST),
          new Order(false, Units.FIRST),
          new Order(false, Units.BETWEEN),
          new Order(true, Units.BETWEEN));

  /** All, the one that a dialect is known for first. */
  static List<Order> all(Dialect dialect) {
    List<Order> orders = new ArrayList<>();
    orders.add(of(dialect));
    ALL.stream().filter(each -> !orders.contains(each)).forEach(orders::add);
    return orders;
  }

  private static Order of(Dialect dialect) {
    return switch (dialect) {
      case COURSERA -> new Order(true, Units.FIRST);
      case NUMPY_ML -> new Order(true, Units.BETWEEN);
      case D2L, MIN_CHAR_RNN, UVW, SYNAPSES -> new Order(false, Units.LAST);
      default -> new Order(true, Units.LAST);
    };
  }

  /**
   * How often the axes of a file stand otherwise.
   *
   * @param batch the axis in the file of B; −1 where there is none
   * @param time that of T
   * @param units that of the units; −1 where it is not asked for
   */
  int exchanges(int batch, int time, int units) {
    int exchanges = 0;
    exchanges += isExchanged(batch, time, isBatchFirst);
    exchanges += isExchanged(units, batch, isUnitsAheadOf(isBatchFirst));
    exchanges += isExchanged(units, time, isUnitsAheadOf(!isBatchFirst));
    return exchanges;
  }

  /**
   * Whether units stand ahead of sequences, or of timesteps.
   *
   * @param isFirst whether those stand ahead of the others
   */
  private boolean isUnitsAheadOf(boolean isFirst) {
    return units == Units.FIRST || (units == Units.BETWEEN && !isFirst);
  }

  private static int isExchanged(int one, int other, boolean isOneFirst) {
    return one >= 0 && other >= 0 && one < other != isOneFirst ? 1 : 0;
  }
}
