package dev.backstep.ui.sizes;

/**
 * The length of a panel beside the rest of a screen, in pixels. What is wished is given in sizes of
 * the type, so that with larger type as much is seen as before. A panel that is wished less than
 * half as long as it has to be is folded: of it only the edge is left.
 *
 * @param usual the length that the panel has if nothing is wished
 * @param least the length below which what is in it would be cut off
 * @param rest the least length of the rest
 * @param room the length of both together
 * @param type the size of the type
 */
record PanelLength(double usual, double least, double rest, double room, double type) {
  /** The wish for the usual length. */
  static final double USUAL = Double.NaN;

  /** One step of the keys, in sizes of the type. */
  private static final double STEP = 1.5;

  /** The length for a wish; where there is too little room each has its share of what there is. */
  double of(double wish) {
    if (wish * type < least / 2) {
      return 0;
    }
    if (room < least + rest) {
      return Math.floor(room * least / Math.max(1, least + rest));
    }
    double wished = Double.isNaN(wish) ? usual : wish * type;
    return Math.rint(Math.max(least, Math.min(room - rest, wished)));
  }

  /** The wish for a length, kept within what there is room for. */
  double wish(double length) {
    return of(length / type) / type;
  }

  /**
   * The wish some steps from another, one from the least length to folded and back; the whole way
   * to the end with infinitely many.
   */
  double moved(double wish, double steps) {
    double now = of(wish);
    if (Double.isFinite(steps) && (now == 0 || (steps < 0 && now <= least))) {
      return steps > 0 ? wish(least) : 0;
    }
    return Double.isInfinite(steps)
        ? wish(steps < 0 ? least : room)
        : wish(now + steps * STEP * type);
  }
}
