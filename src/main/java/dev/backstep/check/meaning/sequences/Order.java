package dev.backstep.check.meaning.sequences;

import dev.backstep.check.meaning.weights.Dialect;
import java.util.ArrayList;
import java.util.List;

/**
 * In which order axes stand where their sizes do not tell.
 *
 * @param isBatchFirst whether sequences stand ahead of timesteps
 * @param isUnitsFirst whether units stand ahead of both
 */
record Order(boolean isBatchFirst, boolean isUnitsFirst) {
  private static final List<Order> ALL =
      List.of(
          new Order(true, false),
          new Order(false, false),
          new Order(true, true),
          new Order(false, true));

  /** All, the one that a dialect is known for first. */
  static List<Order> all(Dialect dialect) {
    List<Order> orders = new ArrayList<>();
    orders.add(of(dialect));
    ALL.stream().filter(each -> !orders.contains(each)).forEach(orders::add);
    return orders;
  }

  private static Order of(Dialect dialect) {
    return switch (dialect) {
      case COURSERA -> new Order(true, true);
      case D2L, MIN_CHAR_RNN, UVW, SYNAPSES -> new Order(false, false);
      default -> new Order(true, false);
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
    exchanges += isExchanged(units, batch, isUnitsFirst);
    exchanges += isExchanged(units, time, isUnitsFirst);
    return exchanges;
  }

  private static int isExchanged(int one, int other, boolean isOneFirst) {
    return one >= 0 && other >= 0 && one < other != isOneFirst ? 1 : 0;
  }
}
